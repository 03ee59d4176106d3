import type { Client } from '#shared/ipc/client.ts';
import type { Fault } from '#shared/kernel/result.ts';
import type { Command } from '#shared/model/commands.ts';

/** How far what is on screen has got to the disk. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

/** Time as the queue needs it, so that tests can hold it still. */
export interface Timer {
  now(): number;
  /** Calls back after so many milliseconds; returns what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}

export interface SaveQueue {
  add(commands: readonly Command[]): void;
  /** Saves what waits, now. Resolves when nothing waits any more or saving failed. */
  flush(): Promise<void>;
  /** What has not been stored yet, oldest first. */
  pending(): readonly Command[];
  /** Forgets what waits; for a scenario that is gone. */
  stop(): void;
}

export interface SaveTarget {
  readonly client: Client;
  readonly timer: Timer;
  readonly id: string;
  readonly revision: number;
  onState(state: SaveState, fault?: Fault): void;
  onSaved(revision: number): void;
  /** Somebody else changed the stored plan. The queue goes on gathering, for whoever takes over with what is pending. */
  onStale(): Promise<void>;
}

const IDLE_MILLISECONDS = 300;
const LONGEST_WAIT_MILLISECONDS = 3000;
const RETRY_MILLISECONDS = 5000;
const MOST_AT_ONCE = 500;

/** The queue as a thing with a life: what waits, which revision it goes on from, and whether a save is under way. */
class CommandQueue implements SaveQueue {
  readonly #target: SaveTarget;
  #waiting: readonly Command[] = [];
  #revision: number;
  #firstAt = 0;
  #cancel: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #isStopped = false;
  #isStale = false;

  constructor(target: SaveTarget) {
    this.#target = target;
    this.#revision = target.revision;
  }

  #schedule(milliseconds: number): void {
    this.#cancel?.();
    this.#cancel = this.#target.timer.after(milliseconds, () => void this.flush());
  }

  /** Stores the oldest commands. @returns whether to go on with the next */
  async #saveBatch(): Promise<boolean> {
    const { client, id, onState, onSaved } = this.#target;
    const batch = this.#waiting.slice(0, MOST_AT_ONCE);
    onState('saving');
    const result = await client.call('scenario.apply', { id, baseRevision: this.#revision, commands: batch });
    if (this.#isStopped) return false;
    if (result.ok) {
      this.#waiting = this.#waiting.slice(batch.length);
      this.#revision = result.value.revision;
      onSaved(this.#revision);
      return true;
    }
    if (result.fault.code === 'stale-revision') {
      this.#isStale = true;
      return false;
    }
    onState('failed', result.fault);
    this.#schedule(RETRY_MILLISECONDS);
    return false;
  }

  async #handOver(): Promise<void> {
    await this.#target.onStale();
    if (!this.#isStopped) this.#schedule(RETRY_MILLISECONDS);
  }

  async #drain(): Promise<void> {
    let isGoing = !this.#isStale;
    while (isGoing && this.#waiting.length > 0) isGoing = await this.#saveBatch();
    if (this.#isStale) await this.#handOver();
    if (this.#waiting.length === 0 && !this.#isStopped) this.#target.onState('saved');
  }

  add(commands: readonly Command[]): void {
    if (this.#isStopped) return;
    if (this.#isStale) {
      this.#waiting = [...this.#waiting, ...commands];
      return;
    }
    const now = this.#target.timer.now();
    if (this.#waiting.length === 0) this.#firstAt = now;
    this.#waiting = [...this.#waiting, ...commands];
    this.#target.onState('waiting');
    const left = Math.max(0, this.#firstAt + LONGEST_WAIT_MILLISECONDS - now);
    this.#schedule(Math.min(IDLE_MILLISECONDS, left));
  }

  flush(): Promise<void> {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#isStopped) return Promise.resolve();
    this.#running ??= this.#drain().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  pending(): readonly Command[] {
    return this.#waiting;
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel?.();
    this.#waiting = [];
  }
}

/**
 * Gathers edits and stores them: 300 ms after the last one, 3 s after the first at the latest. What could not be stored
 * stays in the queue and is tried again.
 */
export function createSaveQueue(target: SaveTarget): SaveQueue {
  return new CommandQueue(target);
}
