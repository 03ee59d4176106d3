import { Worker } from 'node:worker_threads';
import { fault, type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { ProgressListener, WorkerMessage } from './define.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';

export interface WorkOptions {
  readonly onProgress?: ProgressListener;
  /** Ends the thread at once; what it had made is lost. */
  readonly signal?: AbortSignal;
}

/** Run from the sources the worker is a file of its own; in the installed app it is a bundle beside that of the services. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.mjs', import.meta.url);
}

/**
 * Runs a task in a thread of its own, so that the services go on answering.
 *
 * @returns `cancelled` when the signal ended it
 * @throws what the task threw, or that the thread ended without an answer
 */
export function runInWorker<K extends TaskName>(
  name: K,
  input: TaskInput<K>,
  { onProgress, signal }: WorkOptions = {},
): Promise<Result<TaskOutput<K>, Fault<'cancelled'>>> {
  if (signal?.aborted === true) return Promise.resolve(fault('cancelled'));
  const worker = new Worker(workerFile(), { workerData: { name, input } });
  return new Promise((settle, fail) => {
    function end(result: Result<TaskOutput<K>, Fault<'cancelled'>>): void {
      signal?.removeEventListener('abort', cancel);
      settle(result);
    }
    function cancel(): void {
      void worker.terminate().then(() => end(fault('cancelled')));
    }
    signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', (message: WorkerMessage<TaskOutput<K>>) => {
      if (message.kind === 'progress') onProgress?.(message.fraction, message.step);
      else end(ok(message.value));
    });
    worker.once('error', fail);
    worker.once('exit', (code) => {
      if (signal?.aborted !== true) fail(new Error(`The task ${name} ended without an answer (${code}).`));
    });
  });
}
