import type { Output } from '#shared/ipc/contract.ts';
import type { Command } from '#shared/model/commands.ts';
import type { PeriodRun } from '#shared/model/seriesPeriods.ts';

export type JournalEntry = Output<'scenario.journal'>[number];

/** One input that an entry of the journal changed. */
export interface EntryChange {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
  /** Where only single periods got other values: these. */
  readonly periods?: readonly PeriodRun[];
  /** Puts the earlier value back, and nothing else. */
  readonly restore: Command | null;
}

function valueIn(command: JournalEntry['command'], path: string): unknown {
  if (command.type === 'setInput' && command.path === path) return command.value;
  if (command.type === 'insertMember') return command.member;
  if (command.type === 'setPeriods' && command.path === path) return { values: command.values };
  if (command.type !== 'setOverrides') return undefined;
  const own = command.put.find((override) => override.path === path);
  return own?.periods === undefined ? own?.value : { values: own.periods.flatMap(({ values }) => values) };
}

/** The single periods that a command sets, where it does not set all of an input. */
function periodsIn(command: Command, path: string): Pick<EntryChange, 'periods'> {
  if (command.type === 'setPeriods') return { periods: [{ from: command.from, values: command.values }] };
  if (command.type !== 'setOverrides') return {};
  const own = command.put.find((override) => override.path === path);
  return own?.periods === undefined ? {} : { periods: own.periods };
}

/** The inputs that an entry changed, with what stood there before and after. */
export function changesOf({ command, inverse }: JournalEntry): readonly EntryChange[] {
  if (command.type === 'setParent' || inverse.type === 'setParent') return [];
  if (command.type === 'setOverrides') {
    const paths = [...new Set([...command.drop, ...command.put.map(({ path }) => path)])];
    return paths.map((path) => {
      const from = valueIn(inverse, path);
      const back = inverse.type === 'setOverrides' ? overrideOnly(inverse, path) : inverse;
      return { path, from, to: valueIn(command, path), restore: back, ...periodsIn(command, path) };
    });
  }
  const { path } = command;
  const [from, to] = [valueIn(inverse, path), valueIn(command, path)];
  return [{ path, from, to, restore: inverse, ...periodsIn(command, path) }];
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

/** What a command does, whoever says why. */
export function withoutReason(command: JournalEntry['command']): unknown {
  const { reason: _, ...deed } = { reason: undefined, ...command };
  return deed;
}
