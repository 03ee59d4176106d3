import type { Command } from './commands.ts';
import { inputAt } from './paths.ts';
import { type PeriodEdit, periodCommands } from './periodEdits.ts';
import { periodsOf, yearFraction } from './periods.ts';
import { type Scenario, type ScenarioDocument, scenarioSchema } from './scenario.ts';
import { isFormulaSeries, seriesValue } from './series.ts';
import { type PlainSeries, valuesOf } from './seriesPeriods.ts';

/** The shares with which groups serve a queue: given one, the others follow, since all of them add up to 1. */

const SHARE_PATH = /^staffGroups\.[^.]+\.queues\.([^.]+)\.share$/;

/** The queue that a path is a share of. */
export function queueOfShare(path: string): string | undefined {
  return SHARE_PATH.exec(path)?.[1];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Shares of a whole of which some are given: the others keep their proportions to each other in what is left, or get
 * equal parts of it where they were all 0. Where all are given, or those that are given exceed 1, the result does not
 * add up to 1.
 *
 * @param given shares by their place in the list
 * @example completedShares([0.5, 0.3, 0.2], new Map([[0, 0.75]])) // [0.75, 0.15, 0.1]
 */
export function completedShares(
  shares: readonly number[],
  given: ReadonlyMap<number, number>,
): readonly number[] {
  const others = shares.filter((_, place) => !given.has(place));
  const before = sum(others);
  const left = Math.max(0, 1 - sum([...given.values()]));
  const next = shares.map(
    (share, place) => given.get(place) ?? (before > 0 ? (left * share) / before : left / others.length),
  );
  // What rounding leaves over goes to the largest of the others, where it is relatively smallest.
  const largest = Math.max(...next.filter((_, place) => !given.has(place)));
  const at = next.findIndex((share, place) => !given.has(place) && share === largest);
  const missing = left - sum(next.filter((_, place) => !given.has(place)));
  return next.map((share, place) => (place === at ? share + missing : share));
}

export interface ShareEdit {
  readonly path: string;
  readonly period: number;
  readonly share: number;
}

function sharePaths(
  { staffGroups }: Pick<ScenarioDocument, 'staffGroups'>,
  queue: string,
): readonly string[] {
  return (staffGroups ?? [])
    .filter(({ queues }) => queues.some(({ id }) => id === queue))
    .map(({ id }) => `staffGroups.${id}.queues.${queue}.share`);
}

/** True for the share of a group that serves its queue alone: it is all of it, and nothing to choose. */
export function isOnlyShare(document: ScenarioDocument, path: string): boolean {
  const queue = queueOfShare(path);
  return queue !== undefined && sharePaths(document, queue).length === 1;
}

function isPossible(given: readonly number[]): boolean {
  return given.every((share) => share >= 0) && sum(given) <= 1;
}

type Sharing = Scenario['staffGroups'][number]['queues'][number]['share'];

function sharingOf({ staffGroups }: Scenario, queue: string): readonly Sharing[] {
  return staffGroups.flatMap(({ queues }) =>
    queues.filter(({ id }) => id === queue).map(({ share }) => share),
  );
}

function commandsOfQueue(scenario: Scenario, queue: string, edits: readonly ShareEdit[]): readonly Command[] {
  const paths = sharePaths(scenario, queue);
  const stored = sharingOf(scenario, queue);
  const numbers = stored.flatMap((series) => (isFormulaSeries(series) ? [] : [series]));
  const hasFormula = numbers.length < stored.length;
  const fraction = yearFraction(scenario.calendar.grain);
  const changed = new Map<string, PeriodEdit[]>(paths.map((path) => [path, []]));
  for (const period of periodsOf(scenario.calendar)) {
    const given = new Map(
      edits
        .filter((edit) => edit.period === period.index)
        .map(({ path, share }) => [paths.indexOf(path), share]),
    );
    if (given.size === 0) continue;
    // A share that is a formula follows, or does not, as whoever wrote it meant it; nothing can follow what is no share.
    const isAlone = hasFormula || !isPossible([...given.values()]);
    const shares = isAlone ? [] : numbers.map((series) => seriesValue(series, period, fraction));
    const next = isAlone ? paths.map((_, place) => given.get(place)) : completedShares(shares, given);
    next.forEach((value, place) => {
      const isNew = value !== undefined && (given.has(place) || value !== shares[place]);
      if (isNew) changed.get(paths[place] ?? '')?.push({ period: period.index, value });
    });
  }
  return [...changed].flatMap(([path, values]) => periodCommands(path, values));
}

/**
 * The commands that give groups other shares of their queues; the shares of the other groups of the same queues follow
 * in the same periods, so that they add up to 1. They belong into one act: in between, the plan is not possible.
 */
export function shareCommands(document: ScenarioDocument, edits: readonly ShareEdit[]): readonly Command[] {
  const scenario = scenarioSchema.safeParse(document);
  if (!scenario.success) return [];
  const queues = new Set(edits.flatMap(({ path }) => queueOfShare(path) ?? []));
  return [...queues].flatMap((queue) =>
    commandsOfQueue(
      scenario.data,
      queue,
      edits.filter(({ path }) => queueOfShare(path) === queue && inputAt(scenario.data, path) !== undefined),
    ),
  );
}

/** The commands that let the other groups of a queue follow a share that is to run over the plan in some form. */
export function followingCommands(
  document: ScenarioDocument,
  path: string,
  series: PlainSeries,
): readonly Command[] {
  const scenario = scenarioSchema.safeParse(document);
  if (!scenario.success || queueOfShare(path) === undefined) return [];
  const edits = valuesOf(series, scenario.data.calendar).map((share, period) => ({ path, period, share }));
  return shareCommands(document, edits).filter((command) => !('path' in command) || command.path !== path);
}
