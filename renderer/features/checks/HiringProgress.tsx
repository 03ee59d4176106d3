import { useTranslation } from 'react-i18next';
import { Button, Progress } from '@mantine/core';
import { usePlan, usePlanSession, usePlanStore } from '#renderer/state/usePlan.ts';
import { formatNumber } from '#renderer/ui/numbers.ts';
import styles from './Checks.module.css';

/** How the search for the cheapest hires comes on, and its end with the best plan so far. */
export function HiringProgress() {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const store = usePlanStore();
  const progress = usePlan((state) => state.hiringProgress);
  if (progress === null) return null;
  const { groupName: group, whole, gap } = progress;
  const percent = (share: number, digits: number) =>
    formatNumber(share, { style: 'percent', digits }, locale);
  const words = { group, done: percent(whole, 0) };
  const text =
    gap === null
      ? t('checks.hiringProgressUnproved', words)
      : t('checks.hiringProgress', { ...words, gap: percent(gap, 2) });
  return (
    <div className={styles.hiring}>
      <Progress value={whole * 100} w={80} size="sm" aria-label={text} />
      <span>{text}</span>
      <Button size="compact-xs" variant="default" onClick={() => store.cancelHiring()}>
        {t('checks.cancelHiring')}
      </Button>
    </div>
  );
}
