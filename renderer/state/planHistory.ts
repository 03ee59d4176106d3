import { isSame } from '#shared/kernel/isSame.ts';
import type { Output } from '#shared/ipc/contract.ts';
import type { Command } from '#shared/model/commands.ts';
import { withoutReason } from './journalEntries.ts';

/** One act of the user: what it did, and what takes it back. */
export interface Act {
  readonly commands: readonly Command[];
  readonly inverse: readonly Command[];
  /** With which revision it was stored; known of acts that come from the journal. */
  readonly revision?: number;
}

type Journal = Output<'scenario.journal'>;

/**
 * The acts that a journal (newest first) leaves to be taken back. An entry that took back the one before it cancels it,
 * so that undo after a restart goes on where it was.
 */
export function actsOfJournal(journal: Journal): readonly Act[] {
  const acts: Act[] = [];
  for (const { command, inverse, revision } of journal.toReversed()) {
    // What came before the plan was put on another base cannot be taken back from here.
    if (command.type === 'setParent' || inverse.type === 'setParent') {
      acts.length = 0;
      continue;
    }
    const last = acts.at(-1);
    // The way back of setting some periods is setting all of them, so only this direction can be compared; why it was
    // taken back may have been said since.
    if (last !== undefined && isSame(last.inverse.map(withoutReason), [withoutReason(command)])) acts.pop();
    else acts.push({ commands: [command], inverse: [inverse], revision });
  }
  return acts;
}

/** Two acts, one right after the other, as one. */
function joined(first: Act, second: Act): Act {
  return {
    ...first,
    commands: [...first.commands, ...second.commands],
    inverse: [...second.inverse, ...first.inverse],
  };
}

/** Steps that can be taken back, and those that were. */
export class PlanHistory {
  #done: readonly Act[];
  #undone: readonly Act[] = [];

  constructor(done: readonly Act[] = []) {
    this.#done = done;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** What the next undo takes back; empty when there is nothing. */
  get nextUndo(): readonly Command[] {
    return this.#done.at(-1)?.commands ?? [];
  }

  /** What the next redo does once more; empty when there is nothing. */
  get nextRedo(): readonly Command[] {
    return this.#undone.at(-1)?.commands ?? [];
  }

  /** A new act; what was taken back before it can no longer be done again. */
  add(act: Act): void {
    this.#done = [...this.#done, act];
    this.#undone = [];
  }

  /**
   * Takes the last act back if `attempt` succeeds with it. The journal knows commands, not acts: where one alone cannot
   * be taken back, it goes together with those before it that were stored with it.
   */
  undo(attempt: (act: Act) => boolean): void {
    let last = this.#done.at(-1);
    let left = this.#done.slice(0, -1);
    while (last !== undefined && !attempt(last)) {
      const before = left.at(-1);
      if (before?.revision === undefined || before.revision !== last.revision) return;
      last = joined(before, last);
      left = left.slice(0, -1);
    }
    if (last === undefined) return;
    this.#done = left;
    this.#undone = [...this.#undone, last];
  }

  redo(attempt: (act: Act) => boolean): void {
    const last = this.#undone.at(-1);
    if (last === undefined || !attempt(last)) return;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, last];
  }
}
