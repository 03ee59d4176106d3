import { isAssumption } from '#shared/model/assumptions/register.ts';
import type { Command } from '#shared/model/commands.ts';
import { inputAt, type Json } from '#shared/model/paths.ts';
import { periodCommands } from '#shared/model/periodEdits.ts';
import { yearFraction } from '#shared/model/periods.ts';
import { seriesValue } from '#shared/model/series.ts';
import { isPlainSeries } from '#shared/model/seriesPeriods.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { isWithin } from '#shared/model/variants/override.ts';
import { resetPeriods } from '#shared/model/variants/reset.ts';
import { periodNumbers } from '#shared/model/variants/resolve.ts';
import type { PlanFigures } from './figures.ts';
import type { OpenVariant } from './planState.ts';

function isJson(value: unknown): value is Json {
  return value !== undefined;
}

/** The number of an input in one period; undefined for a formula, which only its plan can tell. */
function numberIn(figures: PlanFigures, value: unknown, place: number): number | null | undefined {
  if (value === undefined) return null;
  const period = figures.structure.periods[place];
  if (!isPlainSeries(value) || period === undefined) return undefined;
  return seriesValue(value, period, yearFraction(figures.structure.grain));
}

function touches({ overrides }: OpenVariant, path: string): boolean {
  return overrides.some((own) => isWithin(own.path, path) || isWithin(path, own.path));
}

/** What stands in the base where a variant has a number of its own; `value` is undefined where only the base can tell. */
interface BaseNumber {
  readonly value: number | null | undefined;
}

/** The number of the base that a cell overrides; undefined where the cell says what the base says. */
export function overriddenNumber(figures: PlanFigures, path: string, place: number): BaseNumber | undefined {
  const { variant, document } = figures;
  if (variant === null || !touches(variant, path)) return undefined;
  const own = numberIn(figures, inputAt(document, path), place);
  const value = numberIn(figures, inputAt(variant.base, path), place);
  return own !== undefined && own === value ? undefined : { value };
}

/** A cell that is to show what the base says again. */
interface ResetCell {
  readonly path: string;
  /** The period of its column. */
  readonly place: number;
}

/** What is inside a larger part that is the variant's own stays there, with the numbers of the base. */
function likeBase(variant: OpenVariant, path: string, places: readonly number[]): readonly Command[] {
  const value = inputAt(variant.base, path);
  const numbers = periodNumbers(variant.base, path);
  if (numbers.length === 0 || typeof value === 'number')
    return [isJson(value) ? { type: 'setInput', path, value } : { type: 'setInput', path }];
  const edits = places.flatMap((period) => {
    const number = numbers[period];
    return number === undefined ? [] : [{ period, value: number }];
  });
  return periodCommands(path, edits);
}

/** Brings cells of a variant back to what the base has: single periods where an input has them, otherwise the input. */
export function resetCommands(
  variant: OpenVariant,
  document: ScenarioDocument,
  cells: readonly ResetCell[],
): readonly Command[] {
  const paths = [...new Set(cells.map(({ path }) => path))];
  return paths.flatMap((path): readonly Command[] => {
    const places = cells.flatMap((cell) => (cell.path === path ? [cell.place] : []));
    const inner = variant.overrides.map((override) => override.path).filter((at) => isWithin(at, path));
    if (inner.length === 0) return touches(variant, path) ? likeBase(variant, path, places) : [];
    const periods = resetPeriods(variant, document, path, places);
    return [periods ?? { type: 'setOverrides', drop: inner, put: [] }];
  });
}

type Assumptions = NonNullable<ScenarioDocument['assumptions']>;

/** Of each plan, whether anybody says where anything in it comes from: where nobody does, nothing stands out. */
const usesSources = new WeakMap<Assumptions, boolean>();

function hasSource(assumption: Assumptions[string] | undefined): boolean {
  return (assumption?.source ?? '').trim() !== '';
}

function areSourcesUsed(assumptions: Assumptions): boolean {
  const known = usesSources.get(assumptions) ?? Object.values(assumptions).some(hasSource);
  usesSources.set(assumptions, known);
  return known;
}

/** True for an input that the plan sets without saying where it comes from, in a plan that says it of others. */
export function isUnsourced({ document }: PlanFigures, path: string): boolean {
  const { assumptions } = document;
  if (assumptions === undefined || !areSourcesUsed(assumptions)) return false;
  const own = Object.hasOwn(assumptions, path) ? assumptions[path] : undefined;
  return !hasSource(own) && isAssumption(path, inputAt(document, path));
}
