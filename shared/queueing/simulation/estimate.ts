/** Figures with the interval in which the true value lies at a chosen confidence, from equal batches of a run. */

import { findRoot } from '#shared/kernel/rootFinding.ts';
import { sameArcTangent, sameLogarithm } from './sameEverywhere.ts';

/** A simulated figure: the truth lies within `value` ± `halfWidth` at the confidence asked for. */
export interface Estimate {
  readonly value: number;
  /** null when there are too few batches to say. */
  readonly halfWidth: number | null;
}

/** Fewer batches say too little of the scatter. */
export const FEWEST_BATCHES = 10;

/**
 * P(|T| <= t) of Student's t with whole degrees of freedom, as a finite sum of powers of cos θ, θ = atan(t/√ν).
 *
 * @param t >= 0
 * @param freedom ν, whole, >= 1
 * @see Abramowitz & Stegun 1964, 26.7.3 and 26.7.4
 * @example studentWithin(2.0930240544, 19) // 0.95
 */
export function studentWithin(t: number, freedom: number): number {
  const tangent = t / Math.sqrt(freedom);
  const square = 1 / (1 + tangent * tangent);
  const cosine = Math.sqrt(square);
  const sine = tangent * cosine;
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < freedom; k += 2) {
    term *= (square * (k - 1)) / k;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (sameArcTangent(tangent) + sine * sum) : sine * sum;
}

/**
 * The t with P(|T| <= t) = confidence.
 *
 * @param confidence above 0, below 1
 * @param freedom whole, >= 1
 * @example studentQuantile(0.95, 19) // 2.0930240544
 */
export function studentQuantile(confidence: number, freedom: number): number {
  let high = 1;
  while (studentWithin(high, freedom) < confidence) high *= 2;
  return findRoot((t) => studentWithin(t, freedom) - confidence, 0, high);
}

/**
 * Σ numerators ÷ Σ denominators over batches, with its t-interval from the residuals X − R·Y (ratio estimator).
 *
 * A share that never or always happened shows no scatter; its half-width is then ln(1/(1 − confidence)) ÷ cases, the
 * "rule of three": with 95 % and nothing among 1,000, at most 0.3 %.
 *
 * @param isShare whether the numerator counts some of what the denominator counts
 * @returns null when there is nothing to divide by
 * @see Law 2015, "Simulation Modeling and Analysis", ch. 9; Cochran 1977, ch. 6; Hanley & Lippman-Hand 1983
 * @example ratioEstimate([1, 2], [4, 4], 0.95, true)?.value // 0.375
 */
export function ratioEstimate(
  numerators: readonly number[],
  denominators: readonly number[],
  confidence: number,
  isShare: boolean,
): Estimate | null {
  const whole = sum(denominators);
  if (!(whole > 0)) return null;
  const value = sum(numerators) / whole;
  const batches = numerators.length;
  if (batches < FEWEST_BATCHES) return { value, halfWidth: null };
  if (isShare && (value === 0 || value === 1))
    return { value, halfWidth: Math.min(1, -sameLogarithm(1 - confidence) / whole) };
  const squares = numerators.reduce((total, numerator, batch) => {
    const residual = numerator - value * (denominators[batch] ?? 0);
    return total + residual * residual;
  }, 0);
  const deviation = Math.sqrt((squares * batches) / (batches - 1)) / whole;
  return { value, halfWidth: studentQuantile(confidence, batches - 1) * deviation };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
