/**
 * The cheapest hiring of one group as numbers alone. Staff is counted in FTE, hires in whole classes; a class adds to paid
 * and effective FTE in proportion, so everything but overtime and shortage is linear in the classes.
 */
export interface HiringProblem {
  /** Periods planned: those of the plan and its tail. */
  readonly periods: number;
  /** Periods of the plan itself. */
  readonly reported: number;
  /** Most classes that start in one period. */
  readonly mostClasses: number;
  /** First period in which a class can start. */
  readonly firstPeriod: number;
  readonly required: Float64Array;
  /** coverage · required FTE. */
  readonly covered: Float64Array;
  /** Price of one FTE short in a period. */
  readonly shortageCost: number;
  /** Wages, bonus, burdens and benefits of one paid FTE. */
  readonly paidCost: Float64Array;
  /** Overtime with its burden, of one FTE. */
  readonly overtimeCost: Float64Array;
  /** Most overtime as a share of paid FTE. */
  readonly overtimeMax: number;
  /** Recruiting and training of one class that starts in the period. */
  readonly classCost: Float64Array;
  /** Opening staff without hires. */
  readonly basePaid: Float64Array;
  readonly baseEffective: Float64Array;
  /** FTE in period t of one class that started in period s, at s · periods + t. */
  readonly classPaid: Float64Array;
  readonly classEffective: Float64Array;
  /** What is left in the next period of one FTE past ramp and new-hire attrition. */
  readonly decay: Float64Array;
  /** Periods after which a class decays like everybody else, at full output. */
  readonly maturity: number;
}

/** Numbers of typed arrays inside their bounds. */
export function at(values: Float64Array, place: number): number {
  return values[place] ?? 0;
}

/** Overtime that closes a gap, up to its limit. */
export function overtimeOf(
  { required, overtimeMax }: HiringProblem,
  t: number,
  effective: number,
  paid: number,
): number {
  return Math.min(Math.max(0, at(required, t) - effective), overtimeMax * paid);
}

/** FTE short of the covered requirement after overtime. */
export function shortageOf(problem: HiringProblem, t: number, effective: number, paid: number): number {
  return Math.max(0, at(problem.covered, t) - effective - overtimeOf(problem, t, effective, paid));
}

/** Pay, overtime and shortage of one period, without the hires. */
export function periodCost(problem: HiringProblem, t: number, effective: number, paid: number): number {
  const overtime = overtimeOf(problem, t, effective, paid);
  const short = Math.max(0, at(problem.covered, t) - effective - overtime);
  return (
    at(problem.paidCost, t) * paid + at(problem.overtimeCost, t) * overtime + problem.shortageCost * short
  );
}

/** Effective and paid FTE by period. */
export interface Staff {
  readonly effective: Float64Array;
  readonly paid: Float64Array;
}

/** Adds classes that start in period s (a negative number takes them away). */
export function addClasses(
  problem: HiringProblem,
  { effective, paid }: Staff,
  s: number,
  classes: number,
): void {
  const { periods, classPaid, classEffective } = problem;
  for (let t = s; t < periods; t += 1) {
    effective[t] = at(effective, t) + classes * at(classEffective, s * periods + t);
    paid[t] = at(paid, t) + classes * at(classPaid, s * periods + t);
  }
}

/** Staff by period with so many classes starting in each. */
export function staffWith(problem: HiringProblem, classes: readonly number[]): Staff {
  const staff = { effective: problem.baseEffective.slice(), paid: problem.basePaid.slice() };
  classes.forEach((count, s) => {
    if (count > 0) addClasses(problem, staff, s, count);
  });
  return staff;
}

/** Cost of a plan over the first so many periods. */
export function planCost(
  problem: HiringProblem,
  classes: readonly number[],
  periods = problem.periods,
): number {
  const { effective, paid } = staffWith(problem, classes);
  let cost = 0;
  for (let t = 0; t < periods; t += 1) {
    cost +=
      (classes[t] ?? 0) * at(problem.classCost, t) + periodCost(problem, t, at(effective, t), at(paid, t));
  }
  return cost;
}

/** Differences of cost below this do not tell two plans apart: rounding in what is added up to it is of that size. */
export function costTolerance({ shortageCost, required }: HiringProblem, cost: number): number {
  const largest = required.reduce((sum, fte) => sum + shortageCost * fte, 0);
  return 1e-10 * Math.abs(cost) + 1e-13 * largest + 1e-9;
}

/** True when the first plan hires later: fewer classes in the first period in which they differ. */
export function isLater(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((count, t) => count !== other[t]);
  return place >= 0 && (one[place] ?? 0) < (other[place] ?? 0);
}
