import { describe, expect, it } from 'vitest';
import { createPlan } from '#shared/model/plan.ts';
import { salesAnswer, type SalesAnswer } from '#shared/model/salesAnswer.ts';
import {
  asksLeadTime,
  salesCommands,
  type SalesQuestion,
  usualLeadTime,
} from '#shared/model/salesQuestion.ts';
import { applyCommand } from '#shared/model/commands.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { documentOf, sampleFile } from '#test/support/planFigures.ts';

const sample = documentOf(sampleFile);

type Asked = Omit<SalesQuestion, 'leadTimeWeeks'> & Partial<Pick<SalesQuestion, 'leadTimeWeeks'>>;

function answerOf(question: Asked, document = sample): SalesAnswer {
  const answer = salesAnswer(document, { leadTimeWeeks: 4, ...question }, () => true);
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
    const plan = createPlan(scenario);
    if (!plan.ok) throw new Error(plan.fault.message);
    const made = salesCommands(plan.value, { segmentId: 'ent', factor: 2, from: 12, leadTimeWeeks: 4 });
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

  /** The sample with deals of its first segment as a formula that comes to what they are. */
  function withFormula(deals: string) {
    const [first, ...others] = sample.segments ?? [];
    if (first === undefined) throw new Error('The sample has no segment');
    return {
      id: first.id,
      document: { ...sample, segments: [{ ...first, deals: { formula: deals } }, ...others] },
    };
  }

  it('asks about deals by a formula with the numbers that it comes to, and says so', () => {
    const { id, document } = withFormula('100 + 1');
    const [first, ...others] = sample.segments ?? [];
    if (first === undefined) throw new Error('The sample has no segment');
    const plain = { ...sample, segments: [{ ...first, deals: 101 }, ...others] };
    const question = { segmentId: id, factor: 2, from: 3 };
    const [byFormula, byNumber] = [answerOf(question, document), answerOf(question, plain)];
    expect(byFormula.computed).toEqual([first.name ?? id]);
    expect(byNumber.computed).toEqual([]);
    expect(byFormula.commands).toEqual(byNumber.commands);
    expect(byFormula.asked).toEqual(byNumber.asked);
    expect(byFormula.mostFactor).toBe(byNumber.mostFactor);
  });

  it('says which deals have no number to multiply', () => {
    const { id, document } = withFormula('1 / 0');
    const answer = salesAnswer(document, { segmentId: id, factor: 2, from: 0, leadTimeWeeks: 4 }, () => true);
    expect(answer).toMatchObject({ ok: false, fault: { code: 'domain' } });
  });

  it('decides on people of a group planned by hand as long before as hiring takes, and starts nobody earlier', () => {
    const vacancy = { weeks: 9, coverShare: 0, unansweredShare: 0 };
    const document = {
      ...sample,
      staffGroups: (sample.staffGroups ?? []).map((group, place) => ({
        ...group,
        hiring: { mode: 'manual' as const, perMonth: 0 },
        ...(place === 0 ? { vacancy } : {}),
      })),
    };
    const question = { segmentId: null, factor: 1.3, from: 0, leadTimeWeeks: 6 };
    const { hires } = answerOf(question, document);
    const [start] = [Date.parse(`${sample.calendar.start}T00:00:00Z`)];
    const week = 7 * 86_400_000;
    const own = `groups.${document.staffGroups[0]?.id ?? ''}`;
    expect(hires.map(({ key }) => key)).toContain(own);
    for (const { key, classes, leadTimeWeeks } of hires) {
      expect(leadTimeWeeks).toBe(key === own ? 9 : 6);
      expect(classes.length).toBeGreaterThan(0);
      for (const { period, decideBy } of classes) {
        expect(Date.parse(period) - Date.parse(decideBy)).toBe((leadTimeWeeks ?? 0) * week);
        expect(Date.parse(decideBy)).toBeGreaterThanOrEqual(start - 3 * 86_400_000);
      }
    }
  });

  it('asks how long hiring takes only where the plan does not say', () => {
    const [first] = sample.staffGroups ?? [];
    if (first === undefined) throw new Error('The sample has no group');
    const withGroup = (group: object) => ({ ...sample, staffGroups: [{ ...first, ...group }] });
    const auto = { mode: 'auto' as const, maxPerPeriod: 3, shortagePrice: 1, leadTimeWeeks: 11 };
    expect(asksLeadTime(withGroup({ hiring: { mode: 'manual' }, vacancy: undefined }))).toBe(true);
    expect(asksLeadTime(withGroup({ hiring: { mode: 'manual' }, vacancy: { weeks: 5 } }))).toBe(false);
    expect(asksLeadTime(withGroup({ hiring: auto }))).toBe(false);
    expect(usualLeadTime(withGroup({ hiring: auto }))).toBe(11);
    expect(usualLeadTime(withGroup({ hiring: { mode: 'manual' } }))).toBe(4);
  });

  it('gives up when told to', () => {
    const answer = salesAnswer(
      sample,
      { segmentId: null, factor: 1.1, from: 0, leadTimeWeeks: 4 },
      (share) => share < 0.2,
    );
    expect(answer).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
  });
});
