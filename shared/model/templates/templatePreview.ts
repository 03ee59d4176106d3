import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { createPlan } from '../plan.ts';
import type { ScenarioDocument } from '../scenario.ts';
import { validateScenario } from '../validate.ts';

/** What a plan comes to, for whoever decides whether to make it. */
export interface PlanPreview {
  /** In the first month. */
  readonly requiredNow: number;
  /** The most in the plan. */
  readonly requiredMost: number;
  /** Of the first twelve months. */
  readonly costPerYear: number;
  readonly contactsPerMonth: number;
}

const MONTHS = 12;

/** The headline results of a document. */
export function planPreview(document: ScenarioDocument): Result<PlanPreview, Fault> {
  const checked = validateScenario(document);
  if (!checked.ok) return checked;
  const plan = createPlan(checked.value);
  if (!plan.ok) return plan;
  const required = plan.value.column('plan.requiredFte');
  const firstYear = (id: string) =>
    plan.value
      .column(id)
      .slice(0, MONTHS)
      .reduce((sum, value) => sum + value, 0);
  return ok({
    requiredNow: required[0] ?? 0,
    requiredMost: Math.max(...required),
    costPerYear: firstYear('plan.totalCost'),
    contactsPerMonth: firstYear('plan.offered') / MONTHS,
  });
}
