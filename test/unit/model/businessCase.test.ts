import { describe, expect, it } from 'vitest';
import { presentValue } from '#shared/finance/discounting.ts';
import {
  type BusinessCase,
  businessCase,
  caseByInitiative,
  costOfDelay,
} from '#shared/model/businessCase.ts';
import { createPlan } from '#shared/model/plan.ts';
import { planResults } from '#shared/model/results.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { differences, expectedResults, referenceScenario } from '#test/support/planFixtures.ts';

function valueOf<T>(result: { ok: true; value: T } | { ok: false; fault: { message: string } }): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

function caseOf(scenario: Scenario): BusinessCase {
  const found = valueOf(businessCase(scenario));
  if (found === undefined) throw new Error('There is no business case');
  return found;
}

const scenario = referenceScenario('businessCase');
const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);

describe('the business case of the reference plans', () => {
  it.each(['businessCase', 'weeklyRamp'] as const)('%s is reproduced by the results of the plan', (name) => {
    const plan = valueOf(createPlan(referenceScenario(name)));
    expect(differences(expectedResults(name), planResults(plan))).toEqual([]);
  });

  it.each(['oneVoiceQueue', 'salesGrowth'] as const)('%s has none', (name) => {
    expect('businessCase' in planResults(valueOf(createPlan(referenceScenario(name))))).toBe(false);
  });

  it('leaves standing still out where nothing is said of it', () => {
    expect(Object.keys(caseOf(referenceScenario('weeklyRamp')))).not.toContain('standingStill');
  });
});

describe('what a business case adds up to', () => {
  const whole = caseOf(scenario);

  it('has the NPV 0 at its internal rate', () => {
    const plan = valueOf(createPlan(scenario));
    const oneOff = plan.graph().context.periods.map((_, t) =>
      scenario.initiatives.reduce((total, { id, oneOff: cost }) => {
        return total + (plan.column(`initiatives.${id}.begins`)[t] ?? 0) * cost;
      }, 0),
    );
    const atEnd = whole.net.map((net, t) => (net ?? Number.NaN) + (oneOff[t] ?? 0));
    const flows = { atStart: oneOff.map((cost) => -cost), atEnd, yearFraction: 1 / 12 };
    expect(presentValue(flows, scenario.discountRate)).toBeCloseTo(whole.npv ?? Number.NaN, 4);
    expect(presentValue(flows, whole.irr ?? Number.NaN)).toBeCloseTo(0, 3);
  });

  it('nets benefit and investment, and its return is their plain ratio', () => {
    whole.net.forEach((net, t) =>
      expect(net).toBeCloseTo((whole.benefit[t] ?? 0) - (whole.investment[t] ?? 0), 9),
    );
    expect(whole.roi).toBeCloseTo(sum(whole.benefit) / sum(whole.investment) - 1, 12);
  });

  it('invests what the plan shows as investment', () => {
    const plan = valueOf(createPlan(scenario));
    whole.investment.forEach((cost, t) =>
      expect(cost).toBeCloseTo(plan.column('plan.investment')[t] ?? Number.NaN, 9),
    );
  });

  it('gives each initiative what it adds, and the parts add up to the whole', () => {
    const parts = valueOf(caseByInitiative(scenario));
    expect(parts.initiatives.map(({ id }) => id)).toEqual(['summaries', 'retention', 'portal']);
    expect(sum(parts.initiatives.map(({ npv }) => npv))).toBeCloseTo(whole.npv ?? Number.NaN, 4);
    whole.benefit.forEach((benefit, t) => {
      expect(sum(parts.initiatives.map((part) => part.benefit[t] ?? Number.NaN))).toBeCloseTo(
        benefit ?? Number.NaN,
        4,
      );
    });
    const alone = caseOf({ ...scenario, initiatives: scenario.initiatives.slice(0, 1) });
    expect(parts.initiatives[0]?.npv).toBeCloseTo(alone.npv ?? Number.NaN, 6);
  });

  it('counts cashable benefits and avoided hires first, everything second', () => {
    const initiatives = scenario.initiatives.map((one) =>
      one.id === 'retention' ? { ...one, benefitType: 'soft' as const } : one,
    );
    const { npv, initiatives: parts } = valueOf(caseByInitiative({ ...scenario, initiatives }));
    const soft = parts.find(({ id }) => id === 'retention')?.npv ?? Number.NaN;
    expect(npv.everything).toBeCloseTo(whole.npv ?? Number.NaN, 4);
    expect(npv.cashable).toBeCloseTo((npv.everything ?? Number.NaN) - soft, 6);
  });
});

