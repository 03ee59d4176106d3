import type { Turns } from '#shared/kernel/turns.ts';
import type { Candidate } from './improve.ts';
import { following } from './kept.ts';
import { addClasses, at, costTolerance, type HiringProblem, periodCost, type Staff } from './problem.ts';
import type { View } from './view.ts';
import { leastBetween } from './rows.ts';
import type { Bounds } from './sweep.ts';

/** A plan up to some period, as the bounds see it. */
interface State {
  readonly code: number;
  /** Old staff, in FTE. */
  readonly y: number;
}

function stateAfter(view: View, { code, y }: State, t: number, classes: number): State {
  const next = following(view, code, t, classes);
  return { code: next.code, y: y * at(view.problem.decay, t) + next.entering };
}

/** What the classes of a plan that the view no longer keeps have paid for periods from t on. */
function paidAhead(
  { problem, ages, base, maturity }: View,
  code: number,
  plan: readonly number[],
  t: number,
): number {
  let [paid, rest] = [0, code];
  for (let age = 1; age <= Math.max(problem.maturity, ages) && age <= t; age += 1) {
    const isKept = rest % base > 0;
    rest = Math.floor(rest / base);
    const classes = plan[t - age] ?? 0;
    if (classes > 0 && !isKept) paid += classes * at(maturity.charge, (t - age) * problem.periods + t);
  }
  return paid;
}

/** What any plan costs at least that begins like this one and is in this state in period t. */
function leastAhead({ view, ahead }: Bounds, { code, y }: State, plan: readonly number[], t: number): number {
  if (t >= view.problem.periods) return 0;
  const row = ahead[t]?.get(code);
  if (row === undefined) return Number.POSITIVE_INFINITY;
  return leastBetween(row, y, y, view.width) - at(view.price, t) * y + paidAhead(view, code, plan, t);
}

function emptyStaff({ periods }: HiringProblem): Staff {
  return { effective: new Float64Array(periods), paid: new Float64Array(periods) };
}

function copyFrom(staff: Staff, from: Staff, t: number): void {
  staff.effective.set(from.effective.subarray(t), t);
  staff.paid.set(from.paid.subarray(t), t);
}

/** One level of the search: the classes tried so far in period t and what they lead to. */
interface Frame {
  readonly staff: Staff;
  state: State;
  cost: number;
  classes: number;
}

/** How a search ended: the best plan, and whether every plan was looked at or ruled out. */
export interface SearchEnd {
  readonly best: Candidate;
  readonly isComplete: boolean;
  readonly steps: number;
}

/** Steps before others get their turn: some tens of milliseconds. */
const STEPS_PER_TURN = 4000;

/**
 * Looks through all plans in the order of later hiring, leaving out what the bounds rule out.
 *
 * @param known a plan to beat; one of the same cost that hires later replaces it
 * @param mostSteps gives up after so many
 */
export function* searchPlans(bounds: Bounds, known: Candidate, mostSteps: number): Turns<SearchEnd> {
  const { view, known: allowed } = bounds;
  const { problem } = view;
  const { periods, classCost } = problem;
  const tolerance = costTolerance(problem, known.cost);
  const frames = Array.from({ length: periods + 1 }, (): Frame => {
    return { staff: emptyStaff(problem), state: { code: 0, y: 0 }, cost: 0, classes: -1 };
  });
  const [root] = frames;
  if (root !== undefined)
    copyFrom(root.staff, { effective: problem.baseEffective, paid: problem.basePaid }, 0);
  let best = known;
  let limit = known.cost + tolerance;
  let steps = 0;
  const path: number[] = [];
  for (let t = 0; t >= 0;) {
    const frame = frames[t];
    const next = frames[t + 1];
    if (frame === undefined) break;
    if (next === undefined) {
      best = { classes: path.slice(0, periods), cost: frame.cost };
      limit = frame.cost - tolerance;
      t -= 1;
      continue;
    }
    frame.classes = Math.max(frame.classes + 1, allowed.fewest[t] ?? 0);
    if (frame.classes > (allowed.most[t] ?? 0)) {
      frame.classes = -1;
      t -= 1;
      continue;
    }
    steps += 1;
    if (steps % STEPS_PER_TURN === 0) yield;
    if (steps > mostSteps) return { best, isComplete: false, steps };
    copyFrom(next.staff, frame.staff, t);
    if (frame.classes > 0) addClasses(problem, next.staff, t, frame.classes);
    next.cost =
      frame.cost +
      frame.classes * at(classCost, t) +
      periodCost(problem, t, at(next.staff.effective, t), at(next.staff.paid, t));
    next.state = stateAfter(view, frame.state, t, frame.classes);
    path.splice(t, path.length, frame.classes);
    if (next.cost + leastAhead(bounds, next.state, path, t + 1) > limit) continue;
    next.classes = -1;
    t += 1;
  }
  return { best, isComplete: true, steps };
}

/** The plan that takes in every period what the bounds promise most of, not looking back. */
export function followBounds(bounds: Bounds): readonly number[] {
  const { view, known: allowed } = bounds;
  const { problem } = view;
  const staff = { effective: problem.baseEffective.slice(), paid: problem.basePaid.slice() };
  let state: State = { code: 0, y: 0 };
  const plan: number[] = [];
  for (let t = 0; t < problem.periods; t += 1) {
    let best = allowed.fewest[t] ?? 0;
    let least = Number.POSITIVE_INFINITY;
    for (let classes = best; classes <= (allowed.most[t] ?? 0); classes += 1) {
      const place = t * problem.periods + t;
      const effective = at(staff.effective, t) + classes * at(problem.classEffective, place);
      const paid = at(staff.paid, t) + classes * at(problem.classPaid, place);
      const now = classes * at(problem.classCost, t) + periodCost(problem, t, effective, paid);
      const cost = now + leastAhead(bounds, stateAfter(view, state, t, classes), [...plan, classes], t + 1);
      if (cost < least) [best, least] = [classes, cost];
    }
    if (best > 0) addClasses(problem, staff, t, best);
    state = stateAfter(view, state, t, best);
    plan.push(best);
  }
  return plan;
}

/** Old staff of a plan at the start of each period, as a view counts it, with the code of what it keeps one by one. */
export function statesAlong(view: View, plan: readonly number[]): readonly State[] {
  const states: State[] = [{ code: 0, y: 0 }];
  plan.forEach((classes, t) => {
    const before = states[t];
    if (before !== undefined) states.push(stateAfter(view, before, t, classes));
  });
  return states;
}
