import { expose } from 'comlink';
import { type CompareTask, compareWork } from '#shared/model/compare/compareWork.ts';

/** A comparison of its own: it can run for many seconds, and is given up by ending the worker. */
function compare(task: CompareTask, onProgress: (share: number) => void) {
  return compareWork(task, onProgress);
}

export type Compare = typeof compare;

expose(compare);
