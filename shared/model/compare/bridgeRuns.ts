import { fault, ok, type Result } from '#shared/kernel/result.ts';
import { keyOf } from '../paths.ts';
import { createPlan, type Plan, type PlanCaches } from '../plan.ts';
import type { Scenario } from '../scenario.ts';
import { validateScenario } from '../validate.ts';
import {
  type BridgeMeasure,
  type BridgeMeasureId,
  bridgeMeasure,
  bridgeMeasureIds,
  measureColumn,
} from './bridgeMeasures.ts';
import { inCurrency } from './convert.ts';
import { type Family, families } from './families.ts';
import { createMixer, settled, type SideOf } from './mix.ts';
import { commonSlots, inSlots, type Slot, slotParts } from './slots.ts';

export interface BridgeOptions {
  /** All by default. */
  readonly measures?: readonly BridgeMeasureId[];
  /** Units of the first plan's currency for one unit of the second's. Without it money of two currencies is left out. */
  readonly exchangeRate?: number;
  /** Told how far it has come, 0..1; false gives up. */
  readonly onProgress?: (share: number) => boolean;
  readonly caches?: PlanCaches;
}

/** A measure that cannot be bridged, and why. */
export interface MissingMeasure {
  readonly measure: BridgeMeasureId;
  readonly reason: 'currency' | 'money-in-formulas';
}

/** The values of one run by measure, each by slot. */
export type RunValues = ReadonlyMap<BridgeMeasureId, Float64Array>;

/** Runs of all mixtures of two plans; each is computed once. */
export interface BridgeRuns {
  readonly slots: readonly Slot[];
  readonly measures: readonly BridgeMeasure[];
  readonly missing: readonly MissingMeasure[];
  /** Families in which the plans differ, in their order. */
  readonly differing: readonly Family[];
  readonly isStaffingTied: boolean;
  readonly hasTwoCalendars: boolean;
  /** True when one of the plans also covers days that the other does not. */
  readonly isCut: boolean;
  /** @returns undefined where the mixture is no possible plan, or lacks a number that both plans have */
  readonly values: (changed: ReadonlySet<Family>) => RunValues | undefined;
  readonly count: () => number;
}

const RELATIVE_NOISE = 1e-6;

function sideOf(changed: ReadonlySet<Family>): SideOf {
  return (family) => (changed.has(family) ? 'after' : 'before');
}

function readings(plan: Plan, slots: readonly Slot[], measures: readonly BridgeMeasure[]): RunValues {
  const parts = slotParts(slots, plan.graph().context.periods);
  return new Map(measures.map(({ id, rule }) => [id, inSlots(measureColumn(plan, id), parts, rule)]));
}

/** True when every number that both plans have is there. */
function isWhole(values: RunValues, before: RunValues, after: RunValues): boolean {
  return [...values].every(([id, column]) =>
    column.every(
      (value, at) =>
        !Number.isNaN(value) ||
        Number.isNaN(before.get(id)?.[at] ?? Number.NaN) ||
        Number.isNaN(after.get(id)?.[at] ?? Number.NaN),
    ),
  );
}

interface Money {
  /** The second plan in the first's currency. */
  readonly after: Scenario;
  readonly reason?: MissingMeasure['reason'];
}

/** Formulas that read money and make money of it would be converted twice; the total tells. */
function converted(
  before: Scenario,
  after: Scenario,
  rate: number,
  caches: PlanCaches | undefined,
): Result<Money> {
  const options = caches === undefined ? {} : { caches };
  const other = inCurrency(after, before.currency, rate);
  const [own, next] = [createPlan(after, options), createPlan(other, options)];
  if (!own.ok) return own;
  if (!next.ok) return next;
  const total = next.value.column('plan.totalCost');
  const isRight = own.value.column('plan.totalCost').every((cost, t) => {
    const wanted = cost * rate;
    const isNowhere = Number.isNaN(wanted) && Number.isNaN(total[t] ?? 0);
    return isNowhere || Math.abs((total[t] ?? Number.NaN) - wanted) <= RELATIVE_NOISE * Math.abs(wanted);
  });
  return ok(isRight ? { after: other } : { after, reason: 'money-in-formulas' });
}

function inOneCurrency(before: Scenario, after: Scenario, options: BridgeOptions): Result<Money> {
  const { exchangeRate: rate, caches } = options;
  if (before.currency === after.currency) {
    return rate === undefined || rate === 1
      ? ok({ after })
      : fault('invalid-input', `Both plans are in ${before.currency}: there is no rate between them.`);
  }
  if (rate === undefined) return ok({ after, reason: 'currency' });
  if (!(rate > 0 && Number.isFinite(rate))) {
    return fault('invalid-input', 'The exchange rate must be a number above 0.');
  }
  return converted(before, after, rate, caches);
}

