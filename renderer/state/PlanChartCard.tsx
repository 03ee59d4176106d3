import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '#renderer/ui/charts/ChartCard.tsx';
import type { ChartData } from '#renderer/ui/charts/types.ts';
import { chartTexts } from './chartTexts.ts';
import { usePlan, usePlanSession } from './usePlan.ts';

interface PlanChartCardProps {
  readonly title: string;
  /** Unit in words; empty for shares. */
  readonly unit: string;
  readonly chart: ChartData;
  readonly height?: number;
  readonly actions?: ReactNode;
}

/** A chart of the open plan, with its words and file name. */
export function PlanChartCard({ title, unit, chart, height, actions }: PlanChartCardProps) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const name = usePlan((state) => state.document?.name ?? '');
  const texts = useMemo(() => chartTexts(t, locale), [t, locale]);
  return (
    <ChartCard
      title={title}
      unit={unit}
      chart={chart}
      locale={locale}
      texts={texts}
      fileName={fileNameOf(`${name} ${title}`)}
      actions={actions}
      {...(height === undefined ? {} : { height })}
    />
  );
}

/** What every file system takes. */
function fileNameOf(text: string): string {
  return text
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}
