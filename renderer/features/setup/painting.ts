import type { WeekGrid } from '#shared/model/profiles/shapes.ts';
import { formatExact, parseNumber } from '#renderer/ui/numbers.ts';

export interface CellPlace {
  readonly day: number;
  readonly slot: number;
}

export const brushes = ['set', 'raise', 'lower', 'clear'] as const;
export type Brush = (typeof brushes)[number];

/** What a stroke of a brush makes of a weight. */
export function stroke(brush: Brush, weight: number): (old: number) => number {
  switch (brush) {
    case 'set':
      return () => weight;
    case 'raise':
      return (old) => (old > 0 ? old * 1.1 : weight);
    case 'lower':
      return (old) => old * 0.9;
    case 'clear':
      return () => 0;
  }
}

/** All cells of the rectangle between two of them. */
export function cellsBetween(from: CellPlace, to: CellPlace): readonly CellPlace[] {
  const days = [Math.min(from.day, to.day), Math.max(from.day, to.day)] as const;
  const slots = [Math.min(from.slot, to.slot), Math.max(from.slot, to.slot)] as const;
  const cells: CellPlace[] = [];
  for (let day = days[0]; day <= days[1]; day += 1)
    for (let slot = slots[0]; slot <= slots[1]; slot += 1) cells.push({ day, slot });
  return cells;
}

const steps: Readonly<Record<string, readonly [day: number, slot: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key leads from a cell; undefined for a key that leads nowhere. */
export function steppedCell({ day, slot }: CellPlace, key: string, slots: number): CellPlace | undefined {
  if (key === 'Home') return { day, slot: 0 };
  if (key === 'End') return { day, slot: slots - 1 };
  const step = steps[key];
  if (step === undefined) return undefined;
  return {
    day: Math.min(6, Math.max(0, day + step[0])),
    slot: Math.min(slots - 1, Math.max(0, slot + step[1])),
  };
}

const weightFormat = { style: 'number', digits: 2 } as const;

/** The rectangle as a sheet takes it: days below each other. */
export function copiedText(grid: WeekGrid, from: CellPlace, to: CellPlace, locale: string): string {
  const days = grid.slice(Math.min(from.day, to.day), Math.max(from.day, to.day) + 1);
  return days
    .map((row) =>
      row
        .slice(Math.min(from.slot, to.slot), Math.max(from.slot, to.slot) + 1)
        .map((weight) => formatExact(weight, weightFormat, locale))
        .join('\t'),
    )
    .join('\n');
}

function transposed(block: WeekGrid): WeekGrid {
  return (block[0] ?? []).map((_, place) => block.map((row) => row[place] ?? 0));
}

/**
 * Numbers as they were copied from a sheet, days below each other. A block with more lines than a week has days holds the
 * days beside each other.
 *
 * @returns undefined where something in it is no number
 */
export function pastedBlock(text: string, locale: string): WeekGrid | undefined {
  const lines = text.replace(/[\r\n]+$/, '').split(/\r?\n/);
  const block: number[][] = [];
  for (const line of lines) {
    const row: number[] = [];
    for (const field of line.split('\t')) {
      const read =
        field.trim() === '' ? ({ ok: true, value: 0 } as const) : parseNumber(field, weightFormat, locale);
      if (!read.ok || read.value < 0) return undefined;
      row.push(read.value);
    }
    block.push(row);
  }
  return block.length > 7 ? transposed(block) : block;
}

/** Minute of the day of a text like 8, 8:30 or 18.00. */
export function minuteOfTime(text: string): number | undefined {
  const [, hours, minutes = '0'] = /^\s*(\d{1,2})(?:[:.h](\d{2}))?\s*$/.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= 1440 && Number(minutes) < 60 ? minute : undefined;
}
