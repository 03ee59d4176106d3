/**
 * How long the waits of a queue with impatient callers last. Given that all agents are busy, the wait V that a caller with
 * endless patience would have satisfies P(V > t) = P(c, z)/P(c, y), z = y·e^(−t/patience), P the regularised incomplete gamma.
 *
 * @see Zeltyn & Mandelbaum 2005, "Call centers with impatient customers", with H(x) = P·(1 − e^(−x/P))
 */

import { UNIFORM_FROM, massOfFew, poissonMass, upperRatio } from './gammaRatios.ts';
import { palmIsModerate, palmRatio, type PalmRatio } from './palm.ts';

/** Shares of the callers who find all agents busy; the last two still to be divided by load/agents. */
export interface PalmTails {
  /** P(V > t): an endlessly patient caller would still be waiting. */
  readonly beyond: number;
  /** ρ·P(served, V > t). */
  readonly servedBeyond: number;
  /** ρ·P(served, V <= t). */
  readonly servedWithin: number;
}

/**
 * Tails of the wait at t = u·patience.
 *
 * @param c agents × patience/AHT, > 0 (not checked)
 * @param y load × patience/AHT, > 0
 * @param excess y − c
 * @param u t/patience, >= 0
 * @param drift (load − agents) × t/AHT, which is excess·u without its rounding
 * @param atStart palmRatio(c, y, excess)
 * @example palmTails(1, 1, 0, 0, 0, palmRatio(1, 1, 0)).beyond // 1
 */
export function palmTails(
  c: number,
  y: number,
  excess: number,
  u: number,
  drift: number,
  atStart: PalmRatio,
): PalmTails {
  const z = y * Math.exp(-u);
  const later = excess + y * Math.expm1(-u);
  if (!palmIsModerate(c, y)) return overloadTails(c, y, excess, z, later, u);
  const atEnd = palmRatio(c, z, later);
  const exponent = u > 0.5 ? -y * Math.expm1(-u) - c * u : drift - y * expm1Rest(u);
  const beyond = (Math.exp(exponent) * atStart.inverse) / atEnd.inverse;
  const servedBeyond = beyond * atEnd.rest;
  return { beyond, servedBeyond, servedWithin: Math.max(0, atStart.rest - servedBeyond) };
}

/** e^(−u) − 1 + u for small u, by its series: the difference itself would keep only half of the digits. */
function expm1Rest(u: number): number {
  let term = (u * u) / 2;
  let sum = term;
  for (let k = 3; Math.abs(term) > 1e-17 * sum; k += 1) {
    term *= -u / k;
    sum += term;
  }
  return sum;
}

/** Overload: the upper tails are the small ones, and what is answered within t is their difference. */
function overloadTails(c: number, y: number, excess: number, z: number, later: number, u: number): PalmTails {
  const mass = poissonMass(c, y, excess);
  const ratio = upperRatio(c, y, excess);
  const certain = 1 - mass * ratio;
  const upperAtStart = mass * (1 + ratio);
  if (palmIsModerate(c, z)) {
    const atEnd = palmRatio(c, z, later);
    const massAtEnd = c < UNIFORM_FROM ? massOfFew(c, z, Math.log(y) - u) : poissonMass(c, z, later);
    const beyond = massAtEnd === 0 ? 0 : massAtEnd / (atEnd.inverse * certain);
    const servedBeyond = beyond * atEnd.rest;
    return { beyond, servedBeyond, servedWithin: Math.max(0, (1 - upperAtStart) / certain - servedBeyond) };
  }
  const massAtEnd = poissonMass(c, z, later);
  const upperAtEnd = massAtEnd * upperRatio(c, z, later);
  const beyond = (1 - upperAtEnd) / certain;
  const servedBeyond = (1 - upperAtEnd - massAtEnd) / certain;
  return {
    beyond,
    servedBeyond,
    servedWithin: Math.max(0, (upperAtEnd + massAtEnd - upperAtStart) / certain),
  };
}
