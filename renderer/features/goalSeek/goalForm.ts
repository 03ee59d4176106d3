import type { GoalQuestion } from '#shared/model/goalSeek.ts';
import type { Grain } from '#shared/model/periods.ts';
import type { Unit } from '#shared/model/units.ts';
import { effectiveGrain, figureAt, formatOf, type PlanFigures } from '#renderer/state/figures.ts';
import type { NumberPlace } from '#renderer/state/viewStore.ts';
import { formatExact, type NumberFormat, parseNumber } from '#renderer/ui/numbers.ts';

type Want = GoalQuestion['want'];
type Change = GoalQuestion['change'];

/** The question as the dialog has it: numbers are text that may not be right yet. */
export interface GoalForm {
  readonly resultId: string;
  readonly grain: Grain;
  readonly place: number | 'all';
  readonly want: Want;
  readonly value: string;
  readonly path: string;
  readonly change: Change;
  readonly from: string;
  readonly to: string;
}

export type GoalField = 'result' | 'value' | 'input' | 'from' | 'to';
export type GoalProblem = 'empty' | 'notANumber' | 'notAbove';

export interface ReadForm {
  readonly question: GoalQuestion | null;
  readonly problems: Readonly<Partial<Record<GoalField, GoalProblem>>>;
}

function unitOf({ nodes }: PlanFigures, id: string): Unit {
  return nodes.get(id)?.unit ?? 'number';
}

export function formatOfNumber(figures: PlanFigures, id: string): NumberFormat {
  return formatOf(unitOf(figures, id), figures.structure.currency);
}

/** A factor is a bare number, whatever it multiplies. */
export function inputFormat(
  figures: PlanFigures,
  { path, change }: Pick<GoalQuestion, 'path' | 'change'>,
): NumberFormat {
  return change === 'factor' ? { style: 'number', digits: 4 } : formatOfNumber(figures, path);
}

/** The first fiscal year that is in the plan as a whole; where there is none, the first. */
function firstWholeYear({ structure }: PlanFigures): number {
  return Math.max(
    0,
    structure.groups.year.findIndex(({ isComplete }) => isComplete),
  );
}

/** One value would flatten what grows over the plan; what is the same all along is better found as itself. */
export function usualChange(figures: PlanFigures, path: string): Change {
  const span = spanOf(figures, path, 'period', 'all');
  return span === null || span.low === span.high ? 'value' : 'factor';
}

/** As much of the form as is known; a number that is selected is the result or the input by its kind. */
export function startForm(
  figures: PlanFigures,
  known: Partial<GoalQuestion>,
  selected: NumberPlace | null,
): GoalForm {
  const { nodes, locale, structure } = figures;
  const kind = selected === null ? undefined : nodes.get(selected.id)?.kind;
  const ofSelected =
    selected !== null && kind === 'measure' && !selected.id.startsWith('calendar.') ? selected : undefined;
  const result = known.result ?? ofSelected;
  const path = known.path ?? (kind === 'input' ? (selected?.id ?? '') : '');
  const resultId = result?.id ?? '';
  const { want = 'atLeast', change, value, from, to } = known;
  const form: GoalForm = {
    resultId,
    grain: effectiveGrain(structure, result?.grain ?? 'year'),
    place: result?.place ?? firstWholeYear(figures),
    want,
    value: value === undefined ? '' : formatExact(value, formatOfNumber(figures, resultId), locale),
    path,
    change: change ?? usualChange(figures, path),
    from: '',
    to: '',
  };
  const ends = inputFormat(figures, form);
  const endText = (end: number | undefined) => (end === undefined ? '' : formatExact(end, ends, locale));
  return { ...form, from: endText(from), to: endText(to) };
}

/** Undefined where nothing is typed, NaN where it is no number. */
function read(text: string, format: NumberFormat, locale: string): number | undefined {
  if (text.trim() === '') return undefined;
  const parsed = parseNumber(text, format, locale);
  return parsed.ok ? parsed.value : Number.NaN;
}

function problemOf(value: number | undefined, isNeeded: boolean): GoalProblem | undefined {
  if (value === undefined) return isNeeded ? 'empty' : undefined;
  return Number.isNaN(value) ? 'notANumber' : undefined;
}

/** The question that a form asks, or what is wrong with it. */
export function readForm(figures: PlanFigures, form: GoalForm): ReadForm {
  const { locale, nodes } = figures;
  const { resultId, grain, place, want, path, change } = form;
  const value = read(form.value, formatOfNumber(figures, resultId), locale);
  const ends = inputFormat(figures, form);
  const [from, to] = [read(form.from, ends, locale), read(form.to, ends, locale)];
  const isBackwards = to !== undefined && to <= (from ?? 0);
  const found: Readonly<Record<GoalField, GoalProblem | undefined>> = {
    result: nodes.has(resultId) ? undefined : 'empty',
    value: problemOf(value, true),
    input: nodes.has(path) ? undefined : 'empty',
    from: problemOf(from, false),
    to: problemOf(to, false) ?? (isBackwards ? 'notAbove' : undefined),
  };
  const problems = Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
  if (Object.keys(problems).length > 0 || value === undefined) return { question: null, problems };
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return {
    question: { path, change, ...range, result: { id: resultId, grain, place }, want, value },
    problems,
  };
}

export interface Span {
  readonly low: number;
  readonly high: number;
}

/** From the lowest to the highest value that a number has now at the places of a grain, or at one of them. */
export function spanOf(figures: PlanFigures, id: string, grain: Grain, place: number | 'all'): Span | null {
  const places = figures.structure.groups[grain].map((_, at) => at);
  const values = places
    .filter((at) => place === 'all' || at === place)
    .map((at) => figureAt(figures, id, at, grain))
    .filter((value) => value !== null);
  return values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) };
}

/** What an input is now on average over the periods. */
export function meanOf(figures: PlanFigures, path: string): number | null {
  const values = figures.structure.periods
    .map(({ index }) => figureAt(figures, path, index, 'period'))
    .filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
