import type { CellError } from '#shared/engine/graph.ts';
import { isSame } from '#shared/kernel/isSame.ts';
import type { RollupRule } from '#shared/engine/rollup.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { PlanCheck } from './checks/define.ts';
import { type EditEffect, editEffect, planChecks } from './checks/planChecks.ts';
import { type Explanation, explain } from './explain.ts';
import type { DayChoice } from './dayParts.ts';
import { type IntervalPlan, intervalPlan } from './intervalPlan.ts';
import type { Dimension } from './members.ts';
import { type Grain, groupPeriods, type Period, type PeriodGroup } from './periods.ts';
import { driven, type NodeHead, type Plan, planInTurns } from './plan.ts';
import { type GroupHiring, groupHiring } from './groupHiring.ts';
import { type LateGap, leversFor } from './hiringLevers.ts';
import type { HiringTurns } from './hiringPlan.ts';
import {
  checkFormula,
  type FormulaCheck,
  type FormulaDraft,
  type FormulaName,
  formulaNames,
} from './formulaHelp.ts';
import type { Command } from './commands.ts';
import type { OwnLine, ScenarioDocument } from './scenario.ts';
import { blendedDaySimulation, type DaySimulation, queueDaySimulation } from './simulationSpec.ts';
import type { Unit } from './units.ts';
import { validateScenario } from './validate.ts';

/**
 * A computed plan as plain data that can cross to another thread: what there is (the structure), and what changed (the
 * values). Whoever shows it keeps the values of earlier updates and lays the changed ones over them.
 */

export const grains = ['period', 'month', 'quarter', 'year'] as const satisfies readonly Grain[];

export interface ViewMember {
  readonly dimension: Dimension;
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly inputKey: string;
  readonly traits: Readonly<Record<string, string>>;
}

export interface ViewNode {
  readonly id: string;
  /** Name of the line, or path of the input inside its member. */
  readonly name: string;
  readonly memberKey: string;
  readonly kind: 'input' | 'measure';
  readonly label: string;
  readonly unit: Unit;
  readonly text: string;
  readonly isDetail: boolean;
  readonly isSeries: boolean;
  /** How its number of a longer period follows from those of its periods. */
  readonly rollup: RollupRule;
}

export interface PlanStructure {
  readonly currency: string;
  readonly grain: 'month' | 'week';
  readonly periods: readonly Period[];
  readonly groups: Readonly<Record<Grain, readonly PeriodGroup[]>>;
  readonly members: readonly ViewMember[];
  readonly nodes: readonly ViewNode[];
}

/** Values of one node at every grain; NaN where there is none, with the reason in `errors` if it is an error. */
export interface NodeValues {
  readonly id: string;
  readonly values: Readonly<Record<Grain, Float64Array>>;
  readonly errors: readonly (readonly [period: number, error: CellError])[];
}

export interface ViewUpdate {
  /** What the plan's owner should look at; absent when nothing was computed. */
  readonly checks?: readonly PlanCheck[];
  /** How each group's people come about; absent when nothing was computed. */
  readonly hiring?: readonly GroupHiring[];
  /** Only when it is not that of the update before. */
  readonly structure?: PlanStructure;
  readonly changed: readonly NodeValues[];
  readonly removed: readonly string[];
}

/** A day to simulate: of one queue by itself, or of several whose agents take the contacts of all of them. */
export interface DayQuestion extends DayChoice {
  readonly queueIds: readonly string[];
}

export interface PlanView {
  update(document: ScenarioDocument): Result<ViewUpdate, Fault>;
  /** The same in turns; dropped half-way, it leaves the view as it was. */
  updateInTurns(document: ScenarioDocument): HiringTurns<Result<ViewUpdate, Fault>>;
  /** Lets searches for hires that were stopped go on with the next update. */
  resumeHiring(): void;
  /** @returns undefined when the plan has no such number */
  explain(id: string, place: number, grain: Grain): Explanation | undefined;
  /** @returns undefined when the plan has no such queue or period, or cannot staff it */
  intervals(queueId: string, period: number): IntervalPlan | undefined;
  /** @returns undefined where nothing is open that day, or there is nothing to wait for */
  daySimulation(question: DayQuestion): DaySimulation | undefined;
  /** What a formula of a kind may name. */
  formulaNames(scope: OwnLine['scope']): readonly FormulaName[];
  /** @returns undefined before a plan is computed */
  checkFormula(draft: FormulaDraft): FormulaCheck | undefined;
  /** What edits would change; undefined when they are not possible. */
  editEffect(document: ScenarioDocument, commands: readonly Command[]): EditEffect | undefined;
  /** What can be done about a gap that hires decided on `today` come too late for; undefined where there is none. */
  levers(groupId: string, today: string): LateGap | undefined;
}

