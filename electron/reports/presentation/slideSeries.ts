import { paper } from '#shared/kernel/palette.ts';
import type { ReportSeries } from '#shared/model/packs/content.ts';
import { gapColor, linesOver, seriesAxis } from '../charts/series.ts';
import { addLayers, type ChartData, type ChartLayer, type ChartOptions, type Slide } from './library.ts';
import { type ChartOf, colorsOf, common, FOOT, type Frame, hex, type SlideStyle } from './slideParts.ts';

/** Charts over time: lines with the gap between them, and parts with their total. */

/** The library takes the colour of a line's marks by the line's place in the whole chart. */
function lineColors(before: number, colors: readonly string[]): string[] {
  return [...colors, ...Array.from({ length: before }, () => colors[0] ?? hex(paper.text))];
}

function dataOf(labels: readonly string[], { label, values }: ReportSeries): ChartData {
  return { name: label, labels: [...labels], values: [...values] };
}

function lineLayer(data: readonly ChartData[], colors: readonly string[], before = 0): ChartLayer {
  // A line of one point is no line.
  const isPoint = data.every(({ values }) => values.filter((value) => value !== null).length < 2);
  const options: ChartOptions = {
    chartColors: lineColors(before, colors),
    lineDataSymbol: isPoint ? 'circle' : 'none',
    lineSize: 2.25,
  };
  return { type: 'line', data, options };
}

/** The gap between needed and actual, carried by an invisible foot; a place without a gap has none of any height. */
function gapLayer({ labels, gapLabel, series }: ChartOf<'lines'>, low: number): ChartLayer | undefined {
  const [needed, actual] = series;
  if (gapLabel === undefined || needed === undefined || actual === undefined) return undefined;
  const places = labels.map((_, place) => {
    const [wanted, there] = [needed.values[place] ?? null, actual.values[place] ?? null];
    return wanted === null || there === null
      ? { foot: low, gap: 0 }
      : { foot: Math.min(wanted, there), gap: Math.max(0, wanted - there) };
  });
  return {
    type: 'area',
    data: [
      { name: FOOT, labels: [...labels], values: places.map(({ foot }) => foot) },
      { name: gapLabel, labels: [...labels], values: places.map(({ gap }) => gap) },
    ],
    options: { barGrouping: 'stacked', chartColors: ['transparent', hex(gapColor)] },
  };
}

export function addLines(slide: Slide, chart: ChartOf<'lines'>, frame: Frame, style: SlideStyle): void {
  const { labels, series } = chart;
  const axis = seriesAxis(chart);
  const gap = gapLayer(chart, axis.low);
  const lines = lineLayer(
    series.map((one) => dataOf(labels, one)),
    colorsOf(series),
    gap?.data.length,
  );
  addLayers(slide, gap === undefined ? [lines] : [gap, lines], {
    ...common(chart, style, axis),
    ...frame,
    displayBlanksAs: 'gap',
    showLegend: true,
  });
}

export function addStacked(slide: Slide, chart: ChartOf<'stacked'>, frame: Frame, style: SlideStyle): void {
  const { labels, series, budget } = chart;
  const bars: ChartLayer = {
    type: 'bar',
    // Nothing in a stack is a part of no height.
    data: series.map((one) => dataOf(labels, { ...one, values: one.values.map((value) => value ?? 0) })),
    options: { barGrouping: 'stacked', barGapWidthPct: 40, chartColors: colorsOf(series) },
  };
  const over = linesOver(chart).map((line, place): ChartLayer => {
    const layer = lineLayer([dataOf(labels, line)], [hex(paper.text)], series.length + place);
    return line === budget ? { ...layer, options: { ...layer.options, lineDash: 'dash' } } : layer;
  });
  addLayers(slide, [bars, ...over], {
    ...common(chart, style, seriesAxis(chart)),
    ...frame,
    barDir: 'col',
    barGrouping: 'stacked',
    displayBlanksAs: 'gap',
    showLegend: series.length + over.length > 1,
  });
}
