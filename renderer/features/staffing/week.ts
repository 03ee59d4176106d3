import type { IntervalNeed, IntervalPlan } from '#shared/model/intervalPlan.ts';

export type WeekMeasure = 'agents' | 'contacts' | 'load';

export interface WeekRow {
  readonly minuteOfDay: number;
  /** Monday first; null where the queue is closed. */
  readonly values: readonly (number | null)[];
}

/** The times of day in which the queue is open on some day, from the first to the last. */
export function weekRows({ days, intervalMinutes }: IntervalPlan, measure: WeekMeasure): readonly WeekRow[] {
  const longest = Math.max(0, ...days.map(({ intervals }) => intervals.length));
  const places = Array.from({ length: longest }, (_, place) => place);
  const isOpen = (place: number) => days.some(({ intervals }) => (intervals[place] ?? null) !== null);
  const first = places.findIndex(isOpen);
  const last = places.findLastIndex(isOpen);
  if (first < 0) return [];
  return places.slice(first, last + 1).map((place) => ({
    minuteOfDay: place * intervalMinutes,
    values: days.map(({ intervals }) => intervals[place]?.[measure] ?? null),
  }));
}

/** Agent hours of one day of each weekday. */
export function hoursByDay({ days, intervalMinutes }: IntervalPlan): readonly number[] {
  return days.map(({ intervals }) =>
    intervals.reduce((sum, need) => sum + ((need?.agents ?? 0) * intervalMinutes) / 60, 0),
  );
}

export interface Peak {
  readonly weekday: number;
  readonly minuteOfDay: number;
  readonly need: IntervalNeed;
}

/** The interval with the highest load; the first of several. */
export function peakOf({ days, intervalMinutes }: IntervalPlan): Peak | undefined {
  const all = days.flatMap(({ weekday, intervals }) =>
    intervals.flatMap((need, place) =>
      need === null ? [] : { weekday, minuteOfDay: place * intervalMinutes, need },
    ),
  );
  const [first] = all;
  return first && all.reduce((best, one) => (one.need.load > best.need.load ? one : best), first);
}

/** Decimals that the values of a measure need: agents are whole people where the goal rounds up. */
export function digitsOf(rows: readonly WeekRow[], measure: WeekMeasure): number {
  if (measure === 'load') return 1;
  const isWhole = rows.every(({ values }) =>
    values.every((value) => value === null || Number.isInteger(value)),
  );
  return isWhole || measure === 'contacts' ? 0 : 1;
}
