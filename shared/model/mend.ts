/**
 * Stand-ins for the places of a document that are not well-formed, so that the rules between fields can be checked on
 * the rest and all problems of a file are told at once. A stand-in breaks no rule itself.
 */

type Steps = readonly PropertyKey[];

interface StandIn {
  /** Beginning of a broken path; "*" is any place in a list or any field. */
  readonly pattern: string;
  /** What stands there instead; undefined takes it away, so that its default applies. */
  readonly value?: unknown;
  /** Fields beside it that are judged together with it. */
  readonly beside?: Readonly<Record<string, unknown>>;
}

/** A series that no rule can judge before the plan runs. */
const UNKNOWN_SERIES = { formula: '0' };
const EVENT = { name: '', queues: [], uplift: 0, from: '2000-01-01', to: '2000-01-01' };
const CALENDAR = { start: '1900-01-01', periods: 1, grain: 'month' };

/** The first that fits decides. */
const STAND_INS: readonly StandIn[] = [
  { pattern: 'format', value: 'headroom/scenario' },
  { pattern: 'version', value: 1 },
  { pattern: 'name', value: 'stand-in' },
  { pattern: 'currency', value: 'EUR' },
  { pattern: 'calendar.fiscalYearStart' },
  { pattern: 'calendar.demandBasis' },
  { pattern: 'calendar.holidays' },
  { pattern: 'calendar', value: CALENDAR },
  { pattern: 'segments.*.openingCustomers', value: 0 },
  { pattern: 'queues.*.channel', value: 'voice' },
  { pattern: 'queues.*.profile', value: { intervalMinutes: 30, weights: {} } },
  { pattern: 'queues.*.patience', value: 1 },
  { pattern: 'queues.*.model', value: 'erlangC', beside: { goal: {} } },
  { pattern: 'queues.*.goal', value: {} },
  { pattern: 'events.*', value: EVENT },
  { pattern: 'staffGroups.*.queues.*.share', value: UNKNOWN_SERIES },
  { pattern: 'staffGroups.*.weeklyHours', value: 40 },
  { pattern: 'staffGroups.*.proficientHeadcount', value: 0 },
  { pattern: 'staffGroups.*.attrition', value: 0 },
  { pattern: 'staffGroups.*.hiring', value: { mode: 'manual' } },
  { pattern: 'staffGroups.*.pay.hourlyWage', value: 0 },
  { pattern: 'staffGroups.*.pay.annualSalary', value: 0 },
  { pattern: 'staffGroups.*.pay.*' },
  { pattern: 'staffGroups.*.pay', value: { hourlyWage: 0 } },
  { pattern: 'staffGroups.*.vendor', value: { pricing: 'perHour' } },
  { pattern: 'staffGroups.*.shrinkage.*' },
  { pattern: 'drivers.*.value', value: 0 },
  { pattern: 'budgetLines.*.perMonth', value: 0 },
  { pattern: 'initiatives.*.*', beside: { start: '9999-01-01', effects: [] } },
  { pattern: 'statusQuoDrift.*.*', beside: { start: '9999-01-01', effects: [] } },
  { pattern: 'ownLines.*.*', beside: { scope: 'plan', formula: '0' } },
  { pattern: 'uncertain' },
  { pattern: 'assumptions' },
  { pattern: 'discountRate' },
  { pattern: 'notes' },
  { pattern: 'segments.*.*' },
  { pattern: 'queues.*.*' },
  { pattern: 'staffGroups.*.*' },
  { pattern: 'drivers.*.*' },
  { pattern: 'budgetLines.*.*' },
];

function fits(pattern: readonly string[], steps: Steps): boolean {
  return (
    pattern.length <= steps.length && pattern.every((part, at) => part === '*' || part === String(steps[at]))
  );
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A copy with another value at a place; undefined takes it away. What is not on the way is shared with the original. */
function put(here: unknown, [step, ...rest]: Steps, value: unknown): unknown {
  if (step === undefined) return value;
  if (!isContainer(here)) return here;
  if (Array.isArray(here)) {
    const at = Number(step);
    return at < here.length ? here.with(at, put(here[at], rest, value)) : here;
  }
  const others = Object.entries(here).filter(([key]) => key !== step);
  const old: unknown = Object.hasOwn(here, step) ? Reflect.get(here, step) : undefined;
  const next = put(old, rest, value);
  return Object.fromEntries(next === undefined ? others : [...others, [String(step), next]]);
}

/** True for a broken place without which nobody knows when the periods of the plan are. */
export function isAboutPeriods(steps: Steps): boolean {
  return (
    steps[0] === 'calendar' && [undefined, 'start', 'periods', 'grain'].some((field) => field === steps[1])
  );
}

/** Names and lists that other places refer to: without them nothing can be said about the rest. */
function isFoundation(steps: Steps): boolean {
  if (steps.at(-1) === 'id') return true;
  return fits(['staffGroups', '*', 'queues'], steps) && steps.length <= 4;
}

/**
 * A copy of a document with stand-ins at its broken places and without its unknown fields.
 *
 * @returns undefined where too much is broken to say anything about the rest
 */
export function mended(document: unknown, broken: readonly Steps[], unknown: readonly Steps[]): unknown {
  if (broken.some(isFoundation)) return undefined;
  let copy = document;
  for (const steps of unknown) copy = put(copy, steps, undefined);
  for (const steps of broken) {
    const standIn = STAND_INS.find(({ pattern }) => fits(pattern.split('.'), steps));
    if (standIn === undefined) return undefined;
    const place = steps.slice(0, standIn.pattern.split('.').length);
    copy = put(copy, place, standIn.value);
    for (const [name, value] of Object.entries(standIn.beside ?? {}))
      copy = put(copy, [...place.slice(0, -1), name], value);
  }
  return copy;
}
