import { type Engine, createEngine } from '#shared/engine/evaluate.ts';
import type { CellError } from '#shared/engine/graph.ts';
import { createRollup, type RollupRule } from '#shared/engine/rollup.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { createStaffingCache, type StaffingCache } from './blocks/staffingCache.ts';
import {
  createHiringCache,
  createHiringPlanner,
  type HiringCache,
  type HiringPlan,
  type HiringProgress,
  type HiringTurns,
  type ShortSearch,
  shortSearchOf,
} from './hiringPlan.ts';
import { inputDefinitions } from './inputs.ts';
import { withInitiatives } from './initiatives.ts';
import { calendarLines } from './lines/all.ts';
import { howFor } from './lines/define.ts';
import type { Member } from './members.ts';
import { type Grain, groupPeriods, type PeriodGroup } from './periods.ts';
import { planGraph, type PlanGraph } from './planGraph.ts';
import type { Scenario } from './scenario.ts';
import type { Unit } from './units.ts';

/** What is known of a node apart from its values. */
export interface NodeHead {
  readonly id: string;
  /** Name of the line or path of the input inside its member. */
  readonly name: string;
  readonly member: Member;
  readonly kind: 'input' | 'measure';
  readonly label: string;
  readonly unit: Unit;
  readonly text: string;
  readonly rollup: RollupRule;
  readonly isDetail: boolean;
  /** For inputs: whether they may change over the plan. */
  readonly isSeries: boolean;
}

/** Results that several plans may share: what is remembered changes no number, only how often it is worked out. */
export interface PlanCaches {
  readonly staffing: StaffingCache;
  readonly hiring: HiringCache;
}

function createPlanCaches(): PlanCaches {
  return { staffing: createStaffingCache(), hiring: createHiringCache() };
}

export interface PlanOptions {
  readonly caches?: PlanCaches;
  /** Told how far planning the hiring has come, 0..1; false stops it with the best plans so far. */
  readonly onHiringProgress?: OnHiringProgress;
  /** Most work to look for the cheapest hires of a group, where an answer is wanted soon. */
  readonly mostHiringWork?: number;
  /** Hires by period that stand in place of the cheapest ones, by group. */
  readonly hires?: ReadonlyMap<string, readonly number[]>;
}

type OnHiringProgress = (fraction: number, progress: HiringProgress) => boolean;

/** Does work in one go, telling somebody how the search for hires comes on. */
export function driven<T>(turns: HiringTurns<T>, onProgress: OnHiringProgress = () => true): T {
  let turn = turns.next(true);
  while (turn.done !== true) turn = turns.next(onProgress(turn.value.whole, turn.value));
  return turn.value;
}

/** A scenario being computed. An update recomputes only what the change reaches. */
export interface Plan {
  /** @returns ids of the nodes whose values changed; a fault leaves the plan as it was */
  update(scenario: Scenario): Result<readonly string[], Fault>;
  /** The same in turns; dropped half-way, it leaves the plan as it was. */
  updateInTurns(scenario: Scenario): HiringTurns<Result<readonly string[], Fault>>;
  /** Lets searches for hires that were stopped go on with the next update. */
  resumeHiring(): void;
  readonly scenario: () => Scenario;
  readonly caches: PlanCaches;
  readonly graph: () => PlanGraph;
  /** The cheapest hiring of the groups that leave it to the program. */
  readonly hiringPlans: () => ReadonlyMap<string, HiringPlan>;
  /** Groups whose hires were only looked for briefly; see `mostHiringWork`. */
  readonly shortSearch: () => ShortSearch | undefined;
  readonly heads: () => ReadonlyMap<string, NodeHead>;
  column(id: string): Float64Array;
  error(id: string, period: number): CellError | undefined;
  groups(grain: Grain): readonly PeriodGroup[];
  /** Values of a node by month, quarter or fiscal year; NaN where there is none. */
  totals(id: string, grain: Grain): Float64Array;
}

function inputHeads(member: Member): readonly NodeHead[] {
  return Object.entries(inputDefinitions[member.dimension] ?? {}).map(([name, definition]) => ({
    id: name === '' ? member.inputKey : `${member.inputKey}.${name}`,
    name,
    member,
    kind: 'input',
    label: name === '' ? member.id : definition.label,
    unit: definition.unit,
    text: definition.text,
    rollup: 'mean',
    isDetail: false,
    isSeries: definition.isSeries,
  }));
}

