import { proxy } from 'comlink';
import type { CallLogProfile, CallLogQuestion } from '#shared/model/profiles/callLog.ts';
import { askWorker, type RunningWork } from './askWorker.ts';
import type { ReadCallLog } from './callLog.worker.ts';

/** Reads a log in a worker; undefined where no line has a readable time. */
export function startCallLog(
  text: string,
  question: CallLogQuestion,
  onProgress: (share: number) => void,
): RunningWork<CallLogProfile | undefined> {
  const worker = new Worker(new URL('./callLog.worker.ts', import.meta.url), { type: 'module' });
  return askWorker<ReadCallLog, CallLogProfile | undefined>(worker, (read) =>
    read(text, question, proxy(onProgress)),
  );
}
