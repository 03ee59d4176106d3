import { type Series, seriesProblems } from '../series.ts';

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a series that is more than one number: one of the forms that a scenario file knows. */
export function isSeriesForm(value: unknown): value is Exclude<Series, number> {
  return isRecord(value) && seriesProblems(value, {}).length === 0;
}

/** A copy of a piece of a scenario in which every series with a form is another one; the rest is shared. */
export function withSeries(
  value: unknown,
  change: (series: Exclude<Series, number>) => Exclude<Series, number>,
): unknown {
  if (isSeriesForm(value)) return change(value);
  if (Array.isArray(value)) return value.map((inner: unknown) => withSeries(inner, change));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withSeries(inner, change)]));
}
