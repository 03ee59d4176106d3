import { describe, expect, it } from 'vitest';
import {
  churnAssociation,
  studentProbability,
  studentQuantile,
} from '#shared/model/deciding/service/association.ts';
import { churnRange } from '#shared/model/deciding/service/churnRange.ts';
import { serviceSweep, type ServiceSweep } from '#shared/model/deciding/service/sweep.ts';
import { serviceMessages, serviceText } from '#shared/model/deciding/service/words.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { checked, valueOf } from '#test/support/deciding.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

const scenario = checked({ ...referenceScenario('businessCase'), initiatives: [], statusQuoDrift: [] });
const [queue] = scenario.queues;
if (queue === undefined) throw new Error('The reference has a queue');
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const lineOf = (sweep: ServiceSweep, level: string) => {
  const line = sweep.lines.find((one) => one.level === level);
  if (line === undefined) throw new Error(`There is no line ${level}`);
  return line;
};

describe('the service goal swept over its range', () => {
  const sweep = valueOf(serviceSweep(scenario, 'voice', { from: 0.6, to: 0.95, step: 0.05 }));

  it('takes more people and money for fewer abandoned contacts, goal by goal', () => {
    const { points } = lineOf(sweep, 'mid');
    expect(points.map(({ goal }) => goal)).toEqual([0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]);
    points.slice(1).forEach((point, at) => {
      const before = points[at];
      expect(point.requiredFte).toBeGreaterThan(before?.requiredFte ?? Number.NaN);
      expect(point.totalCost).toBeGreaterThan(before?.totalCost ?? Number.NaN);
      expect(point.abandonment).toBeLessThan(before?.abandonment ?? Number.NaN);
      expect(point.lostCustomers).toBeLessThan(before?.lostCustomers ?? Number.NaN);
      expect(point.serviceLevel).toBeCloseTo(point.goal, 6);
    });
  });

  it('is the plan with that goal and people who follow it', () => {
    const staffGroups = scenario.staffGroups.map((group) => ({
      ...group,
      hiring: { mode: 'follow' as const, coverage: 1 },
    }));
    const queues = [
      { ...queue, goal: { ...queue.goal, serviceLevel: 0.7, rounding: 'fractional' as const } },
    ];
    const plan = valueOf(createPlan({ ...scenario, staffGroups, queues }));
    const point = lineOf(sweep, 'mid').points.find(({ goal }) => goal === 0.7);
    expect(point?.totalCost).toBeCloseTo(sum(plan.column('plan.totalCost')), 3);
    expect(point?.abandoned).toBeCloseTo(sum(plan.column('queues.voice.abandoned')), 6);
  });

  it('has its best goal where the total of cost and lost value is lowest, higher the more churn hangs on it', () => {
    const line = lineOf(sweep, 'mid');
    const nets = line.points.map(({ net }) => net ?? Number.NEGATIVE_INFINITY);
    expect(line.bestGoal.value).toBe(line.points[nets.indexOf(Math.max(...nets))]?.goal);
    const [low, mid, high] = ['low', 'mid', 'high'].map((level) => lineOf(sweep, level).bestGoal.value ?? 0);
    expect(low).toBeLessThanOrEqual(mid ?? 0);
    expect(mid).toBeLessThanOrEqual(high ?? 0);
    expect(low).toBeLessThan(high ?? 0);
  });

  it("prices an abandoned contact at today's goal by what two points more cost", () => {
    const around = [0.79, 0.81].map((serviceLevel) => {
      const queues = [{ ...queue, goal: { ...queue.goal, serviceLevel, rounding: 'fractional' as const } }];
      const segments = scenario.segments.map((segment) => ({ ...segment, churnPerAbandon: 0 }));
      const staffGroups = scenario.staffGroups.map((group) => ({
        ...group,
        hiring: { mode: 'follow' as const, coverage: 1 },
      }));
      const plan = valueOf(createPlan({ ...scenario, queues, segments, staffGroups }));
      return {
        cost: sum(plan.column('plan.totalCost')),
        abandoned: sum(plan.column('queues.voice.abandoned')),
      };
    });
    const [down, up] = around;
    const price = ((up?.cost ?? 0) - (down?.cost ?? 0)) / ((down?.abandoned ?? 0) - (up?.abandoned ?? 0));
    expect(sweep.price.value).toBeCloseTo(price, 6);
    expect(lineOf(sweep, 'mid').worth.value).toBeCloseTo((0.03 * 20 * 0.6) / 0.012, 6);
  });

  it('is said in words, with the uncertainty and never as a cause', () => {
    const messages = serviceMessages(sweep);
    expect(messages.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['buysLessThanWorth', 'bestGoals', 'bestGoalInPlan', 'churnIsAssumed']),
    );
    const texts = messages.map(serviceText).join(' ');
    expect(texts).toContain(`A goal of 80 % pays ${sweep.price.value?.toFixed(2)} to keep one more contact`);
    expect(texts).not.toMatch(/caus/i);
  });

  it('values contacts beyond the customer they keep', () => {
    const dear = valueOf(
      serviceSweep(scenario, 'voice', { from: 0.6, to: 0.95, step: 0.05, valuePerContact: 40 }),
    );
    const mid = lineOf(dear, 'mid');
    expect(mid.bestGoal.value).toBeGreaterThanOrEqual(lineOf(sweep, 'mid').bestGoal.value ?? 1);
    expect(mid.worth.value).toBeCloseTo((lineOf(sweep, 'mid').worth.value ?? 0) + 40, 9);
  });
});

