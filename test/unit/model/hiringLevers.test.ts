import { describe, expect, it } from 'vitest';
import { gapsOf } from '#shared/model/hiringGaps.ts';
import { type LateGap, leversFor } from '#shared/model/hiringLevers.ts';
import { createPlan, type Plan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

function computed(scenario: Scenario): Plan {
  const plan = createPlan(scenario);
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

function late(plan: Plan, group: string, today: string): LateGap {
  const found = leversFor(plan, group, today);
  if (found === undefined) throw new Error(`${group} has no late gap`);
  return found;
}

const scenario = referenceScenario('salesGrowth');
const plan = computed(scenario);
const today = '2027-08-15';

describe('a gap that new hires come too late for', () => {
  it('is short, not over, and begins before a hire of today takes contacts', () => {
    const { periods } = late(plan, 'prague', today);
    const gaps = gapsOf(plan, 'groups.prague');
    expect(periods.length).toBeGreaterThan(0);
    for (const t of periods) {
      expect(gaps[t]).toBeGreaterThan(0.5);
      const { start, startDay, days } = plan.graph().context.periods[t] ?? {
        start: '',
        startDay: 0,
        days: 0,
      };
      expect(start < '2027-09-26').toBe(true);
      expect(new Date((startDay + days) * 86_400_000).toISOString().slice(0, 10) > today).toBe(true);
    }
    expect(leversFor(computed(referenceScenario('businessCase')), 'agents', '2027-01-01')).toBeUndefined();
  });

  it('has levers in the order of their cost, those that close it first', () => {
    const { levers } = late(plan, 'prague', scenario.calendar.start);
    expect(levers.map(({ kind }) => kind).toSorted()).toEqual(['goal', 'overtime', 'partner']);
    const closing = levers.filter(({ stillShort }) => stillShort === 0);
    expect(closing).toHaveLength(3);
    levers
      .slice(1)
      .forEach(({ total }, place) => expect(total).toBeGreaterThanOrEqual(levers[place]?.total ?? 0));
    for (const { costs, total } of levers)
      expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(total, 6);
  });

  it('costs with overtime what the whole plan costs more in these periods with that limit', () => {
    const { levers, periods } = late(plan, 'prague', scenario.calendar.start);
    const overtime = levers.find(({ kind }) => kind === 'overtime');
    const changed = computed({
      ...scenario,
      staffGroups: scenario.staffGroups.map((group) =>
        group.id === 'prague' && group.pay !== undefined
          ? { ...group, pay: { ...group.pay, overtimeMax: overtime?.to ?? 0 } }
          : group,
      ),
    });
    const difference = periods.map(
      (t) => (changed.column('plan.totalCost')[t] ?? 0) - (plan.column('plan.totalCost')[t] ?? 0),
    );
    difference.forEach((cost, place) => expect(overtime?.costs[place]).toBeCloseTo(cost, 6));
    const gaps = gapsOf(changed, 'groups.prague');
    for (const t of periods) expect(gaps[t]).toBeLessThan(1e-6);
    expect(overtime?.from).toBe(0.06);
  });

  it('is met by the lowered goal and by none a percent higher', () => {
    const { levers, periods } = late(plan, 'prague', scenario.calendar.start);
    const goal = levers.find(({ kind }) => kind === 'goal');
    const gapAt = (level: number) => {
      const queues = scenario.queues.map((queue) =>
        queue.goal.serviceLevel === undefined
          ? queue
          : { ...queue, goal: { ...queue.goal, serviceLevel: Math.min(level, queue.goal.serviceLevel) } },
      );
      const gaps = gapsOf(computed({ ...scenario, queues }), 'groups.prague');
      return Math.max(...periods.map((t) => gaps[t] ?? 0));
    };
    expect(goal?.to).toBeLessThan(goal?.from ?? 0);
    expect(gapAt(goal?.to ?? 0)).toBeLessThanOrEqual(0.5);
    expect(gapAt((goal?.to ?? 0) + 0.01)).toBeGreaterThan(0.5);
  });

  it('does not exceed what overtime people can stand, and says what it leaves', () => {
    const short = {
      ...scenario,
      staffGroups: scenario.staffGroups.map((group) =>
        group.id === 'prague' ? { ...group, proficientHeadcount: 60 } : group,
      ),
    };
    const overtime = late(computed(short), 'prague', scenario.calendar.start).levers.find(
      ({ kind }) => kind === 'overtime',
    );
    expect(overtime?.to).toBe(0.2);
    expect(overtime?.stillShort).toBeGreaterThan(0.5);
  });

  it('takes the hires of a cheapest plan as they are', () => {
    const auto = computed(referenceScenario('autoHiring'));
    const found = late(auto, 'agents', today);
    expect(found.levers.map(({ kind }) => kind)).toEqual(['goal', 'overtime']);
    expect(auto.hiringPlans().get('agents')?.provenGap).toBe(0);
  });
});
