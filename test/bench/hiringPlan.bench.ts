import { createPlan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { autoGroup, autoScenario, growing } from '#test/support/hiringProblems.ts';
import type { Suite, Timed } from './suite.ts';

const GOOD_GAP = 0.001;

/** A plan from nothing: requirement, cheapest hiring with its proof, and the whole model with it. */
function planned(name: string, scenario: Scenario): Timed {
  return {
    name,
    run() {
      const plan = createPlan(scenario);
      const gap = plan.ok ? plan.value.hiringPlans().get('agents')?.provenGap : undefined;
      if (gap === undefined || gap > GOOD_GAP) throw new Error(`${name}: the gap is ${String(gap)}`);
    },
  };
}

const eights = { classSize: 8, maxPerPeriod: 24 };
const months = { periods: 60 };
const weeks = { periods: 104, grain: 'week' } as const;

export const suites: readonly Suite[] = [
  {
    title: 'hiring, cheapest and proved',
    milliseconds: 1000,
    timed: [
      planned('60 months, classes of 8', growing(autoScenario(months, autoGroup({}, eights)))),
      planned(
        '60 months, classes of 8, 12 more as tail',
        growing(autoScenario(months, autoGroup({}, { ...eights, tailPeriods: 12 }))),
      ),
      planned(
        '60 months, one by one',
        growing(autoScenario(months, autoGroup({}, { classSize: 1, maxPerPeriod: 12 }))),
      ),
      planned(
        '104 weeks, classes of 8',
        growing(autoScenario(weeks, autoGroup({}, { classSize: 8, maxPerPeriod: 8 }))),
      ),
    ],
  },
];
