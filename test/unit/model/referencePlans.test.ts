import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createPlan } from '#shared/model/plan.ts';
import { planResults } from '#shared/model/results.ts';
import {
  differences,
  expectedResults,
  referencePlans,
  referenceScenario,
} from '#test/support/planFixtures.ts';
import { valueOf } from '#test/support/workspaces.ts';

/** How many numbers and nulls a value holds. */
function leaves(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + leaves(inner), 0);
}

const anything = z.record(z.string(), z.unknown());

describe.each(referencePlans)('the reference plan %s', (name) => {
  const expected = anything.parse(expectedResults(name));
  const plan = valueOf(createPlan(referenceScenario(name)));
  const results: unknown = JSON.parse(JSON.stringify(planResults(plan)));

  it.each(Object.keys(expected))('%s comes out', (part) => {
    expect(differences({ [part]: expected[part] }, results)).toEqual([]);
  });

  it('has no error in any cell', () => {
    const errors = [...plan.heads().keys()].flatMap((id) =>
      plan.graph().context.periods.flatMap(({ index }) => plan.error(id, index) ?? []),
    );
    expect(errors).toEqual([]);
  });
});

describe('the comparison', () => {
  const expected = expectedResults('salesGrowth');

  it('looks at thousands of numbers', () => {
    expect(leaves(expected)).toBeGreaterThan(3000);
  });

  it('sees a number that is a millionth off, a missing series, a null and a value where there is none', () => {
    const series = { queues: { voice: { offered: [100, 200, 300], asa: [1, null, 3] } } };
    const other = (offered: unknown, asa: unknown = [1, null, 3]) =>
      differences(series, { queues: { voice: { offered, asa } } });
    expect(other([100, 200, 300])).toEqual([]);
    expect(other([100, 200.0002, 300])).toEqual(['queues.voice.offered[1]: expected 200, got 200.0002']);
    expect(other([100, null, 300])).toHaveLength(1);
    expect(other([100, Number.NaN, 300])).toHaveLength(1);
    expect(other([100, 200])).toHaveLength(1);
    expect(other(undefined)).toHaveLength(1);
    expect(other([100, 200, 300], [1, 0, 3])).toHaveLength(1);
  });

  it('would fail for the other plans', () => {
    const plan = valueOf(createPlan(referenceScenario('oneVoiceQueue')));
    expect(differences(expected, planResults(plan)).length).toBeGreaterThan(50);
  });
});
