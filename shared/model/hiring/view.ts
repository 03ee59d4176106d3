import { type Hidden, hiddenStaff } from './hidden.ts';
import { at, type HiringProblem } from './problem.ts';

/**
 * A coarser view of the problem, in which no plan costs more than it truly does.
 *
 * Classes of the last few periods are kept one by one, at most so many of them; all others are one amount of staff Y that
 * decays alike. A class that is no longer kept counts in Y as if it were mature, and pays at once for what it falls short
 * of that: its pay exactly, its output at an estimated value. What the output is really worth in a period is then chosen
 * in favour of the plan, within what classes could be hidden in Y.
 */
export interface View {
  readonly problem: HiringProblem;
  readonly ages: number;
  /** Most periods with classes that are kept one by one. */
  readonly events: number;
  /** Width of a cell of Y in FTE. */
  readonly width: number;
  /** Number of possible class counts in a period: the base in which the kept ones are written as one number. */
  readonly base: number;
  readonly known: Known;
  readonly hidden: Hidden;
  readonly maturity: MatureClasses;
  /** Value of one FTE of Y at the start of period t; moves cost between periods without changing the sum. */
  readonly price: Float64Array;
}

/** What is known of all plans that could be the cheapest. */
export interface Known {
  /** Fewest and most classes that start in each period. */
  readonly fewest: readonly number[];
  readonly most: readonly number[];
  /** Least and most old staff at the start of each period, all classes counted as mature. */
  readonly oldLeast: Float64Array;
  readonly oldMost: Float64Array;
}

/** Classes as they count once they are no longer kept; s · periods + t is the place of a class of period s in period t. */
export interface MatureClasses {
  readonly fte: Float64Array;
  /** What a class pays from t on for what it falls short of `fte`. */
  readonly charge: Float64Array;
  /** Estimated value of one effective FTE by period. */
  readonly value: Float64Array;
}

/** What one class of period s is worth as mature staff, so that nothing is left over once it is mature. */
function matureFte(problem: HiringProblem, s: number, fte: Float64Array): void {
  const { periods, classEffective, decay } = problem;
  const reference = Math.min(s + problem.maturity, periods - 1);
  let kept = 1;
  for (let t = s; t < reference; t += 1) kept *= at(decay, t);
  const value = at(classEffective, s * periods + reference) / kept;
  let current = Number.isFinite(value) ? value : at(classEffective, s * periods + s);
  for (let t = s; t < periods; t += 1) {
    fte[s * periods + t] = current;
    current *= at(decay, t);
  }
}

/** Classes as mature staff. @param value estimate of what one effective FTE is worth in each period */
export function matureClasses(problem: HiringProblem, value: Float64Array): MatureClasses {
  const { periods, classEffective, classPaid, paidCost } = problem;
  const [fte, charge] = [new Float64Array(periods * periods), new Float64Array(periods * periods)];
  for (let s = 0; s < periods; s += 1) {
    matureFte(problem, s, fte);
    let ahead = 0;
    for (let t = periods - 1; t > s; t -= 1) {
      const place = s * periods + t;
      const short = at(fte, place) - at(classEffective, place);
      ahead += at(value, t) * short - at(paidCost, t) * (at(fte, place) - at(classPaid, place));
      charge[place] = ahead;
    }
  }
  return { fte, charge, value };
}

/** How fine a view is. */
export interface Grain {
  readonly ages: number;
  readonly events: number;
  readonly width: number;
}

export function createView(
  problem: HiringProblem,
  maturity: MatureClasses,
  { ages, events, width }: Grain,
  price: Float64Array,
  known: Known,
): View {
  const hidden = hiddenStaff(problem, maturity, ages, known);
  return {
    problem,
    ages,
    events,
    width,
    base: problem.mostClasses + 1,
    known,
    hidden,
    maturity,
    price,
  };
}

/** Effective FTE that a view does not know in period t when it keeps classes up to an age. */
export function hiddenFte({ problem, hidden }: View, t: number, cut: number): number {
  const place = cut * problem.periods + t;
  return at(hidden.effectiveMost, place) - at(hidden.effectiveLeast, place);
}
