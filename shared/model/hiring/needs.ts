import type { Engine } from '#shared/engine/evaluate.ts';
import { type GraphSpec, inputsOf, type NodeSpec, outputsOf } from '#shared/engine/graph.ts';
import { inputDefinitions, inputId } from '../inputs.ts';
import type { PlanGraph } from '../planGraph.ts';
import type { StaffGroup } from '../scenario.ts';

/**
 * What the cheapest hiring of a group is worked out from, computed by the model's own lines. The requirement is that
 * without churn feedback and with backlog 0, so nothing that hiring changes flows back into it. Costs per FTE and hire
 * are the model's cost lines at one FTE paid, one FTE of overtime, one hire.
 */
export interface HiringNeeds {
  readonly required: Float64Array;
  readonly attrition: Float64Array;
  /** Wages, bonus, burdens and benefits of one paid FTE. */
  readonly paidCost: Float64Array;
  readonly overtimeCost: Float64Array;
  /** Recruiting and training of one person. */
  readonly hireCost: Float64Array;
  /** Opening staff by period when nobody is hired, in people. */
  readonly averageHeadcount: Float64Array;
  readonly effectiveHeadcount: Float64Array;
}

export type AutoGroup = StaffGroup & { readonly hiring: Extract<StaffGroup['hiring'], { mode: 'auto' }> };

export function isAutoGroup(group: StaffGroup): group is AutoGroup {
  return group.hiring.mode === 'auto';
}

const PAY_LINES = ['cost.wages', 'cost.overtime', 'cost.bonus', 'cost.benefits'];
const HIRE_LINES = ['cost.recruiting', 'cost.training'];

function columnNode(id: string, values: Float64Array): NodeSpec {
  return { kind: 'values', id, values };
}

/** The nodes that the wanted ones need, some of them replaced by given values. */
function partOf(
  { periods, nodes }: GraphSpec,
  wanted: readonly string[],
  given: ReadonlyMap<string, Float64Array>,
): GraphSpec {
  const owners = new Map(nodes.flatMap((node) => outputsOf(node).map((id) => [id, node] as const)));
  const part = new Map<string, NodeSpec>();
  const open = [...wanted];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const values = given.get(id);
    const owner = owners.get(id);
    if (values !== undefined) part.set(id, columnNode(id, values));
    else if (owner !== undefined && !part.has(owner.id)) {
      part.set(owner.id, withoutGiven(owner, given));
      open.push(...inputsOf(owner).map((input) => input.id));
    }
  }
  return { periods, nodes: [...part.values()] };
}

/** A node that is needed for one of its outputs must not compute another one that is given. */
function withoutGiven(node: NodeSpec, given: ReadonlyMap<string, Float64Array>): NodeSpec {
  if (node.kind !== 'function') return node;
  return { ...node, outputs: node.outputs.map((id) => (given.has(id) ? `${id}, not looked at` : id)) };
}

function constant(periods: number, value: number): Float64Array {
  return new Float64Array(periods).fill(value);
}

/** Nothing that people do flows back: neither abandoned contacts into churn nor unfinished work into the requirement. */
function withoutFeedback({ members, spec }: PlanGraph): ReadonlyMap<string, Float64Array> {
  const none = constant(spec.periods, 0);
  return new Map([
    ...members.of('segments').map(({ key }) => [`${key}.excessPerCustomer`, none] as const),
    ...members.of('queues').map(({ key }) => [`${key}.backlogHours`, none] as const),
  ]);
}

/** What each group has in every period of a run. */
interface Unit {
  readonly paidFte: number;
  readonly overtimeFte: number;
  readonly hires: number;
}

function unitsOf(
  groups: readonly AutoGroup[],
  periods: number,
  unit: Unit,
): readonly [string, Float64Array][] {
  return groups.flatMap(({ id }): [string, Float64Array][] => [
    [`groups.${id}.paidFte`, constant(periods, unit.paidFte)],
    [`groups.${id}.overtimeFte`, constant(periods, unit.overtimeFte)],
    [`groups.${id}.hires`, constant(periods, unit.hires)],
  ]);
}

function sumOf(engine: Engine, group: AutoGroup, lines: readonly string[], periods: number): Float64Array {
  const total = constant(periods, 0);
  for (const line of lines) {
    engine.column(`groups.${group.id}.${line}`).forEach((value, t) => {
      total[t] = (total[t] ?? 0) + value;
    });
  }
  return total;
}

function wantedOf(groups: readonly AutoGroup[]): readonly string[] {
  return groups.flatMap(({ id }) => [
    `groups.${id}.requiredFte`,
    `staffGroups.${id}.attrition`,
    `groups.${id}.averageHeadcount`,
    `groups.${id}.effectiveHeadcount`,
    ...[...PAY_LINES, ...HIRE_LINES].map((line) => `groups.${id}.${line}`),
  ]);
}

/**
 * What hiring is worked out from, for each group in the order given.
 *
 * @param frozen columns of inputs that stand in place of the graph's own
 */
export function hiringNeeds(
  engine: Engine,
  graph: PlanGraph,
  groups: readonly AutoGroup[],
  frozen: ReadonlyMap<string, Float64Array> = new Map(),
): readonly HiringNeeds[] {
  const { periods } = graph.spec;
  const wanted = wantedOf(groups);
  const run = (unit: Unit) => {
    const given = new Map([...frozen, ...withoutFeedback(graph), ...unitsOf(groups, periods, unit)]);
    engine.update(partOf(graph.spec, wanted, given));
  };
  run({ paidFte: 0, overtimeFte: 1, hires: 0 });
  const unhired = groups.map((group) => ({
    overtimeCost: sumOf(engine, group, PAY_LINES, periods),
    averageHeadcount: engine.column(`groups.${group.id}.averageHeadcount`).slice(),
    effectiveHeadcount: engine.column(`groups.${group.id}.effectiveHeadcount`).slice(),
  }));
  run({ paidFte: 1, overtimeFte: 0, hires: 1 });
  return unhired.flatMap((part, place) => {
    const group = groups[place];
    if (group === undefined) return [];
    return {
      ...part,
      required: engine.column(`groups.${group.id}.requiredFte`).slice(),
      attrition: engine.column(`staffGroups.${group.id}.attrition`).slice(),
      paidCost: sumOf(engine, group, PAY_LINES, periods),
      hireCost: sumOf(engine, group, HIRE_LINES, periods),
    };
  });
}

/** The inputs that an engine has computed, carried on with their last value over more periods. */
export function frozenInputs(
  engine: Engine,
  { members }: PlanGraph,
  periods: number,
): ReadonlyMap<string, Float64Array> {
  const ids = members.all.flatMap(({ dimension, inputKey }) =>
    Object.keys(inputDefinitions[dimension] ?? {}).map((name) => inputId(inputKey, name)),
  );
  return new Map(
    ids
      .filter((id) => engine.has(id))
      .map((id) => {
        const column = engine.column(id);
        const last = column.length - 1;
        return [
          id,
          Float64Array.from({ length: periods }, (_, t) => column[Math.min(t, last)] ?? Number.NaN),
        ];
      }),
  );
}
