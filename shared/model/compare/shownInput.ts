import { compensatedSum } from '#shared/kernel/summation.ts';
import { isJson } from '../commands.ts';
import type { Json } from '../paths.ts';
import { periodsOf, yearFraction } from '../periods.ts';
import { type Scenario, weekdays } from '../scenario.ts';
import { isFormulaSeries, type Series, seriesProblems, seriesValue } from '../series.ts';
import { isProfile } from './parts.ts';
import { isRecord } from './seriesTree.ts';

export type InputForm =
  | 'number'
  | 'values'
  | 'growth'
  | 'steps'
  | 'ramp'
  | 'formula'
  | 'text'
  | 'flag'
  | 'list'
  | 'profile'
  | 'member';

/** The weights of a week in a few numbers. */
export interface ProfileSummary {
  readonly intervalMinutes: number;
  /** Intervals with contacts, Monday first. */
  readonly openIntervals: readonly number[];
  /** Share of the week's contacts, Monday first; all 0 where nothing is open. */
  readonly shares: readonly number[];
}

/** An input as it is written, and what that comes to in each period. */
export interface ShownInput {
  readonly form: InputForm;
  /** As the file holds it; of a profile its summary. */
  readonly value: Json;
  /** A series in each period of its plan; null for what is none, and for a formula, which only the plan can tell. */
  readonly byPeriod: readonly number[] | null;
}

type Calendar = Scenario['calendar'];

function isSeries(value: unknown): value is Series {
  return seriesProblems(value, {}).length === 0;
}

function formOf(value: unknown): InputForm {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'flag';
  if (Array.isArray(value)) return 'list';
  if (!isRecord(value)) return 'text';
  if (!isSeries(value)) return 'member';
  if ('values' in value) return 'values';
  if ('growth' in value) return 'growth';
  if ('steps' in value) return 'steps';
  return 'from' in value ? 'ramp' : 'formula';
}

/** A series in each period; undefined for what is none and for a formula. */
function valuesIn(value: unknown, calendar: Calendar): readonly number[] | undefined {
  if (!isSeries(value) || isFormulaSeries(value)) return undefined;
  const fraction = yearFraction(calendar.grain);
  return periodsOf(calendar).map((period) => seriesValue(value, period, fraction));
}

function numbersOf(list: unknown): readonly number[] {
  return Array.isArray(list) ? list.filter((value: unknown) => typeof value === 'number') : [];
}

function profileSummary(profile: Readonly<Record<string, unknown>>): ProfileSummary {
  const weights = isRecord(profile['weights']) ? profile['weights'] : {};
  const days = weekdays.map((day) => numbersOf(weights[day]));
  const sums = days.map(compensatedSum);
  const week = compensatedSum(sums);
  const { intervalMinutes } = profile;
  return {
    intervalMinutes: typeof intervalMinutes === 'number' ? intervalMinutes : 0,
    openIntervals: days.map((day) => day.filter((weight) => weight > 0).length),
    shares: sums.map((sum) => (week === 0 ? 0 : sum / week)),
  };
}

function jsonOf(value: unknown): Json {
  if (!isJson(value)) throw new Error('A scenario holds something that is no JSON');
  return value;
}

/** An input for people to look at. */
export function shownInput(value: unknown, path: string, calendar: Calendar): ShownInput {
  if (isProfile(path) && isRecord(value)) {
    return { form: 'profile', value: jsonOf({ ...profileSummary(value) }), byPeriod: null };
  }
  const form = formOf(value);
  const byPeriod = form === 'text' || form === 'flag' ? undefined : valuesIn(value, calendar);
  return { form, value: jsonOf(value), byPeriod: byPeriod ?? null };
}

/** Two ways to write one number may differ in the last digits of its powers. */
const LAST_DIGITS = 1e-12;

function isNear(left: number, right: number): boolean {
  return Math.abs(left - right) <= LAST_DIGITS * Math.max(Math.abs(left), Math.abs(right));
}

/** True when two series of one calendar say the same in every period, however they are written. */
export function isSameByPeriod(left: unknown, right: unknown, calendar: Calendar): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left === right;
  const [first, last] = [valuesIn(left, calendar), valuesIn(right, calendar)];
  return (
    first !== undefined && last !== undefined && first.every((value, at) => isNear(value, last[at] ?? 0))
  );
}
