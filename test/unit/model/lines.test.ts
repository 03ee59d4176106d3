import { describe, expect, it } from 'vitest';
import { parseFormula } from '#shared/engine/formula.ts';
import { formulaFunction } from '#shared/engine/functions.ts';
import { inputDefinitions } from '#shared/model/inputs.ts';
import { calendarLines, linesOf } from '#shared/model/lines/all.ts';
import type { How, Line } from '#shared/model/lines/define.ts';
import type { Dimension } from '#shared/model/members.ts';
import { createPlan } from '#shared/model/plan.ts';
import { planResults } from '#shared/model/results.ts';
import { units } from '#shared/model/units.ts';
import { expectedResults, referencePlans, referenceScenario } from '#test/support/planFixtures.ts';
import { valueOf } from '#test/support/workspaces.ts';

const dimensions: readonly Dimension[] = [
  'plan',
  'segments',
  'queues',
  'demand',
  'groups',
  'routes',
  'support',
  'budgetLines',
  'initiatives',
];

interface Named {
  readonly id: string;
  readonly line: Line;
}

const lines: readonly Named[] = [
  ...dimensions.flatMap((dimension) =>
    [...linesOf(dimension)].map(([name, line]) => ({ id: `${dimension}.${name}`, line })),
  ),
  ...Object.entries(calendarLines.lines).map(([name, line]) => ({ id: `calendar.${name}`, line })),
];

function waysOf({ how }: Line): readonly How[] {
  return 'cases' in how ? Object.values(how.cases) : [how];
}

const formulas = lines.flatMap(({ id, line }) =>
  waysOf(line).flatMap((how) => ('formula' in how ? [{ id, formula: how.formula }] : [])),
);
const plans = referencePlans.map((name) => ({ name, plan: valueOf(createPlan(referenceScenario(name))) }));

describe('every measure', () => {
  it('is here: there are more than a hundred', () => {
    expect(lines.length).toBeGreaterThan(100);
    expect(formulas.length).toBeGreaterThan(90);
  });

  it.each(lines)('$id has a label, a unit, a text and a way to total it', ({ line }) => {
    expect(line.label).toMatch(/^[A-Z].*[^.]$/);
    expect(line.text).toMatch(/^[A-Z1].{10,}\.$/);
    expect(Object.keys(units)).toContain(line.unit);
    expect(['sum', 'mean', 'first', 'last', 'formula']).toContain(line.rollup);
  });

  it.each(formulas)('$id is a formula of known functions: $formula', ({ formula }) => {
    expect(parseFormula(formula).ok).toBe(true);
    for (const [, name = ''] of formula.matchAll(/([A-Za-z]\w*)\(/g))
      expect(formulaFunction(name)?.name).toBe(name);
  });

  it.each(lines.filter(({ line }) => line.rollup === 'formula'))(
    '$id can be totalled by its formula',
    ({ line }) => {
      expect(waysOf(line).every((how) => 'formula' in how)).toBe(true);
    },
  );

  it('finds all names of its formula in every reference plan that has it', () => {
    for (const { name, plan } of plans) {
      const { formulas: bound, spec } = plan.graph();
      const unbound = spec.nodes.filter((node) => node.kind === 'values' && node.errors !== undefined);
      expect(unbound.map(({ id }) => `${name}: ${id}`)).toEqual([]);
      expect(bound.size).toBeGreaterThan(50);
    }
  });

  it('of a label has one unit within its kind', () => {
    const labels = lines.map(({ id, line }) => `${id.split('.')[0]} ${line.label}`);
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
  });
});

describe('every input', () => {
  const inputs = Object.entries(inputDefinitions).flatMap(([dimension, definitions]) =>
    Object.entries(definitions).map(([name, definition]) => ({ id: `${dimension}.${name}`, definition })),
  );

  it.each(inputs)('$id has a label, a unit and a text', ({ definition }) => {
    expect(definition.label).toMatch(/^[A-Z].*[^.]$/);
    expect(definition.text).toMatch(/^[A-Z].{10,}\.$/);
    expect(Object.keys(units)).toContain(definition.unit);
  });
});

describe('the results', () => {
  it('hold the measures that the reference holds, under the same names', () => {
    for (const { name, plan } of plans) {
      const results = planResults(plan);
      const expected = expectedResults(name);
      if (typeof expected !== 'object' || expected === null || !('plan' in expected)) continue;
      for (const part of ['segments', 'queues', 'groups'] as const) {
        const members: unknown = Reflect.get(expected, part);
        if (typeof members !== 'object' || members === null) throw new Error(`${name} expects no ${part}`);
        for (const [id, measures] of Object.entries(members))
          expect(Object.keys(results[part][id] ?? {})).toEqual(expect.arrayContaining(Object.keys(measures)));
      }
      expect(Object.keys(results.plan)).toEqual(expect.arrayContaining(Object.keys(Object(expected.plan))));
    }
  });
});
