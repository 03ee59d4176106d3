import type { CellError } from '#shared/engine/graph.ts';
import { isSame } from '#shared/engine/isSame.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { PlanCheck } from './checks/define.ts';
import { type EditEffect, editEffect, planChecks } from './checks/planChecks.ts';
import { type Explanation, explain } from './explain.ts';
import type { DayChoice } from './dayParts.ts';
import { type IntervalPlan, intervalPlan } from './intervalPlan.ts';
import type { Dimension } from './members.ts';
import { type Grain, groupPeriods, type Period, type PeriodGroup } from './periods.ts';
import { createPlan, type NodeHead, type Plan } from './plan.ts';
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

function viewNode({ id, name, member, kind, label, unit, text, isDetail, isSeries }: NodeHead): ViewNode {
  return { id, name, memberKey: member.key, kind, label, unit, text, isDetail, isSeries };
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

export function createPlanView(): PlanView {
  let plan: Plan | undefined;
  let structure: PlanStructure | undefined;
  let shown = new Map<string, NodeValues>();

  /** Ids to look at: what changed, and ratios, whose totals can change while their periods do not. */
  function candidates(current: Plan, changed: readonly string[]): readonly string[] {
    const ratios = [...current.heads().values()]
      .filter(({ rollup }) => rollup === 'formula')
      .map(({ id }) => id);
    return [...new Set([...changed.filter((id) => current.heads().has(id)), ...ratios])];
  }

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
    return { ...(isNew ? { structure: next } : {}), changed: values, removed, checks: planChecks(current) };
  }

  return {
    update(document) {
      const scenario = validateScenario(document);
      if (!scenario.ok) return scenario;
      if (plan === undefined) {
        const created = createPlan(scenario.value);
        if (!created.ok) return created;
        plan = created.value;
        shown = new Map();
        return ok(report(plan, [...plan.heads().keys()]));
      }
      const changed = plan.update(scenario.value);
      return changed.ok ? ok(report(plan, changed.value)) : changed;
    },
    formulaNames: (scope) => (plan === undefined ? [] : formulaNames(plan, scope)),
    checkFormula: (draft) => (plan === undefined ? undefined : checkFormula(plan, draft)),
    editEffect(document, commands) {
      const effect = plan === undefined ? undefined : editEffect(plan, document, commands);
      return effect?.ok === true ? effect.value : undefined;
    },
    explain(id, place, grain) {
      return plan?.heads().has(id) ? explain(plan, id, place, grain) : undefined;
    },
    intervals(queueId, period) {
      return plan === undefined ? undefined : intervalPlan(plan, queueId, period);
    },
    daySimulation({ queueIds, ...day }) {
      const [first, ...others] = queueIds;
      if (plan === undefined || first === undefined) return undefined;
      return others.length === 0
        ? queueDaySimulation(plan, first, day)
        : blendedDaySimulation(plan, queueIds, day);
    },
  };
}
