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
function drawn(points: readonly Point[], color: string): string {
  const [first] = points;
  if (first !== undefined && points.length === 1)
    return polyline(
      [
        [first[0] - 4, first[1]],
        [first[0] + 4, first[1]],
      ],
      color,
    );
  return polyline(points, color);
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number';
}

/** The area between needed and actual wherever the actual is below, up to where the lines cross. */
function gapAreas(box: Box, axis: ValueAxis, needed: ReportSeries, actual: ReportSeries): readonly string[] {
  const areas: string[] = [];
  for (let place = 0; place + 1 < needed.values.length; place += 1) {
    const corner = [
      needed.values[place],
      needed.values[place + 1],
      actual.values[place],
      actual.values[place + 1],
    ];
    const [n0, n1, a0, a1] = corner;
    if (!isNumber(n0) || !isNumber(n1) || !isNumber(a0) || !isNumber(a1)) continue;
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
    const [[topLeft, lowLeft], [topRight, lowRight]] = [at(from), at(to)];
    areas.push(polygon([topLeft, topRight, lowRight, lowLeft], paper.shortage, 0.22));
  }
  return areas;
}

/** Lines over time; where people are missing, the gap is shaded. */
export function linesSvg(chart: Lines, drawing: Drawing): string {
  const { series, labels, gapLabel, format } = chart;
  const [needed, actual] = series;
  const legend: readonly Legend[] = [
    ...series.map((one) => ({ label: one.label, color: colorOf(one), isLine: true })),
    ...(gapLabel === undefined ? [] : [{ label: gapLabel, color: '#f0c4c0' }]),
  ];
  const { parts, height } = legendOf(drawing, legend);
  const axis = valueAxis(numbersIn(series), gapLabel === undefined || format.style === 'percent');
  const box = plotBox(drawing, axis, height);
  const gaps =
    gapLabel === undefined || needed === undefined || actual === undefined
      ? []
      : gapAreas(box, axis, needed, actual);
  return svg(drawing, [
    ...parts,
    ...gridLines(drawing, box, axis),
    ...placeLabels(drawing, box, labels),
    ...gaps,
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

/** The bars of one place: what is above 0 upwards, what is below downwards. */
function stackAt({ labels, series }: Stacked, box: Box, axis: ValueAxis, place: number): readonly string[] {
  const slot = box.width / labels.length;
  const width = Math.min(slot * 0.72, 60);
  const x = xOf(box, labels.length, place) - width / 2;
  let [up, down] = [0, 0];
  return series.flatMap((one) => {
    const value = one.values[place] ?? 0;
    if (value === 0) return [];
    const from = value > 0 ? up : down;
    const to = from + value;
    if (value > 0) up = to;
    else down = to;
    const [top, bottom] = [yOf(box, axis, Math.max(from, to)), yOf(box, axis, Math.min(from, to))];
    return rectangle({ x, y: top, width, height: bottom - top }, colorOf(one));
  });
}

/** Parts stacked over time, with their total as a line. */
export function stackedSvg(chart: Stacked, drawing: Drawing): string {
  const { labels, series, total } = chart;
  const { parts, height } = legendOf(drawing, [
    ...series.map((one) => ({ label: one.label, color: colorOf(one) })),
    ...(total === undefined ? [] : [{ label: total.label, color: paper.text, isLine: true }]),
  ]);
  const axis = valueAxis([...stackEnds(chart), ...numbersIn(total === undefined ? [] : [total])], true);
  const box = plotBox(drawing, axis, height);
  return svg(drawing, [
    ...parts,
    ...gridLines(drawing, box, axis),
    ...placeLabels(drawing, box, labels),
    ...labels.flatMap((_, place) => stackAt(chart, box, axis, place)),
    ...(total === undefined ? [] : strokes(box, axis, total).map((points) => drawn(points, paper.text))),
  ]);
}
