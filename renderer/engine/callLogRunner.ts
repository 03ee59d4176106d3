import { proxy, wrap } from 'comlink';
import type { CallLogProfile, CallLogQuestion } from '#shared/model/profiles/callLog.ts';
import type { ReadCallLog } from './callLog.worker.ts';

export interface RunningCallLog {
  /** Undefined where no line has a readable time. Never settles once the reading was given up. */
  readonly answer: Promise<CallLogProfile | undefined>;
  cancel(): void;
}

/** Reads a log in a worker, so that the plan stays at hand meanwhile. */
export function startCallLog(
  text: string,
  question: CallLogQuestion,
  onProgress: (share: number) => void,
): RunningCallLog {
  const worker = new Worker(new URL('./callLog.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<ReadCallLog>(worker);
  // A worker that cannot be loaded answers no call.
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`The log was not read: ${message}`)));
  });
  const read = remote(text, question, proxy(onProgress));
  const answer = Promise.race([read, failed]).finally(() => worker.terminate());
  return { answer, cancel: () => worker.terminate() };
}
