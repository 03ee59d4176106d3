import { describe, expect, it } from 'vitest';
import { parseFormula } from '#shared/engine/formula.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

describe('formulas as inputs', () => {
  const sample = () => structuredClone(referenceScenario('salesGrowth'));

  function firstErrors(scenario: Scenario): readonly string[] {
    const plan = createPlan(scenario);
    if (!plan.ok) throw new Error(plan.fault.message);
    const errors = [...plan.value.heads().keys()].flatMap((id) => plan.value.error(id, 0) ?? []);
    return [...new Set(errors.map(({ nodeId, text }) => `${nodeId}: ${text}`))];
  }

  it('without a value before the plan are one error at the formula, and never silently empty', () => {
    for (const [path, change] of [
      [
        'segments.smb.deals',
        (s: Scenario) =>
          Object.assign(s.segments[0] ?? {}, { deals: { formula: 'prior(segments.smb.closing) * 0.02' } }),
      ],
      [
        'queues.voice.telecomPerMinute',
        (s: Scenario) =>
          Object.assign(s.queues[0] ?? {}, { telecomPerMinute: { formula: 'prior(plan.offered) / 1e9' } }),
      ],
      [
        'budgetLines.kb.perMonth',
        (s: Scenario) =>
          Object.assign(s.budgetLines[0] ?? {}, { perMonth: { formula: 'prior(plan.offered)' } }),
      ],
    ] as const) {
      const scenario = sample();
      change(scenario);
      expect(firstErrors(scenario)).toEqual([
        expect.stringMatching(new RegExp(`^${path}: .*prior\\(name, first\\)`)),
      ]);
    }
  });

  it('that are shares of a queue must add up to 1 in every period', () => {
    const scenario = sample();
    Object.assign(scenario.staffGroups[0]?.queues[0] ?? {}, { share: { formula: '0.7' } });
    Object.assign(scenario.staffGroups[1]?.queues[0] ?? {}, { share: { formula: '0.2' } });
    expect(firstErrors(scenario)).toEqual([
      'staffGroups.prague.queues.voice.share: The shares of "Voice" add up to 0.9. They must add up to 1.',
    ]);
  });

  it('are refused with a place when they are no formula', () => {
    const document = { ...sample(), budgetLines: [{ id: 'x', perMonth: { formula: 'min(1,2' } }] };
    const result = validateScenario(document);
    expect(result).toMatchObject({
      ok: false,
      fault: {
        problems: [
          { path: 'budgetLines.x.perMonth.formula', expected: expect.stringMatching(/at character \d+: /) },
        ],
      },
    });
  });

  it.each(['9^9^9^9', '2^1e308', '1 + 10 ^ 400'])('refuse the power in %s with its place', (text) => {
    expect(parseFormula(text)).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('too large'), position: text.indexOf('^') },
    });
  });
});
