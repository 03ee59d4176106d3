import { expose } from 'comlink';
import { salesAnswer } from '#shared/model/salesAnswer.ts';
import type { SalesQuestion } from '#shared/model/salesQuestion.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';

/** A search of its own: it runs for seconds, and is given up by ending the worker. */
function answer(document: ScenarioDocument, question: SalesQuestion, onProgress: (share: number) => void) {
  return salesAnswer(document, question, (share) => {
    onProgress(share);
    return true;
  });
}

export type AnswerSales = typeof answer;

expose(answer);
