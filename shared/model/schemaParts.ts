import { z } from 'zod';
import { isIsoDate } from '#shared/kernel/calendar.ts';
import { type NumberRange, rangeText, type Series, seriesProblems } from './series.ts';

/** What the schemas of a scenario are made of: numbers and series in their ranges, dates, ids and texts. */

export const share: NumberRange = { min: 0, max: 1 };
export const atLeast0: NumberRange = { min: 0 };
export const above0: NumberRange = { min: 0, isMinExcluded: true };

/** The range of every series in the schema, for values that are known only when the plan runs. */
export const seriesRanges = z.registry<NumberRange>();

export function series(range: NumberRange) {
  const schema = z.custom<Series>().superRefine((value: unknown, context) => {
    for (const { path, found, expected } of seriesProblems(value, range)) {
      context.addIssue({ code: 'custom', path: [...path], message: expected, params: { found } });
    }
  });
  return schema.register(seriesRanges, range);
}

export function number(range: NumberRange) {
  let schema = range.isInteger ? z.int({ error: rangeText(range) }) : z.number({ error: rangeText(range) });
  if (range.min !== undefined) {
    schema = range.isMinExcluded
      ? schema.gt(range.min, { error: rangeText(range) })
      : schema.gte(range.min, { error: rangeText(range) });
  }
  return range.max === undefined ? schema : schema.lte(range.max, { error: rangeText(range) });
}

export const isoDate = z.string().refine(isIsoDate, { error: 'a date like 2027-01-31' });
export const id = z.string().regex(/^(?!(?:constructor|prototype)$)[A-Za-z][A-Za-z0-9_-]{0,63}$/, {
  error:
    'an id: a letter, then at most 63 letters, digits, "_" or "-"; "constructor" and "prototype" are taken',
});
export const text = z.string().max(10_000);
