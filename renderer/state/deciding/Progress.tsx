import { Alert, Button, Progress } from '@mantine/core';
import type { Fault } from '#shared/kernel/result.ts';
import { faultText } from '../faultText.ts';
import { foreignProblemText, problemText } from '../problemText.ts';
import { usePlanFigures } from '../usePlan.ts';
import { useWords } from './useWords.ts';
import styles from './Deciding.module.css';

interface WorkProgressProps {
  readonly share: number | null;
  readonly fault: Fault | null;
  readonly isCancelled: boolean;
  readonly cancel: () => void;
  readonly restart: () => void;
}

/** How far an answer has come, with a way to stop it; why there is none. */
export function WorkProgress({ share, fault, isCancelled, cancel, restart }: WorkProgressProps) {
  const { t, locale } = useWords();
  const figures = usePlanFigures();
  if (share !== null) {
    const percent = Math.round(share * 100);
    return (
      <div className={styles.running} role="status">
        <span>{t('deciding.working', { share: share.toLocaleString(locale, { style: 'percent' }) })}</span>
        <Progress value={percent} w={160} size="sm" aria-label={t('deciding.progress')} />
        <Button size="compact-xs" variant="default" onClick={cancel}>
          {t('deciding.cancel')}
        </Button>
      </div>
    );
  }
  if (isCancelled) {
    return (
      <div className={styles.running}>
        <span>{t('deciding.cancelled')}</span>
        <Button size="compact-xs" variant="default" onClick={restart}>
          {t('deciding.restart')}
        </Button>
      </div>
    );
  }
  if (fault === null) return null;
  return (
    <Alert color="red" title={t('deciding.failed')} variant="light">
      <div>{faultText(fault, t)}</div>
      {fault.problems?.slice(0, 5).map((problem) => (
        <div key={problem.path}>
          {figures === null ? foreignProblemText(problem, t) : problemText(figures, problem, t)}
        </div>
      ))}
    </Alert>
  );
}
