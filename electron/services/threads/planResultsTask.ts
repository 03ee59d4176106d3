import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import { createPlan } from '#shared/model/plan.ts';
import { type PlanResults, planResults } from '#shared/model/results.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';

/** Computes a plan from scratch. */
export function resultsOf(document: ScenarioDocument): Result<PlanResults> {
  const checked = validateScenario(document);
  if (!checked.ok) return checked;
  const plan = createPlan(checked.value);
  return plan.ok ? ok(planResults(plan.value)) : plan;
}
