import { useMemo } from 'react';
import type { CaseAnswer } from '#shared/model/deciding/decidingWork.ts';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { netChart, partsChart } from './caseCharts.ts';

interface CaseChartsProps {
  readonly figures: PlanFigures;
  readonly answer: CaseAnswer;
}

/** Money in and out by period, and what each initiative adds to the whole. */
export function CaseCharts({ figures, answer }: CaseChartsProps) {
  const { t, currency } = useWords();
  const net = useMemo(() => netChart(figures, answer, t), [figures, answer, t]);
  const parts = useMemo(() => partsChart(answer, t), [answer, t]);
  const unit = t('unit.money', { currency });
  return (
    <>
      <PlanChartCard title={t('businessCase.netChart')} unit={unit} chart={net} />
      <PlanChartCard title={t('businessCase.partsChart')} unit={unit} chart={parts} />
    </>
  );
}
