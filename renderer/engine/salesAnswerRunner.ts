import { proxy } from 'comlink';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { SalesAnswer } from '#shared/model/salesAnswer.ts';
import type { SalesQuestion } from '#shared/model/salesQuestion.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { askWorker, type RunningWork } from './askWorker.ts';
import type { AnswerSales } from './salesAnswer.worker.ts';

/** Works the answer out in a worker. */
export function startSalesAnswer(
  document: ScenarioDocument,
  question: SalesQuestion,
  onProgress: (share: number) => void,
): RunningWork<Result<SalesAnswer, Fault>> {
  const worker = new Worker(new URL('./salesAnswer.worker.ts', import.meta.url), { type: 'module' });
  return askWorker<AnswerSales, Result<SalesAnswer, Fault>>(worker, (work) =>
    work(document, question, proxy(onProgress)),
  );
}
