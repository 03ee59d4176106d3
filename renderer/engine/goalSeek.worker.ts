import { expose } from 'comlink';
import { type GoalQuestion, goalSeek } from '#shared/model/goalSeek.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';

/** A search of its own: it runs for seconds, and is given up by ending the worker. */
function seek(document: ScenarioDocument, question: GoalQuestion, onProgress: (share: number) => void) {
  return goalSeek(document, question, (share) => {
    onProgress(share);
    return true;
  });
}

export type Seek = typeof seek;

expose(seek);
