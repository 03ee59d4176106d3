import { paper, seriesColors } from '#shared/kernel/palette.ts';
import type { ReportChart, ReportSeries } from '#shared/model/packs/content.ts';
import type { ValueAxis } from '../charts/axes.ts';
import type { ChartOptions } from './library.ts';

/** What the charts of slides have in common. */

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface SlideStyle {
  readonly font: string;
  readonly locale: string;
}

export type ChartOf<K extends ReportChart['kind']> = Extract<ReportChart, { kind: K }>;

/** Series of this name carry others and are taken out of the legend afterwards. */
export const FOOT = ' ';

/** More labels than this along an axis would run into each other. */
const MOST_LABELS = 12;

export function hex(color: string | undefined): string {
  return (color ?? paper.text).replace('#', '').toUpperCase();
}

export function colorsOf(series: readonly ReportSeries[]): string[] {
  return series.map(({ color }) => hex(seriesColors[color % seriesColors.length]));
}

/** Excel's number format: charts show it with the reader's own separators. */
function formatCode({ format }: ReportChart, { ticks }: Pick<ValueAxis, 'ticks'>): string {
  const [first = 0, second = 0] = ticks;
  const step = (format.style === 'percent' ? 100 : 1) * (second - first);
  // Steps of 0.5 would otherwise be shown as 0, 1, 1, 2.
  const needed = step > 0 && step < 1 ? Math.min(6, Math.ceil(-Math.log10(step) - 1e-9)) : 0;
  const digits = step === 2.5 || step === 0.25 ? needed + 1 : needed;
  const decimals = digits === 0 ? '' : `.${'0'.repeat(digits)}`;
  return format.style === 'percent' ? `0${decimals}%` : `#,##0${decimals}`;
}

function axisOptions({ low, high, ticks }: ValueAxis): ChartOptions {
  return { valAxisMinVal: low, valAxisMaxVal: high, valAxisMajorUnit: (high - low) / (ticks.length - 1) };
}

/** Many labels are slanted, and only every so many is shown where the program can leave some out. */
function labelsAlong(count: number): ChartOptions {
  if (count <= MOST_LABELS) return {};
  return { catAxisLabelFrequency: String(Math.ceil(count / MOST_LABELS)), catAxisLabelRotate: -45 };
}

/** @param axis where the chart stands on round values of its own; without it PowerPoint chooses them */
export function common(chart: ReportChart, { font }: SlideStyle, axis?: ValueAxis): ChartOptions {
  const code = formatCode(chart, axis ?? { ticks: [] });
  const small = { fontFace: font, fontSize: 9 };
  return {
    catAxisLabelFontFace: small.fontFace,
    catAxisLabelFontSize: small.fontSize,
    catAxisLabelPos: 'low',
    ...(chart.kind === 'lines' || chart.kind === 'stacked' ? labelsAlong(chart.labels.length) : {}),
    catAxisLabelColor: hex(paper.textQuiet),
    valAxisLabelFontFace: small.fontFace,
    valAxisLabelFontSize: small.fontSize,
    valAxisLabelColor: hex(paper.textQuiet),
    valAxisLabelFormatCode: code,
    valAxisLineShow: false,
    ...(axis === undefined ? {} : axisOptions(axis)),
    valGridLine: { color: hex(paper.line), size: 0.5 },
    catGridLine: { style: 'none' },
    legendFontFace: small.fontFace,
    legendFontSize: small.fontSize,
    legendColor: hex(paper.text),
    legendPos: 't',
    dataLabelFontFace: small.fontFace,
    dataLabelFontSize: small.fontSize,
    dataLabelFormatCode: code,
  };
}
