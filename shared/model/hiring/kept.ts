import { at } from './problem.ts';
import type { View } from './view.ts';

/**
 * The classes that a view keeps one by one, written as one number: the digits are the counts of the last periods,
 * youngest first.
 */

/** Staff of kept classes (opening staff included) and the age up to which all classes are known. */
export interface KeptStaff {
  readonly effective: number;
  readonly paid: number;
  readonly cut: number;
}

export function keptStaff({ problem, ages, events, base }: View, code: number, t: number): KeptStaff {
  const { periods, classEffective, classPaid, basePaid, baseEffective } = problem;
  let effective = at(baseEffective, t);
  let paid = at(basePaid, t);
  let [count, oldest, rest] = [0, 0, code];
  for (let age = 1; rest > 0; age += 1) {
    const classes = rest % base;
    rest = Math.floor(rest / base);
    if (classes === 0) continue;
    const place = (t - age) * periods + t;
    effective += classes * at(classEffective, place);
    paid += classes * at(classPaid, place);
    count += 1;
    oldest = age;
  }
  return { effective, paid, cut: count < events ? ages : oldest };
}

/** A code and what stood in it that a view no longer keeps. */
export interface Reduced {
  readonly code: number;
  /** FTE that enter Y. */
  readonly entering: number;
  /** What they pay for not being mature yet. */
  readonly charge: number;
}

/** The code of period t with only what the view keeps: the youngest few, none older than its ages. */
export function reduced({ problem, ages, events, base, maturity }: View, code: number, t: number): Reduced {
  let [kept, entering, charge, count, rest, unit] = [0, 0, 0, 0, code, 1];
  for (let age = 1; rest > 0; age += 1) {
    const classes = rest % base;
    rest = Math.floor(rest / base);
    if (classes > 0) {
      count += 1;
      if (age <= ages && count <= events) kept += classes * unit;
      else {
        const place = (t - age) * problem.periods + t;
        entering += classes * at(maturity.fte, place);
        charge += classes * at(maturity.charge, place);
      }
    }
    unit *= base;
  }
  return { code: kept, entering, charge };
}

/** What follows a code when so many classes start in period t; `entering` and `charge` count from period t + 1 on. */
export function following(view: View, code: number, t: number, classes: number): Reduced {
  const { problem, ages, base, maturity } = view;
  if (t + 1 >= problem.periods) return { code: 0, entering: 0, charge: 0 };
  if (ages === 0) {
    const place = t * problem.periods + t + 1;
    return {
      code: 0,
      entering: classes * at(maturity.fte, place),
      charge: classes * at(maturity.charge, place),
    };
  }
  const unit = base ** (ages - 1);
  const oldest = Math.floor(code / unit);
  const next = reduced(view, (code - oldest * unit) * base + classes, t + 1);
  if (oldest === 0) return next;
  const place = (t - ages) * problem.periods + t + 1;
  return {
    code: next.code,
    entering: next.entering + oldest * at(maturity.fte, place),
    charge: next.charge + oldest * at(maturity.charge, place),
  };
}

/** Age up to which a view knows all classes of a plan at the start of period t. */
export function keptAge(plan: readonly number[], t: number, ages: number, events: number): number {
  if (events === 0) return 0;
  let count = 0;
  for (let age = 1; age <= ages && age <= t; age += 1) {
    if ((plan[t - age] ?? 0) === 0) continue;
    count += 1;
    if (count === events) return age;
  }
  return ages;
}

/** Kept classes as if they were mature, in FTE. */
export function keptAsMature({ problem, base, maturity }: View, code: number, t: number): number {
  let [fte, rest] = [0, code];
  for (let age = 1; rest > 0; age += 1) {
    fte += (rest % base) * at(maturity.fte, (t - age) * problem.periods + t);
    rest = Math.floor(rest / base);
  }
  return fte;
}
