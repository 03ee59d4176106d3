import { proxy, wrap } from 'comlink';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { SalesAnswer, SalesQuestion } from '#shared/model/salesAnswer.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import type { AnswerSales } from './salesAnswer.worker.ts';

export interface RunningSalesAnswer {
  /** Never settles once it was given up. */
  readonly answer: Promise<Result<SalesAnswer, Fault>>;
  cancel(): void;
}

/** Works the answer out in a worker, so that the plan stays at hand meanwhile. */
export function startSalesAnswer(
  document: ScenarioDocument,
  question: SalesQuestion,
  onProgress: (share: number) => void,
): RunningSalesAnswer {
  const worker = new Worker(new URL('./salesAnswer.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<AnswerSales>(worker);
  // A worker that cannot be loaded answers no call.
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`The answer failed: ${message}`)));
  });
  const found = remote(document, question, proxy(onProgress));
  const answer = Promise.race([found, failed]).finally(() => worker.terminate());
  return { answer, cancel: () => worker.terminate() };
}
