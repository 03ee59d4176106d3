import { describe, expect, it } from 'vitest';
import { explain } from '#shared/model/explain.ts';
import { createPlan } from '#shared/model/plan.ts';
import { planResults } from '#shared/model/results.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

type Own = NonNullable<ScenarioDocument['ownLines']>;

function planWith(ownLines: Own) {
  const scenario = validateScenario({ ...referenceScenario('salesGrowth'), ownLines });
  if (!scenario.ok) throw new Error(scenario.fault.message);
  const plan = createPlan(scenario.value);
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

describe('lines of the user', () => {
  it('are computed like the built-in ones, in every member of their kind', () => {
    const plan = planWith([
      { id: 'minutes', scope: 'queues', formula: 'handled * aht / 60', unit: 'minutes', rollup: 'sum' },
    ]);
    const handled = plan.column('queues.chat.handled')[4] ?? 0;
    expect(plan.column('queues.chat.minutes')[4]).toBe((handled * 660) / 60);
    expect(planResults(plan).queues['email']?.['minutes']).toHaveLength(24);
  });

  it('work out ratios of a year from the parts of the year', () => {
    const plan = planWith([
      { id: 'costPerCustomer', scope: 'plan', formula: 'totalCost / customers', unit: 'money' },
    ]);
    const year = plan.totals('plan.costPerCustomer', 'year')[1] ?? 0;
    expect(year).toBeCloseTo(
      (plan.totals('plan.totalCost', 'year')[1] ?? 0) / (plan.totals('plan.customers', 'year')[1] ?? 1),
      9,
    );
  });

  it('can read each other, other members and the period before, and explain themselves', () => {
    const plan = planWith([
      { id: 'half', scope: 'plan', formula: 'queues.voice.offered / 2' },
      { id: 'change', scope: 'plan', formula: 'half - prior(half, half)' },
    ]);
    const offered = plan.column('queues.voice.offered');
    expect(plan.column('plan.change')[3]).toBe((offered[3] ?? 0) / 2 - (offered[2] ?? 0) / 2);
    expect(explain(plan, 'plan.change', 3).inputs.map(({ id, isPrior }) => [id, isPrior])).toEqual([
      ['plan.half', false],
      ['plan.half', true],
    ]);
  });

  it('that run in a circle or name what is not there are errors of their own cells, and the rest computes', () => {
    const plan = planWith([
      { id: 'a', scope: 'plan', formula: 'b + 1' },
      { id: 'b', scope: 'plan', formula: 'a + 1' },
      { id: 'c', scope: 'plan', formula: 'nowhere' },
    ]);
    expect(plan.error('plan.a', 0)).toMatchObject({
      kind: 'cycle',
      text: expect.stringMatching(/plan\.a.*plan\.b|plan\.b.*plan\.a/),
    });
    expect(plan.error('plan.c', 0)).toMatchObject({
      kind: 'unknown-name',
      text: expect.stringContaining('"nowhere"'),
    });
    expect(plan.column('plan.totalCost')[0]).toBeGreaterThan(0);
  });

  it.each<[string, Own[number], RegExp]>([
    ['a name that is taken', { id: 'offered', scope: 'plan', formula: '1' }, /no measure or input/],
    ['no formula', { id: 'x', scope: 'plan', formula: 'constructor("x")' }, /at character/],
    ['an unknown unit', { id: 'x', scope: 'plan', formula: '1', unit: JSON.parse('"parsec"') }, /one of/],
  ])('are refused with %s', (_, line, expected) => {
    const result = validateScenario({ ...referenceScenario('salesGrowth'), ownLines: [line] });
    expect(result).toMatchObject({
      ok: false,
      fault: { problems: [expect.objectContaining({ expected: expect.stringMatching(expected) })] },
    });
  });
});
