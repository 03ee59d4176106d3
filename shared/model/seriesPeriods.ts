import { type PeriodCalendar, periodsOf, yearFraction } from './periods.ts';
import { isFormulaSeries, type Series, seriesProblems, seriesValue } from './series.ts';

/** A series whose numbers follow from the calendar alone. */
export type PlainSeries = Exclude<Series, { formula: string }>;

/** Values of neighbouring periods of a series. */
export interface PeriodRun {
  /** Index of the first period. */
  readonly from: number;
  readonly values: readonly number[];
}

export function isSeries(value: unknown): value is Series {
  return seriesProblems(value, {}).length === 0;
}

export function isPlainSeries(value: unknown): value is PlainSeries {
  return isSeries(value) && !isFormulaSeries(value);
}

/** The numbers of a series in all periods of the plan. */
export function valuesOf(series: PlainSeries, calendar: PeriodCalendar): number[] {
  const fraction = yearFraction(calendar.grain);
  return periodsOf(calendar).map((period) => seriesValue(series, period, fraction));
}

/** A series with other numbers in some periods; those beyond the end of the plan are left out. */
export function withRuns(
  series: PlainSeries,
  runs: readonly PeriodRun[],
  calendar: PeriodCalendar,
): { readonly values: number[] } {
  const values = valuesOf(series, calendar);
  for (const { from, values: own } of runs) {
    for (const [at, value] of own.entries()) if (from + at < values.length) values[from + at] = value;
  }
  return { values };
}

/** The same numbers as runs, neighbours together, in the order of the periods; a later one of the same period counts. */
export function inRuns(numbers: Iterable<readonly [period: number, value: number]>): readonly PeriodRun[] {
  const byPeriod = new Map(numbers);
  const runs: { from: number; values: number[] }[] = [];
  for (const [period, value] of [...byPeriod].toSorted(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last.from + last.values.length === period) last.values.push(value);
    else runs.push({ from: period, values: [value] });
  }
  return runs;
}

/** Each period of some runs with its value. */
export function numbersOf(runs: readonly PeriodRun[]): (readonly [period: number, value: number])[] {
  return runs.flatMap(({ from, values }) => values.map((value, at) => [from + at, value] as const));
}
