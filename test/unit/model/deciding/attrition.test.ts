import { describe, expect, it } from 'vitest';
import { attritionCase } from '#shared/model/deciding/attrition/attritionCase.ts';
import { tradeCauses } from '#shared/model/deciding/attrition/causes.ts';
import { leaverCost, type LeaverFacts } from '#shared/model/deciding/attrition/leaverCost.ts';
import { retentionInitiative } from '#shared/model/deciding/attrition/retention.ts';
import { caseParts } from '#shared/model/deciding/case/parts.ts';
import { createCaseStudy } from '#shared/model/deciding/case/study.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { checked, manualCase, valueOf } from '#test/support/deciding.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

const scenario = referenceScenario('businessCase');
const [group] = scenario.staffGroups;
if (group === undefined) throw new Error('The reference has a group');
const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);

const facts: LeaverFacts = {
  wagePerHour: 20,
  shrinkage: 0.25,
  vacancyWeeks: 6,
  coverShare: 0.5,
  unanswered: 300,
  churnPerAbandon: 0.03,
  valuePerCustomer: 200,
};

describe('what one leaver costs', () => {
  const simple = { ...group, fteRatio: 1 };
  const cost = leaverCost(simple, facts);
  const part = (id: string) => cost.parts.find((one) => one.id === `leaver.${id}`)?.value;
  const week = 40 * 20 * (1 + 0.083 + 0.175);

  it('is each part by its formula', () => {
    expect(part('recruiting')).toBeCloseTo(3400 / 0.92, 9);
    expect(part('training')).toBeCloseTo(2600 / 0.92, 9);
    expect(part('traineePay')).toBeCloseTo((4 * week) / 0.92, 9);
    // Nesting: two weeks at half output; ramp: eight weeks from half to full.
    expect(part('rampPay')).toBeCloseTo((2 * 0.5 + 8 * 0.25) * week, 6);
    expect(part('vacancyCover')).toBeCloseTo(6 * 40 * 0.75 * 0.5 * 20 * 0.5, 9);
    expect(part('severance')).toBe(400);
    expect(part('lostCustomers')).toBeCloseTo(300 * 0.03 * 200, 9);
  });

  it('adds up, beside hiring and training only', () => {
    expect(cost.full.value).toBeCloseTo(sum(cost.parts.map(({ value }) => value)), 9);
    expect(cost.counted.value).toBeCloseTo(6000 / 0.92, 9);
    expect(cost.hidden.value).toBeCloseTo((cost.full.value ?? 0) - (cost.counted.value ?? 0), 9);
  });

  it('counts the hours of one person, not of a full-time place', () => {
    const half = leaverCost({ ...group, fteRatio: 0.5 }, facts);
    const pay = (one: typeof cost) =>
      one.parts.find(({ id }) => id === 'leaver.traineePay')?.value ?? Number.NaN;
    expect(pay(half)).toBeCloseTo(pay(cost) / 2, 9);
  });

  it('has no value where nobody ends training', () => {
    const never = leaverCost({ ...group, trainingDropout: 1 }, facts);
    expect([never.full.value, never.full.reason]).toEqual([null, 'not-computable']);
  });
});

