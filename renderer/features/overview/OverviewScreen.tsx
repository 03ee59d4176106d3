import { usePlanFigures } from '#renderer/state/usePlan.ts';
import { KeyFigures } from './KeyFigures.tsx';
import { OverviewCharts } from './OverviewCharts.tsx';
import { Sentences } from './Sentences.tsx';
import styles from './Overview.module.css';

/** The answer first: can we, how many, how much; then how it develops, and the figures of each year. */
export function OverviewScreen() {
  const figures = usePlanFigures();
  if (figures === null) return null;
  return (
    <div className={styles.screen}>
      <Sentences figures={figures} />
      <OverviewCharts figures={figures} />
      <KeyFigures figures={figures} />
    </div>
  );
}
