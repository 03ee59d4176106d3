import type { Turns } from '#shared/kernel/turns.ts';
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

/** A search that goes on in turns, so that others can be heard in between. */
export interface HiringSearch {
  /** Goes on for some milliseconds. @returns false once it has come to its end */
  goOn(): boolean;
  /** The best plan so far with what is proved of it; undefined while there is none. */
  soFar(): Optimum | undefined;
  /** How far it has come, 0..1. */
  fraction(): number;
  /** True when it ended since its work was used up, although more work would have found or proved more. */
  isCutShort(): boolean;
}

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
 * Looks for the cheapest plan, with a proof of how close it is: views that know ever more of the problem bound the cost of
 * every plan from below and rule out ever more of them, until a search through the rest is possible.
 *
 * The same problem gives the same plan on every machine; work is limited by counting it, not by the clock.
 *
 * @param mostWork cells to work out at most
 */
export function startSearch(problem: HiringProblem, mostWork = MOST_WORK): HiringSearch {
  let known: Optimum | undefined;
  let [fraction, work] = [0, 0];
  const limit: WorkLimit = {
    mostStates: MOST_STATES,
    goOn: () => work < mostWork,
    spend(cells) {
      work += cells;
    },
  };
  const turns = search(problem, limit, {
    note(best, leastPossible) {
      known = { ...best, leastPossible };
    },
    reach(share) {
      fraction = share;
    },
    isEnough: (gap) => gap <= GOOD_GAP && work > WORK_WHEN_GOOD,
  });
  return {
    goOn: () => turns.next().done !== true,
    soFar: () => known,
    fraction: () => fraction,
    isCutShort: () => work >= mostWork && known !== undefined && gapOf(known, known.leastPossible) > 0,
  };
}

/** Who follows a search. */
interface Follower {
  note(best: Candidate, leastPossible: number): void;
  reach(fraction: number): void;
  /** Whether a plan so close to the bound will do. */
  isEnough(gap: number): boolean;
}

function* search(problem: HiringProblem, limit: WorkLimit, { note, reach, isEnough }: Follower): Turns<void> {
  if (isFree(problem)) {
    const plan = freePlan(problem);
    return note(plan, plan.cost);
  }
  const nobody = Array.from({ length: problem.periods }, () => 0);
  let best = yield* improve(problem, nobody);
  if (problem.mostClasses === 0 || problem.firstPeriod >= problem.periods) return note(best, best.cost);
  note(best, 0);
  let bounds = yield* firstView(problem, best, limit);
  if (bounds === undefined) return;
  const firstGap = gapOf(best, bounds.least);
  let lastGap = Number.POSITIVE_INFINITY;
  for (;;) {
    const found: Found = yield* bestWithin(bounds, best);
    best = found.best;
    note(best, found.isComplete ? best.cost : bounds.least);
    if (found.isComplete) return;
    const gap = gapOf(best, bounds.least);
    reach(progressOf(gap, firstGap));
    if (isEnough(gap) || !limit.goOn()) return;
    yield;
    const finer: Bounds | undefined = yield* refined(bounds, best, gap > STALLED * lastGap, limit);
    lastGap = gap;
    if (finer === undefined) return;
    bounds = finer;
  }
}

interface Found {
  readonly best: Candidate;
  readonly isComplete: boolean;
}

/** The best plan that the bounds lead to, and whether they leave no other. */
function* bestWithin(bounds: Bounds, known: Candidate): Turns<Found> {
  const { problem } = bounds.view;
  const followed = yield* improve(problem, followBounds(bounds));
  const best = followed.cost < known.cost - costTolerance(problem, known.cost) ? followed : known;
  return yield* searchPlans(bounds, best, SEARCH_STEPS);
}

/** The cheapest plan, found without a pause. */
export function optimise(problem: HiringProblem): Optimum {
  const found = startSearch(problem);
  while (found.goOn());
  const optimum = found.soFar();
  if (optimum === undefined) throw new Error('A search that has ended knows a plan');
  return optimum;
}
