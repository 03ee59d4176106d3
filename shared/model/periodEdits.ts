import type { Command } from './commands.ts';

/** One period of a series and the value that it is to have. */
export interface PeriodEdit {
  readonly period: number;
  readonly value: number;
}

/** The commands that set single periods of a series; neighbouring periods become one command. */
export function periodCommands(path: string, edits: readonly PeriodEdit[]): readonly Command[] {
  const runs: { from: number; values: number[] }[] = [];
  for (const { period, value } of edits.toSorted((a, b) => a.period - b.period)) {
    const last = runs.at(-1);
    if (last !== undefined && last.from + last.values.length === period) last.values.push(value);
    else runs.push({ from: period, values: [value] });
  }
  return runs.map(({ from, values }) => ({ type: 'setPeriods', path, from, values }));
}
