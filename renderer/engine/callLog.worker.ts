import { expose } from 'comlink';
import { callLogProfile, type CallLogQuestion } from '#shared/model/profiles/callLog.ts';

/** Reads a log of its own: it can have millions of lines, and is given up by ending the worker. */
function read(text: string, question: CallLogQuestion, onProgress: (share: number) => void) {
  return callLogProfile(text, question, onProgress);
}

export type ReadCallLog = typeof read;

expose(read);
