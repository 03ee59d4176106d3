import { describe, expect, it } from 'vitest';
import { finished } from '#shared/kernel/turns.ts';
import { isFree } from '#shared/model/hiring/free.ts';
import { optimise } from '#shared/model/hiring/optimise.ts';
import { type HiringProblem, isLater, planCost } from '#shared/model/hiring/problem.ts';
import { anything, firstView, refined } from '#shared/model/hiring/refine.ts';
import { searchPlans } from '#shared/model/hiring/search.ts';
import { solveView } from '#shared/model/hiring/sweep.ts';
import { createView, type Grain, matureClasses } from '#shared/model/hiring/view.ts';
import { dice, randomProblem } from '#test/support/hiringProblems.ts';

/** The cheapest of all plans, by trying every one; of equal ones the one that hires later. */
function byTrying(problem: HiringProblem): { classes: readonly number[]; cost: number } {
  const { periods, firstPeriod, mostClasses } = problem;
  let best: { classes: readonly number[]; cost: number } = { classes: [], cost: Number.POSITIVE_INFINITY };
  const tryAll = (plan: readonly number[]) => {
    if (plan.length === periods) {
      const cost = planCost(problem, plan);
      const margin = 1e-10 * Math.abs(cost) + 1e-9;
      if (cost < best.cost - margin || (cost <= best.cost + margin && isLater(plan, best.classes))) {
        best = { classes: plan, cost };
      }
      return;
    }
    for (let classes = 0; classes <= (plan.length < firstPeriod ? 0 : mostClasses); classes += 1)
      tryAll([...plan, classes]);
  };
  tryAll([]);
  return best;
}

describe('small problems', () => {
  it('come out as when every plan is tried, three hundred of them', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const problem = randomProblem(seed);
      const tried = byTrying(problem);
      const found = optimise(problem);
      expect({ seed, classes: found.classes }).toEqual({ seed, classes: tried.classes });
      expect(Math.abs(found.leastPossible - tried.cost)).toBeLessThanOrEqual(1e-9 * tried.cost + 1e-6);
    }
  });
});

describe('bounds', () => {
  const endless = { mostStates: 1e7, goOn: () => true, spend: () => undefined };

  /** The bound of a view that knows nothing of a good plan, with any values and prices. */
  function boundOf(problem: HiringProblem, grain: Grain, value: Float64Array, price: Float64Array): number {
    const view = createView(problem, matureClasses(problem, value), grain, price, anything(problem));
    const bounds = finished(solveView(view, Number.MAX_VALUE, undefined, endless));
    if (bounds === undefined) throw new Error('The view was given up');
    return bounds.least;
  }

  it('are never above the cheapest plan, whatever is kept, however cells are cut, values and prices guessed', () => {
    for (let seed = 1; seed <= 250; seed += 1) {
      const d = dice(seed);
      const problem = randomProblem(seed + 1000);
      const { cost } = byTrying(problem);
      const column = (most: number) =>
        Float64Array.from({ length: problem.periods }, () => d.between(0, most));
      const ages = d.whole(0, Math.min(4, problem.periods - 1));
      const grain = { ages, events: d.whole(0, ages), width: d.between(0.05, 5) };
      const price = Float64Array.of(...column(20_000), 0);
      const bound = boundOf(problem, grain, column(1.2 * problem.shortageCost), price);
      expect(bound - cost).toBeLessThanOrEqual(1e-9 * cost + 1e-6);
    }
  });

  it('stay below it while they are refined, and the search through what they leave finds it', () => {
    for (let seed = 1; seed <= 80; seed += 1) {
      const problem = randomProblem(seed + 3000);
      if (isFree(problem) || problem.firstPeriod >= problem.periods) continue;
      const tried = byTrying(problem);
      const nobody = Array.from({ length: problem.periods }, () => 0);
      const known = { classes: nobody, cost: planCost(problem, nobody) };
      let bounds = finished(firstView(problem, known, endless));
      for (let round = 0; round < 4 && bounds !== undefined; round += 1) {
        expect(bounds.least - tried.cost).toBeLessThanOrEqual(1e-9 * tried.cost + 1e-6);
        const { best, isComplete } = finished(searchPlans(bounds, known, 1e6));
        expect({ seed, classes: best.classes, isComplete }).toEqual({
          seed,
          classes: tried.classes,
          isComplete: true,
        });
        bounds = finished(refined(bounds, known, round % 2 === 1, endless));
      }
    }
  });

  it('come closer the more classes are kept, and meet the cheapest plan when all are', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const problem = randomProblem(seed + 2000);
      const { cost } = byTrying(problem);
      const value = problem.overtimeCost.map((overtime) => (overtime + problem.shortageCost) / 2);
      const all = problem.periods - 1;
      const [none, one, two, every] = [
        { ages: 0, events: 0 },
        { ages: all, events: Math.min(all, 1) },
        { ages: all, events: Math.min(all, 2) },
        { ages: all, events: all },
      ].map((kept) =>
        boundOf(problem, { ...kept, width: 1e-3 }, value, new Float64Array(problem.periods + 1)),
      );
      const slack = 1e-3 * cost + 1e-6;
      expect(one).toBeGreaterThanOrEqual((none ?? 0) - slack);
      expect(two).toBeGreaterThanOrEqual((one ?? 0) - slack);
      expect(every).toBeGreaterThanOrEqual((two ?? 0) - slack);
      expect(every).toBeGreaterThanOrEqual(cost - slack);
    }
  });
});
