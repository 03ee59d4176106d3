import type { ReportChart, ReportSeries } from '#shared/model/packs/content.ts';
import { paper, seriesColors } from '#shared/kernel/palette.ts';
import {
  gridLines,
  type Legend,
  legendOf,
  placeLabels,
  plotBox,
  valueAxis,
  type ValueAxis,
  yOf,
} from './axes.ts';
import { type Box, type Drawing, polygon, polyline, rectangle, svg } from './drawing.ts';

type Lines = Extract<ReportChart, { kind: 'lines' }>;
type Stacked = Extract<ReportChart, { kind: 'stacked' }>;
type Point = readonly [number, number];

/** Where people are missing. */
export const gapColor = '#f0c4c0';

export function colorOf({ color }: Pick<ReportSeries, 'color'>): string {
  return seriesColors[color % seriesColors.length] ?? paper.text;
}

function numbersIn(series: readonly ReportSeries[]): readonly number[] {
  return series.flatMap(({ values }) => values.filter((value) => value !== null));
}

function xOf(box: Box, places: number, place: number): number {
  return box.x + (box.width / Math.max(1, places)) * (place + 0.5);
}

/** A line broken where there is no value. */
function strokes(box: Box, axis: ValueAxis, { values }: ReportSeries): readonly (readonly Point[])[] {
  const parts: Point[][] = [[]];
  values.forEach((value, place) => {
    if (value === null) parts.push([]);
    else parts.at(-1)?.push([xOf(box, values.length, place), yOf(box, axis, value)]);
  });
  return parts.filter((points) => points.length > 0);
}

/** A single point has no line; a short dash shows it. */
function drawn(points: readonly Point[], color: string, dash = ''): string {
  const [first] = points;
  if (first !== undefined && points.length === 1)
    return polyline(
      [
        [first[0] - 4, first[1]],
        [first[0] + 4, first[1]],
      ],
      color,
    );
  return polyline(points, color, dash);
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number';
}

/** The area between needed and actual wherever the actual is below, up to where the lines cross. */
function gapAreas(box: Box, axis: ValueAxis, needed: ReportSeries, actual: ReportSeries): readonly string[] {
  const areas: string[] = [];
  // Neighbouring pieces of one gap are one area: side by side they would show their seams.
  let [top, low]: [Point[], Point[]] = [[], []];
  function close(): void {
    if (top.length > 0) areas.push(polygon([...top, ...low.toReversed()], gapColor, 1));
    [top, low] = [[], []];
  }
  for (let place = 0; place + 1 < needed.values.length; place += 1) {
    const corner = [
      needed.values[place],
      needed.values[place + 1],
      actual.values[place],
      actual.values[place + 1],
    ];
    const [n0, n1, a0, a1] = corner;
    if (!isNumber(n0) || !isNumber(n1) || !isNumber(a0) || !isNumber(a1)) {
      close();
      continue;
    }
    const [d0, d1] = [n0 - a0, n1 - a1];
    if (d0 <= 0 && d1 <= 0) continue;
    const [x0, x1] = [xOf(box, needed.values.length, place), xOf(box, needed.values.length, place + 1)];
    const cut = d0 / (d0 - d1);
    const at = (t: number): readonly [Point, Point] => {
      const x = x0 + (x1 - x0) * t;
      return [
        [x, yOf(box, axis, n0 + (n1 - n0) * t)],
        [x, yOf(box, axis, a0 + (a1 - a0) * t)],
      ];
    };
    const [from, to] = [d0 > 0 ? 0 : cut, d1 > 0 ? 1 : cut];
    const ends = top.length === 0 ? [at(from), at(to)] : [at(to)];
    top.push(...ends.map(([upper]) => upper));
    low.push(...ends.map(([, lower]) => lower));
    if (d1 <= 0) close();
  }
  close();
  return areas;
}

/** The range of values that a chart over time stands on, the same on paper and on a slide. */
export function seriesAxis(chart: Lines | Stacked): ValueAxis {
  const { series, format } = chart;
  if (chart.kind === 'lines')
    return valueAxis(numbersIn(series), chart.gapLabel === undefined || format.style === 'percent');
  return valueAxis([...stackEnds(chart), ...numbersIn(linesOver(chart))], true);
}

/** Lines over time; where people are missing, the gap is shaded. */
export function linesSvg(chart: Lines, drawing: Drawing): string {
  const { series, labels, gapLabel } = chart;
  const [needed, actual] = series;
  const legend: readonly Legend[] = [
    ...series.map((one) => ({ label: one.label, color: colorOf(one), isLine: true })),
    ...(gapLabel === undefined ? [] : [{ label: gapLabel, color: gapColor }]),
  ];
  const { parts, height } = legendOf(drawing, legend);
  const axis = seriesAxis(chart);
  const box = plotBox(drawing, axis, height);
  const areas =
    gapLabel === undefined || needed === undefined || actual === undefined
      ? []
      : gapAreas(box, axis, needed, actual);
  return svg(drawing, [
    ...parts,
    ...areas,
    ...gridLines(drawing, box, axis),
    ...placeLabels(drawing, box, labels),
    ...series.flatMap((one) => strokes(box, axis, one).map((points) => drawn(points, colorOf(one)))),
  ]);
}

function stackEnds({ labels, series }: Stacked): readonly number[] {
  return labels.flatMap((_, place) => {
    const values = series.map(({ values: own }) => own[place] ?? 0);
    return [
      values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0),
      values.filter((value) => value < 0).reduce((sum, value) => sum + value, 0),
    ];
  });
}

/**
 * The bars of one place: what is above 0 upwards, what is below downwards. Each reaches back to 0 behind those before it, for
 * end to end they would show seams.
 */
function stackAt({ labels, series }: Stacked, box: Box, axis: ValueAxis, place: number): readonly string[] {
  const slot = box.width / labels.length;
  const width = Math.min(slot * 0.72, 60);
  const x = xOf(box, labels.length, place) - width / 2;
  const base = yOf(box, axis, 0);
  let [up, down] = [0, 0];
  const bars = series.flatMap((one) => {
    const value = one.values[place] ?? 0;
    if (value === 0) return [];
    const from = value > 0 ? up : down;
    const to = from + value;
    if (value > 0) up = to;
    else down = to;
    const end = yOf(box, axis, to);
    return rectangle({ x, y: Math.min(base, end), width, height: Math.abs(base - end) }, colorOf(one));
  });
  return bars.toReversed();
}

/** The lines over the parts: their total, and what they are held against. */
export function linesOver({ total, budget }: Stacked): readonly ReportSeries[] {
  return [total, budget].filter((series) => series !== undefined);
}

/** What they are held against is dashed. */
const dash = '5 3';

/** Parts stacked over time, with their total as a line. */
export function stackedSvg(chart: Stacked, drawing: Drawing): string {
  const { labels, series, budget } = chart;
  const lines = linesOver(chart);
  const { parts, height } = legendOf(drawing, [
    ...series.map((one) => ({ label: one.label, color: colorOf(one) })),
    ...lines.map((line) => ({
      label: line.label,
      color: paper.text,
      isLine: true,
      isDashed: line === budget,
    })),
  ]);
  const axis = seriesAxis(chart);
  const box = plotBox(drawing, axis, height);
  return svg(drawing, [
    ...parts,
    ...gridLines(drawing, box, axis),
    ...placeLabels(drawing, box, labels),
    ...labels.flatMap((_, place) => stackAt(chart, box, axis, place)),
    ...lines.flatMap((line) =>
      strokes(box, axis, line).map((points) => drawn(points, paper.text, line === budget ? dash : '')),
    ),
  ]);
}
