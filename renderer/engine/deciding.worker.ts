import { expose } from 'comlink';
import { type DecidingTask, decidingWork } from '#shared/model/deciding/decidingWork.ts';

/** A question of its own: it can run for seconds, and is given up by ending the worker. */
function decide(task: DecidingTask, onProgress: (share: number) => void) {
  return decidingWork(task, onProgress);
}

export type Decide = typeof decide;

expose(decide);
