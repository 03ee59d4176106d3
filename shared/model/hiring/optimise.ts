import { type Candidate, improve } from './improve.ts';
import { freePlan, isFree } from './free.ts';
import { firstView, refined } from './refine.ts';
import { costTolerance, type HiringProblem } from './problem.ts';
import { followBounds, searchPlans } from './search.ts';
import type { Bounds, WorkLimit } from './sweep.ts';

export interface Optimum {
  readonly classes: readonly number[];
  /** Over all periods, tail included. */
  readonly cost: number;
  /** No plan costs less than this. */
  readonly leastPossible: number;
}

/** Told how far the work has come, 0..1. @returns false to stop with the best plan so far */
export type OnProgress = (fraction: number) => boolean;

/** Relative distance to the proved bound with which a plan is good enough, once it took some work. */
const GOOD_GAP = 1e-3;
/** Work in cells worked out, each a fraction of a microsecond: so much for a good plan, so much at the very most. */
const WORK_WHEN_GOOD = 2e7;
const MOST_WORK = 2.5e8;
/** States of one view that fit into memory comfortably. */
const MOST_STATES = 1e7;
/** Finer cells no longer help when so much of the gap is left; then the views must know more. */
const STALLED = 0.8;
const SEARCH_STEPS = 40_000;

function gapOf({ cost }: Candidate, leastPossible: number): number {
  return cost <= 0 ? 0 : Math.max(0, (cost - leastPossible) / cost);
}

/** How far the proof has come from its first gap to a good one, on the scale of orders of magnitude. */
function progressOf(gap: number, firstGap: number): number {
  if (gap <= GOOD_GAP || firstGap <= GOOD_GAP) return 0.99;
  return Math.min(0.99, Math.max(0, Math.log(firstGap / gap) / Math.log(firstGap / GOOD_GAP)));
}

/**
 * The cheapest plan, with a proof of how close it is: views that know ever more of the problem bound the cost of every plan
 * from below and rule out ever more of them, until a search through the rest is possible.
 *
 * The same problem gives the same plan on every machine; work is limited by counting it, not by the clock.
 */
export function optimise(problem: HiringProblem, onProgress: OnProgress = () => true): Optimum {
  if (isFree(problem)) {
    const plan = freePlan(problem);
    return { ...plan, leastPossible: plan.cost };
  }
  let best = improve(
    problem,
    Array.from({ length: problem.periods }, () => 0),
  );
  if (problem.mostClasses === 0 || problem.firstPeriod >= problem.periods)
    return { ...best, leastPossible: best.cost };
  let [fraction, work, isStopped] = [0, 0, false];
  const limit: WorkLimit = {
    mostStates: MOST_STATES,
    goOn() {
      isStopped ||= !onProgress(fraction);
      return !isStopped && work < MOST_WORK;
    },
    spend(cells) {
      work += cells;
    },
  };
  const first = firstView(problem, best, limit);
  if (first === undefined) return { ...best, leastPossible: 0 };
  let bounds = first;
  const firstGap = gapOf(best, first.least);
  let lastGap = Number.POSITIVE_INFINITY;
  for (;;) {
    const found = bestWithin(bounds, best);
    best = found.best;
    if (found.isComplete) return { ...best, leastPossible: best.cost };
    const gap = gapOf(best, bounds.least);
    fraction = progressOf(gap, firstGap);
    const isEnough = gap <= GOOD_GAP && work > WORK_WHEN_GOOD;
    const finer =
      isEnough || !limit.goOn() ? undefined : refined(bounds, best, gap > STALLED * lastGap, limit);
    lastGap = gap;
    if (finer === undefined) return { ...best, leastPossible: bounds.least };
    bounds = finer;
  }
}

/** The best plan that the bounds lead to, and whether they leave no other. */
function bestWithin(bounds: Bounds, known: Candidate): { best: Candidate; isComplete: boolean } {
  const { problem } = bounds.view;
  const followed = improve(problem, followBounds(bounds));
  const best = followed.cost < known.cost - costTolerance(problem, known.cost) ? followed : known;
  return searchPlans(bounds, best, SEARCH_STEPS);
}
