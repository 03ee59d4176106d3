/**
 * The three numbers that all delay formulas are made of, for a Poisson variable N with mean x and real s in the place of
 * the integer: its mass p(s; x) and its tails Q and P relative to that mass.
 *
 *     p(s; x) = e^−x·x^s/Γ(s+1)      Q(s, x)/p = 1/B(s, x) − 1      P(s, x)/p = A(s, x), the Palm function
 *
 * Ratios, because the parts vanish long before the ratio does anything remarkable. Every function also takes `excess` =
 * x − s, which the callers know without rounding. Inner kernels: arguments are not checked.
 */

import { scaledErrorFunction } from './scaledErrorFunction.ts';
import { etaOverV, stirlingFactor, uniformCorrection } from './uniformExpansion.ts';

/** From this s on, and with (x−s)/(x+s) between the two bounds, the uniform expansion holds to the last digits. */
export const UNIFORM_FROM = 20;
export const UNIFORM_LEAST_V = -0.27;
export const UNIFORM_MOST_V = 0.228;

const HALF_PI = Math.PI / 2;
const TWO_PI = Math.PI * 2;

/**
 * Q(s, x)/p(s; x) = 1/B(s, x) − 1, where B is Erlang's loss formula with s servers and load x.
 *
 * Uniform expansion near x = s, continued fraction above it, mass and lower tail below it, recursion for s < 20.
 *
 * @param s servers, real, >= 0
 * @param x load, > 0
 * @param excess x − s
 * @returns 0 at s = 0; infinity once B is below the smallest double; relative error below 1e-13, but for s < 1 with x < 2 the
 *   absolute error 1e-15 counts, which shows in less than a thousandth of a server
 * @example upperRatio(2, 1, -1) // 4
 */
export function upperRatio(s: number, x: number, excess: number): number {
  if (s < UNIFORM_FROM) return upperBySteps(s, x);
  const v = excess / (x + s);
  if (v > UNIFORM_MOST_V) return upperByFraction(s, excess, 20);
  if (v >= UNIFORM_LEAST_V) return upperUniform(s, v);
  const fraction = s + 1 + lowerFraction(s, x, excess);
  return 1 / poissonMass(s, x, excess) - fraction / (fraction - x);
}

/** Near x = s, both sides. */
function upperUniform(s: number, v: number): number {
  const eta = v * etaOverV(v);
  const exponent = 0.5 * s * eta * eta;
  const bell = Math.sqrt(HALF_PI * s) * scaledErrorFunction(Math.sqrt(exponent));
  const correction = uniformCorrection(eta, s);
  if (eta >= 0) return stirlingFactor(s) * (bell + correction);
  return stirlingFactor(s) * (Math.sqrt(TWO_PI * s) * Math.exp(exponent) - bell + correction);
}

/**
 * Q(s, x)/p by Legendre's continued fraction, evaluated from the tail: s/(x+1−s − 1·(1−s)/(x+3−s − 2·(2−s)/(…))).
 *
 * @param depth number of levels; 20 suffice for s >= 20 and x > 1.5·s, 100/x + 4 for s < 1, 100/x + 16 for x > s + 3·√s + 3
 * @example upperByFraction(1, 3, 10) // 0.25
 */
export function upperByFraction(s: number, excess: number, depth: number): number {
  let tail = 0;
  const base = excess + 1;
  for (let i = depth; i > 0; i -= 1) tail = (i * (s - i)) / (base + 2 * i + tail);
  return s / (base + tail);
}

/** Few servers: from the fractional part of s upward by R(k+1) = (k+1)/x·(1 + R(k)), all positive. */
function upperBySteps(s: number, x: number): number {
  let k = s - Math.floor(s);
  let ratio = k === 0 ? 0 : upperOfFraction(k, x);
  const perLoad = 1 / x;
  while (k < s - 0.5) {
    k += 1;
    ratio = k * perLoad * (1 + ratio);
  }
  return ratio;
}

