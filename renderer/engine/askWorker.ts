import { type Remote, wrap } from 'comlink';

/** Work in a worker of its own, so that the plan stays at hand meanwhile. */
export interface RunningWork<T> {
  /** Never settles once the work was given up. */
  readonly answer: Promise<T>;
  cancel(): void;
}

/** Puts one question to a worker and ends it with the answer. */
export function askWorker<W, T>(worker: Worker, ask: (remote: Remote<W>) => Promise<T>): RunningWork<T> {
  // A worker that cannot be loaded answers no call.
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`A worker failed: ${message}`)));
  });
  const answer = Promise.race([ask(wrap<W>(worker)), failed]).finally(() => worker.terminate());
  return { answer, cancel: () => worker.terminate() };
}
