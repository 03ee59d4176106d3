import { createEngine } from '#shared/engine/evaluate.ts';
import { isoDateOf } from '#shared/kernel/calendar.ts';
import type { StaffingCache } from './blocks/staffingCache.ts';
import { columnsOf, problemOf } from './hiring/fromNeeds.ts';
import { type AutoGroup, frozenInputs, hiringNeeds, type HiringNeeds, isAutoGroup } from './hiring/needs.ts';
import { type HiringSearch, type Optimum, startSearch } from './hiring/optimise.ts';
import { at, type HiringProblem, planCost, shortageOf, staffWith } from './hiring/problem.ts';
import { type Period, yearFraction } from './periods.ts';
import { planGraph, type PlanGraph } from './planGraph.ts';
import type { Scenario } from './scenario.ts';

/** When a class has to be decided at the latest. */
export interface HiringDecision {
  /** Start of the period in which the class starts. */
  readonly period: string;
  readonly people: number;
  /** That less the lead time. */
  readonly decideBy: string;
}

/** The cheapest hiring of one group. */
export interface HiringPlan {
  /**
   * Wages, overtime, bonus, benefits, recruiting and training over the plan, and the price of what stays uncovered; with
   * the requirement as it is without churn feedback and with backlog 0.
   */
  readonly objective: number;
  /** People by period. */
  readonly hires: readonly number[];
  readonly uncoveredFteYears: number;
  /** How much cheaper a plan could be at most, as a share of the cost, its tail included; 0 is the proved optimum. */
  readonly provenGap: number;
  readonly lastDecisionDates: readonly HiringDecision[];
  /** Only where the search was not carried to its end: somebody stopped it, or only so much work was allowed. */
  readonly ended?: 'stopped' | 'limited';
}

/** Optima found before, by everything that decides them. */
export interface HiringCache {
  readonly find: (key: string) => Optimum | undefined;
  readonly keep: (key: string, optimum: Optimum) => void;
}

const MOST_KEPT = 200;

export function createHiringCache(): HiringCache {
  const known = new Map<string, Optimum>();
  return {
    find: (key) => known.get(key),
    keep(key, optimum) {
      const [oldest] = known.keys();
      if (known.size >= MOST_KEPT && oldest !== undefined) known.delete(oldest);
      known.set(key, optimum);
    },
  };
}

/** Differences in cost that only come from the order of additions are no gap. */
const NO_GAP = 1e-9;

function gapOf({ cost, leastPossible }: Optimum): number {
  const gap = cost <= 0 ? 0 : (cost - leastPossible) / cost;
  return gap < NO_GAP ? 0 : gap;
}

function decisions(
  { hiring }: AutoGroup,
  hires: readonly number[],
  periods: readonly Period[],
): readonly HiringDecision[] {
  const leadDays = Math.ceil(hiring.leadTimeWeeks * 7);
  return periods.flatMap(({ start, startDay }, t) => {
    const people = hires[t] ?? 0;
    return people === 0 ? [] : [{ period: start, people, decideBy: isoDateOf(startDay - leadDays) }];
  });
}

function planOf(
  group: AutoGroup,
  problem: HiringProblem,
  optimum: Outcome,
  periods: readonly Period[],
  years: number,
): HiringPlan {
  const { effective, paid } = staffWith(problem, optimum.classes);
  const hires = periods.map((_, t) => (optimum.classes[t] ?? 0) * group.hiring.classSize);
  return {
    objective: planCost(problem, optimum.classes, periods.length),
    hires,
    uncoveredFteYears: periods.reduce(
      (sum, _, t) => sum + shortageOf(problem, t, at(effective, t), at(paid, t)) * years,
      0,
    ),
    provenGap: gapOf(optimum),
    lastDecisionDates: decisions(group, hires, periods),
    ...(optimum.ended === undefined ? {} : { ended: optimum.ended }),
  };
}

/** Everything that decides an optimum, as text. */
function keyOf(group: AutoGroup, needs: HiringNeeds, grain: string, reported: number): string {
  const columns = columnsOf(needs).map((column) => [...column]);
  const { ramp, newHireWeeks, newHireFactor, trainingDropout, fteRatio, hiring, pay } = group;
  const people = { ramp, newHireWeeks, newHireFactor, trainingDropout, fteRatio };
  return JSON.stringify([grain, reported, people, hiring, pay?.overtimeMax ?? 0, columns]);
}

/** How far the search for the hiring of one group has come. */
export interface HiringProgress {
  readonly groupId: string;
  readonly groupName: string;
  /** Of this group's search, 0..1. */
  readonly fraction: number;
  /** How much cheaper than the best plan so far one could still be, as a share of its cost; null while nothing is known. */
  readonly gap: number | null;
  /** Of the searches of all groups, 0..1. */
  readonly whole: number;
}

/** Work that tells how the search for hires goes, and is told each time whether to go on with it. */
export type HiringTurns<T> = Generator<HiringProgress, T, boolean>;

/**
 * Work for each group where hires are only looked for to compare plans: a fraction of a second. Small plans are proved
 * within it.
 */
export const PREVIEW_WORK = 2e6;

/** The groups whose search was cut short, with the largest share of cost by which one of their plans could be cheaper. */
export interface ShortSearch {
  readonly groups: readonly string[];
  readonly gap: number;
}

