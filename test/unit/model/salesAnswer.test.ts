import { describe, expect, it } from 'vitest';
import { createPlan } from '#shared/model/plan.ts';
import {
  salesAnswer,
  salesCommands,
  type SalesAnswer,
  type SalesQuestion,
} from '#shared/model/salesAnswer.ts';
import { applyCommand } from '#shared/model/commands.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { documentOf, sampleFile } from '#test/support/planFigures.ts';

const sample = documentOf(sampleFile);

function answerOf(question: SalesQuestion, document = sample): SalesAnswer {
  const answer = salesAnswer(document, question, () => true);
  if (!answer.ok) throw new Error(answer.fault.message);
  return answer.value;
}

function scenarioOf(document: typeof sample) {
  const scenario = validateScenario(document);
  if (!scenario.ok) throw new Error(scenario.fault.message);
  return scenario.value;
}

describe('an answer to sales', () => {
  it('changes nothing when the deals are those of the plan', () => {
    const { now, asked } = answerOf({ segmentId: null, factor: 1, from: 0 });
    asked.requiredFte.forEach((fte, place) =>
      expect(fte).toBeCloseTo(now.requiredFte[place] ?? Number.NaN, 9),
    );
    expect(asked.deals).toBeCloseTo(now.deals, 6);
  });

  it('moves the deals of one segment only from the period asked about on', () => {
    const scenario = scenarioOf(sample);
    const made = salesCommands(scenario, { segmentId: 'ent', factor: 2, from: 12 });
    if (!made.ok) throw new Error(made.fault.message);
    expect(made.value.map((command) => ('path' in command ? command.path : ''))).toEqual([
      'segments.ent.deals',
    ]);
    let document = sample;
    for (const command of made.value) {
      const applied = applyCommand(document, command);
      if (!applied.ok) throw new Error(applied.fault.message);
      document = applied.value.next;
    }
    const [before, after] = [createPlan(scenario), createPlan(scenarioOf(document))];
    if (!before.ok || !after.ok) throw new Error('There is no plan');
    const [old, next] = [before.value, after.value].map((plan) => plan.column('segments.ent.deals'));
    expect(next?.[11]).toBeCloseTo(old?.[11] ?? Number.NaN, 9);
    expect(next?.[12]).toBeCloseTo(2 * (old?.[12] ?? Number.NaN), 9);
  });

  it('keeps the people of the plan for the question, and hires for what it takes', () => {
    const { now, asked, staffed, hires } = answerOf({ segmentId: null, factor: 1.3, from: 0 });
    asked.effectiveFte.forEach((fte, place) =>
      expect(fte).toBeCloseTo(now.effectiveFte[place] ?? Number.NaN, 9),
    );
    expect(hires.some(({ planned, needed }) => needed > planned)).toBe(true);
    expect(staffed.totalCost ?? 0).toBeGreaterThan(asked.totalCost ?? Number.POSITIVE_INFINITY);
    const shortIn = ({ coverage }: SalesAnswer['now']) => (coverage.kind === 'short' ? coverage.periods : 0);
    expect(shortIn(staffed)).toBeLessThan(shortIn(asked));
  });

  it('finds how many deals the people support: the goals are kept there, and no longer just above', () => {
    const { mostFactor } = answerOf({ segmentId: null, factor: 1, from: 6 });
    if (mostFactor === null) throw new Error('The people support no deals');
    const weakest = (factor: number) => answerOf({ segmentId: null, factor, from: 6 }).asked.weakest;
    const [below, above] = [weakest(mostFactor), weakest(mostFactor + 0.01)];
    expect(below?.level).toBeGreaterThanOrEqual(below?.goal ?? 1);
    expect(above?.level).toBeLessThan(above?.goal ?? 0);
  });

  it('says that deals by a formula cannot be multiplied', () => {
    const [first, ...others] = sample.segments ?? [];
    if (first === undefined) throw new Error('The sample has no segment');
    const document = { ...sample, segments: [{ ...first, deals: { formula: '100 + 1' } }, ...others] };
    const answer = salesAnswer(document, { segmentId: first.id, factor: 2, from: 0 }, () => true);
    expect(answer).toMatchObject({ ok: false, fault: { code: 'domain' } });
  });

  it('gives up when told to', () => {
    const answer = salesAnswer(sample, { segmentId: null, factor: 1.1, from: 0 }, (share) => share < 0.2);
    expect(answer).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
  });
});
