import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { decidingInput, decidingInputs } from '#shared/model/deciding/inputLabels.ts';
import { sourcing } from '#shared/model/decidingSchemas.ts';
import { inputAt } from '#shared/model/paths.ts';
import { checked } from '#test/support/deciding.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

/** Paths of all numbers in a schema, lists and records as "*". */
function numbersIn(schema: unknown, path: string): readonly string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return numbersIn(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return numbersIn(schema.element, `${path}.*`);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
  return schema instanceof z.ZodNumber ? [path] : [];
}

describe('inputs that only decisions read', () => {
  it('each number of an offer has a label, a unit and a text', () => {
    const numbers = numbersIn(sourcing, 'sourcing').filter((path) => !path.endsWith('.contacts'));
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers.filter((path) => decidingInputs[path] === undefined)).toEqual([]);
    for (const { label, text } of Object.values(decidingInputs))
      expect(label !== '' && text !== '').toBe(true);
  });

  it('are found by their path in the plan, by id and by place', () => {
    expect(decidingInput('sourcing.offers.bpo.bands[0].price')?.label).toBe('Price of the band');
    expect(decidingInput('staffGroups.agents.vacancy.weeks')?.unit).toBe('weeks');
    expect(decidingInput('queues.voice.volume')).toBeUndefined();
  });

  it('can be left out of a file, and have their defaults where they are begun', () => {
    const base = referenceScenario('businessCase');
    expect(base.sourcing).toBeUndefined();
    const begun = checked({
      ...base,
      sourcing: { offers: [{ id: 'bpo', queue: 'voice', pricing: 'perHour', price: 21 }] },
    });
    expect(begun.sourcing?.months).toBe(36);
    expect(inputAt(begun, 'sourcing.offers.bpo.occupancy')).toBe(0.85);
  });
});
