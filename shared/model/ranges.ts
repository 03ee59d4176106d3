import { z } from 'zod';
import { inputPlaces } from './inputPlaces.ts';
import type { Dimension } from './members.ts';
import { scenarioSchema } from './scenario.ts';
import { seriesRanges } from './schemaParts.ts';
import type { NumberRange } from './series.ts';

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional
    ? unwrapped(schema.unwrap())
    : schema;
}

/** The schemas one step further down; several where the step leads through alternatives. */
function stepsInto(schema: unknown, step: string): readonly unknown[] {
  const here = unwrapped(schema);
  if (here instanceof z.ZodArray) return [here.element];
  if (here instanceof z.ZodRecord) return [here.valueType];
  if (here instanceof z.ZodDiscriminatedUnion)
    return here.options.flatMap((option) => stepsInto(option, step));
  if (here instanceof z.ZodObject && Object.hasOwn(here.shape, step)) return [here.shape[step]];
  return [];
}

function lookUp(path: string): NumberRange | undefined {
  const found = path
    .split('.')
    .reduce<readonly unknown[]>(
      (schemas, step) => schemas.flatMap((schema) => stepsInto(schema, step)),
      [scenarioSchema],
    );
  const series = found
    .map(unwrapped)
    .find((schema) => schema instanceof z.ZodType && seriesRanges.has(schema));
  return series instanceof z.ZodType ? seriesRanges.get(series) : undefined;
}

const known = new Map<string, NumberRange | undefined>();

/**
 * Which numbers an input that may change over the plan can hold; undefined where any number goes.
 *
 * @param input path of the input inside its member, '' where the member itself is the input
 * @example inputRange('segments', 'churn') // { min: 0, max: 1 }
 */
export function inputRange(dimension: Dimension, input: string): NumberRange | undefined {
  const place = inputPlaces[dimension];
  if (place === undefined) return undefined;
  const path = input === '' ? place : `${place}.${input}`;
  if (!known.has(path)) known.set(path, lookUp(path));
  return known.get(path);
}
