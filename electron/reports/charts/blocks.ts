import type { ReportChart } from '#shared/model/packs/content.ts';
import { paper, seriesColors } from '#shared/kernel/palette.ts';
import { gridLines, plotBox, valueAxis, type ValueAxis, yOf } from './axes.ts';
import { type Drawing, fitted, fontSize, lineTo, rectangle, svg, textAt, textWidth } from './drawing.ts';

type Waterfall = Extract<ReportChart, { kind: 'waterfall' }>;
type Heat = Extract<ReportChart, { kind: 'heat' }>;
type Funnel = Extract<ReportChart, { kind: 'funnel' }>;

const [BLUE = paper.text, ORANGE = paper.text, GREEN = paper.text] = seriesColors;

/** Where each bar of a bridge begins and ends. */
export function bridgeBars({
  steps,
}: Pick<Waterfall, 'steps'>): readonly (readonly [from: number, to: number])[] {
  let level = 0;
  return steps.map(({ value, isTotal }) => {
    const from = isTotal ? 0 : level;
    level = isTotal ? value : level + value;
    return [from, level] as const;
  });
}

/** Two lines of a name that is wider than its bar. */
function wrapped(label: string, width: number): readonly string[] {
  if (textWidth(label) <= width) return [label];
  const words = label.split(' ');
  const lines: string[] = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    const joined = last === '' ? word : `${last} ${word}`;
    if (textWidth(joined) <= width || last === '') lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines
    .slice(0, 2)
    .map((line, place) => fitted(place === 1 && lines.length > 2 ? `${line}…` : line, width));
}

/** The range of values that a bridge stands on, the same on paper and on a slide. */
export function bridgeAxis(chart: Pick<Waterfall, 'steps'>): ValueAxis {
  return valueAxis(bridgeBars(chart).flat(), true);
}

/** What is written at a step: a change with its sign. */
export function stepText(
  { value, isTotal }: Waterfall['steps'][number],
  isBuild: boolean,
  text: string,
): string {
  return !isTotal && !isBuild && value > 0 ? `+${text}` : text;
}

/** A bridge from nothing: its steps are parts, not changes. */
export function isBuildOf({ steps }: Pick<Waterfall, 'steps'>): boolean {
  return steps.filter(({ isTotal }) => isTotal).length === 1;
}

/** A part of a total that is built up. */
export const partColor = '#7fa9d4';

/** From one total to another, step by step. */
export function waterfallSvg(chart: Waterfall, drawing: Drawing): string {
  const { steps } = chart;
  const bars = bridgeBars(chart);
  const isBuild = isBuildOf(chart);
  const axis = bridgeAxis(chart);
  const room = { ...drawing, height: drawing.height - 10 };
  const box = plotBox(room, axis, 12);
  const slot = box.width / steps.length;
  const parts = steps.flatMap((step, place) => {
    const { label, value, isTotal } = step;
    const [from, to] = bars[place] ?? [0, 0];
    const x = box.x + slot * place;
    const [top, bottom] = [yOf(box, axis, Math.max(from, to)), yOf(box, axis, Math.min(from, to))];
    const color = isTotal ? BLUE : isBuild ? partColor : value > 0 ? ORANGE : GREEN;
    const middle = x + slot / 2;
    return [
      rectangle(
        { x: x + slot * 0.14, y: top, width: slot * 0.72, height: Math.max(0.6, bottom - top) },
        color,
      ),
      textAt(drawing, middle, top - 3, stepText(step, isBuild, drawing.compact(value)), { anchor: 'middle' }),
      ...(place + 1 < steps.length
        ? [
            lineTo(
              [x + slot * 0.86, yOf(box, axis, to)],
              [x + slot * 1.14, yOf(box, axis, to)],
              paper.textQuiet,
            ),
          ]
        : []),
      ...wrapped(label, slot - 4).map((line, at) =>
        textAt(drawing, middle, box.y + box.height + 12 + at * 10, line, {
          anchor: 'middle',
          color: paper.textQuiet,
        }),
      ),
    ];
  });
  return svg(drawing, [...gridLines(drawing, box, axis), ...parts]);
}

