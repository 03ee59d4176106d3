import { isJson } from '../commands.ts';
import { inputAt, insertAt, replaceAt } from '../paths.ts';
import { type ScenarioDocument, scenarioSchema } from '../scenario.ts';
import { isPlainSeries, valuesOf, withRuns } from '../seriesPeriods.ts';
import { inOrder, type Override, parentPath } from './override.ts';

/** A variant with what flows through from its base. */
export interface Resolved {
  readonly document: ScenarioDocument;
  /** Overrides whose place the base no longer has. They are kept, and take hold again when it comes back. */
  readonly lost: readonly Override[];
}

function isDocument(value: unknown): value is ScenarioDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What periods depend on, whatever else is wrong with a calendar. */
const periodCalendar = scenarioSchema.shape.calendar
  .pick({ start: true, periods: true, grain: true, fiscalYearStart: true })
  .strip();

/** The numbers of an input in all periods of a document; none where it is a formula or no series. */
export function periodNumbers(document: unknown, path: string): readonly number[] {
  const series = inputAt(document, path);
  const calendar = periodCalendar.safeParse(inputAt(document, 'calendar'));
  return calendar.success && isPlainSeries(series) ? valuesOf(series, calendar.data) : [];
}

/** The document with single periods of an input; undefined where there are none, or a formula has them all. */
function withPeriods(document: unknown, { path, periods = [] }: Override): unknown {
  const series = inputAt(document, path);
  const calendar = periodCalendar.safeParse(inputAt(document, 'calendar'));
  if (!calendar.success || !isPlainSeries(series)) return undefined;
  const replaced = replaceAt(document, path, withRuns(series, periods, calendar.data));
  return replaced.ok ? replaced.value : undefined;
}

/** The document with one override, or undefined where it has no place. */
function withOverride(document: unknown, override: Override): unknown {
  const { path, value, place, periods } = override;
  if (periods !== undefined) return withPeriods(document, override);
  if (value === undefined && inputAt(document, path) === undefined) return document;
  const list = parentPath(path);
  const isNew = place !== undefined && inputAt(document, path) === undefined;
  if (isNew && list !== undefined && isJson(value)) {
    const length: unknown = inputAt(document, list);
    const end = Array.isArray(length) ? length.length : 0;
    const inserted = insertAt(document, list, Math.min(place, end), value);
    return inserted.ok ? inserted.value : undefined;
  }
  const replaced = replaceAt(document, path, value);
  return replaced.ok ? replaced.value : undefined;
}

/** A base document with overrides laid over it. Says nothing about whether the result is a possible plan. */
export function resolve(base: ScenarioDocument, overrides: readonly Override[]): Resolved {
  let document = base;
  const lost: Override[] = [];
  for (const override of inOrder(overrides)) {
    const next = withOverride(document, override);
    if (isDocument(next)) document = next;
    else lost.push(override);
  }
  return { document, lost };
}
