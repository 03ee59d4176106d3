import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { formatPlain } from '#renderer/ui/numbers.ts';
import { lineLabel, type PlanFigures } from '../figures.ts';
import { shortPeriodName } from '../periodName.ts';
import { inputHead } from '../planRows.ts';
import { storedForm } from '../storedForm.ts';
import { seriesForms } from './seriesDraft.ts';
import { SeriesFields } from './SeriesFields.tsx';
import { type SeriesFormState, useSeriesForm } from './useSeriesForm.ts';
import styles from './SeriesEditor.module.css';

interface SeriesEditorProps {
  readonly figures: PlanFigures;
  readonly path: string;
  readonly onClose: () => void;
}

const shownFirst = 5;

/** The first periods and the last: how it begins and where it leads. */
function Preview({ figures, form }: { readonly figures: PlanFigures; readonly form: SeriesFormState }) {
  const { t } = useTranslation();
  const { preview, format } = form;
  const places = preview
    .map((_, place) => place)
    .filter((place) => place < shownFirst || place === preview.length - 1);
  if (places.length === 0) return null;
  return (
    <table className={styles.preview} aria-label={t('sheet.series.preview')}>
      <thead>
        <tr>
          {places.map((place) => (
            <th key={place} scope="col">
              {shortPeriodName(figures, 'period', place)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {places.map((place) => (
            <td key={place}>{formatPlain(preview[place] ?? null, format, figures.locale)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** How an input runs over the plan: constant, growth, steps, ramp, values or formula, with what it comes to. */
export function SeriesEditor({ figures, path, onClose }: SeriesEditorProps) {
  const { t } = useTranslation();
  const problemId = useId();
  const form = useSeriesForm({ figures, path, onClose });
  const { draft, stored, format, problem } = form;
  const head = inputHead(figures, path);
  const show = (value: number) => formatPlain(value, format, figures.locale);
  const now =
    stored === undefined
      ? t('sheet.series.notSet')
      : t('sheet.series.now', { form: storedForm(stored, { t, locale: figures.locale, show }) });
  return (
    <form onSubmit={form.save} className={styles.editor}>
      <Stack gap="xs">
        <strong>{t('sheet.series.title', { label: head === undefined ? path : lineLabel(head) })}</strong>
        <span className={styles.quiet}>{now}</span>
        <NativeSelect
          size="xs"
          label={t('sheet.series.form')}
          value={draft.form}
          data={seriesForms.map((value) => ({ value, label: t(`sheet.series.${value}`) }))}
          onChange={(event) => {
            const chosen = seriesForms.find((value) => value === event.currentTarget.value);
            if (chosen !== undefined) form.change({ form: chosen });
          }}
        />
        <SeriesFields form={form} describedBy={problemId} />
        <p id={problemId} role="status" className={styles.problem}>
          {problem}
        </p>
        <Preview figures={figures} form={form} />
        <Group gap="xs" justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('sheet.series.cancel')}
          </Button>
          <Button type="submit" disabled={problem !== null}>
            {t('sheet.series.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
