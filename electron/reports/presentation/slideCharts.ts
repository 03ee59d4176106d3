import { paper, seriesColors } from '#shared/kernel/palette.ts';
import type { ReportChart } from '#shared/model/packs/content.ts';
import { bridgeAxis, bridgeBars, heatColor, isBuildOf, partColor, stepText } from '../charts/blocks.ts';
import { numberTexts } from '../charts/chartSvg.ts';
import { textWidth } from '../charts/drawing.ts';
import { addLayers, type ChartData, type Slide, type TableCell } from './library.ts';
import { type ChartOf, common, FOOT, type Frame, hex, type SlideStyle } from './slideParts.ts';
import { addLines, addStacked } from './slideSeries.ts';

/** Charts of slides, native wherever PowerPoint has the kind, so that they can be edited and copied. */

/** Of a bar from one level to another what lies above 0, and what lies below. */
function sidesOf([from, to]: readonly [number, number]): readonly [above: number, below: number] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return [Math.max(0, high) - Math.max(0, low), Math.min(0, low) - Math.min(0, high)];
}

/** Where the invisible foot of a bar ends: nothing for a bar that stands on 0 or crosses it. */
function footOf([from, to]: readonly [number, number]): number {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return low > 0 ? low : high < 0 ? high : 0;
}

/** A bridge: an invisible foot carries each step. What is below 0 is a bar of its own, so that steps may cross it. */
function waterfall(slide: Slide, chart: ChartOf<'waterfall'>, frame: Frame, style: SlideStyle): void {
  const { steps } = chart;
  const bars = bridgeBars(chart);
  const isBuild = isBuildOf(chart);
  const { compact } = numberTexts(chart, style.locale);
  // A bar that stands on another can have no number above it, so its number stands with its name.
  const labels = steps.map((step) => `${step.label}\n${stepText(step, isBuild, compact(step.value))}`);
  const kinds = [
    [chart.title, seriesColors[0], (place: number) => steps[place]?.isTotal === true],
    ['+', isBuild ? partColor : seriesColors[1], (place: number) => changeAt(chart, place) > 0],
    ['−', seriesColors[2], (place: number) => changeAt(chart, place) < 0],
  ] as const;
  const side = (name: string, at: 0 | 1, pick: (place: number) => boolean): ChartData => ({
    name,
    labels,
    values: bars.map((bar, place) => (pick(place) ? sidesOf(bar)[at] : 0)),
  });
  const above = kinds.map(([name, color, pick]) => ({ data: side(name, 0, pick), color }));
  const below = kinds.map(([name, color, pick]) => ({ data: side(name, 1, pick), color }));
  const isBelow = bars.flat().some((level) => level < 0);
  const parts = isBelow ? [...above, ...below] : above;
  const data = [{ name: FOOT, labels, values: bars.map(footOf) }, ...parts.map((part) => part.data)];
  const chartColors = ['transparent', ...parts.map(({ color }) => hex(color))];
  addLayers(
    slide,
    [{ type: 'bar', data, options: { barGrouping: 'stacked', barGapWidthPct: 35, chartColors } }],
    {
      ...common(chart, style, bridgeAxis(chart)),
      ...frame,
      barDir: 'col',
      barGrouping: 'stacked',
      showLegend: false,
    },
  );
}

/** What a step changes; 0 where it is a total. */
function changeAt({ steps }: Pick<ChartOf<'waterfall'>, 'steps'>, place: number): number {
  const step = steps[place];
  return step === undefined || step.isTotal ? 0 : step.value;
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
  const { rows, columns, values, scale } = chart;
  const all = values.flat().filter((value) => value !== null);
  const least = Math.min(...all, ...(scale === 'low' ? [] : [0]));
  const most = Math.max(...all, 0);
  const { full } = numberTexts(chart, locale);
  const first = Math.min(1.6, frame.w * 0.2);
  const cellWidth = (frame.w - first) / columns.length;
  const isTight = cellWidth < 0.4;
  const widest = Math.max(...columns.map((column) => textWidth(column, isTight ? 6 : 8))) / 72;
  const every = Math.max(1, Math.ceil((widest + 0.06) / cellWidth));
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
        text: value === null || cellWidth < 0.26 ? '' : full(value),
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
      return addLines(slide, chart, frame, style);
    case 'stacked':
      return addStacked(slide, chart, frame, style);
    case 'waterfall':
      return waterfall(slide, chart, frame, style);
    case 'funnel':
      return funnel(slide, chart, frame, style);
    case 'heat':
      return heat(slide, chart, frame, style);
  }
}
