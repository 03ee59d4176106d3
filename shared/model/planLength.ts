import type { Command } from './commands.ts';
import { pathText } from './paths.ts';
import type { ScenarioDocument } from './scenario.ts';
import { seriesProblems } from './series.ts';

/** What another number of periods does to a plan, as one act. */
export interface LengthChange {
  readonly commands: readonly Command[];
  /** Paths of the inputs with a value for each period that go on, or are cut. */
  readonly adapted: readonly string[];
}

interface ValueList {
  readonly path: string;
  readonly values: readonly number[];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isValueList(value: unknown): value is { readonly values: readonly number[] } {
  return isRecord(value) && 'values' in value && seriesProblems(value, {}).length === 0;
}

/** Every input of a document that is written as one value a period. */
function valueLists(document: ScenarioDocument): readonly ValueList[] {
  const found: ValueList[] = [];
  const walk = (value: unknown, steps: readonly (string | number)[]): void => {
    if (isValueList(value)) {
      found.push({ path: pathText(document, steps), values: value.values });
    } else if (Array.isArray(value)) {
      for (const [place, member] of value.entries()) walk(member, [...steps, place]);
    } else if (isRecord(value)) {
      for (const [key, field] of Object.entries(value)) walk(field, [...steps, key]);
    }
  };
  walk(document, []);
  return found;
}

function fitted(values: readonly number[], before: number, periods: number): readonly number[] {
  if (values.length > periods) return values.slice(0, periods);
  const last = values.at(-1);
  // A shorter list has gone on with its last value before, and does so still.
  if (last === undefined || values.length < before) return values;
  return [...values, ...Array.from({ length: periods - values.length }, () => last)];
}

/**
 * The commands that give a plan another number of periods: inputs with a value for each period go on with their last value,
 * or lose those after the end.
 *
 * @param isOwn whether the scenario has an input of its own; what flows through from a base is the base's to change
 */
export function lengthChange(
  document: ScenarioDocument,
  periods: number,
  isOwn: (path: string) => boolean = () => true,
): LengthChange {
  const before = document.calendar.periods;
  const changed = valueLists(document).flatMap(({ path, values }) => {
    const next = fitted(values, before, periods);
    return next.length === values.length || !isOwn(path) ? [] : [{ path, values: next }];
  });
  return {
    commands: [
      { type: 'setInput', path: 'calendar.periods', value: periods },
      ...changed.map(({ path, values }): Command => ({
        type: 'setInput',
        path,
        value: { values: [...values] },
      })),
    ],
    adapted: changed.map(({ path }) => path),
  };
}
