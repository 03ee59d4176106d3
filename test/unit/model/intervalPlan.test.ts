import { expect, it } from 'vitest';
import { intervalPlan } from '#shared/model/intervalPlan.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

function planOf(scenario: Scenario) {
  const plan = createPlan(scenario);
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

it.each(['salesGrowth', 'weeklyRamp'] as const)(
  '%s: the week adds up to the agent hours required and to the contacts offered',
  (name) => {
    const scenario = referenceScenario(name);
    const plan = planOf(scenario);
    for (const { id } of scenario.queues) {
      for (let period = 0; period < scenario.calendar.periods; period += 1) {
        const week = intervalPlan(plan, id, period);
        if (week === undefined) throw new Error(`${id} has no week in period ${period}`);
        expect(week.agentHours).toBeCloseTo(plan.column(`queues.${id}.baseHours`)[period] ?? Number.NaN, 6);
        const contacts = week.days.flatMap(({ openDays, intervals }) =>
          intervals.map((need) => openDays * (need?.contacts ?? 0)),
        );
        const offered = plan.column(`queues.${id}.offered`)[period] ?? Number.NaN;
        expect(contacts.reduce((sum, one) => sum + one, 0) / offered).toBeCloseTo(1, 9);
      }
    }
  },
);

it('shows a day on which the queue is closed as closed, and the busiest interval as the one with most load', () => {
  const scenario = referenceScenario('salesGrowth');
  const week = intervalPlan(planOf(scenario), 'voice', 3);
  const sunday = week?.days[6];
  expect(sunday).toEqual({ weekday: 6, openDays: 0, intervals: [] });
  const monday = week?.days[0]?.intervals ?? [];
  const weights = scenario.queues[0]?.profile.weights.mon ?? [];
  const loads = monday.map((need) => need?.load ?? 0);
  expect(monday).toHaveLength(48);
  expect(loads.indexOf(Math.max(...loads))).toBe(weights.indexOf(Math.max(...weights)));
  expect(monday.map((need) => need !== null)).toEqual(weights.map((weight) => weight > 0));
});

it('has nothing to say about a queue or a period that is not in the plan, or whose contacts cannot be computed', () => {
  const scenario = referenceScenario('salesGrowth');
  const plan = planOf(scenario);
  expect(intervalPlan(plan, 'fax', 0)).toBeUndefined();
  expect(intervalPlan(plan, 'voice', 24)).toBeUndefined();
  const broken = planOf({
    ...scenario,
    queues: scenario.queues.map((queue) => ({ ...queue, volume: { formula: '1 / 0' } })),
  });
  expect(intervalPlan(broken, 'voice', 0)).toBeUndefined();
});
