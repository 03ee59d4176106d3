/**
 * The least number at which a falling gap reaches zero, for whole and for real numbers. Secant steps kept inside a bracket:
 * the gaps of queueing (logarithms of what is missing to a target) are nearly straight, so three to five evaluations do.
 */

/** A guess of the answer and of the gap's slope there. The answer does not depend on it, only the number of evaluations. */
export interface SearchStart {
  readonly at: number;
  /** Change of the gap for one more, negative. */
  readonly slope: number;
}

/** Beyond this nobody is asking; a gap that is still open there is taken as never met. */
const MOST = 2 ** 50;

/**
 * Least whole n >= least with gap(n) <= 0.
 *
 * @param gap falls with n, and is never NaN
 * @param least whole number
 * @param start guess
 * @returns null when the gap is still open beyond 2^50
 * @example leastWhole((n) => 7.5 - n, 1, { at: 3, slope: -1 }) // 8
 */
export function leastWhole(gap: (n: number) => number, least: number, start: SearchStart): number | null {
  let low = least - 1;
  let high = Infinity;
  let at = Number.isFinite(start.at) ? Math.max(least, Math.min(MOST, Math.round(start.at))) : least;
  let slope = start.slope;
  let [before, gapBefore] = [Number.NaN, Number.NaN];
  for (let round = 0; round < 500; round += 1) {
    const open = gap(at);
    if (open <= 0) high = at;
    else low = at;
    if (high - low <= 1) return high;
    if (low >= MOST) return null;
    const secant = (open - gapBefore) / (at - before);
    if (secant < 0 && secant > -Infinity) slope = secant;
    [before, gapBefore] = [at, open];
    at = nextWhole(Math.ceil(at - open / slope), low, high, round);
  }
  return null;
}

/** The proposal, moved into the bracket; the middle or a doubled stride once the search drags on. */
function nextWhole(proposal: number, low: number, high: number, round: number): number {
  const isDragging = round > 7 || Number.isNaN(proposal);
  if (high < Infinity) {
    if (isDragging) return Math.floor((low + high) / 2);
    return Math.min(high - 1, Math.max(low + 1, proposal));
  }
  const most = Math.min(MOST, 2 * low + 100);
  return isDragging ? most : Math.min(most, Math.max(low + 1, proposal));
}

/**
 * Least real x > least with gap(x) <= 0, to the last digits.
 *
 * @param gap continuous, falls with x, never NaN; still open at `least`
 * @param least lower end, >= 0
 * @param start guess
 * @returns null when the gap is still open beyond 2^50
 * @example leastReal((x) => 2 - x * x, 1, { at: 1.2, slope: -2 }) // 1.41421356237
 */
export function leastReal(gap: (x: number) => number, least: number, start: SearchStart): number | null {
  let low = least;
  let high = Infinity;
  let at = start.at > least && start.at < MOST ? start.at : Math.max(least * (1 + 1e-6), 1e-6);
  let slope = start.slope;
  let [before, gapBefore, earlier, gapEarlier] = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];
  for (let round = 0; round < 200; round += 1) {
    const open = gap(at);
    if (open <= 0) high = at;
    else low = at;
    if (low >= MOST) return null;
    const secant = (open - gapBefore) / (at - before);
    if (secant < 0 && secant > -Infinity) slope = secant;
    const bend = curved(open, gapBefore, gapEarlier, at, before, earlier);
    const next = at - open / slope + bend;
    const isNear = Math.abs(next - at) * Math.abs(at - before) <= 3e-12 * at * Math.sqrt(at);
    if (open === 0 || (isNear && Number.isFinite(gapEarlier))) return Math.max(least, next);
    if (high < Infinity && high - low <= 4e-16 * high) return high;
    [before, gapBefore, earlier, gapEarlier] = [at, open, before, gapBefore];
    at = nextReal(next, low, high, round);
  }
  return high;
}

/** What inverse quadratic interpolation through three points adds to the secant step; 0 while it cannot. */
function curved(f2: number, f1: number, f0: number, x2: number, x1: number, x0: number): number {
  const first = (x2 - x1) / (f2 - f1);
  const second = (x1 - x0) / (f1 - f0);
  const bend = ((first - second) / (f2 - f0)) * f2 * f1;
  return Math.abs(bend) < 0.3 * Math.abs(f2 * first) ? bend : 0;
}

function nextReal(proposal: number, low: number, high: number, round: number): number {
  const isDragging = round > 9 && round % 3 === 0;
  if (high === Infinity)
    return proposal > low && proposal <= 2 * low + 100 ? proposal : Math.min(MOST, 2 * low + 1);
  if (!isDragging && proposal > low && proposal < high) return proposal;
  return low > 0 && high > 16 * low ? Math.sqrt(low * high) : low + (high - low) / 2;
}
