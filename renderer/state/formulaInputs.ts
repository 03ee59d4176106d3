import type { Command } from '#shared/model/commands.ts';
import { inputAt } from '#shared/model/paths.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import type { PlanFigures } from './figures.ts';

/** True for an input that is written as a formula, which single numbers cannot be typed into. */
export function isFormulaInput(document: ScenarioDocument, path: string): boolean {
  const stored = inputAt(document, path);
  return typeof stored === 'object' && stored !== null && 'formula' in stored;
}

/** Puts the numbers that a formula has now in its place; null where it is none, or has no number in some period. */
export function withoutFormula(
  { document, values }: Pick<PlanFigures, 'document' | 'values'>,
  path: string,
): Command | null {
  const numbers = values.get(path)?.values.period;
  if (numbers === undefined || !isFormulaInput(document, path) || !numbers.every(Number.isFinite))
    return null;
  return { type: 'setInput', path, value: { values: [...numbers] } };
}

/**
 * Refused edits of single periods of formulas, with the formulas first replaced by their numbers; null where no formula
 * was in their way, or one has no numbers.
 */
export function editsWithoutFormulas(
  figures: Pick<PlanFigures, 'document' | 'values'>,
  commands: readonly Command[],
): readonly Command[] | null {
  const paths = commands.flatMap((command) =>
    command.type === 'setPeriods' && isFormulaInput(figures.document, command.path) ? [command.path] : [],
  );
  const replaced = [...new Set(paths)].map((path) => withoutFormula(figures, path));
  const replacements = replaced.filter((command) => command !== null);
  if (replacements.length === 0 || replacements.length < replaced.length) return null;
  return [...replacements, ...commands];
}
