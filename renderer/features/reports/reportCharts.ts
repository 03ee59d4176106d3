import type { TFunction } from 'i18next';
import type { ReportChart, ReportSeries } from '#shared/model/packs/content.ts';
import type { ChartData, ChartSeries } from '#renderer/ui/charts/types.ts';
import type { NumberFormat } from '#renderer/ui/numbers.ts';

export type HeatReportChart = Extract<ReportChart, { readonly kind: 'heat' }>;
type DrawnReportChart = Exclude<ReportChart, HeatReportChart>;

/** Titles name the unit, so that money stands without its sign, as on paper. */
export function formatOfChart({ format }: Pick<ReportChart, 'format'>): NumberFormat {
  return { style: format.style, digits: format.digits };
}

function seriesOf({ label, values, color }: ReportSeries, place: number): ChartSeries {
  return { id: String(place), label, values, colorIndex: color };
}

/** The chart of the screen has one line over its parts: what they are held against, else their total. */
function linesOver({ total, budget, series }: Extract<ReportChart, { readonly kind: 'stacked' }>) {
  const line = budget ?? total;
  return {
    ...(total === undefined || budget === undefined ? {} : { totalLabel: total.label }),
    ...(line === undefined ? {} : { budget: seriesOf(line, series.length) }),
  };
}

/** The charts of a report by those of the screen. */
export function screenChart(chart: DrawnReportChart, t: TFunction): ChartData {
  const format = formatOfChart(chart);
  switch (chart.kind) {
    case 'lines':
      return {
        kind: 'line',
        labels: chart.labels,
        format,
        series: chart.series.map(seriesOf),
        ...(chart.gapLabel === undefined ? {} : { gap: { neededId: '0', actualId: '1' } }),
      };
    case 'stacked':
      return {
        kind: 'stackedBar',
        labels: chart.labels,
        format,
        series: chart.series.map(seriesOf),
        ...linesOver(chart),
      };
    case 'waterfall':
      return {
        kind: 'waterfall',
        format,
        header: t('reports.chart.step'),
        steps: chart.steps.map((step, place) => ({ id: String(place), ...step })),
        names: {
          total: t('reports.chart.total'),
          rise: t('reports.chart.rise'),
          fall: t('reports.chart.fall'),
          change: t('reports.chart.change'),
          level: t('reports.chart.level'),
        },
      };
    case 'funnel':
      return {
        kind: 'funnel',
        format,
        header: t('reports.chart.step'),
        valueLabel: chart.unit,
        stages: chart.steps.map(({ label, value }, place) => ({
          id: String(place),
          label,
          value,
          format,
          unit: chart.unit,
        })),
      };
  }
}

/** How much colour a cell has, from 0 to 1, and whether it is a shortage. */
export function heatTint(
  value: number,
  values: readonly number[],
  scale: HeatReportChart['scale'],
): { readonly share: number; readonly isShort: boolean } {
  const most = Math.max(0, ...values);
  if (scale === 'high') return { share: most === 0 ? 0 : value / most, isShort: false };
  if (scale === 'low') {
    const least = Math.min(...values);
    const highest = Math.max(...values);
    return { share: highest === least ? 0 : (highest - value) / (highest - least), isShort: true };
  }
  const largest = Math.max(...values.map((one) => Math.abs(one)));
  return { share: largest === 0 ? 0 : Math.abs(value) / largest, isShort: value < 0 };
}
