import { ok, type Fault, type Result } from '#shared/kernel/result.ts';
import { applyCommand, type Command } from '../commands.ts';
import { PREVIEW_WORK, type ShortSearch } from '../hiringPlan.ts';
import { createPlan, type Plan } from '../plan.ts';
import type { ScenarioDocument } from '../scenario.ts';
import { validateScenario } from '../validate.ts';
import type { Checker, PlanCheck } from './define.ts';
import { unusualInputs } from './inputChecks.ts';
import { gaps, grossedUpTwice, leaveTwice, savings, unusualShrinkage } from './peopleChecks.ts';
import {
  calculationErrors,
  containment,
  growingBacklog,
  missedAbandonment,
  missedGoals,
  overload,
  shareSums,
  smallQueueRounding,
} from './serviceChecks.ts';

const checkers: readonly Checker[] = [
  calculationErrors,
  shareSums,
  overload,
  gaps,
  missedGoals,
  missedAbandonment,
  growingBacklog,
  leaveTwice,
  grossedUpTwice,
  containment,
  savings,
  unusualShrinkage,
  unusualInputs,
  smallQueueRounding,
];

const ORDER = { error: 0, warning: 1, hint: 2 };

/** Everything that a computed plan should make its owner look at, the gravest first. */
export function planChecks(plan: Plan): readonly PlanCheck[] {
  const found = checkers.flatMap((check) => check(plan));
  return found.toSorted((left, right) => ORDER[left.severity] - ORDER[right.severity]);
}

/** What edits would change, in people and money: the same plan run with and without them. */
export interface EditEffect {
  /** Mean required FTE over the plan, after less before. */
  readonly requiredFte: number;
  /** Total cost over the plan, after less before. */
  readonly totalCost: number;
  /** Groups whose hires were looked for only briefly for it. */
  readonly shortSearch?: ShortSearch;
}

function sumOf(column: Float64Array): number {
  return column.reduce((sum, value) => sum + value, 0);
}

/** The effect of edits on a plan. */
export function editEffect(
  plan: Plan,
  document: ScenarioDocument,
  commands: readonly Command[],
): Result<EditEffect, Fault> {
  let next = document;
  for (const command of commands) {
    const applied = applyCommand(next, command);
    if (!applied.ok) return applied;
    next = applied.value.next;
  }
  const scenario = validateScenario(next);
  if (!scenario.ok) return scenario;
  const changed = createPlan(scenario.value, { caches: plan.caches, mostHiringWork: PREVIEW_WORK });
  if (!changed.ok) return changed;
  const difference = (id: string) => sumOf(changed.value.column(id)) - sumOf(plan.column(id));
  const shortSearch = changed.value.shortSearch();
  return ok({
    requiredFte: difference('plan.requiredFte') / plan.scenario().calendar.periods,
    totalCost: difference('plan.totalCost'),
    ...(shortSearch === undefined ? {} : { shortSearch }),
  });
}
