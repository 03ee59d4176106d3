/** The worker thread's own program: runs the one task that it was started for. */
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage } from './define.ts';
import { type TaskName, tasks } from './tasks.ts';

function send(message: WorkerMessage<unknown>): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}

const { name, input }: { readonly name: TaskName; readonly input: never } = workerData;
const value = await tasks[name](input, {
  progress: (fraction, step) => send({ kind: 'progress', fraction, ...(step === undefined ? {} : { step }) }),
});
send({ kind: 'done', value });
