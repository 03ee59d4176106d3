import type { Turns } from '#shared/kernel/turns.ts';
import { type Candidate } from './improve.ts';
import { keptAge } from './kept.ts';
import { at, costTolerance, type HiringProblem, periodCost, staffWith } from './problem.ts';
import { statesAlong } from './search.ts';
import { leastBetween } from './rows.ts';
import { type Bounds, solveView, type WorkLimit } from './sweep.ts';
import { allowanceErrors } from './value.ts';
import { createView, type Grain, hiddenFte, type Known, matureClasses, type View } from './view.ts';

/** Every number of classes in every period in which they can start. */
export function anything({ periods, firstPeriod, mostClasses }: HiringProblem): Known {
  return {
    fewest: Array.from({ length: periods }, () => 0),
    most: Array.from({ length: periods }, (_, t) => (t < firstPeriod ? 0 : mostClasses)),
    oldLeast: new Float64Array(periods),
    oldMost: new Float64Array(periods).fill(Number.MAX_VALUE),
  };
}

/** Output of one mature class in FTE, the natural unit of widths. */
function classFte({ periods, classEffective, maturity }: HiringProblem): number {
  let most = 0;
  for (let s = 0; s < periods; s += 1) {
    most = Math.max(most, at(classEffective, s * periods + Math.min(periods - 1, s + maturity)));
  }
  return most;
}

/** Prices of old staff near a plan: how much the cost ahead falls for one FTE more. */
function pricesAlong({ view, ahead }: Bounds, plan: readonly number[]): Float64Array {
  const { problem, width, price } = view;
  const reach = classFte(problem) / 2;
  const prices = new Float64Array(problem.periods + 1);
  statesAlong(view, plan).forEach(({ code, y }, t) => {
    const row = t < problem.periods ? ahead[t]?.get(code) : undefined;
    if (row === undefined) return;
    const low = Math.max(y - reach, (row.first + 0.5) * width);
    const high = Math.min(y + reach, (row.first + row.costs.length - 0.5) * width);
    const rise = leastBetween(row, high, high, width) - leastBetween(row, low, low, width);
    prices[t] =
      high - low >= width && Number.isFinite(rise) ? at(price, t) - rise / (high - low) : at(price, t);
  });
  return prices;
}

/** First estimate of what one effective FTE is worth in each period: the cost of half a class less against half a class more. */
function valueNear(problem: HiringProblem, plan: readonly number[]): Float64Array {
  const reach = Math.max(classFte(problem) / 2, 1e-6);
  const { effective, paid } = staffWith(problem, plan);
  return effective.map((fte, t) => {
    const less = periodCost(problem, t, fte - reach, at(paid, t));
    return (less - periodCost(problem, t, fte + reach, at(paid, t))) / (2 * reach);
  });
}

/** No FTE is worth more than the shortage and overtime that it saves. */
function worthMost({ shortageCost, overtimeCost }: HiringProblem, t: number): number {
  return shortageCost + at(overtimeCost, t);
}

/** Cells of the first view over all staff that could be hired, and how much finer the next is. */
const FIRST_CELLS = 400;
const FINER_BY = 4;
/** Rounds after which better values change little. */
const VALUE_ROUNDS = 50;

/**
 * Moves the estimated values until a view of this grain rules out as much as it can (subgradient steps after Polyak: the
 * allowance that the view gives itself should be what its own plan would truly have).
 */
function* tuned(
  start: Bounds,
  best: Candidate,
  grain: Grain,
  rounds: number,
  limit: WorkLimit,
): Turns<Bounds> {
  const { problem } = start.view;
  const most = best.cost + costTolerance(problem, best.cost);
  let [bounds, shown, value] = [start, start, start.view.maturity.value];
  let [theta, failures] = [1, 0];
  for (let round = 0; round < rounds && limit.goOn(); round += 1) {
    yield;
    const errors = allowanceErrors(shown);
    const size = errors.reduce((sum, error) => sum + error * error, 0);
    if (size === 0 || shown.least >= best.cost) break;
    const step = (theta * (best.cost - shown.least)) / size;
    value = value.map((worth, t) =>
      Math.min(worthMost(problem, t), Math.max(0, worth + step * at(errors, t))),
    );
    const prices = pricesAlong(shown, best.classes);
    const view = createView(problem, matureClasses(problem, value), grain, prices, shown.known);
    const next = yield* solveView(view, most, shown, limit);
    if (next === undefined) break;
    shown = next;
    failures = next.least > bounds.least ? 0 : failures + 1;
    if (next.least > bounds.least) bounds = next;
    else if (failures > 2) [theta, failures, value] = [theta / 2, 0, bounds.view.maturity.value];
  }
  return bounds;
}

/** Cells that the output of a class is cut into where that is fine enough. */
const CELLS_OF_A_CLASS = 16;
/** Half the width is worth its work while it leaves at most so much of the gap. */
const SHARPER = 0.85;
const ROUNDS_WHEN_SHARPER = 30;

/**
 * Bounds of the same kind on ever finer cells, as long as that tells much: large groups lose more to wide cells than to
 * what the view does not know, and without kept classes fine cells are cheap.
 */
function* sharpened(start: Bounds, best: Candidate, limit: WorkLimit): Turns<Bounds> {
  const { problem } = start.view;
  const finest = classFte(problem) / CELLS_OF_A_CLASS;
  const tolerance = costTolerance(problem, best.cost);
  const most = best.cost + tolerance;
  let bounds = start;
  while (limit.goOn() && bounds.view.width > finest && best.cost - bounds.least > tolerance) {
    const { view, known } = bounds;
    const grain = { ages: 0, events: 0, width: view.width / 2 };
    const finer = createView(problem, view.maturity, grain, pricesAlong(bounds, best.classes), known);
    const next = yield* solveView(finer, most, bounds, limit);
    if (next === undefined || best.cost - next.least > SHARPER * (best.cost - bounds.least)) return bounds;
    bounds = yield* tuned(next, best, grain, ROUNDS_WHEN_SHARPER, limit);
  }
  return bounds;
}

