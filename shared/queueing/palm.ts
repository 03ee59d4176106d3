/**
 * The Palm function A(c, y) = Σ_j y^j/[(c+1)…(c+j)] and the moments of a queue with impatient callers, where c = agents ×
 * patience/AHT and y = load × patience/AHT. Given that all agents are busy, a_j/A is the probability that j callers wait.
 *
 * Inner kernels: arguments are not checked. `excess` is y − c = (load − agents) × patience/AHT, formed before rounding.
 *
 * @see Palm 1957; Mandelbaum & Zeltyn 2007, "Service engineering in action: the Palm/Erlang-A queue"
 */

import {
  UNIFORM_FROM,
  UNIFORM_LEAST_V,
  UNIFORM_MOST_V,
  lowerFraction,
  lowerSeries,
  poissonMass,
  upperByFraction,
} from './gammaRatios.ts';
import { scaledErrorFunction } from './scaledErrorFunction.ts';
import { etaOverV, stirlingFactor, uniformCorrection } from './uniformExpansion.ts';

const HALF_PI = Math.PI / 2;
const TWO_PI = Math.PI * 2;

/** 1/A and 1 − 1/A, both with all their digits. */
export interface PalmRatio {
  readonly inverse: number;
  readonly rest: number;
}

/**
 * True where the formulas that compare A at two points can use A itself; beyond it A may overflow and the regularised tails are used.
 *
 * @example palmIsModerate(10, 15) // true
 */
export function palmIsModerate(c: number, y: number): boolean {
  return y <= c + 3 * Math.sqrt(c) + 3;
}

/**
 * 1/A(c, y) and its complement P(c+1, y)/P(c, y).
 *
 * @param c real, > 0
 * @param y real, >= 0
 * @param excess y − c
 * @returns inverse 1 and rest 0 at y = 0; inverse 0 once A overflows
 * @example palmRatio(1, 1, 0).inverse // 0.581976706869
 */
export function palmRatio(c: number, y: number, excess: number): PalmRatio {
  if (c < UNIFORM_FROM) {
    if (!palmIsModerate(c, y)) return ratioByTails(c, y, excess);
    const sum = lowerSeries(c, y);
    return { inverse: 1 / (1 + sum), rest: sum / (1 + sum) };
  }
  const v = excess / (c + y);
  if (v > UNIFORM_MOST_V) return ratioByTails(c, y, excess);
  if (v < UNIFORM_LEAST_V || (excess * excess > 64 * c && excess < 0)) {
    const fraction = 1 + lowerFraction(c, y, excess);
    return { inverse: (fraction - excess) / (c + fraction), rest: y / (c + fraction) };
  }
  const inverse = inverseUniform(c, v);
  return { inverse, rest: 1 - inverse };
}

/** Far overload: 1/A = p/P with P = 1 − Q close to 1. */
function ratioByTails(c: number, y: number, excess: number): PalmRatio {
  const mass = poissonMass(c, y, excess);
  const inverse = mass / (1 - mass * upperByFraction(c, excess, upperDepth(y)));
  return { inverse, rest: 1 - inverse };
}

/**
 * Levels of the continued fraction of the upper tail that suffice for y > c + 3·√c + 3.
 *
 * @example upperDepth(50) // 18
 */
export function upperDepth(y: number): number {
  return Math.ceil(100 / y) + 16;
}

/** Near y = c. For y > c both parts are scaled by e^(−½cη²), so that nothing overflows. */
function inverseUniform(c: number, v: number): number {
  const eta = v * etaOverV(v);
  const exponent = 0.5 * c * eta * eta;
  const bell = Math.sqrt(HALF_PI * c) * scaledErrorFunction(Math.sqrt(exponent));
  const correction = uniformCorrection(eta, c);
  if (eta < 0) return 1 / (stirlingFactor(c) * (bell - correction));
  const scale = Math.exp(-exponent);
  return scale / (stirlingFactor(c) * (Math.sqrt(TWO_PI * c) - scale * (bell + correction)));
}
