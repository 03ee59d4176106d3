import type { Command } from '../commands.ts';
import { inputAt } from '../paths.ts';
import type { ScenarioDocument } from '../scenario.ts';
import { inRuns, isPlainSeries, numbersOf } from '../seriesPeriods.ts';
import { type OwnPart, periodsAt } from './edit.ts';
import { periodNumbers } from './resolve.ts';

/** What the variant has of its own in each period; of an input replaced as a whole, in all of them. */
function ownNumbers(
  { overrides }: OwnPart,
  document: ScenarioDocument,
  path: string,
): readonly (readonly [period: number, value: number])[] {
  const own = overrides.find((override) => override.path === path);
  if (own === undefined) return [];
  if (own.periods !== undefined) return numbersOf(own.periods);
  return periodNumbers(document, path).map((value, period) => [period, value] as const);
}

/**
 * Lets the base show again in some periods of an input of a variant; in the others the variant keeps what it has.
 *
 * @returns null where the variant has nothing of its own in these periods, or one of the two is no input with a number
 *   for each period
 */
export function resetPeriods(
  part: OwnPart,
  document: ScenarioDocument,
  path: string,
  periods: readonly number[],
): Command | null {
  if (!isPlainSeries(inputAt(part.base, path))) return null;
  const own = ownNumbers(part, document, path);
  const kept = own.filter(([period]) => !periods.includes(period));
  if (kept.length === own.length) return null;
  if (kept.length === 0) return { type: 'setOverrides', drop: [path], put: [] };
  return { type: 'setOverrides', drop: [], put: [periodsAt(path, inRuns(kept))] };
}