function span(slots: readonly Slot[]): number {
  return slots.reduce((sum, { days }) => sum + days, 0);
}

/** Families in which a change shows, alone or after all others. */
function differingFamilies(mixed: (changed: ReadonlySet<Family>) => string): readonly Family[] {
  const all = new Set(families);
  const [none, every] = [mixed(new Set()), mixed(all)];
  return families.filter((family) => {
    const others = new Set(families.filter((other) => other !== family));
    return mixed(new Set([family])) !== none || mixed(others) !== every;
  });
}

const NAMES = new Set(['name', 'notes', 'account', 'channel']);

/** A list in one order, whatever the order of its members, if these have keys of their own. */
function sorted(list: readonly unknown[]): readonly unknown[] {
  const keyed = list.map((member) => ({ key: keyOf(member) ?? '', member }));
  if (keyed.some(({ key }) => key === '')) return list;
  return keyed.toSorted((left, right) => (left.key < right.key ? -1 : 1)).map(({ member }) => member);
}

/** A plan as text, without names and the order of members: what is only called or listed otherwise drives nothing. */
function textOf(scenario: Scenario | undefined): string {
  if (scenario === undefined) return '';
  return JSON.stringify(scenario, (key, value: unknown) => {
    if (Array.isArray(value)) return sorted(value);
    return NAMES.has(key) ? undefined : value;
  });
}

/**
 * Makes two valid plans ready for bridges between them.
 *
 * @returns `invalid-input` where the plans have no day in common; `invalid-plan` where one of them cannot be computed
 */
export function createBridgeRuns(
  before: Scenario,
  after: Scenario,
  options: BridgeOptions = {},
): Result<BridgeRuns> {
  const slots = commonSlots(before.calendar, after.calendar);
  const [firstWhole, lastWhole] = [before, after].map(({ calendar }) => commonSlots(calendar, calendar));
  if (slots.length === 0) {
    const starts = [before, after].map(({ name, calendar }) => `"${name}" starts on ${calendar.start}`);
    return fault('invalid-input', `The plans have no day in common: ${starts.join(', ')}.`);
  }
  const [first, last] = [settled(before), settled(after)];
  if (!first.ok) return first;
  if (!last.ok) return last;
  const money = inOneCurrency(first.value, last.value, options);
  if (!money.ok) return money;
  const { after: target, reason } = money.value;
  const wanted = (options.measures ?? bridgeMeasureIds).map(bridgeMeasure);
  const isMissing = ({ unit }: BridgeMeasure) => reason !== undefined && unit === 'money';
  const measures = wanted.filter((measure) => !isMissing(measure));
  const mixer = createMixer(first.value, target);
  const differing = differingFamilies((changed) => textOf(mixer.mixed(sideOf(changed))));
  const ends = { before: first.value, after: target, slots, measures, differing };
  const runner = createRunner(ends, mixer.mixed, options.caches);
  if (!runner.ok) return runner;
  return ok({
    ...runner.value,
    slots,
    measures,
    missing: reason === undefined ? [] : wanted.filter(isMissing).map(({ id }) => ({ measure: id, reason })),
    differing,
    isStaffingTied: mixer.isStaffingTied,
    hasTwoCalendars: mixer.hasTwoCalendars,
    isCut: span(firstWhole ?? []) !== span(slots) || span(lastWhole ?? []) !== span(slots),
  });
}

interface Ends {
  readonly before: Scenario;
  readonly after: Scenario;
  readonly slots: readonly Slot[];
  readonly measures: readonly BridgeMeasure[];
  readonly differing: readonly Family[];
}

function createRunner(
  { before, after, slots, measures, differing }: Ends,
  mixed: (sideOf: SideOf) => Scenario | undefined,
  caches: PlanCaches | undefined,
): Result<Pick<BridgeRuns, 'values' | 'count'>> {
  const created = createPlan(before, caches === undefined ? {} : { caches });
  if (!created.ok) return created;
  const plan = created.value;
  const start = readings(plan, slots, measures);
  const updated = plan.update(after);
  if (!updated.ok) return updated;
  const end = readings(plan, slots, measures);
  const known = new Map<string, RunValues | undefined>([
    [differing.map(() => '1').join(''), end],
    [differing.map(() => '0').join(''), start],
  ]);

  function run(changed: ReadonlySet<Family>): RunValues | undefined {
    const scenario = mixed(sideOf(changed));
    const valid = scenario === undefined ? undefined : validateScenario(scenario);
    if (valid === undefined || !valid.ok || !plan.update(valid.value).ok) return undefined;
    const values = readings(plan, slots, measures);
    return isWhole(values, start, end) ? values : undefined;
  }

  return ok({
    count: () => known.size,
    values(changed) {
      const key = differing.map((family) => (changed.has(family) ? '1' : '0')).join('');
      if (!known.has(key)) known.set(key, run(changed));
      return known.get(key);
    },
  });
}
