import { proxy, wrap } from 'comlink';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { Compare } from './compare.worker.ts';
import type { CompareAnswer, CompareTask } from '#shared/model/compare/compareWork.ts';

export interface RunningComparison {
  /** Never settles once the comparison was given up. */
  readonly answer: Promise<Result<CompareAnswer, Fault>>;
  cancel(): void;
}

/** Compares plans in a worker, so that the open plan stays at hand meanwhile. */
export function startComparison(task: CompareTask, onProgress: (share: number) => void): RunningComparison {
  const worker = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<Compare>(worker);
  // A worker that cannot be loaded answers no call.
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`The comparison failed: ${message}`)));
  });
  const found = remote(task, proxy(onProgress));
  const answer = Promise.race([found, failed]).finally(() => worker.terminate());
  return { answer, cancel: () => worker.terminate() };
}
