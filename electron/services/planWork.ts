import type { Result } from '#shared/kernel/result.ts';
import type { PlanResults } from '#shared/model/results.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { runInWorker } from './threads/runInWorker.ts';

/** The results of a plan, computed beside the services. */
export async function computedResults(document: ScenarioDocument): Promise<Result<PlanResults>> {
  const computed = await runInWorker('results', document);
  return computed.ok ? computed.value : computed;
}
