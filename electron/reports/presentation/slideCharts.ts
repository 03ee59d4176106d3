import type { ChartOptions, Slide, TableCell } from './library.ts';
import type { ReportChart, ReportSeries } from '#shared/model/packs/content.ts';
import { paper, seriesColors } from '#shared/kernel/palette.ts';
import { bridgeBars, heatColor } from '../charts/blocks.ts';

/** Charts of slides, native wherever PowerPoint has the kind, so that they can be edited and copied. */

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

type ChartOf<K extends ReportChart['kind']> = Extract<ReportChart, { kind: K }>;

function hex(color: string | undefined): string {
  return (color ?? paper.text).replace('#', '');
}

function colorsOf(series: readonly ReportSeries[]): string[] {
  return series.map(({ color }) => hex(seriesColors[color % seriesColors.length]));
}

/** Excel's number format: charts show it with the reader's own separators. */
function formatCode({ format }: ReportChart): string {
  if (format.style === 'percent') return format.digits === 0 ? '0%' : `0.${'0'.repeat(format.digits)}%`;
  return '#,##0';
}

function common(chart: ReportChart, { font }: SlideStyle): ChartOptions {
  return {
    catAxisLabelFontFace: font,
    catAxisLabelFontSize: 9,
    ...(chart.kind === 'lines' || chart.kind === 'stacked'
      ? { catAxisLabelFrequency: String(Math.ceil(chart.labels.length / 12)) }
      : {}),
    catAxisLabelColor: hex(paper.textQuiet),
    valAxisLabelFontFace: font,
    valAxisLabelFontSize: 9,
    valAxisLabelColor: hex(paper.textQuiet),
    valAxisLabelFormatCode: formatCode(chart),
    valAxisLineShow: false,
    valGridLine: { color: hex(paper.line), size: 0.5 },
    catGridLine: { style: 'none' },
    legendFontFace: font,
    legendFontSize: 9,
    legendColor: hex(paper.text),
    legendPos: 't',
    dataLabelFontFace: font,
    dataLabelFontSize: 9,
    dataLabelFormatCode: formatCode(chart),
  };
}

interface ChartData {
  name: string;
  labels: string[];
  values: number[];
}

/** Nothing in a stack is a part of no height. */
function dataOf(labels: readonly string[], { label, values }: ReportSeries): ChartData {
  return { name: label, labels: [...labels], values: values.map((value) => value ?? 0) };
}

/** Places where a line has no value are left out: a native line would fall to 0 there. */
function lines(slide: Slide, chart: ChartOf<'lines'>, frame: Frame, style: SlideStyle): void {
  const { labels, series } = chart;
  const known = labels.map((_, place) => series.every(({ values }) => values[place] !== null));
  const picked = <T>(list: readonly T[]) => list.filter((_, place) => known[place] === true);
  slide.addChart(
    'line',
    series.map((one) => dataOf(picked(labels), { ...one, values: picked(one.values) })),
    {
      ...common(chart, style),
      ...frame,
      chartColors: colorsOf(series),
      lineDataSymbol: 'none',
      lineSize: 2.25,
      showLegend: true,
    },
  );
}

function stacked(slide: Slide, chart: ChartOf<'stacked'>, frame: Frame, style: SlideStyle): void {
  const { labels, series } = chart;
  slide.addChart(
    'bar',
    series.map((one) => dataOf(labels, one)),
    {
      ...common(chart, style),
      ...frame,
      barDir: 'col',
      barGrouping: 'stacked',
      barGapWidthPct: 40,
      chartColors: colorsOf(series),
      catAxisLabelPos: 'low',
      showLegend: series.length > 1,
    },
  );
}