describe('questions without an answer', () => {
  it('says that nobody hangs up where the model of waiting knows no hanging up', () => {
    const patient = checked({
      ...scenario,
      queues: [{ ...queue, model: 'erlangC', patience: undefined }],
    } satisfies Record<string, unknown>);
    const sweep = valueOf(serviceSweep(patient, 'voice', { from: 0.7, to: 0.8, step: 0.05 }));
    expect([sweep.price.value, sweep.price.reason]).toEqual([null, 'no-abandonment']);
    expect(lineOf(sweep, 'mid').bestGoal.reason).toBe('no-abandonment');
  });

  it('says that another part of the goal decides', () => {
    const bound: Scenario = {
      ...scenario,
      queues: [{ ...queue, goal: { ...queue.goal, maxAbandon: 0.005 } }],
    };
    const sweep = valueOf(serviceSweep(bound, 'voice', { from: 0.7, to: 0.8, step: 0.05 }));
    expect([sweep.price.value, sweep.price.reason]).toEqual([null, 'other-goal-binds']);
  });

  it.each([
    ['a queue that is not there', 'none', {}],
    ['a range upside down', 'voice', { from: 0.9, to: 0.6 }],
    ['a goal of 100 %', 'voice', { to: 1 }],
  ])('refuses %s', (_name, id, options) => {
    const refused = serviceSweep(scenario, id, options);
    expect(refused.ok).toBe(false);
  });

  it('refuses deferred work', () => {
    const refused = serviceSweep(referenceScenario('salesGrowth'), 'email');
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.fault.message).toContain('deferred work');
  });
});

describe('how sure the churn is', () => {
  it('comes from the uncertain inputs of the plan, and is marked where nobody has said', () => {
    expect(churnRange(scenario, queue)).toEqual({ low: 0.5, high: 1.5, source: 'assumed' });
    const told = checked({
      ...scenario,
      uncertain: [
        { target: 'segments.all.churnPerAbandon', distribution: 'triangular', low: 0.2, mode: 1, high: 2 },
      ],
    });
    expect(churnRange(told, queue)).toEqual({ low: 0.2, high: 2, source: 'entered' });
  });
});

describe('churn and abandonment that go together', () => {
  it('uses the t distribution as the tables print it', () => {
    // Abramowitz and Stegun, table 26.10
    for (const [freedom, t] of [
      [1, 12.706],
      [2, 4.303],
      [3, 3.182],
      [10, 2.228],
      [30, 2.042],
    ] as const)
      expect(studentQuantile(freedom)).toBeCloseTo(t, 3);
    expect(studentProbability(0, 7)).toBe(0.5);
    expect(studentProbability(2, 4)).toBeCloseTo(0.941941738242, 11);
  });

  it('fits a line by least squares with its interval', () => {
    // y = 0.01 + 0.02 x with known misses of +1, −2, +1 thousandths at 1, 2, 3
    const points = [
      { abandonedPerCustomer: 1, churn: 0.031 },
      { abandonedPerCustomer: 2, churn: 0.048 },
      { abandonedPerCustomer: 3, churn: 0.071 },
    ];
    const found = valueOf(churnAssociation(points));
    expect(found.kind).toBe('association');
    expect(found.slope.value).toBeCloseTo(0.02, 12);
    expect(found.base.value).toBeCloseTo(0.01, 12);
    const error = Math.sqrt(6e-6 / 1 / 2);
    expect(found.high.value).toBeCloseTo(0.02 + 12.7062047 * error, 8);
    expect(found.isUnclear).toBe(true);
    expect(found.slope.text).toContain('it does not say');
  });

  it('is sure where all points lie on a line', () => {
    const points = [0.1, 0.2, 0.4, 0.5].map((x) => ({ abandonedPerCustomer: x, churn: 0.012 + 0.03 * x }));
    const found = valueOf(churnAssociation(points));
    expect(found.slope.value).toBeCloseTo(0.03, 12);
    expect(found.fit.value).toBeCloseTo(1, 12);
    expect(found.isUnclear).toBe(false);
  });

  it('refuses too few points and points that are all alike', () => {
    const alike = [1, 2, 3].map((y) => ({ abandonedPerCustomer: 0.1, churn: y / 100 }));
    expect(churnAssociation(alike).ok).toBe(false);
    expect(churnAssociation(alike.slice(0, 2)).ok).toBe(false);
  });
});
