import type { ServiceSweep } from '#shared/model/deciding/service/sweep.ts';
import type { LineChartData, PercentChartData } from '#renderer/ui/charts/types.ts';
import { type NumberWords, valueText } from '#renderer/state/deciding/figureWords.ts';

function goalLabels({ lines }: ServiceSweep, words: NumberWords): readonly string[] {
  return (lines[0]?.points ?? []).map(({ goal }) => valueText(goal, 'share', words));
}

/** What each goal comes to in money, by how much abandonment moves churn; the best goal is the top of a line. */
export function netChart(sweep: ServiceSweep, words: NumberWords): LineChartData {
  const { t, currency } = words;
  return {
    kind: 'line',
    labels: goalLabels(sweep, words),
    format: { style: 'money', digits: 0, currency },
    series: sweep.lines.map(({ level, points }, place) => ({
      id: level,
      label: t(`serviceValue.level.${level}`),
      values: points.map(({ net }) => net),
      colorIndex: place,
    })),
  };
}

/** What each goal brings in service: level reached, and contacts that hang up. */
export function serviceChart(sweep: ServiceSweep, words: NumberWords): PercentChartData {
  const { t } = words;
  const points = sweep.lines.find(({ level }) => level === 'mid')?.points ?? [];
  return {
    kind: 'percent',
    labels: goalLabels(sweep, words),
    format: { style: 'percent', digits: 1 },
    left: [
      {
        id: 'serviceLevel',
        label: t('serviceValue.reached'),
        values: points.map(({ serviceLevel }) => serviceLevel),
        colorIndex: 0,
      },
    ],
    right: [
      {
        id: 'abandonment',
        label: t('serviceValue.abandonment'),
        values: points.map(({ abandonment }) => abandonment),
        colorIndex: 1,
      },
    ],
    leftTitle: t('serviceValue.reached'),
    rightTitle: t('serviceValue.abandonment'),
  };
}
