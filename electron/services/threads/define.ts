/** What a task in a worker thread can tell while it runs. */
export interface TaskContext {
  /** How far it has come, 0..1, and what it is at. */
  progress(fraction: number, step?: string): void;
}

/** Work that would hold up the services. Input and output are copied between threads, so both are plain data. */
export type Task<I, O> = (input: I, context: TaskContext) => Promise<O>;

export type ProgressListener = (fraction: number, step: string | undefined) => void;

/** What the worker sends to the thread that started it. */
export type WorkerMessage<O> =
  | { readonly kind: 'progress'; readonly fraction: number; readonly step?: string }
  | { readonly kind: 'done'; readonly value: O };