/** @returns undefined when every search was carried to its end */
export function shortSearchOf(
  plans: ReadonlyMap<string, HiringPlan>,
  groups: readonly { readonly id: string; readonly name: string }[],
): ShortSearch | undefined {
  const short = [...plans].filter(([, { ended }]) => ended === 'limited');
  if (short.length === 0) return undefined;
  return {
    groups: short.map(([groupId]) => groups.find(({ id }) => id === groupId)?.name ?? groupId),
    gap: Math.max(...short.map(([, { provenGap }]) => provenGap)),
  };
}

/** Plans the hiring of groups that leave it to the program; keeps what it computed for the next edit. */
export interface HiringPlanner {
  /**
   * Told not to go on, it ends with the best plans so far; they stay until something changes that they depend on. Dropped
   * half-way, it goes on where it was when it is asked for the same once more.
   *
   * @returns plans by group; groups whose requirement cannot be computed are left out
   */
  plan(scenario: Scenario, graph: PlanGraph): HiringTurns<ReadonlyMap<string, HiringPlan>>;
  /** Lets searches that were stopped go on with the next plan. */
  resume(): void;
}

export interface HiringPlannerOptions {
  readonly staffing: StaffingCache;
  readonly cache: HiringCache;
  /** Most work for each group, where an answer is wanted soon; see `startSearch`. */
  readonly mostWork?: number | undefined;
}

/** A search that was begun for a group. */
interface Begun {
  readonly key: string;
  readonly search: HiringSearch;
  isStopped: boolean;
}

/** What a search has come to, and why it did not go on. */
type Outcome = Optimum & Pick<HiringPlan, 'ended'>;

/** What the hiring of groups depends on, over the tail of those that have one as well. */
function createNeeds(staffing: StaffingCache) {
  const engine = createEngine();
  const tailEngine = createEngine();
  return function needsOf(
    scenario: Scenario,
    graph: PlanGraph,
    groups: readonly AutoGroup[],
  ): readonly HiringNeeds[] {
    const needs = hiringNeeds(engine, graph, groups);
    const tail = groups.reduce((most, { hiring }) => Math.max(most, hiring.tailPeriods), 0);
    if (tail === 0) return needs;
    const periods = graph.spec.periods + tail;
    const longer = planGraph(
      { ...scenario, calendar: { ...scenario.calendar, periods } },
      { cache: staffing },
    );
    return hiringNeeds(tailEngine, longer, groups, frozenInputs(engine, graph, periods));
  };
}

export function createHiringPlanner({ staffing, cache, mostWork }: HiringPlannerOptions): HiringPlanner {
  const needsOf = createNeeds(staffing);
  const begun = new Map<string, Begun>();

  function searchFor(id: string, key: string, problem: HiringProblem): Begun {
    const known = begun.get(id);
    if (known?.key === key) return known;
    const started = { key, search: startSearch(problem, mostWork), isStopped: false };
    begun.set(id, started);
    return started;
  }

  function* optimum(
    key: string,
    group: AutoGroup,
    problem: HiringProblem,
    place: Place,
  ): HiringTurns<Outcome> {
    const known = cache.find(key);
    if (known !== undefined) return known;
    const one = searchFor(group.id, key, problem);
    const { search } = one;
    while (!one.isStopped && search.goOn()) {
      // Without any plan there is nothing to stop with.
      const goOn = yield progressOf(group, search, place);
      one.isStopped = !goOn && search.soFar() !== undefined;
    }
    const found = search.soFar();
    if (found === undefined) throw new Error('A search that has ended knows a plan');
    if (one.isStopped) return { ...found, ended: 'stopped' };
    begun.delete(group.id);
    if (mostWork !== undefined && search.isCutShort()) return { ...found, ended: 'limited' };
    cache.keep(key, found);
    return found;
  }

  return {
    *plan(scenario, graph) {
      const groups = scenario.staffGroups.filter(isAutoGroup);
      if (groups.length === 0) return new Map();
      const { grain, periods } = scenario.calendar;
      const needs = needsOf(scenario, graph, groups);
      const plans = new Map<string, HiringPlan>();
      for (const [place, group] of groups.entries()) {
        const own = needs[place];
        const problem = own === undefined ? undefined : problemOf(group, own, grain, periods);
        if (own === undefined || problem === undefined) continue;
        const key = keyOf(group, own, grain, periods);
        const found = yield* optimum(key, group, problem, { place, count: groups.length });
        plans.set(group.id, planOf(group, problem, found, graph.context.periods, yearFraction(grain)));
      }
      return plans;
    },
    resume() {
      for (const one of begun.values()) one.isStopped = false;
    },
  };
}

/** Which of how many groups. */
interface Place {
  readonly place: number;
  readonly count: number;
}

function progressOf({ id, name }: AutoGroup, search: HiringSearch, { place, count }: Place): HiringProgress {
  const fraction = search.fraction();
  const found = search.soFar();
  return {
    groupId: id,
    groupName: name ?? id,
    fraction,
    // Before the first bound nothing is proved at all.
    gap: found === undefined || found.leastPossible <= 0 ? null : gapOf(found),
    whole: (place + fraction) / count,
  };
}
