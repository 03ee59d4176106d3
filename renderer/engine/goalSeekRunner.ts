import { proxy, wrap } from 'comlink';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { GoalAnswer, GoalQuestion } from '#shared/model/goalSeek.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import type { Seek } from './goalSeek.worker.ts';

export interface RunningSearch {
  /** Never settles once the search was given up. */
  readonly answer: Promise<Result<GoalAnswer, Fault>>;
  cancel(): void;
}

/** Looks for an input in a worker, so that the plan stays at hand meanwhile. */
export function startGoalSeek(
  document: ScenarioDocument,
  question: GoalQuestion,
  onProgress: (share: number) => void,
): RunningSearch {
  const worker = new Worker(new URL('./goalSeek.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<Seek>(worker);
  // A worker that cannot be loaded answers no call.
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`The search failed: ${message}`)));
  });
  const found = remote(document, question, proxy(onProgress));
  const answer = Promise.race([found, failed]).finally(() => worker.terminate());
  return { answer, cancel: () => worker.terminate() };
}
