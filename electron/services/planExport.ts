import { planCsv } from '#electron/reports/planCsv.ts';
import type { Plan } from '#shared/model/plan.ts';
import { planResults } from '#shared/model/results.ts';

export type PlanFormat = 'json' | 'csv';

/** A computed plan as the text of a file: all reported results as JSON, or all inputs and measures as long-form CSV. */
export function planExport(plan: Plan, format: PlanFormat): string {
  return format === 'csv' ? planCsv(plan) : `${JSON.stringify(planResults(plan), undefined, 2)}\n`;
}