/** A bridge: an invisible foot carries each step. Below 0 that cannot be drawn, so the steps then stand side by side. */
function waterfall(slide: Slide, chart: ChartOf<'waterfall'>, frame: Frame, style: SlideStyle): void {
  const labels = chart.steps.map(({ label }) => label);
  const bars = bridgeBars(chart);
  const isBuild = chart.steps.filter(({ isTotal }) => isTotal).length === 1;
  const options = {
    ...common(chart, style),
    ...frame,
    barDir: 'col' as const,
    barGapWidthPct: 35,
    showLegend: false,
  };
  if (bars.flat().some((level) => level < 0)) {
    slide.addChart('bar', [{ name: chart.title, labels, values: chart.steps.map(({ value }) => value) }], {
      ...options,
      chartColors: [hex(seriesColors[0])],
    });
    return;
  }
  const part = (name: string, pick: (place: number) => boolean): ChartData => ({
    name,
    labels,
    values: bars.map(([from, to], place) => (pick(place) ? Math.abs(to - from) : 0)),
  });
  const step = (place: number) => chart.steps[place];
  slide.addChart(
    'bar',
    [
      { name: ' ', labels, values: bars.map(([from, to]) => Math.min(from, to)) },
      part(chart.title, (place) => step(place)?.isTotal === true),
      part('+', (place) => step(place)?.isTotal === false && (step(place)?.value ?? 0) > 0),
      part('−', (place) => step(place)?.isTotal === false && (step(place)?.value ?? 0) < 0),
    ],
    {
      ...options,
      barGrouping: 'stacked',
      chartColors: [
        'transparent',
        hex(seriesColors[0]),
        isBuild ? '7FA9D4' : hex(seriesColors[1]),
        hex(seriesColors[2]),
      ],
    },
  );
}

function funnel(slide: Slide, chart: ChartOf<'funnel'>, frame: Frame, style: SlideStyle): void {
  // Bars are drawn from the bottom up.
  const steps = chart.steps.toReversed();
  slide.addChart(
    'bar',
    [
      {
        name: chart.title,
        labels: steps.map(({ label }) => label),
        values: steps.map(({ value }) => value),
      },
    ],
    {
      ...common(chart, style),
      ...frame,
      barDir: 'bar',
      barGapWidthPct: 30,
      valAxisHidden: true,
      valGridLine: { style: 'none' },
      chartColors: [hex(seriesColors[0])],
      showValue: true,
      showLegend: false,
    },
  );
}

/** Margins of a cell in inches; the library takes 1 and more for points. */
const NARROW: [number, number, number, number] = [0.02, 0.02, 0.02, 0.02];

/** PowerPoint has no heat map: a native table with coloured cells. */
function heat(slide: Slide, chart: ChartOf<'heat'>, frame: Frame, { font, locale }: SlideStyle): void {
  const { rows, columns, values, scale, format } = chart;
  const all = values.flat().filter((value) => value !== null);
  const least = Math.min(...all, ...(scale === 'low' ? [] : [0]));
  const most = Math.max(...all, 0);
  const formatter = new Intl.NumberFormat(locale, {
    ...(format.style === 'percent' ? { style: 'percent' } : {}),
    maximumFractionDigits: format.digits,
    signDisplay: 'negative',
  });
  const every = Math.max(1, Math.ceil(columns.length / 13));
  const first = Math.min(1.6, frame.w * 0.2);
  const cellWidth = (frame.w - first) / columns.length;
  const isTight = cellWidth < 0.4;
  const small = { fontFace: font, fontSize: isTight ? 6 : 8, margin: NARROW, valign: 'middle' } as const;
  const head: TableCell[] = [
    { text: '', options: small },
    ...columns.map((column, place): TableCell => ({
      text: place % every === 0 ? column : '',
      options: { ...small, align: 'center', color: hex(paper.textQuiet) },
    })),
  ];
  const body = rows.map((row, at): TableCell[] => [
    { text: row, options: { ...small, fontSize: 8, align: 'right', margin: [0.02, 0.06, 0.02, 0.02] } },
    ...columns.map((_, place): TableCell => {
      const value = values[at]?.[place] ?? null;
      return {
        text: value === null || cellWidth < 0.26 ? '' : formatter.format(value),
        options: {
          ...small,
          align: 'center',
          fill: { color: hex(value === null ? '#f1f3f5' : heatColor(value, scale, least, most)) },
        },
      };
    }),
  ]);
  slide.addTable([head, ...body], {
    x: frame.x,
    y: frame.y + 0.1,
    w: frame.w,
    colW: [first, ...columns.map(() => cellWidth)],
    rowH: Math.min(0.32, (frame.h - 0.2) / (rows.length + 1)),
    border: { type: 'solid', pt: 0.5, color: 'FFFFFF' },
  });
}

/** Puts a chart on a slide. */
export function addSlideChart(slide: Slide, chart: ReportChart, frame: Frame, style: SlideStyle): void {
  switch (chart.kind) {
    case 'lines':
      return lines(slide, chart, frame, style);
    case 'stacked':
      return stacked(slide, chart, frame, style);
    case 'waterfall':
      return waterfall(slide, chart, frame, style);
    case 'funnel':
      return funnel(slide, chart, frame, style);
    case 'heat':
      return heat(slide, chart, frame, style);
  }
}