/** 0 < s < 1. */
function upperOfFraction(s: number, x: number): number {
  if (x >= 2) return upperByFraction(s, x - s, Math.ceil(100 / x) + 4);
  return Math.max(0, 1 / poissonMass(s, x, x - s) - 1 - lowerSeries(s, x));
}

/**
 * K in 1/A(s, x) = (s + 1 + K − x)/(s + 1 + K), for x well below s: the continued fraction of Kummer's function,
 * K = x/(s+2 − (s+1)x/(s+3 + 2x/(s+4 − (s+2)x/(s+5 + 3x/(…))))). Neither 1/A nor its complement x/(s+1+K) cancels.
 *
 * Depth: 40 levels give all digits from eight standard deviations below s on, 28 from ten, 20 from twenty.
 *
 * @param s real, >= 20
 * @param x > 0, with (x−s)/(x+s) < -0.27 or x < s − 8·√s
 * @param excess x − s
 * @returns K, positive
 * @example lowerFraction(50, 10, -40) // 0.235526902638
 */
export function lowerFraction(s: number, x: number, excess: number): number {
  const deviations = (excess * excess) / s;
  const depth = deviations > 400 ? 20 : deviations > 100 ? 28 : 40;
  let tail = 0;
  for (let i = depth; i > 1; i -= 1) {
    const half = i >> 1;
    const above = i % 2 === 0 ? -(s + half) * x : (half + 1) * x;
    tail = above / (s + 1 + i + tail);
  }
  return x / (s + 2 + tail);
}

/**
 * A(s, x) − 1 = Σ_{j≥1} x^j/[(s+1)…(s+j)], for few servers.
 *
 * @param s real, >= 0
 * @param x >= 0, moderate (the number of terms is about x + 9·√x)
 * @returns the sum, exact to the last digits since all terms are positive
 * @example lowerSeries(1, 1) // 0.71828182846
 */
export function lowerSeries(s: number, x: number): number {
  let term = 1;
  let sum = 0;
  let next = s;
  do {
    next += 1;
    term *= x / next;
    sum += term;
  } while (term > 1e-17 * sum);
  return sum;
}

/**
 * p(s; x) = e^−x·x^s/Γ(s+1), the Poisson mass continued to real s.
 *
 * For s >= 20 in Loader's form, e^(−½sη²)/(√(2πs)·Γ*(s)): −x + s·ln x − ln Γ(s+1) would lose a digit for each digit of s.
 *
 * @param s real, >= 0
 * @param x >= 0
 * @param excess x − s
 * @returns a share; 0 once it is below the smallest double
 * @see Loader 2000, "Fast and accurate computation of binomial probabilities"
 * @example poissonMass(2, 1, -1) // 0.18393972
 */
export function poissonMass(s: number, x: number, excess: number): number {
  if (s < UNIFORM_FROM) return s === 0 ? Math.exp(-x) : massOfFew(s, x, Math.log(x));
  return Math.exp(-s * deviance(s, x, excess)) / (Math.sqrt(TWO_PI * s) * stirlingFactor(s));
}

/**
 * p(s; x) for few servers from ln x, which may be known where x itself underflows.
 *
 * @param s real, > 0, below 20
 * @example massOfFew(2, 1, 0) // 0.18393972
 */
export function massOfFew(s: number, x: number, logX: number): number {
  return Math.exp(s * logX - x) / gammaOfNext(s);
}

/** ½η² = λ − 1 − ln λ. */
function deviance(s: number, x: number, excess: number): number {
  const v = excess / (x + s);
  if (v >= UNIFORM_LEAST_V && v <= UNIFORM_MOST_V) {
    const eta = v * etaOverV(v);
    return 0.5 * eta * eta;
  }
  return excess / s - Math.log(x / s);
}

/** Γ(s + 1) for 0 <= s < 20, by Stirling at s + k >= 20 and k divisions. */
function gammaOfNext(s: number): number {
  let top = s;
  let product = 1;
  while (top < UNIFORM_FROM) {
    top += 1;
    product *= top;
  }
  return (Math.sqrt(TWO_PI * top) * Math.pow(top / Math.E, top) * stirlingFactor(top)) / product;
}