describe('a case by weeks', () => {
  it('pays back in months of 365 / 84 weeks', () => {
    const weekly = referenceScenario('weeklyRamp');
    const initiatives = weekly.initiatives.map((one) => ({ ...one, oneOff: 1000, recurring: 0 }));
    const { net, investment, paybackMonths } = caseOf({ ...weekly, initiatives });
    const first = investment.findIndex((cost) => cost !== 0);
    let cumulative = 0;
    const last = net.findIndex((flow, t) => {
      cumulative += flow ?? Number.NaN;
      return t >= first && cumulative >= 0;
    });
    const weeks = last - first + 1 - cumulative / (net[last] ?? Number.NaN);
    expect(last).toBeGreaterThan(first);
    expect(paybackMonths).toBeCloseTo((weeks * 84) / 365, 9);
  });
});

describe('the cost of delay', () => {
  it('is nothing without delay and the whole case when everything begins after the plan', () => {
    expect(valueOf(costOfDelay(scenario, 0))).toBe(0);
    expect(valueOf(costOfDelay(scenario, 60))).toBeCloseTo(caseOf(scenario).npv ?? Number.NaN, 6);
  });

  it('is what the same case is worth less with every start three months later', () => {
    const starts = ['2027-07-01', '2027-09-15', '2027-12-01'];
    const initiatives = scenario.initiatives.map((one, place) => ({
      ...one,
      start: starts[place] ?? one.start,
    }));
    const now = caseOf(scenario).npv ?? Number.NaN;
    const later = caseOf({ ...scenario, initiatives }).npv ?? Number.NaN;
    expect(valueOf(costOfDelay(scenario, 3))).toBeCloseTo(now - later, 6);
  });

  it('moves the 31st to the last day of a shorter month', () => {
    const begin = (start: string) => ({
      ...scenario,
      initiatives: scenario.initiatives.slice(0, 1).map((one) => ({ ...one, start })),
    });
    const now = caseOf(begin('2027-03-31')).npv ?? Number.NaN;
    const later = caseOf(begin('2027-04-30')).npv ?? Number.NaN;
    expect(valueOf(costOfDelay(begin('2027-03-31'), 1))).toBeCloseTo(now - later, 6);
  });
});

describe('cases at the edge', () => {
  it('shows what standing still costs even while there is no initiative', () => {
    const { standingStill, npv, irr, paybackMonths, roi } = caseOf({ ...scenario, initiatives: [] });
    expect(standingStill).toEqual(caseOf(scenario).standingStill);
    expect({ npv, irr, paybackMonths, roi }).toEqual({ npv: 0, irr: null, paybackMonths: 0, roi: null });
  });

  it('refuses a drift that takes an input out of its range, with path and period', () => {
    const statusQuoDrift = scenario.statusQuoDrift.map((drift) => ({
      ...drift,
      effects: [{ target: 'segments.all.churn', op: 'add' as const, value: 2, confidence: 1 }],
    }));
    const refused = createPlan({ ...scenario, statusQuoDrift });
    expect(refused.ok).toBe(false);
    if (refused.ok) return;
    expect(refused.fault.code).toBe('invalid-plan');
    expect(refused.fault.problems?.[0]?.path).toContain('churn');
    expect(refused.fault.problems?.[0]?.found).toMatch(/in \w+ 20\d\d/);
  });

  it('says null, not NaN, where the plan has no number', () => {
    const queues = scenario.queues.map((queue) => ({ ...queue, profile: { ...queue.profile, weights: {} } }));
    const { npv, benefit, roi } = caseOf({ ...scenario, queues });
    expect([npv, benefit[0], roi]).toEqual([null, null, null]);
  });
});
