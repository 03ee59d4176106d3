import { formatExact } from '../numbers.ts';
import type { ChartData, ChartSeries } from './types.ts';

export interface ChartTable {
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
}

function total(chart: ChartData): readonly ChartSeries[] {
  if (chart.kind !== 'stackedBar' || chart.totalLabel === undefined) return [];
  const values = chart.labels.map((_, period) => {
    const parts = chart.series.flatMap((series) => series.values[period] ?? []);
    return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0);
  });
  return [{ id: 'total', label: chart.totalLabel, values }];
}

function level(chart: ChartData): readonly ChartSeries[] {
  const line = chart.kind === 'line' ? chart.target : chart.kind === 'percent' ? chart.goal : undefined;
  if (line === undefined) return [];
  return [{ id: 'level', label: line.label, values: chart.labels.map(() => line.value) }];
}

function allSeries(chart: ChartData): readonly ChartSeries[] {
  switch (chart.kind) {
    case 'line':
      return [...chart.series, ...level(chart)];
    case 'stackedBar':
      return [...chart.series, ...total(chart), ...(chart.budget ? [chart.budget] : [])];
    case 'percent':
      return [...chart.left, ...chart.right, ...level(chart)];
  }
}

/** Everything a chart shows, period by period. */
export function chartTable(chart: ChartData): ChartTable {
  const series = allSeries(chart);
  const rows = chart.labels.map((label, period) => ({
    label,
    values: series.map(({ values }) => values[period] ?? null),
  }));
  return { columns: series.map(({ id, label }) => ({ id, label })), rows };
}

/**
 * The table as CSV in full precision. Where the locale writes a decimal comma, cells are parted by semicolons:
 * that is how Excel set to that locale opens the file.
 */
export function chartCsv(chart: ChartData, periodHeader: string, unit: string, locale: string): string {
  const { columns, rows } = chartTable(chart);
  const separator = formatExact(0.5, { style: 'number' }, locale).includes(',') ? ';' : ',';
  const named = columns.map(({ label }) => (unit === '' ? label : `${label} (${unit})`));
  const lines = [
    [periodHeader, ...named].map((text) => quoted(text, separator)),
    ...rows.map(({ label, values }) => [
      quoted(label, separator),
      ...values.map((value) => formatExact(value, chart.format, locale)),
    ]),
  ];
  return lines.map((cells) => `${cells.join(separator)}\r\n`).join('');
}

/** A name that begins like a formula must not run as one when the file is opened. */
function quoted(text: string, separator: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  const needsQuotes = safe.includes(separator) || /["\r\n]/.test(safe);
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}
