/** Roots of continuous functions and thresholds of monotone conditions. */

/**
 * A root of f between two points where its signs differ (Brent: inverse quadratic steps kept safe by bisection).
 *
 * @param f continuous, never NaN
 * @param low one end
 * @param high the other end; f(low) and f(high) must not have the same sign (a zero counts as either)
 * @returns the root within a few units in the last place
 * @see Brent 1973, "Algorithms for Minimization without Derivatives", ch. 4
 * @example findRoot((x) => x * x - 2, 0, 2) // 1.41421356237
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a), f(b)];
  let [c, fc, step, stepBefore] = [a, fa, b - a, b - a];
  for (let round = 0; round < 300; round += 1) {
    if (fb > 0 === fc > 0) [c, fc, step, stepBefore] = [a, fa, b - a, b - a];
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb];
    const tolerance = 2.3e-16 * Math.abs(b);
    const half = (c - b) / 2;
    if (Math.abs(half) <= tolerance || fb === 0) return b;
    const proposal = interpolated(a, b, c, fa, fb, fc);
    const isSafe = Math.abs(proposal) < Math.abs(stepBefore) / 2 && proposal * half > 0;
    const isInside = Math.abs(proposal) < 1.5 * Math.abs(half) - tolerance;
    if (isSafe && isInside) [stepBefore, step] = [step, proposal];
    else [stepBefore, step] = [half, half];
    [a, fa] = [b, fb];
    b += Math.abs(step) > tolerance ? step : Math.sign(half) * Math.max(tolerance, Number.MIN_VALUE);
    fb = f(b);
  }
  return b;
}

/** Step from b by the secant through two points or the inverse parabola through three. */
function interpolated(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  if (fa === fc) return (-fb * (b - a)) / (fb - fa);
  const byC = fb / fc;
  const byA = fb / fa;
  const ratio = fa / fc;
  const above = byA * ((c - b) * ratio * (ratio - byC) - (b - a) * (byC - 1));
  return -above / ((ratio - 1) * (byC - 1) * (byA - 1)) || Number.NaN;
}

/**
 * The last number at which a condition holds that holds at `low` and fails at `high`, by halving; in ratio where both are
 * far apart and positive.
 *
 * @param holds true up to some point, false beyond
 * @returns the largest double found to hold; `low` itself is not tested
 * @example lastWhere((x) => x * x <= 2, 1, 2) // 1.41421356237
 */
export function lastWhere(holds: (x: number) => boolean, low: number, high: number): number {
  let [held, failed] = [low, high];
  for (let round = 0; round < 200; round += 1) {
    const isFar = held > 0 && failed > 4 * held;
    const middle = isFar ? Math.sqrt(held) * Math.sqrt(failed) : held + (failed - held) / 2;
    if (!(middle > held && middle < failed)) return held;
    if (holds(middle)) held = middle;
    else failed = middle;
  }
  return held;
}
