import { createPlan, type Plan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { largeScenario } from '#test/support/largePlan.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';
import type { Suite } from './suite.ts';

function planOf(scenario: Scenario): Plan {
  const plan = createPlan(scenario);
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

/** The scenario with another talk time in one queue; a new one each time, so that nothing is remembered. */
function withTalk(scenario: Scenario, place: number, seconds: number): Scenario {
  const queues = scenario.queues.map((queue, at) =>
    at === place ? { ...queue, handleTime: { ...queue.handleTime, talk: seconds } } : queue,
  );
  return { ...scenario, queues };
}

function sampleSuite(): Suite {
  const sample = referenceScenario('salesGrowth');
  const plan = planOf(sample);
  let edit = 0;
  const editDeals = () => {
    edit += 1;
    const [first, ...rest] = sample.segments;
    if (first !== undefined)
      plan.update({ ...sample, segments: [{ ...first, deals: 2600 + edit }, ...rest] });
  };
  const editPay = () => {
    edit += 1;
    const [first, ...rest] = sample.staffGroups;
    if (first?.pay === undefined) return;
    const pay = { ...first.pay, bonusRate: 0.05 + edit / 1e6 };
    plan.update({ ...sample, staffGroups: [{ ...first, pay }, ...rest] });
  };
  return {
    title: 'plan, the sample',
    timed: [
      { name: 'from nothing', run: () => planOf(sample) },
      { name: 'edit of deals', run: editDeals },
      { name: 'edit of pay', run: editPay },
    ],
  };
}

function largeSuite(): Suite {
  const large = largeScenario();
  const plan = planOf(large);
  let edit = 0;
  const editQueue = (place: number) => () => {
    edit += 1;
    plan.update(withTalk(large, place, 250 + edit / 100));
  };
  return {
    title: 'plan, 60 months, 20 queues of 336 intervals',
    timed: [
      { name: 'from nothing', run: () => planOf(large) },
      { name: 'edit of one queue, Erlang A', run: editQueue(4) },
      { name: 'edit of one queue, Erlang C', run: editQueue(5) },
    ],
  };
}

export const suites: readonly Suite[] = [sampleSuite(), largeSuite()];