/** Bounds of a view that keeps no class, on cells as fine as is cheap and with tuned values. */
export function* firstView(
  problem: HiringProblem,
  best: Candidate,
  limit: WorkLimit,
): Turns<Bounds | undefined> {
  const unit = classFte(problem);
  const reachable = unit * problem.mostClasses * (problem.periods - problem.firstPeriod);
  const most = best.cost + costTolerance(problem, best.cost);
  const need = problem.required.reduce((highest, fte) => Math.max(highest, fte), 0);
  const finest = Math.max(unit / CELLS_OF_A_CLASS, need / 400, 1e-9);
  const maturity = matureClasses(problem, valueNear(problem, best.classes));
  let bounds: Bounds | undefined;
  let width = Math.max(finest, reachable / FIRST_CELLS);
  for (;;) {
    const prices =
      bounds === undefined ? new Float64Array(problem.periods + 1) : pricesAlong(bounds, best.classes);
    const known = bounds?.known ?? anything(problem);
    const view = createView(problem, maturity, { ages: 0, events: 0, width }, prices, known);
    const next = yield* solveView(view, most, bounds, limit);
    if (next === undefined) return bounds;
    bounds = next;
    if (width === finest)
      return yield* sharpened(yield* tuned(bounds, best, view, VALUE_ROUNDS, limit), best, limit);
    width = Math.max(finest, width / FINER_BY);
  }
}

/** How many rows a view can have: choices of classes in at most `events` of the last `ages` periods. */
function rowsOf({ ages, events }: Pick<Grain, 'ages' | 'events'>, mostClasses: number): number {
  let [rows, choices] = [1, 1];
  for (let count = 1; count <= events; count += 1) {
    choices *= ((ages - count + 1) / count) * mostClasses;
    rows += choices;
  }
  return rows;
}

/** Effective FTE that a view of some grain would not know along a plan, on average. */
function hiddenAlong(
  view: View,
  plan: readonly number[],
  { ages, events }: Pick<Grain, 'ages' | 'events'>,
): number {
  const { periods } = view.problem;
  let sum = 0;
  for (let t = 0; t < periods; t += 1) sum += hiddenFte(view, t, keptAge(plan, t, ages, events));
  return sum / periods;
}

/** How many rows the first view with kept classes may have, and how many times more than are left the next. */
const ROWS_AT_FIRST = 80;
const ROWS_GROWTH = 30;
/** Codes of kept classes must be whole numbers that a double holds exactly. */
const CODE_BITS = 50;

/** What to keep next: what leaves least unknown along the best plan, among the views of at most so many rows. */
function nextKept(
  { view }: Bounds,
  plan: readonly number[],
  mostRows: number,
): Pick<Grain, 'ages' | 'events'> {
  const { problem } = view;
  const mostAges = Math.min(
    problem.maturity,
    problem.periods - 1,
    Math.floor(CODE_BITS / Math.log2(view.base)),
  );
  const whole = { ages: mostAges, events: mostAges, width: view.width };
  const all = createView(problem, view.maturity, whole, view.price, view.known);
  let best: Pick<Grain, 'ages' | 'events'> = { ages: view.ages, events: view.events };
  let least = hiddenAlong(all, plan, view);
  for (let ages = view.ages; ages <= mostAges; ages += 1) {
    for (let events = view.events; events <= ages; events += 1) {
      if (rowsOf({ ages, events }, problem.mostClasses) > mostRows) break;
      const hidden = hiddenAlong(all, plan, { ages, events });
      if (hidden < least * 0.9 - 1e-9) [best, least] = [{ ages, events }, hidden];
    }
  }
  return best;
}

/** Views to try next, in order: more classes kept where that tells more, and finer cells. */
function nextGrains(bounds: Bounds, best: Candidate, isStalled: boolean): readonly Grain[] {
  const { view, ahead } = bounds;
  const alive = ahead.reduce((most, rows) => Math.max(most, rows.size), 1);
  const growths = isStalled ? [ROWS_GROWTH, 4 * ROWS_GROWTH] : [ROWS_GROWTH];
  const finer = { ages: view.ages, events: view.events, width: view.width / 2 };
  for (const growth of growths) {
    const kept = nextKept(bounds, best.classes, Math.max(ROWS_AT_FIRST, growth * alive));
    if (kept.ages === view.ages && kept.events === view.events) continue;
    const knowing = { ...kept, width: view.width };
    return isStalled ? [knowing, finer] : [{ ...kept, width: view.width / 2 }, finer, knowing];
  }
  return [finer];
}

/** Cells of this width in FTE tell nothing more. */
const FINEST_WIDTH = 1e-7;

/** The next finer bounds; undefined when they cannot be had. @param isStalled finer cells no longer help */
export function* refined(
  bounds: Bounds,
  best: Candidate,
  isStalled: boolean,
  limit: WorkLimit,
): Turns<Bounds | undefined> {
  const { view, known } = bounds;
  if (view.width < FINEST_WIDTH) return undefined;
  const prices = pricesAlong(bounds, best.classes);
  for (const grain of nextGrains(bounds, best, isStalled)) {
    const next = createView(view.problem, view.maturity, grain, prices, known);
    const most = best.cost + costTolerance(view.problem, best.cost);
    const solved = yield* solveView(next, most, bounds, limit);
    if (solved !== undefined) return solved;
    if (!limit.goOn()) return undefined;
  }
  return undefined;
}
