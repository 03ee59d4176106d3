import { isSame } from '#shared/kernel/isSame.ts';
import type { Client } from '#shared/ipc/client.ts';
import type { Fault } from '#shared/kernel/result.ts';
import type { Command } from '#shared/model/commands.ts';
import { type JournalEntry, withoutReason } from './journalEntries.ts';

/** The longest reason that the journal takes. */
export const longestReason = 1000;

/**
 * The entries of the last act in a journal (newest first). The journal knows commands, not acts: where the newest are
 * what the last act did, all of them belong to it; otherwise the newest alone.
 */
export function lastAct(
  journal: readonly JournalEntry[],
  commands: readonly Command[],
): readonly JournalEntry[] {
  const newest = journal.slice(0, Math.max(1, commands.length));
  const done = newest.toReversed().map(({ command }) => withoutReason(command));
  return isSame(done, commands.map(withoutReason)) ? newest : journal.slice(0, 1);
}

/** Writes beside edits of a scenario why they were made. @returns why that was not possible, or null */
export async function giveReason(
  client: Client,
  id: string,
  entries: readonly JournalEntry[],
  reason: string,
): Promise<Fault | null> {
  const sequences = entries.map(({ sequence }) => sequence);
  const given = await client.call('scenario.giveReason', { id, sequences, reason });
  return given.ok ? null : given.fault;
}