function structureOf(plan: Plan): PlanStructure {
  const { members, context } = plan.graph();
  const { calendar, currency } = plan.scenario();
  const groups = Object.fromEntries(grains.map((grain) => [grain, groupPeriods(calendar, grain)]));
  return {
    currency,
    grain: calendar.grain,
    periods: context.periods,
    groups: { period: [], month: [], quarter: [], year: [], ...groups },
    members: members.all.map(({ dimension, id, name, key, inputKey, traits }) => ({
      dimension,
      id,
      name,
      key,
      inputKey,
      traits,
    })),
    nodes: [...plan.heads().values()].map(viewNode),
  };
}

function viewNode({
  member,
  id,
  name,
  kind,
  label,
  unit,
  text,
  isDetail,
  isSeries,
  rollup,
}: NodeHead): ViewNode {
  return { id, name, memberKey: member.key, kind, label, unit, text, isDetail, isSeries, rollup };
}

function valuesOf(plan: Plan, id: string): NodeValues {
  const errors = [...plan.column(id)].flatMap((value, period) => {
    const error = Number.isNaN(value) ? plan.error(id, period) : undefined;
    return error === undefined ? [] : [[period, error] as const];
  });
  return {
    id,
    values: {
      period: plan.column(id).slice(),
      month: plan.totals(id, 'month').slice(),
      quarter: plan.totals(id, 'quarter').slice(),
      year: plan.totals(id, 'year').slice(),
    },
    errors,
  };
}

/** Ids to look at: what changed, and ratios, whose totals can change while their periods do not. */
function candidates(current: Plan, changed: readonly string[]): readonly string[] {
  const ratios = [...current.heads().values()]
    .filter(({ rollup }) => rollup === 'formula')
    .map(({ id }) => id);
  return [...new Set([...changed.filter((id) => current.heads().has(id)), ...ratios])];
}

function daySimulationOf(plan: Plan, { queueIds, ...day }: DayQuestion): DaySimulation | undefined {
  const [first, ...others] = queueIds;
  if (first === undefined) return undefined;
  return others.length === 0
    ? queueDaySimulation(plan, first, day)
    : blendedDaySimulation(plan, queueIds, day);
}

export function createPlanView(): PlanView {
  let plan: Plan | undefined;
  let structure: PlanStructure | undefined;
  let shown = new Map<string, NodeValues>();

  function report(current: Plan, changed: readonly string[]): ViewUpdate {
    const next = structureOf(current);
    const isNew = !isSame(next, structure);
    structure = next;
    const present = new Set(next.nodes.map(({ id }) => id));
    const removed = [...shown.keys()].filter((id) => !present.has(id));
    for (const id of removed) shown.delete(id);
    const values = candidates(current, changed)
      .map((id) => valuesOf(current, id))
      .filter((value) => !isSame(value, shown.get(value.id)));
    for (const value of values) shown.set(value.id, value);
    return {
      ...(isNew ? { structure: next } : {}),
      changed: values,
      removed,
      checks: planChecks(current),
      hiring: groupHiring(current),
    };
  }

  function* updateInTurns(document: ScenarioDocument): HiringTurns<Result<ViewUpdate, Fault>> {
    const scenario = validateScenario(document);
    if (!scenario.ok) return scenario;
    if (plan === undefined) {
      const created = yield* planInTurns(scenario.value);
      if (!created.ok) return created;
      plan = created.value;
      shown = new Map();
      return ok(report(plan, [...plan.heads().keys()]));
    }
    const changed = yield* plan.updateInTurns(scenario.value);
    return changed.ok ? ok(report(plan, changed.value)) : changed;
  }

  return {
    update: (document) => driven(updateInTurns(document)),
    updateInTurns,
    resumeHiring: () => plan?.resumeHiring(),
    formulaNames: (scope) => (plan === undefined ? [] : formulaNames(plan, scope)),
    checkFormula: (draft) => (plan === undefined ? undefined : checkFormula(plan, draft)),
    editEffect(document, commands) {
      const effect = plan === undefined ? undefined : editEffect(plan, document, commands);
      return effect?.ok === true ? effect.value : undefined;
    },
    levers: (groupId, today) => (plan === undefined ? undefined : leversFor(plan, groupId, today)),
    explain(id, place, grain) {
      return plan?.heads().has(id) ? explain(plan, id, place, grain) : undefined;
    },
    intervals(queueId, period) {
      return plan === undefined ? undefined : intervalPlan(plan, queueId, period);
    },
    daySimulation: (question) => (plan === undefined ? undefined : daySimulationOf(plan, question)),
  };
}