function measureHeads(member: Member): readonly NodeHead[] {
  return [...member.lines].flatMap(([name, line]) => {
    if (howFor(line, member) === undefined) return [];
    const { label, unit, text, rollup, isDetail = false } = line;
    return {
      id: `${member.key}.${name}`,
      name,
      member,
      kind: 'measure',
      label,
      unit,
      text,
      rollup,
      isDetail,
      isSeries: true,
    };
  });
}

function calendarHeads(plan: Member): readonly NodeHead[] {
  return Object.entries(calendarLines.lines).map(([name, { label, unit, text, rollup }]) => ({
    id: `calendar.${name}`,
    name,
    member: plan,
    kind: 'measure',
    label,
    unit,
    text,
    rollup,
    isDetail: true,
    isSeries: true,
  }));
}

function headsOf({ members }: PlanGraph, engine: Engine): ReadonlyMap<string, NodeHead> {
  const heads = [
    ...calendarHeads(members.plan),
    ...members.all.flatMap((member) => [...inputHeads(member), ...measureHeads(member)]),
  ];
  return new Map(heads.filter(({ id }) => engine.has(id)).map((head) => [head.id, head]));
}

function hiresOf(plans: ReadonlyMap<string, HiringPlan>): ReadonlyMap<string, readonly number[]> {
  return new Map([...plans].map(([id, { hires }]) => [id, hires]));
}

function hiredGraph(
  scenario: Scenario,
  unhired: PlanGraph,
  hires: ReadonlyMap<string, readonly number[]>,
  { staffing }: PlanCaches,
): PlanGraph {
  return hires.size === 0 ? unhired : planGraph(scenario, { cache: staffing, hiringPlans: hires });
}

/** Computes a scenario in one go; see `planInTurns`. */
export function createPlan(first: Scenario, options: PlanOptions = {}): Result<Plan, Fault> {
  return driven(planInTurns(first, options), options.onHiringProgress);
}

/**
 * Computes a scenario and keeps it computed.
 *
 * @returns `invalid-plan` when initiatives take an input out of its range; what cannot be computed inside the plan is an
 * error of its cells, not of the plan
 */
export function* planInTurns(
  first: Scenario,
  { caches = createPlanCaches(), onHiringProgress, mostHiringWork: mostWork, hires }: PlanOptions = {},
): HiringTurns<Result<Plan, Fault>> {
  const engine = createEngine();
  const planner = createHiringPlanner({ staffing: caches.staffing, cache: caches.hiring, mostWork });
  let scenario = first;
  let graph: PlanGraph | undefined;
  let hiringPlans: ReadonlyMap<string, HiringPlan> = new Map();
  let heads: ReadonlyMap<string, NodeHead> = new Map();
  let rollups = new Map<Grain, (id: string) => Float64Array>();

  function currentGraph(): PlanGraph {
    if (graph === undefined) throw new Error('The plan was not computed');
    return graph;
  }

  function* updateInTurns(next: Scenario): HiringTurns<Result<readonly string[], Fault>> {
    const effective = withInitiatives(next, next.initiatives);
    if (!effective.ok) return effective;
    const drifted = withInitiatives(next, next.statusQuoDrift);
    if (!drifted.ok) return drifted;
    const unhired = planGraph(effective.value, { cache: caches.staffing });
    hiringPlans = hires === undefined ? yield* planner.plan(effective.value, unhired) : new Map();
    graph = hiredGraph(effective.value, unhired, hires ?? hiresOf(hiringPlans), caches);
    scenario = next;
    const changed = engine.update(graph.spec);
    heads = headsOf(graph, engine);
    rollups = new Map();
    return ok(changed);
  }

  function rollup(grain: Grain): (id: string) => Float64Array {
    const known = rollups.get(grain);
    if (known !== undefined) return known;
    const { context, formulas } = currentGraph();
    const made = createRollup(groupPeriods(scenario.calendar, grain), {
      column: engine.column,
      rule: (id) => heads.get(id)?.rollup ?? 'mean',
      formula: (id) => formulas.get(id),
      days: context.periods.map(({ days }) => days),
    });
    rollups.set(grain, made);
    return made;
  }

  const result = yield* updateInTurns(first);
  if (!result.ok) return result;
  return ok({
    update: (next) => driven(updateInTurns(next), onHiringProgress),
    updateInTurns,
    resumeHiring: planner.resume,
    scenario: () => scenario,
    caches,
    graph: currentGraph,
    hiringPlans: () => hiringPlans,
    shortSearch: () => shortSearchOf(hiringPlans, currentGraph().members.of('groups')),
    heads: () => heads,
    column: engine.column,
    error: engine.error,
    groups: (grain) => groupPeriods(scenario.calendar, grain),
    totals: (id, grain) => (grain === 'period' ? engine.column(id) : rollup(grain)(id)),
  });
}
