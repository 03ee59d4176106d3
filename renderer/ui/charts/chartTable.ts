import { type CsvCell, csvText } from '../csv.ts';
import { formatNumber, noValueSign } from '../numbers.ts';
import type { NumberFormat } from '../numbers.ts';
import { placedSteps, sortedBars } from './stepConfigs.ts';
import type {
  ChartData,
  ChartSeries,
  FanChartData,
  FunnelChartData,
  HeatChartData,
  LineChartData,
  PercentChartData,
  StackedBarChartData,
  TornadoChartData,
  WaterfallChartData,
} from './types.ts';

export interface ChartTableRow {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** Where the rows are of different kinds. Default: those of the chart. */
  readonly format?: NumberFormat;
  readonly unit?: string;
}

export interface ChartTable {
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly ChartTableRow[];
}

function total(chart: StackedBarChartData): readonly ChartSeries[] {
  if (chart.totalLabel === undefined) return [];
  const values = chart.labels.map((_, period) => {
    const parts = chart.series.flatMap((series) => series.values[period] ?? []);
    return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0);
  });
  return [{ id: 'total', label: chart.totalLabel, values }];
}

type PeriodChart = LineChartData | StackedBarChartData | PercentChartData | FanChartData;

function level(chart: PeriodChart): readonly ChartSeries[] {
  const line = chart.kind === 'stackedBar' ? undefined : chart.kind === 'percent' ? chart.goal : chart.target;
  if (line === undefined) return [];
  return [{ id: 'level', label: line.label, values: chart.labels.map(() => line.value) }];
}

function fanSeries({ bands, middle, lines = [] }: FanChartData): readonly ChartSeries[] {
  const lows = bands.map(({ low }) => low);
  const highs = bands.map(({ high }) => high).toReversed();
  return [...lows, middle, ...highs, ...lines];
}

function allSeries(chart: PeriodChart): readonly ChartSeries[] {
  switch (chart.kind) {
    case 'line':
      return [...chart.series, ...level(chart)];
    case 'stackedBar':
      return [...chart.series, ...total(chart), ...(chart.budget ? [chart.budget] : [])];
    case 'percent':
      return [...chart.left, ...chart.right, ...level(chart)];
    case 'fan':
      return [...fanSeries(chart), ...level(chart)];
  }
}

function periodTable(chart: PeriodChart): ChartTable {
  const series = allSeries(chart);
  const rows = chart.labels.map((label, period) => ({
    label,
    values: series.map(({ values }) => values[period] ?? null),
  }));
  return { columns: series.map(({ id, label }) => ({ id, label })), rows };
}

function waterfallTable({ steps, names }: WaterfallChartData): ChartTable {
  return {
    columns: [
      { id: 'change', label: names.change },
      { id: 'level', label: names.level },
    ],
    rows: placedSteps(steps).map(({ label, value, isTotal, to }) => ({
      label,
      values: [isTotal === true ? null : value, to],
    })),
  };
}

function tornadoTable(chart: TornadoChartData): ChartTable {
  return {
    columns: [
      { id: 'low', label: chart.lowLabel },
      { id: 'base', label: chart.base.label },
      { id: 'high', label: chart.highLabel },
    ],
    rows: sortedBars(chart).map(({ label, low, high }) => ({ label, values: [low, chart.base.value, high] })),
  };
}

function funnelTable({ stages, valueLabel, beforeLabel }: FunnelChartData): ChartTable {
  const before = beforeLabel === undefined ? [] : [{ id: 'before', label: beforeLabel }];
  return {
    columns: [...before, { id: 'value', label: valueLabel }],
    rows: stages.map((stage) => ({
      label: stage.label,
      values: [...before.map(() => stage.before ?? null), stage.value],
      format: stage.format,
      unit: stage.unit,
    })),
  };
}

function heatTable({ columns, rows }: HeatChartData): ChartTable {
  return { columns, rows: rows.map(({ label, values }) => ({ label, values })) };
}

/** Everything that a chart shows: period by period, or step by step. */
export function chartTable(chart: ChartData): ChartTable {
  switch (chart.kind) {
    case 'waterfall':
      return waterfallTable(chart);
    case 'tornado':
      return tornadoTable(chart);
    case 'funnel':
      return funnelTable(chart);
    case 'heat':
      return heatTable(chart);
    default:
      return periodTable(chart);
  }
}

/** Name of the first column: the periods' comes from the surroundings. */
export function headerOf(chart: ChartData, periodHeader: string): string {
  return 'header' in chart ? chart.header : periodHeader;
}

/** One value of the table as people read it, with the unit where the rows have units of their own. */
export function tableText(
  chart: ChartData,
  { format = chart.format, unit }: ChartTableRow,
  value: number | null,
  locale: string,
): string {
  const text = value === null ? noValueSign : formatNumber(value, format, locale);
  const isMoney = format.style === 'money' && format.currency !== undefined;
  return unit === undefined || unit === '' || isMoney || value === null ? text : `${text} ${unit}`;
}

/**
 * The table as CSV in full precision. Where the locale writes a decimal comma, cells are parted by semicolons:
 * that is how Excel set to that locale opens the file.
 */
export function chartCsv(chart: ChartData, periodHeader: string, unit: string, locale: string): string {
  const { columns, rows } = chartTable(chart);
  const named = columns.map(({ label }) => (unit === '' ? label : `${label} (${unit})`));
  const lines = rows.map(({ label, values, format = chart.format, unit: rowUnit }): readonly CsvCell[] => [
    rowUnit === undefined || rowUnit === '' ? label : `${label} (${rowUnit})`,
    ...values.map((value) => ({ value, format })),
  ]);
  return csvText([[headerOf(chart, periodHeader), ...named], ...lines], locale);
}
