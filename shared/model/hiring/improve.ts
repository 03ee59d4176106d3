import type { Turns } from '#shared/kernel/turns.ts';
import {
  addClasses,
  at,
  costTolerance,
  type HiringProblem,
  isLater,
  periodCost,
  planCost,
  type Staff,
  staffWith,
} from './problem.ts';

/** A plan with its cost over all periods. */
export interface Candidate {
  readonly classes: readonly number[];
  readonly cost: number;
}

/** One change of a plan: so many classes more in a period. */
interface Step {
  readonly period: number;
  readonly by: 1 | -1;
}

/** Farthest that a class is moved at once; farther moves come about by several. */
const FARTHEST_MOVE = 26;

function isAllowed(problem: HiringProblem, classes: readonly number[], { period, by }: Step): boolean {
  const next = (classes[period] ?? 0) + by;
  return (
    period >= problem.firstPeriod && period < problem.periods && next >= 0 && next <= problem.mostClasses
  );
}

/** How much a few steps change the cost of a plan that has this staff. */
function changeBy(problem: HiringProblem, { effective, paid }: Staff, steps: readonly Step[]): number {
  const { periods, classEffective, classPaid, classCost } = problem;
  const first = Math.min(...steps.map(({ period }) => period));
  let change = steps.reduce((sum, { period, by }) => sum + by * at(classCost, period), 0);
  for (let t = first; t < periods; t += 1) {
    let moreEffective = 0;
    let morePaid = 0;
    for (const { period, by } of steps) {
      if (t < period) continue;
      moreEffective += by * at(classEffective, period * periods + t);
      morePaid += by * at(classPaid, period * periods + t);
    }
    const [e, p] = [at(effective, t), at(paid, t)];
    change += periodCost(problem, t, e + moreEffective, p + morePaid) - periodCost(problem, t, e, p);
  }
  return change;
}

function stepsFrom(problem: HiringProblem, period: number): readonly (readonly Step[])[] {
  const moves: Step[][] = [[{ period, by: 1 }], [{ period, by: -1 }]];
  for (let away = 1; away <= FARTHEST_MOVE; away += 1) {
    moves.push([
      { period, by: -1 },
      { period: period + away, by: 1 },
    ]);
    moves.push([
      { period, by: -1 },
      { period: period - away, by: 1 },
    ]);
  }
  return moves.filter((steps) =>
    steps.every((step) => step.period >= problem.firstPeriod && step.period < problem.periods),
  );
}

function after(classes: readonly number[], steps: readonly Step[]): readonly number[] {
  const next = [...classes];
  for (const { period, by } of steps) next[period] = (next[period] ?? 0) + by;
  return next;
}

/** Periods looked at before others get their turn: some tens of milliseconds. */
const VISITS_PER_TURN = 200;

/** Changes after which improving ends even if it could go on; far more than it ever takes. */
const MOST_CHANGES = 20_000;

/**
 * A plan that no class more, less or moved makes cheaper (or later at the same cost), reached from the one given. Says
 * nothing of how far it is from the cheapest.
 */
export function* improve(problem: HiringProblem, start: readonly number[]): Turns<Candidate> {
  const { periods, firstPeriod } = problem;
  const tolerance = costTolerance(problem, planCost(problem, start));
  const staff = staffWith(problem, start);
  let classes: readonly number[] = start;
  let [changes, visits] = [0, 0];
  for (let period = firstPeriod, unchanged = 0; unchanged < periods - firstPeriod; unchanged += 1) {
    visits += 1;
    if (visits % VISITS_PER_TURN === 0) yield;
    for (const steps of stepsFrom(problem, period)) {
      if (!steps.every((step) => isAllowed(problem, classes, step))) continue;
      const change = changeBy(problem, staff, steps);
      const next = after(classes, steps);
      const isBetter = change < -tolerance || (change <= tolerance && isLater(next, classes));
      if (!isBetter || changes >= MOST_CHANGES) continue;
      for (const step of steps) addClasses(problem, staff, step.period, step.by);
      classes = next;
      changes += 1;
      unchanged = -1;
    }
    period = period + 1 < periods ? period + 1 : firstPeriod;
  }
  return { classes, cost: planCost(problem, classes) };
}
