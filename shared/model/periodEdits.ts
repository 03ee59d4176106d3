import type { Command } from './commands.ts';
import { inRuns } from './seriesPeriods.ts';

/** One period of a series and the value that it is to have. */
export interface PeriodEdit {
  readonly period: number;
  readonly value: number;
}

/** The commands that set single periods of a series; neighbouring periods become one command. */
export function periodCommands(path: string, edits: readonly PeriodEdit[]): readonly Command[] {
  const runs = inRuns(edits.map(({ period, value }) => [period, value]));
  return runs.map(({ from, values }) => ({ type: 'setPeriods', path, from, values: [...values] }));
}
