import { useTranslation } from 'react-i18next';
import type { Benchmark } from '#shared/model/assumptions/benchmarks.ts';
import { figureRange } from './benchmarkFigures.ts';
import { figureTexts } from './figureTexts.ts';
import { modelText } from './modelText.ts';
import { withUnit } from './shownInputText.ts';
import { usePlanSession } from './usePlan.ts';

interface BenchmarkFigureListProps {
  readonly benchmark: Benchmark;
  /** Of the plan; the benchmark may name its own. */
  readonly currency: string;
}

/** The numbers of a benchmark, each with what it stands for. */
export function BenchmarkFigureList({ benchmark, currency }: BenchmarkFigureListProps) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const range = (low: string, high: string) => t('assumptions.range', { low, high });
  const unit = figureTexts(t).unit(benchmark.unit, benchmark.currency ?? currency);
  const texts = benchmark.figures.map((figure) => {
    const value = withUnit(figureRange(benchmark, figure, { locale }, range), unit);
    return figure.label === undefined
      ? value
      : t('assumptions.labelled', { value, label: modelText(figure.label) });
  });
  return texts.join(' · ');
}
