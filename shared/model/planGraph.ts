import type { Bound } from '#shared/engine/bound.ts';
import type { Bounds, CellError, GraphSpec, NodeSpec } from '#shared/engine/graph.ts';
import { dayNumberOfIso } from '#shared/kernel/calendar.ts';
import { bindFormula, type Scope, scopeOf, sourceAt } from './bind.ts';
import { allocationBlock, ownServiceBlock } from './blocks/allocation.ts';
import type { Block, BlockContext } from './blocks/define.ts';
import { cohortsBlock, followersBlock, hiringPlanBlock } from './blocks/people.ts';
import { requirementBlock } from './blocks/requirement.ts';
import { serviceBlock } from './blocks/service.ts';
import type { StaffingCache } from './blocks/staffingCache.ts';
import { inputDefinitions, inputId } from './inputs.ts';
import { calendarLines } from './lines/all.ts';
import { type How, howFor } from './lines/define.ts';
import { type Member, type Members, membersOf } from './members.ts';
import { periodsOf, yearFraction } from './periods.ts';
import { inputRange } from './ranges.ts';
import type { Scenario } from './scenario.ts';
import { isFormulaSeries, rangeText, type Series, seriesProblems, seriesValue } from './series.ts';

const blocks: readonly Block[] = [
  requirementBlock,
  cohortsBlock,
  followersBlock,
  hiringPlanBlock,
  allocationBlock,
  serviceBlock,
  ownServiceBlock,
];

/** A scenario taken apart: its members, and the nodes that compute it. */
export interface PlanGraph {
  readonly members: Members;
  readonly scope: Scope;
  readonly context: BlockContext;
  readonly spec: GraphSpec;
  /** The bound formulas by node id, for explanations and totals. */
  readonly formulas: ReadonlyMap<string, Bound>;
}

function isSeries(value: unknown): value is Series {
  return seriesProblems(value, {}).length === 0;
}

function constantColumn(value: number, periods: number): Float64Array {
  return new Float64Array(periods).fill(value);
}

function errorNode(id: string, periods: number, text: string): NodeSpec {
  const error: CellError = { kind: 'unknown-name', nodeId: id, text };
  const errors = new Map(Array.from({ length: periods }, (_, t) => [t, error]));
  return { kind: 'values', id, values: constantColumn(Number.NaN, periods), errors };
}

function formulaNode(
  id: string,
  text: string,
  member: Member,
  scope: Scope,
  context: BlockContext,
): NodeSpec {
  const bound = bindFormula(text, member, scope);
  if (bound.ok) return { kind: 'formula', id, formula: bound.value };
  return errorNode(id, context.periods.length, `${bound.fault.message} (${text})`);
}

/** A formula may give what the input cannot hold; only the run tells. */
function boundsOf(member: Member, path: string): Bounds {
  const range = inputRange(member.dimension, path) ?? {};
  return { ...range, text: rangeText(range) };
}

function inputNode(
  path: string,
  value: unknown,
  member: Member,
  scope: Scope,
  context: BlockContext,
): NodeSpec | undefined {
  const { periods, yearFraction: fraction } = context;
  const id = inputId(member.inputKey, path);
  if (!isSeries(value)) return undefined;
  if (isFormulaSeries(value)) {
    const node = formulaNode(id, value.formula, member, scope, context);
    return node.kind === 'formula' ? { ...node, bounds: boundsOf(member, path) } : node;
  }
  return {
    kind: 'values',
    id,
    values: Float64Array.from(periods, (period) => seriesValue(value, period, fraction)),
  };
}

function inputNodes(member: Member, scope: Scope, context: BlockContext): readonly NodeSpec[] {
  const definitions = inputDefinitions[member.dimension] ?? {};
  return Object.keys(definitions).flatMap((path) => {
    return inputNode(path, sourceAt(member.source, path), member, scope, context) ?? [];
  });
}

function factNode(
  id: string,
  how: Extract<How, { fact: unknown }>,
  member: Member,
  context: BlockContext,
): NodeSpec {
  const value = how.fact(member, context);
  return { kind: 'values', id, values: Float64Array.from(context.periods, value) };
}

function lineNodes(member: Member, scope: Scope, context: BlockContext): readonly NodeSpec[] {
  return [...member.lines].flatMap(([name, line]) => {
    const how = howFor(line, member);
    const id = `${member.key}.${name}`;
    if (how === undefined || 'block' in how) return [];
    if ('formula' in how) return formulaNode(id, how.formula, member, scope, context);
    return factNode(id, how, member, context);
  });
}

function blockNodes(member: Member, context: BlockContext): readonly NodeSpec[] {
  return blocks
    .filter(({ appliesTo }) => appliesTo(member))
    .map(({ name, tie }) => ({ kind: 'function', id: `${name}:${member.key}`, ...tie(member, context) }));
}

function calendarNodes(members: Members, context: BlockContext): readonly NodeSpec[] {
  return Object.entries(calendarLines.lines).flatMap(([name, { how }]) =>
    'fact' in how ? factNode(`calendar.${name}`, how, members.plan, context) : [],
  );
}

export interface GraphOptions {
  readonly cache: StaffingCache;
  /** Hires by period of groups whose hiring is planned automatically. */
  readonly hiringPlans?: ReadonlyMap<string, readonly number[]>;
}

/** Takes a scenario (initiatives already applied) apart into the nodes that compute it. */
export function planGraph(scenario: Scenario, { cache, hiringPlans = new Map() }: GraphOptions): PlanGraph {
  const members = membersOf(scenario);
  const scope = scopeOf(members);
  const context: BlockContext = {
    scenario,
    calendar: scenario.calendar,
    periods: periodsOf(scenario.calendar),
    holidays: new Set(scenario.calendar.holidays.map(dayNumberOfIso)),
    yearFraction: yearFraction(scenario.calendar.grain),
    cache,
    hiringPlans,
  };
  const nodes = [
    ...calendarNodes(members, context),
    ...members.all.flatMap((member) => [
      ...inputNodes(member, scope, context),
      ...lineNodes(member, scope, context),
      ...blockNodes(member, context),
    ]),
  ];
  const formulas = new Map(
    nodes.flatMap((node) => (node.kind === 'formula' ? [[node.id, node.formula] as const] : [])),
  );
  return { members, scope, context, spec: { periods: scenario.calendar.periods, nodes }, formulas };
}
