import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import { type Bridge, fixedOrderBridge } from './bridge.ts';
import { withSavedEnds } from './bridgeSpan.ts';
import { savedPlan } from './savedPlan.ts';
import { shapleyBridge } from './shapley.ts';
import { type SideBySide, sideBySide } from './sideBySide.ts';
import type { Grain, Period, PeriodGroup } from '../periods.ts';
import { createPlan, type NodeHead, type Plan } from '../plan.ts';
import { grains } from '../planView.ts';
import type { PlanResults } from '../results.ts';
import type { ScenarioDocument } from '../scenario.ts';
import { validateScenario } from '../validate.ts';

/** A plan to be compared; a saved version with the results that were saved. */
export interface CompareSide {
  readonly name: string;
  readonly document: ScenarioDocument;
  readonly results: PlanResults | null;
}

export type BridgeMethod = Bridge['method'];

export type CompareTask =
  | { readonly kind: 'beside'; readonly sides: readonly CompareSide[] }
  | {
      readonly kind: 'bridge';
      readonly before: CompareSide;
      readonly after: CompareSide;
      readonly method: BridgeMethod;
      /** Units of the first plan's currency for one unit of the second's; null where they have the same or it is not known. */
      readonly exchangeRate: number | null;
    };

/** The calendar of a compared plan, to name its periods. */
export interface ComparedCalendar {
  readonly grain: 'month' | 'week';
  readonly periods: readonly Period[];
  readonly groups: Readonly<Record<Grain, readonly PeriodGroup[]>>;
  readonly fiscalYearStart: number;
}

export interface BesideAnswer {
  readonly kind: 'beside';
  /** A grain that not all plans have is absent. */
  readonly tables: Readonly<Partial<Record<Grain, SideBySide>>>;
  readonly calendars: readonly ComparedCalendar[];
  /** Of each side, how many saved measures this program computes differently; null for a side that is computed now. */
  readonly differing: readonly (number | null)[];
}

export type CompareAnswer = BesideAnswer | { readonly kind: 'bridge'; readonly bridge: Bridge };

interface Computed {
  readonly plan: Plan;
  readonly differing: number | null;
}

function computed({ document, results, name }: CompareSide): Result<Computed, Fault> {
  const scenario = validateScenario(document);
  const plan = scenario.ok ? createPlan(scenario.value) : scenario;
  if (!plan.ok) return fault(plan.fault.code, `"${name}": ${plan.fault.message}`, plan.fault.problems);
  return ok(results === null ? { plan: plan.value, differing: null } : savedPlan(plan.value, results));
}

function calendarOf({ plan }: Computed): ComparedCalendar {
  const { calendar } = plan.scenario();
  return {
    grain: calendar.grain,
    periods: plan.graph().context.periods,
    groups: {
      period: plan.groups('period'),
      month: plan.groups('month'),
      quarter: plan.groups('quarter'),
      year: plan.groups('year'),
    },
    fiscalYearStart: calendar.fiscalYearStart,
  };
}

/** Reported measures, and of the plan as a whole also the sums that reports leave out, such as required FTE. */
function isWanted({ id, kind, isDetail, member }: NodeHead): boolean {
  if (kind !== 'measure' || id.startsWith('calendar.')) return false;
  return !isDetail || member.dimension === 'plan';
}

function beside(
  sides: readonly CompareSide[],
  onProgress: (share: number) => void,
): Result<CompareAnswer, Fault> {
  const done: Computed[] = [];
  for (const [place, side] of sides.entries()) {
    onProgress(place / sides.length);
    const one = computed(side);
    if (!one.ok) return one;
    done.push(one.value);
  }
  const plans = done.map(({ plan }, place) => ({ plan, name: sides[place]?.name ?? '' }));
  const tables: Partial<Record<Grain, SideBySide>> = {};
  for (const grain of grains) {
    const table = sideBySide(plans, {
      grain,
      isWanted,
    });
    if (table.ok) tables[grain] = table.value;
    // Weeks and months have no periods in common, and still quarters and years.
    else if (grain !== 'period') return table;
  }
  return ok({
    kind: 'beside',
    tables,
    calendars: done.map(calendarOf),
    differing: done.map(({ differing }) => differing),
  });
}

function savedEnd({ document, results, name }: CompareSide): Plan | undefined {
  const found = results === null ? undefined : computed({ document, results, name });
  return found?.ok === true ? found.value.plan : undefined;
}

function bridge(
  { before, after, method, exchangeRate }: Extract<CompareTask, { kind: 'bridge' }>,
  onProgress: (share: number) => void,
): Result<CompareAnswer, Fault> {
  const [first, last] = [validateScenario(before.document), validateScenario(after.document)];
  if (!first.ok) return first;
  if (!last.ok) return last;
  const rate = exchangeRate === null ? {} : { exchangeRate };
  const make = method === 'shapley' ? shapleyBridge : fixedOrderBridge;
  const made = make(first.value, last.value, {
    ...rate,
    onProgress(share) {
      onProgress(share);
      return true;
    },
  });
  if (!made.ok) return made;
  const [saved, savedAfter] = [savedEnd(before), savedEnd(after)];
  const ends = {
    ...rate,
    ...(saved === undefined ? {} : { before: saved }),
    ...(savedAfter === undefined ? {} : { after: savedAfter }),
  };
  return ok({ kind: 'bridge', bridge: withSavedEnds(made.value, ends) });
}

/** Computes what is compared, apart from the open plan. */
export function compareWork(
  task: CompareTask,
  onProgress: (share: number) => void,
): Result<CompareAnswer, Fault> {
  return task.kind === 'beside' ? beside(task.sides, onProgress) : bridge(task, onProgress);
}
