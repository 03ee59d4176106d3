import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import type { PackId } from '#shared/model/packs/define.ts';
import { usePlanSession } from '#renderer/state/usePlan.ts';
import { choiceOf, madePacks, type ReportMemory } from './reportChoices.ts';
import styles from './Reports.module.css';

interface RepeatsProps {
  readonly memory: ReportMemory;
  readonly packs: readonly PackId[];
  readonly isDisabled: boolean;
  readonly onRepeat: (pack: PackId) => void;
}

/** What was made before, to be made again from today's plan with one click. */
export function Repeats({ memory, packs, isDisabled, onRepeat }: RepeatsProps) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const made = madePacks(memory, packs);
  if (made.length === 0) return null;
  return (
    <section className={styles.repeats} aria-label={t('reports.repeat')}>
      <h2 className={styles.heading}>{t('reports.repeat')}</h2>
      <ul className={styles.files}>
        {made.map((pack) => {
          const { formats, madeAt = '' } = choiceOf(memory, pack);
          const date = new Date(madeAt).toLocaleDateString(locale, { dateStyle: 'medium' });
          const list = formats.map((format) => format.toUpperCase()).join(', ');
          return (
            <li key={pack}>
              <Button
                variant="subtle"
                className={styles.repeat}
                fullWidth
                justify="start"
                disabled={isDisabled || formats.length === 0}
                leftSection={<IconRepeat size={14} aria-hidden />}
                onClick={() => onRepeat(pack)}
              >
                {t('reports.repeatPack', { pack: t(`reports.packs.${pack}`), list, date })}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
