import { paper } from '#shared/kernel/palette.ts';
import {
  type Box,
  type Drawing,
  fitted,
  fontSize,
  lineTo,
  polyline,
  rectangle,
  textAt,
  textWidth,
} from './drawing.ts';

/** A range of values with round steps that holds all of them. */
export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 2.5, 5, 10];

/** Round values below and above, about four to seven of them. */
export function valueAxis(values: readonly number[], includesZero: boolean): ValueAxis {
  const least = Math.min(...values, ...(includesZero ? [0] : []));
  const most = Math.max(...values, ...(includesZero ? [0] : []));
  const span = most > least ? most - least : Math.max(1, Math.abs(most));
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(least / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  return { low: first * step, high: last * step, ticks };
}

export interface Legend {
  readonly label: string;
  readonly color: string;
  readonly isLine?: boolean;
  readonly isDashed?: boolean;
}

const LEGEND_LINE = 13;

/** The legend above the chart, over as many lines as it needs. @returns its parts and its height */
export function legendOf(
  drawing: Drawing,
  entries: readonly Legend[],
): { readonly parts: readonly string[]; readonly height: number } {
  const parts: string[] = [];
  let x = 0;
  let line = 0;
  for (const { label, color, isLine = false, isDashed = false } of entries) {
    const text = fitted(label, drawing.width - 20);
    const width = 22 + textWidth(text);
    if (x > 0 && x + width > drawing.width) {
      x = 0;
      line += 1;
    }
    const y = line * LEGEND_LINE + 2;
    parts.push(
      isDashed
        ? polyline(
            [
              [x, y + 4],
              [x + 11, y + 4],
            ],
            color,
            '4 3',
          )
        : isLine
          ? rectangle({ x, y: y + 3, width: 10, height: 2 }, color)
          : rectangle({ x, y, width: 8, height: 8 }, color),
      textAt(drawing, x + 13, y + 7, text),
    );
    x += width;
  }
  return { parts, height: (line + 1) * LEGEND_LINE + 4 };
}

/** The room for the marks, once the legend above and the labels around it have theirs. */
export function plotBox(drawing: Drawing, axis: ValueAxis, legendHeight: number): Box {
  const left = Math.max(...axis.ticks.map((tick) => textWidth(drawing.compact(tick)))) + 8;
  return {
    x: left,
    y: legendHeight + 4,
    width: drawing.width - left - 6,
    height: drawing.height - legendHeight - 4 - 18,
  };
}

export function yOf({ y, height }: Box, { low, high }: ValueAxis, value: number): number {
  return y + height * (1 - (value - low) / (high - low));
}

/** Lines across the plot with their values on the left. */
export function gridLines(drawing: Drawing, box: Box, axis: ValueAxis): readonly string[] {
  return axis.ticks.flatMap((tick) => {
    const y = yOf(box, axis, tick);
    const color = Math.abs(tick) < 1e-12 ? paper.textQuiet : paper.line;
    return [
      lineTo([box.x, y], [box.x + box.width, y], color),
      textAt(drawing, box.x - 5, y + fontSize / 3, drawing.compact(tick), {
        anchor: 'end',
        color: paper.textQuiet,
      }),
    ];
  });
}

/** Names of the places below the plot; where they would touch, every second, third … one. */
export function placeLabels(drawing: Drawing, box: Box, labels: readonly string[]): readonly string[] {
  const room = box.width / Math.max(1, labels.length);
  const widest = Math.max(...labels.map((label) => textWidth(label))) + 6;
  const every = Math.max(1, Math.ceil(widest / room));
  return labels.flatMap((label, place) => {
    if (place % every !== 0) return [];
    const x = box.x + room * (place + 0.5);
    return textAt(drawing, x, box.y + box.height + 12, label, { anchor: 'middle', color: paper.textQuiet });
  });
}
