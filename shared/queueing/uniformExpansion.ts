/**
 * Temme's uniform expansion of the incomplete gamma functions, for s >= 20 and η in [-0.505, 0.505].
 *
 * With λ = x/s and ½η² = λ − 1 − ln λ (η has the sign of λ − 1):
 *
 *     Q(s, x) = ½·erfc(η·√(s/2)) + e^(−½sη²)/√(2πs) · S(η, s),   S ~ Σ_k c_k(η)·s^(−k)
 *
 * The cost does not grow with s, so a team of 100,000 is as quick as one of 50.
 *
 * @see Temme 1979, "The asymptotic expansion of the incomplete gamma functions"; DLMF 8.12
 */

import { c0, c1, c2, c3, c4, c5, c6, c7, c8, c9 } from './uniformCoefficients.ts';

/**
 * S(η, s), the correction to the normal approximation. The series is cut where the next term is below 1e-16.
 *
 * @param eta η, within ±0.505 (not checked)
 * @param s shape, >= 20 (not checked)
 * @returns S with an absolute error below 4e-16
 * @example uniformCorrection(0, 30) // -0.33339045
 */
export function uniformCorrection(eta: number, s: number): number {
  const r = 1 / s;
  if (s > 60000) return c0(eta) + r * (c1(eta) + r * c2(eta));
  const low = c0(eta) + r * (c1(eta) + r * (c2(eta) + r * (c3(eta) + r * c4(eta))));
  if (s > 700) return low;
  const r5 = r * r * r * r * r;
  const middle = c5(eta) + r * (c6(eta) + r * c7(eta));
  if (s > 60) return low + r5 * middle;
  return low + r5 * (middle + r * r * r * (c8(eta) + r * c9(eta)));
}

/**
 * s·∂S/∂s at fixed η, that is −Σ k·c_k(η)·s^(−k).
 *
 * @param eta η, within ±0.505 (not checked)
 * @param s shape, >= 20 (not checked)
 * @returns the slope with an absolute error below 4e-15
 * @example uniformCorrectionSlope(0, 1000) // 0.00000184358271
 */
export function uniformCorrectionSlope(eta: number, s: number): number {
  const r = 1 / s;
  if (s > 60000) return -r * (c1(eta) + 2 * r * c2(eta));
  const low = c1(eta) + r * (2 * c2(eta) + r * (3 * c3(eta) + r * 4 * c4(eta)));
  const r4 = r * r * r * r;
  const high = 5 * c5(eta) + r * (6 * c6(eta) + r * (7 * c7(eta) + r * (8 * c8(eta) + r * 9 * c9(eta))));
  return -r * (low + r4 * high);
}

/**
 * Γ*(s) = Γ(s + 1)/(√(2πs)·(s/e)^s), the factor by which Stirling's formula is short.
 *
 * @param s real, >= 20 (not checked)
 * @returns slightly more than 1; relative error below 2e-16
 * @see DLMF 5.11.3
 * @example stirlingFactor(20) // 1.00417501087
 */
export function stirlingFactor(s: number): number {
  const r = 1 / s;
  let sum = -5.171790908260592e-5;
  sum = sum * r - 0.0005921664373536939;
  sum = sum * r + 6.972813758365857e-5;
  sum = sum * r + 0.0007840392217200666;
  sum = sum * r - 0.0002294720936213992;
  sum = sum * r - 0.0026813271604938273;
  sum = sum * r + 1 / 288;
  sum = sum * r + 1 / 12;
  return 1 + sum * r;
}

/**
 * s·∂ln Γ*(s)/∂s = −1/(12s) + 1/(120s³) − 1/(252s⁵) + …
 *
 * @param s real, >= 20 (not checked)
 * @returns a small negative number; absolute error below 1e-16
 * @see DLMF 5.11.1
 * @example stirlingFactorSlope(20) // -0.0041656262
 */
export function stirlingFactorSlope(s: number): number {
  const r = 1 / s;
  const w = r * r;
  return -r * (1 / 12 - w * (1 / 120 - w * (1 / 252 - w * (1 / 240 - w / 132))));
}

/**
 * η/v, where v = (x − s)/(x + s): with λ = (1+v)/(1−v), ½η² = 2v²/(1−v) − 2v³·(1/3 + v²/5 + v⁴/7 + …).
 *
 * Taking v instead of λ keeps every digit of a small x − s, which the caller knows exactly.
 *
 * @param v within ±0.28 (not checked)
 * @returns η/v, positive; relative error below 4e-16
 * @example etaOverV(0) // 2
 */
export function etaOverV(v: number): number {
  const w = v * v;
  let tail = 0.06937466809771854;
  tail = tail * w + 0.04866778625199001;
  tail = tail * w + 0.05920943632113705;
  tail = tail * w + 0.06664428007633386;
  tail = tail * w + 0.07692387493150978;
  tail = tail * w + 0.0909090736649702;
  tail = tail * w + 0.11111111132453436;
  tail = tail * w + 0.14285714285580425;
  tail = tail * w + 0.20000000000000326;
  tail = tail * w + 0.3333333333333333;
  return Math.sqrt(4 / (1 - v) - 4 * v * tail);
}
