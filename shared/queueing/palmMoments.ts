/**
 * Moments of the queue of impatient callers, given that all agents are busy, without summing over its states.
 *
 *     E[queue]              = Σ j·a_j/A = y·∂ln A/∂y                           = m
 *     E[W; abandoned]/P     = σ/y,  σ = ∂ln A/∂ln c at fixed load/agents       = Σ a_j·Σ_{k≤j} k/(c+k) / A
 *     E[W; served]/P        = (m − σ)/y,  m − σ = −c·∂ln A/∂c at fixed y       = Σ a_j·Σ_{k≤j} c/(c+k) / A
 *
 * So one derivative of the Palm function takes the place of a double sum; each branch below differentiates its own formula.
 */

import { UNIFORM_FROM, UNIFORM_LEAST_V, UNIFORM_MOST_V, poissonMass } from './gammaRatios.ts';
import { palmIsModerate, upperDepth } from './palm.ts';
import { scaledErrorFunction } from './scaledErrorFunction.ts';
import {
  etaOverV,
  stirlingFactor,
  stirlingFactorSlope,
  uniformCorrection,
  uniformCorrectionSlope,
} from './uniformExpansion.ts';

const HALF_PI = Math.PI / 2;
const TWO_PI = Math.PI * 2;

/** All given that every agent is busy; `abandonedWait` and `servedWait` still to be multiplied by patience/y. */
export interface PalmMoments {
  /** 1/A, the share of those moments with nobody waiting. */
  readonly inverse: number;
  /** 1 − 1/A. */
  readonly rest: number;
  /** m, mean number waiting; m/y is the share who abandon. */
  readonly queue: number;
  /** σ. */
  readonly abandonedWait: number;
  /** m − σ. */
  readonly servedWait: number;
}

/**
 * The moments at (c, y).
 *
 * @param c agents × patience/AHT, > 0 (not checked)
 * @param y load × patience/AHT, > 0
 * @param excess y − c
 * @returns relative errors below 1e-12 for c up to 1e10
 * @example palmMoments(1, 1, 0).queue // 0.581976706869
 */
export function palmMoments(c: number, y: number, excess: number): PalmMoments {
  if (c < UNIFORM_FROM) return palmIsModerate(c, y) ? bySeries(c, y) : byTails(c, y, excess);
  const v = excess / (c + y);
  if (v > UNIFORM_MOST_V) return byTails(c, y, excess);
  if (v < UNIFORM_LEAST_V || (excess < 0 && excess * excess > 36 * c)) return byFraction(c, y, excess);
  return uniform(c, excess, v);
}

function bySeries(c: number, y: number): PalmMoments {
  let term = 1;
  let [sum, queue, abandonedWait, servedWait] = [0, 0, 0, 0];
  let [abandonedSum, servedSum] = [0, 0];
  let j = 0;
  do {
    j += 1;
    const share = 1 / (c + j);
    term *= y * share;
    abandonedSum += j * share;
    servedSum += c * share;
    sum += term;
    queue += j * term;
    abandonedWait += abandonedSum * term;
    servedWait += servedSum * term;
  } while (j * term > 1e-17 * queue);
  const all = 1 + sum;
  return {
    inverse: 1 / all,
    rest: sum / all,
    queue: queue / all,
    abandonedWait: abandonedWait / all,
    servedWait: servedWait / all,
  };
}

/**
 * Well below y = c. With κ = 1/c and ρ = y/c the fraction K of `lowerFraction` depends on κ and ρ only, so σ = −∂ln A/∂ln κ
 * comes from differentiating it level by level; nothing cancels.
 */
