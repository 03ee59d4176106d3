import { useMemo } from 'react';
import { chartTexts } from '#renderer/state/chartTexts.ts';
import { ChartCard } from '#renderer/ui/charts/ChartCard.tsx';
import type { ChartData } from '#renderer/ui/charts/types.ts';
import type { Speech } from './words.ts';

export interface ChartSpec {
  readonly title: string;
  readonly unit: string;
  readonly chart: ChartData;
  /** What stands along the lower edge. */
  readonly axis: string;
}

interface CalculatorChartProps extends ChartSpec {
  readonly speech: Speech;
}

/** A chart of the calculator, which belongs to no plan. */
export function CalculatorChart({ title, unit, chart, axis, speech }: CalculatorChartProps) {
  const { t, locale } = speech;
  const texts = useMemo(() => chartTexts(t, locale, axis), [t, locale, axis]);
  return <ChartCard title={title} unit={unit} chart={chart} locale={locale} texts={texts} fileName={title} />;
}
