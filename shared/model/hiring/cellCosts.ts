import { at } from './problem.ts';
import type { View } from './view.ts';

/** What is known of the staff of one period, Y left out. */
export interface PeriodShape {
  readonly t: number;
  readonly effective: number;
  readonly paid: number;
  /** Age up to which all classes are known. */
  readonly cut: number;
}

/** Cost of a period as a function of Y, with what the view leaves open. */
interface PeriodCurve {
  readonly required: number;
  readonly covered: number;
  readonly effectiveLeast: number;
  readonly effectiveMost: number;
  readonly paid: number;
  readonly paidLeast: number;
  readonly paidMost: number;
  readonly paidCost: number;
  readonly overtimeCost: number;
  readonly overtimeMax: number;
  readonly shortageCost: number;
  readonly value: number;
}

function curveOf({ problem, hidden, maturity }: View, { t, effective, paid, cut }: PeriodShape): PeriodCurve {
  const place = cut * problem.periods + t;
  return {
    required: at(problem.required, t),
    covered: at(problem.covered, t),
    effectiveLeast: effective + at(hidden.effectiveLeast, place),
    effectiveMost: effective + at(hidden.effectiveMost, place),
    paid,
    paidLeast: paid + at(hidden.paidLeast, place),
    paidMost: paid + at(hidden.paidMost, place),
    paidCost: at(problem.paidCost, t),
    overtimeCost: at(problem.overtimeCost, t),
    overtimeMax: problem.overtimeMax,
    shortageCost: problem.shortageCost,
    value: at(maturity.value, t),
  };
}

/** Overtime and shortage at some effective FTE, when overtime may be limited to `least` or up to `most`. */
function gapCost(curve: PeriodCurve, effective: number, least: number, most: number): number {
  const gap = Math.max(0, curve.required - effective);
  const uncovered = curve.covered - effective;
  let overtime = Math.min(gap, least);
  if (curve.shortageCost > curve.overtimeCost)
    overtime = Math.min(Math.max(uncovered, overtime), Math.min(gap, most));
  return curve.overtimeCost * overtime + curve.shortageCost * Math.max(0, uncovered - overtime);
}

/** Least cost of a period with Y FTE of old staff, over all that the view leaves open. */
function leastCost(curve: PeriodCurve, y: number): number {
  const { required, covered, value } = curve;
  const low = curve.effectiveLeast + y;
  const high = curve.effectiveMost + y;
  const least = curve.overtimeMax * (curve.paidLeast + y);
  const most = curve.overtimeMax * (curve.paidMost + y);
  let cost = gapCost(curve, high, least, most) + value * high;
  if (high > low) {
    cost = Math.min(cost, gapCost(curve, low, least, most) + value * low);
    // Linear between its bends, the cost is least at one of them or at an end.
    cost = Math.min(cost, costWithin(curve, low, high, required, least, most));
    cost = Math.min(cost, costWithin(curve, low, high, covered, least, most));
    cost = Math.min(cost, costWithin(curve, low, high, required - least, least, most));
    cost = Math.min(cost, costWithin(curve, low, high, covered - least, least, most));
    if (most > least) {
      cost = Math.min(cost, costWithin(curve, low, high, required - most, least, most));
      cost = Math.min(cost, costWithin(curve, low, high, covered - most, least, most));
    }
  }
  return curve.paidCost * (curve.paid + y) + cost;
}

function costWithin(
  curve: PeriodCurve,
  low: number,
  high: number,
  effective: number,
  least: number,
  most: number,
): number {
  if (effective <= low || effective >= high) return Number.POSITIVE_INFINITY;
  return gapCost(curve, effective, least, most) + curve.value * effective;
}

/** Effective FTE of hidden classes that make a period with Y FTE of old staff cheapest. */
export function hiddenChoice(view: View, shape: PeriodShape, y: number): number {
  const curve = curveOf(view, shape);
  const { required, covered, effectiveLeast, effectiveMost } = curve;
  const least = curve.overtimeMax * (curve.paidLeast + y);
  const most = curve.overtimeMax * (curve.paidMost + y);
  const low = effectiveLeast + y;
  const high = effectiveMost + y;
  const bends = [required, covered, required - least, covered - least, required - most, covered - most];
  let [best, cost] = [high, Number.POSITIVE_INFINITY];
  for (const effective of [high, low, ...bends]) {
    if (effective < low || effective > high) continue;
    const found = gapCost(curve, effective, least, most) + curve.value * effective;
    if (found < cost) [best, cost] = [effective, found];
  }
  return best - shape.effective - y;
}

/** The amounts of Y between `from` and `to` at which the cost of a period may bend, in order, the two ends included. */
function bendsInY(curve: PeriodCurve, from: number, to: number): readonly number[] {
  const { required, covered, overtimeMax, paidLeast, paidMost } = curve;
  const bends = [from, to];
  const note = (y: number) => {
    if (y > from && y < to) bends.push(y);
  };
  for (const effective of [curve.effectiveLeast, curve.effectiveMost]) {
    note(required - effective);
    note(covered - effective);
    for (const paid of [paidLeast, paidMost]) {
      note((required - effective - overtimeMax * paid) / (1 + overtimeMax));
      note((covered - effective - overtimeMax * paid) / (1 + overtimeMax));
    }
  }
  if (overtimeMax > 0) {
    // Where most overtime is as large as the distance of the two targets.
    note(Math.abs(covered - required) / overtimeMax - paidLeast);
    note(Math.abs(covered - required) / overtimeMax - paidMost);
  }
  return bends.sort((one, other) => one - other);
}

/** Relative difference below which a value lies on a straight line. */
const STRAIGHT = 1e-12;

/**
 * Writes the least cost of a period for each cell of Y from `first` on, with `slope` added for each FTE of Y.
 *
 * Between two bends the cost is straight nearly always; then the values between them are read off the line.
 *
 * @param costs as many cells as it is long
 */
export function cellCosts(
  view: View,
  shape: PeriodShape,
  slope: number,
  first: number,
  costs: Float64Array,
): void {
  const { width } = view;
  const curve = curveOf(view, shape);
  // `value` is counted on all effective staff above; only what is hidden should bear it.
  const known = curve.value * shape.effective;
  const costAt = (y: number) => leastCost(curve, y) - known + (slope - curve.value) * y;
  costs.fill(Number.POSITIVE_INFINITY);
  const bends = bendsInY(curve, first * width, (first + costs.length) * width);
  let [low, atLow] = [bends[0] ?? 0, costAt(bends[0] ?? 0)];
  for (let place = 1; place < bends.length; place += 1) {
    const high = bends[place] ?? 0;
    const atHigh = costAt(high);
    const middle = costAt((low + high) / 2);
    const isStraight =
      Math.abs(middle - (atLow + atHigh) / 2) <= STRAIGHT * (Math.abs(atLow) + Math.abs(atHigh));
    const rise = high > low ? (atHigh - atLow) / (high - low) : 0;
    let left = atLow;
    const last = Math.min(costs.length - 1, Math.floor(high / width) - first);
    for (let cell = Math.max(0, Math.floor(low / width) - first); cell <= last; cell += 1) {
      const end = (first + cell + 1) * width;
      let right = atHigh;
      if (end < high) right = isStraight ? atLow + rise * (end - low) : costAt(end);
      const least = left < right ? left : right;
      if (least < at(costs, cell)) costs[cell] = least;
      left = right;
    }
    [low, atLow] = [high, atHigh];
  }
}
