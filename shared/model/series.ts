import { dayNumberOfIso, isIsoDate } from '#shared/kernel/calendar.ts';
import { MAX_FORMULA_LENGTH, parseFormula } from '#shared/engine/formula.ts';
import type { Period } from './periods.ts';

/** A number that may change over the plan. Every form but `formula` is a function of the calendar alone. */
export type Series =
  | number
  | { readonly values: readonly number[] }
  | { readonly base: number; readonly growth: number }
  | { readonly base: number; readonly steps: readonly { readonly date: string; readonly value: number }[] }
  | { readonly from: number; readonly to: number; readonly fromDate: string; readonly toDate: string }
  | { readonly formula: string };

/** Which numbers an input may hold, and how that is said to a person. */
export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
  /** True when `min` itself is not allowed. */
  readonly isMinExcluded?: boolean;
  readonly isInteger?: boolean;
}

export interface SeriesProblem {
  readonly path: readonly (string | number)[];
  readonly found: unknown;
  readonly expected: string;
}

const FORMS = [
  ['values'],
  ['base', 'growth'],
  ['base', 'steps'],
  ['from', 'to', 'fromDate', 'toDate'],
  ['formula'],
] as const;
const FORMS_TEXT =
  'a number, or one of {values}, {base, growth}, {base, steps}, {from, to, fromDate, toDate}, {formula}';

/** "a number from 0 to 1", "a number above 0", … */
export function rangeText({ min, max, isMinExcluded = false, isInteger = false }: NumberRange): string {
  const kind = isInteger ? 'a whole number' : 'a number';
  if (min !== undefined && max !== undefined)
    return isMinExcluded ? `${kind} above ${min} and up to ${max}` : `${kind} from ${min} to ${max}`;
  if (min !== undefined) return isMinExcluded ? `${kind} above ${min}` : `${kind} of at least ${min}`;
  return max === undefined ? kind : `${kind} of at most ${max}`;
}

