import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { normalisedSeasons, seasonsOf } from '#shared/model/queueEdits.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { DraftInput } from '#renderer/ui/panels/DraftInput.tsx';
import { formatExact, formatPlain, parseNumber } from '#renderer/ui/numbers.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { monthName } from './dates.ts';
import { Section } from './Fields.tsx';
import { useEdit } from './useEdit.ts';
import styles from './Setup.module.css';

interface SeasonEditorProps {
  readonly figures: PlanFigures;
  readonly queue: NonNullable<ScenarioDocument['queues']>[number];
}

const format = { style: 'number', digits: 3 } as const;

/** How the contacts of each month differ from the mean month. */
export function SeasonEditor({ figures, queue }: SeasonEditorProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const { locale } = figures;
  const seasons = seasonsOf(queue.seasonality);
  const mean = seasons.reduce((sum, value) => sum + value, 0) / seasons.length;
  const put = (value: readonly number[]) =>
    edit([{ type: 'setInput', path: `queues.${queue.id}.seasonality`, value: [...value] }]);
  const commit = (place: number) => (text: string) => {
    const read = parseNumber(text, format, locale);
    return read.ok ? put(seasons.with(place, read.value)) : t('setup.notANumber', { text: text.trim() });
  };
  const isNormal = Math.abs(mean - 1) < 1e-9;
  return (
    <Section title={t('setup.queue.seasonality')} note={t('setup.queue.seasonalityNote')}>
      <div className={styles.months}>
        {seasons.map((value, place) => {
          const month = monthName(place + 1, locale, 'short');
          return (
            <div key={month} className={styles.month}>
              <span>{month}</span>
              <DraftInput
                label={t('setup.queue.season', { month: monthName(place + 1, locale, 'long') })}
                align="end"
                value={formatExact(value, format, locale)}
                onCommit={commit(place)}
              />
            </div>
          );
        })}
      </div>
      <div className={styles.tools} style={{ marginTop: 8 }}>
        <span>{t('setup.queue.seasonMean', { mean: formatPlain(mean, format, locale) })}</span>
        <Button
          variant="default"
          disabled={isNormal || mean === 0}
          onClick={() => put(normalisedSeasons(seasons))}
        >
          {t('setup.queue.normalise')}
        </Button>
      </div>
    </Section>
  );
}
