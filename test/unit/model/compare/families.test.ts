import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { familiesIn } from '#shared/model/compare/driverFamilies.ts';
import { families, familyLabels, familyOf, familyPatterns } from '#shared/model/compare/families.ts';
import { inputsOf } from '#shared/model/compare/parts.ts';
import { inputLabel } from '#shared/model/inputLabel.ts';
import { scenarioSchema } from '#shared/model/scenario.ts';
import { editedPlan } from '#test/support/comparedPlans.ts';
import { referencePlans, referenceScenario } from '#test/support/planFixtures.ts';
import { salesGrowth, set } from '#test/support/randomEdits.ts';

function inside(schema: unknown): unknown {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? inside(schema.unwrap()) : schema;
}

/** Every path that a scenario file can hold, "*" for any member or place. */
function schemaPaths(schema: unknown, path: string): readonly string[] {
  const here = inside(schema);
  const at = (field: string) => (path === '' ? field : `${path}.${field}`);
  if (here instanceof z.ZodObject)
    return Object.entries(here.shape).flatMap(([field, inner]) => [
      at(field),
      ...schemaPaths(inner, at(field)),
    ]);
  if (here instanceof z.ZodDiscriminatedUnion)
    return here.options.flatMap((option) => schemaPaths(option, path));
  if (here instanceof z.ZodArray) return [at('*'), ...schemaPaths(here.element, at('*'))];
  if (here instanceof z.ZodRecord) return [at('*'), ...schemaPaths(here.valueType, at('*'))];
  return [];
}

const allPaths = [...new Set(schemaPaths(scenarioSchema, ''))];

function fitting(path: string): readonly (readonly [string, string])[] {
  const parts = path.split('.');
  const all = families.flatMap((family) =>
    familyPatterns[family].map((pattern) => [family, pattern] as const),
  );
  const fits = all.filter(([, pattern]) =>
    pattern.split('.').every((part, at) => (part === '*' ? at < parts.length : part === parts[at])),
  );
  const longest = Math.max(...fits.map(([, pattern]) => pattern.split('.').length));
  return fits.filter(([, pattern]) => pattern.split('.').length === longest);
}

describe('the families of drivers', () => {
  it('stand in the order of the model', () => {
    expect(families).toEqual(['volume', 'handleTime', 'serviceGoal', 'shrinkage', 'people', 'pay', 'other']);
    expect(Object.keys(familyLabels)).toEqual([...families]);
  });

  it('hold every field of a scenario file, each in exactly one', () => {
    expect(allPaths.length).toBeGreaterThan(150);
    expect(allPaths).toContain('staffGroups.*.hiring.shortagePrice');
    expect(allPaths.filter((path) => fitting(path).length !== 1)).toEqual([]);
    expect(allPaths.filter((path) => familyOf(path) !== fitting(path)[0]?.[0])).toEqual([]);
  });

  it('name no field that is not there', () => {
    const unknown = Object.values(familyPatterns)
      .flat()
      .filter((pattern) => !allPaths.includes(pattern));
    expect(unknown).toEqual([]);
  });

  it.each(referencePlans)('hold every input of %s, and every input has a label', (name) => {
    const plan = referenceScenario(name);
    const inputs = inputsOf(plan);
    expect(inputs.length).toBeGreaterThan(60);
    for (const { path } of inputs) {
      expect(families).toContain(familyOf(path));
      const { label } = inputLabel(plan, path);
      expect([path, label]).toEqual([path, expect.stringMatching(/^\S.*\S$/)]);
      expect([path, label]).not.toEqual([path, expect.stringMatching(/[a-z][A-Z]/)]);
    }
  });

  it.each([
    ['segments.smb.churn', 'volume'],
    ['segments.smb.grossMargin', 'other'],
    ['queues.voice', 'volume'],
    ['queues.voice.demand.smb.contactsPerCustomer', 'volume'],
    ['queues.voice.handleTime.talk', 'handleTime'],
    ['queues.voice.goal.within', 'serviceGoal'],
    ['staffGroups.prague', 'people'],
    ['staffGroups.prague.queues.voice.share', 'people'],
    ['staffGroups.prague.openingCohorts[1].people', 'people'],
    ['staffGroups.prague.shrinkage.inOffice.pay', 'shrinkage'],
    ['staffGroups.prague.support.Team lead.annualSalary', 'pay'],
    ['staffGroups.prague.support.Team lead.span', 'other'],
    ['events[0].uplift', 'volume'],
    ['nothing.of.the.kind', 'other'],
  ])('%s is %s', (path, family) => {
    expect(familyOf(path)).toBe(family);
  });
});

describe('a driver of the user', () => {
  const drivers = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    value: id === 'b' ? { formula: 'a * 2' } : id === 'c' ? { formula: 'd' } : 1,
  }));
  const plan = editedPlan(
    salesGrowth(),
    set('drivers', drivers),
    set('staffGroups.prague.pay.hourlyWage', { formula: 'drivers.b.value + 10' }),
    set('budgetLines.kb.perMonth', { formula: 'a * 10' }),
  );

  it('belongs to the first family that it reaches, also through other drivers', () => {
    const familyIn = familiesIn(plan);
    expect(['a', 'b', 'c', 'd'].map((id) => familyIn(`drivers.${id}.value`))).toEqual([
      'pay',
      'pay',
      'other',
      'other',
    ]);
    expect(familyIn('queues.voice.fcr')).toBe('volume');
  });
});
