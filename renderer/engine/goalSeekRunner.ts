import { proxy } from 'comlink';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { GoalAnswer, GoalQuestion } from '#shared/model/goalSeek.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { askWorker, type RunningWork } from './askWorker.ts';
import type { Seek } from './goalSeek.worker.ts';

/** Looks for an input in a worker. */
export function startGoalSeek(
  document: ScenarioDocument,
  question: GoalQuestion,
  onProgress: (share: number) => void,
): RunningWork<Result<GoalAnswer, Fault>> {
  const worker = new Worker(new URL('./goalSeek.worker.ts', import.meta.url), { type: 'module' });
  return askWorker<Seek, Result<GoalAnswer, Fault>>(worker, (seek) =>
    seek(document, question, proxy(onProgress)),
  );
}