function mixed(from: readonly number[], to: readonly number[], share: number): string {
  const part = from.map((value, place) => Math.round(value + ((to[place] ?? 0) - value) * share));
  return `#${part.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const WHITE = [255, 255, 255];
const DEEP_BLUE = [11, 92, 173];
const DEEP_ORANGE = [217, 102, 7];

/** The colour of a value: blue is plenty, orange is short; every cell also says its number. */
export function heatColor(value: number, scale: Heat['scale'], least: number, most: number): string {
  if (scale === 'high') return mixed(WHITE, DEEP_BLUE, most === 0 ? 0 : (value / most) * 0.75);
  if (scale === 'low') {
    const share = most === least ? 0 : (most - value) / (most - least);
    return mixed(WHITE, DEEP_ORANGE, share * 0.75);
  }
  const largest = Math.max(Math.abs(least), Math.abs(most), 1e-12);
  return mixed(WHITE, value < 0 ? DEEP_ORANGE : DEEP_BLUE, (Math.abs(value) / largest) * 0.7);
}

/** Rows by columns, each cell coloured by its value and with its number where it fits. */
export function heatSvg({ rows, columns, values, scale }: Heat, drawing: Drawing): string {
  const all = values.flat().filter((value) => value !== null);
  const [least, most] = [Math.min(...all, 0), Math.max(...all, 0)];
  const left = Math.min(drawing.width * 0.22, Math.max(...rows.map((row) => textWidth(row))) + 8);
  const cellWidth = (drawing.width - left) / columns.length;
  const cellHeight = Math.min(24, (drawing.height - 20) / rows.length);
  const widestLabel = Math.max(...columns.map((column) => textWidth(column))) + 4;
  const every = Math.max(1, Math.ceil(widestLabel / cellWidth));
  const size = Math.min(7.5, cellHeight - 2);
  const heads = columns.flatMap((column, place) =>
    place % every === 0
      ? textAt(drawing, left + cellWidth * (place + 0.5), 10, column, {
          anchor: 'middle',
          color: paper.textQuiet,
        })
      : [],
  );
  const low = scale === 'low' && all.length > 0 ? Math.min(...all) : least;
  const cells = rows.flatMap((row, at) => {
    const y = 16 + cellHeight * at;
    return [
      textAt(drawing, left - 6, y + cellHeight / 2 + 3, fitted(row, left - 8), { anchor: 'end' }),
      ...columns.flatMap((_, place) => {
        const value = values[at]?.[place] ?? null;
        const box = { x: left + cellWidth * place, y, width: cellWidth - 1, height: cellHeight - 1 };
        if (value === null) return rectangle(box, '#f1f3f5');
        const text = drawing.compact(value);
        const fits = textWidth(text, size) <= cellWidth - 1;
        return [
          rectangle(box, heatColor(value, scale, low, most)),
          ...(fits
            ? [
                textAt(drawing, box.x + box.width / 2, y + cellHeight / 2 + 2.5, text, {
                  anchor: 'middle',
                  size,
                }),
              ]
            : []),
        ];
      }),
    ];
  });
  return svg(drawing, [...heads, ...cells]);
}

/** Steps of one way, each as wide as its value, with its share of the first. */
export function funnelSvg({ steps }: Funnel, drawing: Drawing): string {
  const most = Math.max(...steps.map(({ value }) => value), 1e-12);
  const left = Math.min(drawing.width * 0.3, Math.max(...steps.map(({ label }) => textWidth(label, 9))) + 10);
  const room = drawing.width - left - 90;
  const height = Math.min(44, drawing.height / steps.length);
  const parts = steps.flatMap(({ label, value }, place) => {
    const width = Math.max(1, (value / most) * room);
    const y = place * height;
    const middle = y + height / 2 + fontSize / 3;
    return [
      textAt(drawing, left - 8, middle, fitted(label, left - 10, 9), { anchor: 'end', size: 9 }),
      rectangle({ x: left, y: y + 5, width, height: height - 10 }, BLUE, 1 - place * 0.15),
      textAt(drawing, left + width + 6, middle, drawing.full(value), { size: 9 }),
    ];
  });
  return svg(drawing, parts);
}