describe('attrition of a group', () => {
  const found = valueOf(attritionCase(scenario, 'agents'));
  const plan = valueOf(createPlan(scenario));

  it('costs its leavers a year times the cost of one', () => {
    expect(found.leavers.value).toBeCloseTo(sum([...plan.column('groups.agents.leavers')]) / 3, 6);
    expect(found.yearly.value).toBeCloseTo(
      (found.leavers.value ?? Number.NaN) * (found.leaver.full.value ?? Number.NaN),
      6,
    );
    expect(found.yearlyCounted.value).toBeLessThan(found.yearly.value ?? Number.NaN);
  });

  it('shows the causes of the trade, marked as assumed, until the group names its own', () => {
    expect(found.areCausesAssumed).toBe(true);
    expect(sum(tradeCauses.map(({ share }) => share))).toBeCloseTo(1, 12);
    expect(sum(found.causes.map(({ cost }) => cost.value))).toBeCloseTo(found.yearly.value ?? Number.NaN, 6);
    const own = checked({
      ...scenario,
      staffGroups: [
        {
          ...group,
          attritionCauses: [
            { cause: 'Pay', share: 0.5, avoidable: 0.4 },
            { cause: 'Dismissed', share: 0.2, avoidable: 0.5, regrettable: 0 },
          ],
          vacancy: { weeks: 4, coverShare: 0.5, unansweredShare: 0.1 },
        },
      ],
    });
    const told = valueOf(attritionCase(own, 'agents'));
    const yearly = told.yearly.value ?? Number.NaN;
    expect(told.areCausesAssumed).toBe(false);
    expect(told.unexplainedShare).toBeCloseTo(0.3, 12);
    expect(told.avoidable.value).toBeCloseTo(yearly * (0.5 * 0.4 + 0.2 * 0.5), 6);
    expect(told.regrettable.value).toBeCloseTo(yearly * 0.5, 6);
    expect(told.leaver.full.value).toBeGreaterThan(found.leaver.full.value ?? Number.NaN);
  });

  it('is worth a point in the plan what the plan costs less with one point less', () => {
    const less: Scenario = {
      ...scenario,
      staffGroups: [{ ...group, attrition: 0.29 }],
      initiatives: [],
    };
    const now: Scenario = { ...scenario, initiatives: [] };
    const total = (one: Scenario) => {
      const run = valueOf(createPlan(one));
      return sum([...run.column('plan.totalCost')]) - sum([...run.column('plan.margin')]);
    };
    const point = valueOf(attritionCase(now, 'agents')).pointInPlan.value;
    expect(point).toBeCloseTo((total(now) - total(less)) / 3, 4);
    expect(point).toBeGreaterThan(0);
  });

  it('is worth people, not money, where hires are planned by hand', () => {
    const manual = valueOf(attritionCase(manualCase(), 'agents'));
    expect(manual.hiringMode).toBe('manual');
    expect(manual.pointFte.value).toBeGreaterThan(0);
    expect(manual.pointHires.value).toBe(0);
    expect(manual.pointInPlan.value).toBeLessThan(0);
  });

  it('moves nothing where nobody leaves', () => {
    const loyal = { ...scenario, initiatives: [], staffGroups: [{ ...group, attrition: 0 }] };
    expect(valueOf(attritionCase(loyal, 'agents')).pointInPlan.reason).toBe('moves-nothing');
  });

  it('refuses a partner and a group that is not there', () => {
    expect(attritionCase(referenceScenario('salesGrowth'), 'partner').ok).toBe(false);
    expect(attritionCase(scenario, 'nobody').ok).toBe(false);
  });

  it('refuses causes of more than all leavers', () => {
    const refused = validateScenario({
      ...scenario,
      staffGroups: [
        {
          ...group,
          attritionCauses: [
            { cause: 'Pay', share: 0.8 },
            { cause: 'Boss', share: 0.4 },
          ],
        },
      ],
    });
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.fault.problems?.[0]?.path).toBe('staffGroups.agents.attritionCauses');
  });
});

describe('a programme that keeps people', () => {
  it('is an initiative like any other, its cost by heads', () => {
    const plan = valueOf(createPlan({ ...scenario, initiatives: [] }));
    const programme = retentionInitiative(plan, {
      id: 'stay',
      groupId: 'agents',
      start: '2027-01-01',
      rampMonths: 0,
      attritionFactor: 0.8,
      oneOff: 0,
      costPerHead: 10,
      confidence: 1,
    });
    const study = valueOf(createCaseStudy(checked({ ...scenario, initiatives: [programme] })));
    const [part] = valueOf(caseParts(study));
    const heads = sum([...plan.column('groups.agents.averageHeadcount')]);
    expect(part?.inOrder.investment.value).toBeCloseTo(heads * 10, 4);
    expect(part?.inOrder.benefit.value).toBeGreaterThan(0);
  });
});
