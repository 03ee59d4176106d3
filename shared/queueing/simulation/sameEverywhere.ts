/**
 * Logarithm, exponential and arc tangent that are the same to the last bit everywhere: those of `Math` differ between versions of the
 * browser's engine, and a simulation must take the same course in the app, the browser and the command line.
 *
 * Only sums, products, quotients, square roots and the exponent bits of a number are used. Relative error below 1e-15.
 */

const view = new Float64Array(1);
const words = new Uint32Array(view.buffer);
/** Which of the two words holds sign and exponent: numbers are stored low word first on all but exotic machines. */
const HIGH = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;

const LN2_HIGH = 0.693147180369123816;
const LN2_LOW = 1.90821492927058770002e-10;

/**
 * ln x = k·ln 2 + 2·(s + s³/3 + s⁵/5 + …), x = 2^k·m, s = (m − 1)/(m + 1), m from √½ to √2.
 *
 * @param x a normal number above 0 (not checked)
 * @example sameLogarithm(2) // 0.693147180559945
 */
export function sameLogarithm(x: number): number {
  view[0] = x;
  const high = words[HIGH] ?? 0;
  let exponent = (high >>> 20) - 1022;
  words[HIGH] = (high & 0x000fffff) | 0x3fe00000;
  let mantissa = view[0];
  if (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent -= 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const z = s * s;
  const high4 = 1 / 15 + z * (1 / 17 + z * (1 / 19 + z * (1 / 21)));
  const tail =
    z * (1 / 3 + z * (1 / 5 + z * (1 / 7 + z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z * high4))))));
  return exponent * LN2_HIGH + (2 * s + (2 * s * tail + exponent * LN2_LOW));
}

const TERMS = 14;

/**
 * e^x = 2^k·(1 + r + r²/2! + …), r = x − k·ln 2.
 *
 * @param x between −700 and 700; beyond, the value there
 * @example sameExponential(1) // 2.718281828459045
 */
export function sameExponential(x: number): number {
  const inside = Math.max(-700, Math.min(700, x));
  const exponent = Math.round(inside / (LN2_HIGH + LN2_LOW));
  const r = inside - exponent * LN2_HIGH - exponent * LN2_LOW;
  let sum = 1;
  for (let term = TERMS; term > 0; term -= 1) sum = 1 + (r / term) * sum;
  view[0] = 1;
  words[HIGH] = (exponent + 1023) << 20;
  return sum * view[0];
}

const HALVINGS = 3;
const LAST_POWER = 25;

/**
 * atan x = 8·atan x₃ after three times x → x/(1 + √(1 + x²)), then x₃ − x₃³/3 + x₃⁵/5 − …
 *
 * @example sameArcTangent(1) // 0.785398163397448
 */
export function sameArcTangent(x: number): number {
  let reduced = x;
  for (let halving = 0; halving < HALVINGS; halving += 1) reduced /= 1 + Math.sqrt(1 + reduced * reduced);
  const square = reduced * reduced;
  let sum = 0;
  for (let power = LAST_POWER; power > 0; power -= 2) sum = 1 / power - square * sum;
  return 2 ** HALVINGS * reduced * sum;
}
