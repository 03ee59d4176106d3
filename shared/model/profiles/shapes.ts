import { type Queue, weekdays } from '../scenario.ts';

/** The profile of a week as rows of equal length, Monday first; what the painter and the imports work on. */
export type WeekGrid = readonly (readonly number[])[];

const MINUTES_PER_DAY = 1440;

export function slotsPerDay(intervalMinutes: number): number {
  return Math.round(MINUTES_PER_DAY / intervalMinutes);
}

/** All seven days, closed ones as zeros. */
export function gridOf({ intervalMinutes, weights }: Queue['profile']): WeekGrid {
  const length = slotsPerDay(intervalMinutes);
  return weekdays.map((day) => {
    const own = weights[day];
    return own === undefined || own.length === 0 ? Array.from({ length }, () => 0) : own;
  });
}

/** Painted and resampled numbers end where rounding begins to show. */
function tidy(value: number): number {
  return Number(value.toPrecision(10));
}

/** What a plan stores of a grid: days without any weight are left out, since the queue is closed on them. */
export function profileOf(grid: WeekGrid, intervalMinutes: number) {
  const open = weekdays.flatMap((day, place) => {
    const row = grid[place] ?? [];
    return row.some((weight) => weight > 0) ? [[day, row.map(tidy)] as const] : [];
  });
  return { intervalMinutes, weights: Object.fromEntries(open) };
}

export function gridTotal(grid: WeekGrid): number {
  return grid.reduce((total, row) => total + row.reduce((sum, weight) => sum + weight, 0), 0);
}

/**
 * A day in other intervals with the same total: what an interval holds is spread evenly over its minutes.
 *
 * @example resampledDay([4, 2], 720, 360) // [2, 2, 1, 1]
 */
export function resampledDay(row: readonly number[], from: number, to: number): readonly number[] {
  const next = Array.from({ length: slotsPerDay(to) }, () => 0);
  row.forEach((weight, place) => {
    const [start, end] = [place * from, (place + 1) * from];
    for (let at = Math.floor(start / to); at * to < end; at += 1) {
      const overlap = Math.min(end, (at + 1) * to) - Math.max(start, at * to);
      next[at] = (next[at] ?? 0) + (weight * overlap) / from;
    }
  });
  return next;
}

export function resampledGrid(grid: WeekGrid, from: number, to: number): WeekGrid {
  return from === to ? grid : grid.map((row) => resampledDay(row, from, to));
}

/** Some cells set to a weight. */
export function paintedGrid(
  grid: WeekGrid,
  cells: readonly { readonly day: number; readonly slot: number }[],
  weight: (old: number) => number,
): WeekGrid {
  const wanted = new Set(cells.map(({ day, slot }) => `${day}/${slot}`));
  return grid.map((row, day) =>
    row.map((old, slot) => (wanted.has(`${day}/${slot}`) ? Math.max(0, weight(old)) : old)),
  );
}

/** One day's weights on other days as well. */
export function copiedDay(grid: WeekGrid, from: number, to: readonly number[]): WeekGrid {
  const row = grid[from] ?? [];
  return grid.map((old, day) => (to.includes(day) ? row : old));
}

/** A block of numbers put in from a cell on, as it was copied from a sheet; what reaches beyond the week is left out. */
export function pastedGrid(
  grid: WeekGrid,
  at: { readonly day: number; readonly slot: number },
  block: WeekGrid,
): WeekGrid {
  return grid.map((row, day) =>
    row.map((old, slot) => Math.max(0, block[day - at.day]?.[slot - at.slot] ?? old)),
  );
}

/**
 * Days open from one minute of the day to another: outside it nothing, inside what was there, and the mean of the day, or
 * else 1, where nothing was.
 */
export function openedGrid(
  grid: WeekGrid,
  days: readonly number[],
  fromMinute: number,
  toMinute: number,
): WeekGrid {
  return grid.map((row, day) => {
    if (!days.includes(day)) return row;
    const minutes = MINUTES_PER_DAY / row.length;
    const isOpen = (slot: number) => slot * minutes >= fromMinute && (slot + 1) * minutes <= toMinute;
    const kept = row.filter((weight, slot) => isOpen(slot) && weight > 0);
    const mean = kept.length === 0 ? 1 : kept.reduce((sum, weight) => sum + weight, 0) / kept.length;
    return row.map((weight, slot) => {
      if (!isOpen(slot)) return 0;
      return weight > 0 ? weight : tidy(mean);
    });
  });
}

export const profileShapes = ['flat', 'twoPeaks', 'evening', 'allDay'] as const;
export type ProfileShape = (typeof profileShapes)[number];

interface ShapeDefinition {
  readonly days: readonly number[];
  readonly fromHour: number;
  readonly toHour: number;
  /** Weight at an hour of the day. */
  readonly at: (hour: number) => number;
}

function bump(hour: number, peak: number, width: number): number {
  return Math.exp(-((hour - peak) ** 2) / (2 * width ** 2));
}

const WORKDAYS = [0, 1, 2, 3, 4];
const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6];

const shapes: Readonly<Record<ProfileShape, ShapeDefinition>> = {
  flat: { days: WORKDAYS, fromHour: 8, toHour: 18, at: () => 10 },
  // The shape of an office day: a high morning, a dip at noon, a lower afternoon.
  twoPeaks: {
    days: WORKDAYS,
    fromHour: 8,
    toHour: 18,
    at: (hour) => 4 + 8 * bump(hour, 10.5, 1.4) + 5 * bump(hour, 15, 1.6),
  },
  // People who call after work.
  evening: {
    days: ALL_DAYS,
    fromHour: 9,
    toHour: 22,
    at: (hour) => 4 + 9 * bump(hour, 19, 2.2) + 2 * bump(hour, 12, 1.5),
  },
  allDay: {
    days: ALL_DAYS,
    fromHour: 0,
    toHour: 24,
    at: (hour) => 1.5 + 9 * bump(hour, 11, 3) + 6 * bump(hour, 18, 3),
  },
};

/** A week of a common shape, for a start. */
export function shapedGrid(shape: ProfileShape, intervalMinutes: number): WeekGrid {
  const { days, fromHour, toHour, at } = shapes[shape];
  const slots = Array.from({ length: slotsPerDay(intervalMinutes) }, (_, slot) => slot);
  return weekdays.map((_, day) =>
    slots.map((slot) => {
      const [start, end] = [(slot * intervalMinutes) / 60, ((slot + 1) * intervalMinutes) / 60];
      const isOpen = days.includes(day) && start >= fromHour && end <= toHour;
      return isOpen ? Number(at((start + end) / 2).toFixed(2)) : 0;
    }),
  );
}
