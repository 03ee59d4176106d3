import type { Output } from '#shared/ipc/contract.ts';
import type { Command } from '#shared/model/commands.ts';

export type JournalEntry = Output<'scenario.journal'>[number];

/** One input that an entry of the journal changed. */
export interface EntryChange {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
  /** Puts the earlier value back, and nothing else. */
  readonly restore: Command | null;
}

function valueIn(command: JournalEntry['command'], path: string): unknown {
  if (command.type === 'setInput' && command.path === path) return command.value;
  if (command.type === 'insertMember') return command.member;
  if (command.type === 'setPeriods' && command.path === path) return { values: command.values };
  return command.type === 'setOverrides' ? command.put.find((own) => own.path === path)?.value : undefined;
}

/** The inputs that an entry changed, with what stood there before and after. */
export function changesOf({ command, inverse }: JournalEntry): readonly EntryChange[] {
  if (command.type === 'setParent' || inverse.type === 'setParent') return [];
  if (command.type === 'setOverrides') {
    const paths = [...new Set([...command.drop, ...command.put.map(({ path }) => path)])];
    return paths.map((path) => {
      const from = valueIn(inverse, path);
      const back = inverse.type === 'setOverrides' ? overrideOnly(inverse, path) : inverse;
      return { path, from, to: valueIn(command, path), restore: back };
    });
  }
  const { path } = command;
  return [{ path, from: valueIn(inverse, path), to: valueIn(command, path), restore: inverse }];
}

function overrideOnly(command: Extract<Command, { type: 'setOverrides' }>, path: string): Command {
  return {
    type: 'setOverrides',
    drop: command.drop.filter((dropped) => dropped === path),
    put: command.put.filter((own) => own.path === path),
  };
}

/** Why an entry was made, if that was said. */
export function reasonOf({ command }: JournalEntry): string | undefined {
  return command.type === 'setParent' ? undefined : command.reason;
}