function byFraction(c: number, y: number, excess: number): PalmMoments {
  const k = 1 / c;
  const rho = y / c;
  const deviations = excess * excess * k;
  const depth = deviations > 400 ? 20 : deviations > 100 ? 30 : 60;
  let [tail, slope] = [0, 0];
  for (let i = depth; i > 1; i -= 1) {
    const half = i >> 1;
    const isEven = i % 2 === 0;
    const above = isEven ? -(1 + half * k) * rho : (half + 1) * k * rho;
    const aboveSlope = isEven ? -half * rho : (half + 1) * rho;
    const below = 1 / (1 + (i + 1) * k + tail);
    const level = above * below;
    slope = (aboveSlope - level * (i + 1 + slope)) * below;
    tail = level;
  }
  const below = 1 / (1 + 2 * k + tail);
  const fraction = 1 + rho * below;
  const fractionSlope = -rho * below * below * (2 + slope);
  const rest = rho / (1 + k * fraction);
  const queue = rest * fraction;
  const inverse = queue * k - excess * k;
  const growth = (1 + (k * fractionSlope) / fraction) / (1 + k * fraction);
  const abandonedWait = (queue * k * growth) / inverse;
  return { inverse, rest, queue, abandonedWait, servedWait: queue - abandonedWait };
}

/** Near y = c: at fixed ρ, η is fixed too and only s = c moves. For y > c everything is scaled by e^(−½cη²). */
function uniform(c: number, excess: number, v: number): PalmMoments {
  const eta = v * etaOverV(v);
  const exponent = 0.5 * c * eta * eta;
  const scale = eta < 0 ? 1 : Math.exp(-exponent);
  const lower = Math.sqrt(HALF_PI * c) * scaledErrorFunction(Math.sqrt(exponent));
  const bell = eta < 0 ? lower : Math.sqrt(TWO_PI * c) - scale * lower;
  const ratio = bell - scale * uniformCorrection(eta, c);
  const inverse = scale / (stirlingFactor(c) * ratio);
  const queue = excess + c * inverse;
  const growth = 0.5 * bell + 0.5 * c * eta * (scale + eta * bell) - scale * uniformCorrectionSlope(eta, c);
  const abandonedWait = stirlingFactorSlope(c) + growth / ratio;
  return { inverse, rest: 1 - inverse, queue, abandonedWait, servedWait: queue - abandonedWait };
}

/** Overload: A = P/p with P = 1 − Q close to 1, so −∂ln A/∂c = ∂ln p/∂c + (Q/P)·∂ln Q/∂c. */
function byTails(c: number, y: number, excess: number): PalmMoments {
  const [ratio, ratioSlope] = upperWithSlope(c, y, excess);
  const mass = poissonMass(c, y, excess);
  const certain = 1 - mass * ratio;
  const massSlope = Math.log(y) - digammaOfNext(c);
  const slope = massSlope + (mass / certain) * (ratio * massSlope + ratioSlope);
  const inverse = mass / certain;
  const queue = excess + c * inverse;
  const servedWait = c * slope;
  return { inverse, rest: 1 - inverse, queue, abandonedWait: queue - servedWait, servedWait };
}

/** Q/p by the continued fraction of `upperByFraction`, and its derivative in s. */
function upperWithSlope(s: number, x: number, excess: number): [number, number] {
  let [tail, slope] = [0, 0];
  for (let i = upperDepth(x); i > 0; i -= 1) {
    const below = 1 / (excess + 1 + 2 * i + tail);
    const level = i * (s - i) * below;
    slope = (i - level * (slope - 1)) * below;
    tail = level;
  }
  const ratio = s / (excess + 1 + tail);
  return [ratio, ratio / s - (ratio * (slope - 1)) / (excess + 1 + tail)];
}

/** ψ(c + 1), by recurrence to c + k >= 20 and its asymptotic series. */
function digammaOfNext(c: number): number {
  let top = c;
  let sum = 0;
  while (top < UNIFORM_FROM) {
    top += 1;
    sum += 1 / top;
  }
  const r = 1 / top;
  const w = r * r;
  return Math.log(top) + r / 2 - w * (1 / 12 - w * (1 / 120 - w * (1 / 252 - w / 240))) - sum;
}
