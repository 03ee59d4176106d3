import { proxy, wrap } from 'comlink';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { Decide } from './deciding.worker.ts';
import type { DecidingAnswer, DecidingTask } from '#shared/model/deciding/decidingWork.ts';

export interface RunningDecision {
  /** Never settles once the question was given up. */
  readonly answer: Promise<Result<DecidingAnswer, Fault>>;
  cancel(): void;
}

/** Works out what a decision needs in a worker, so that the plan stays at hand meanwhile. */
export function startDeciding(task: DecidingTask, onProgress: (share: number) => void): RunningDecision {
  const worker = new Worker(new URL('./deciding.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<Decide>(worker);
  // A worker that cannot be loaded answers no call.
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`The question failed: ${message}`)));
  });
  const found = remote(task, proxy(onProgress));
  const answer = Promise.race([found, failed]).finally(() => worker.terminate());
  return { answer, cancel: () => worker.terminate() };
}