export function isInRange(
  value: number,
  { min, max, isMinExcluded = false, isInteger = false }: NumberRange,
): boolean {
  if (!Number.isFinite(value) || (isInteger && !Number.isInteger(value))) return false;
  if (min !== undefined && (isMinExcluded ? value <= min : value < min)) return false;
  return max === undefined || value <= max;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function numberProblems(value: unknown, path: SeriesProblem['path'], range: NumberRange): SeriesProblem[] {
  const isFine = typeof value === 'number' && isInRange(value, range);
  return isFine ? [] : [{ path, found: value, expected: rangeText(range) }];
}

function dateProblems(value: unknown, path: SeriesProblem['path']): SeriesProblem[] {
  const isFine = typeof value === 'string' && isIsoDate(value);
  return isFine ? [] : [{ path, found: value, expected: 'a date like 2027-01-31' }];
}

function valuesProblems(values: unknown, range: NumberRange): SeriesProblem[] {
  if (!Array.isArray(values) || values.length === 0) {
    return [{ path: ['values'], found: values, expected: 'a list with a number for each period' }];
  }
  return values.flatMap((value: unknown, index) => numberProblems(value, ['values', index], range));
}

function stepsProblems(steps: unknown, range: NumberRange): SeriesProblem[] {
  if (!Array.isArray(steps)) return [{ path: ['steps'], found: steps, expected: 'a list of {date, value}' }];
  const dates = new Set<unknown>();
  return steps.flatMap((step: unknown, index) => {
    const path = ['steps', index];
    if (!isRecord(step) || Object.keys(step).some((key) => key !== 'date' && key !== 'value')) {
      return [{ path, found: step, expected: '{date, value}' }];
    }
    const isRepeated = dates.has(step['date']);
    dates.add(step['date']);
    return [
      ...dateProblems(step['date'], [...path, 'date']),
      ...(isRepeated ? [{ path: [...path, 'date'], found: step['date'], expected: 'each date once' }] : []),
      ...numberProblems(step['value'], [...path, 'value'], range),
    ];
  });
}

function rampProblems(form: Record<string, unknown>, range: NumberRange): SeriesProblem[] {
  const dates = [
    ...dateProblems(form['fromDate'], ['fromDate']),
    ...dateProblems(form['toDate'], ['toDate']),
  ];
  const isBackwards = dates.length === 0 && String(form['toDate']) < String(form['fromDate']);
  return [
    ...numberProblems(form['from'], ['from'], range),
    ...numberProblems(form['to'], ['to'], range),
    ...dates,
    ...(isBackwards
      ? [{ path: ['toDate'], found: form['toDate'], expected: 'a date on or after fromDate' }]
      : []),
  ];
}

function formulaProblems(formula: unknown): SeriesProblem[] {
  const path = ['formula'];
  if (typeof formula !== 'string' || formula.trim() === '') {
    return [{ path, found: formula, expected: `a formula of at most ${MAX_FORMULA_LENGTH} characters` }];
  }
  const parsed = parseFormula(formula);
  if (parsed.ok) return [];
  const { position, message } = parsed.fault;
  return [{ path, found: formula, expected: `a formula; at character ${position + 1}: ${message}` }];
}

/**
 * Everything that is wrong with a value given where a series is expected; empty when it is one.
 *
 * Each number in it must lie in `range`; growth must be above −1. A mixture of the forms' keys is refused.
 */
export function seriesProblems(value: unknown, range: NumberRange): readonly SeriesProblem[] {
  if (typeof value === 'number') return numberProblems(value, [], range);
  if (!isRecord(value)) return [{ path: [], found: value, expected: `${rangeText(range)}, or a series` }];
  const keys = Object.keys(value);
  const isForm = FORMS.some((form) => form.length === keys.length && form.every((key) => keys.includes(key)));
  if (!isForm) return [{ path: [], found: value, expected: FORMS_TEXT }];
  if ('values' in value) return valuesProblems(value['values'], range);
  if ('formula' in value) return formulaProblems(value['formula']);
  if ('from' in value) return rampProblems(value, range);
  const base = numberProblems(value['base'], ['base'], range);
  return 'growth' in value
    ? [...base, ...numberProblems(value['growth'], ['growth'], { min: -1, isMinExcluded: true })]
    : [...base, ...stepsProblems(value['steps'], range)];
}

/** True when the value of a series needs the rest of the model. */
export function isFormulaSeries(series: Series): series is { readonly formula: string } {
  return typeof series === 'object' && 'formula' in series;
}

function stepValue(base: number, steps: readonly { date: string; value: number }[], start: string): number {
  const reached = steps.filter(({ date }) => date <= start);
  const latest = reached.reduce<{ date: string; value: number } | undefined>(
    (best, step) => (best === undefined || step.date > best.date ? step : best),
    undefined,
  );
  return latest?.value ?? base;
}

/**
 * Value of a series in one period.
 *
 * `values`: by period, the last carries on. `growth`: base·(1 + growth)^(years before the period). `steps`: from the
 * first period that starts on or after the date. Ramp: linear in the period's start date, flat outside.
 *
 * @param yearFraction y, years in one period
 * @throws for a formula, which only the engine can evaluate
 * @example seriesValue({ base: 100, growth: 0.21 }, period6, 1 / 12) // 110.00000000000001
 */
export function seriesValue(
  series: Exclude<Series, { formula: string }>,
  period: Period,
  yearFraction: number,
): number {
  if (typeof series === 'number') return series;
  if ('values' in series) return series.values[Math.min(period.index, series.values.length - 1)] ?? 0;
  if ('growth' in series) return series.base * (1 + series.growth) ** (period.index * yearFraction);
  if ('steps' in series) return stepValue(series.base, series.steps, period.start);
  return rampValue(series, period.startDay);
}

/** Linear between the two days, the last value from the second on, also where both are the same day. */
function rampValue({ from, to, fromDate, toDate }: Extract<Series, { from: number }>, day: number): number {
  const first = dayNumberOfIso(fromDate);
  const last = dayNumberOfIso(toDate);
  if (day >= last) return to;
  if (day <= first) return from;
  const share = (day - first) / (last - first);
  // Halved, so that the difference of two huge numbers does not overflow.
  return 2 * (from / 2 + (to / 2 - from / 2) * share);
}
