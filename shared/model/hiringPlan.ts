import { createEngine } from '#shared/engine/evaluate.ts';
import { isoDateOf } from '#shared/kernel/calendar.ts';
import type { StaffingCache } from './blocks/staffingCache.ts';
import { columnsOf, problemOf } from './hiring/fromNeeds.ts';
import { type AutoGroup, frozenInputs, hiringNeeds, type HiringNeeds, isAutoGroup } from './hiring/needs.ts';
import { type OnProgress, optimise, type Optimum } from './hiring/optimise.ts';
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
  optimum: Optimum,
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
  };
}

/** Everything that decides an optimum, as text. */
function keyOf(group: AutoGroup, needs: HiringNeeds, grain: string, reported: number): string {
  const columns = columnsOf(needs).map((column) => [...column]);
  const { ramp, newHireWeeks, newHireFactor, trainingDropout, fteRatio, hiring, pay } = group;
  const people = { ramp, newHireWeeks, newHireFactor, trainingDropout, fteRatio };
  return JSON.stringify([grain, reported, people, hiring, pay?.overtimeMax ?? 0, columns]);
}

/** Plans the hiring of groups that leave it to the program; keeps what it computed for the next edit. */
export interface HiringPlanner {
  /** @returns plans by group; groups whose requirement cannot be computed are left out */
  plan(scenario: Scenario, graph: PlanGraph): ReadonlyMap<string, HiringPlan>;
}

export interface HiringPlannerOptions {
  readonly staffing: StaffingCache;
  readonly cache: HiringCache;
  /** Told how far the work has come, 0..1; false stops it with the best plans so far and their proven gaps. */
  readonly onProgress?: OnProgress;
}

export function createHiringPlanner({
  staffing,
  cache,
  onProgress = () => true,
}: HiringPlannerOptions): HiringPlanner {
  const engine = createEngine();
  const tailEngine = createEngine();

  function needsOf(
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
  }

  function optimum(key: string, problem: HiringProblem, progress: OnProgress): Optimum {
    const known = cache.find(key);
    if (known !== undefined) return known;
    let isStopped = false;
    const found = optimise(problem, (fraction) => {
      isStopped ||= !progress(fraction);
      return !isStopped;
    });
    // A plan that somebody did not wait for is not the answer for the next one who asks.
    if (!isStopped) cache.keep(key, found);
    return found;
  }

  return {
    plan(scenario, graph) {
      const groups = scenario.staffGroups.filter(isAutoGroup);
      if (groups.length === 0) return new Map();
      const { grain, periods } = scenario.calendar;
      const needs = needsOf(scenario, graph, groups);
      const plans = groups.flatMap((group, place): [string, HiringPlan][] => {
        const own = needs[place];
        const problem = own === undefined ? undefined : problemOf(group, own, grain, periods);
        if (own === undefined || problem === undefined) return [];
        const progress = (fraction: number) => onProgress((place + fraction) / groups.length);
        const found = optimum(keyOf(group, own, grain, periods), problem, progress);
        return [[group.id, planOf(group, problem, found, graph.context.periods, yearFraction(grain))]];
      });
      return new Map(plans);
    },
  };
}
