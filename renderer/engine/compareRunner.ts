import { proxy } from 'comlink';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { CompareAnswer, CompareTask } from '#shared/model/compare/compareWork.ts';
import { askWorker, type RunningWork } from './askWorker.ts';
import type { Compare } from './compare.worker.ts';

/** Compares plans in a worker. */
export function startComparison(
  task: CompareTask,
  onProgress: (share: number) => void,
): RunningWork<Result<CompareAnswer, Fault>> {
  const worker = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' });
  return askWorker<Compare, Result<CompareAnswer, Fault>>(worker, (compare) =>
    compare(task, proxy(onProgress)),
  );
}
