/**
 * Seeded streams of random numbers: xoshiro128** (Blackman & Vigna 2018), 32-bit arithmetic only, so that every machine and
 * browser draws the same bits.
 */

import { sameLogarithm } from './sameEverywhere.ts';

/** The four words of a generator; drawing changes them. */
export type RandomStream = Int32Array;

const WORD = 4_294_967_296;
const GOLDEN = 0x9e3779b9;
const SKIPPED = 32;

/**
 * A stream of its own for each pair of seed and number: no two start from the same state.
 *
 * @param seed whole, 0 to 2^53 − 1
 * @param stream whole, 0 to 2^32 − 1
 * @example nextShare(createStream(1, 0)) === nextShare(createStream(1, 0)) // true
 */
export function createStream(seed: number, stream: number): RandomStream {
  const words = [seed % WORD, Math.floor(seed / WORD) + GOLDEN, stream];
  const state = Int32Array.from([...words.map(scrambled), GOLDEN]);
  for (let skip = 0; skip < SKIPPED; skip += 1) nextWord(state);
  return state;
}

/** A one-to-one scrambling of 32 bits (the finaliser of MurmurHash3). */
function scrambled(word: number): number {
  let mixed = word | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * The next 32 bits as a signed integer.
 *
 * @example nextWord(Int32Array.of(1, 2, 3, 4)) // 11520
 */
export function nextWord(state: RandomStream): number {
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = [state[0], state[1], state[2], state[3]];
  const product = Math.imul(s1, 5);
  const word = Math.imul((product << 7) | (product >>> 25), 9);
  const a = s2 ^ s0;
  const b = s3 ^ s1;
  state[0] = s0 ^ b;
  state[1] = s1 ^ a;
  state[2] = a ^ (s1 << 9);
  state[3] = (b << 11) | (b >>> 21);
  return word;
}

/** Uniform on [0, 1), a multiple of 2^−53. */
export function nextShare(state: RandomStream): number {
  const high = nextWord(state) >>> 5;
  const low = nextWord(state) >>> 6;
  return (high * 67_108_864 + low) / 9_007_199_254_740_992;
}

/** Exponential with mean 1, by inversion: one uniform number each, at least 0. */
export function nextExponential(state: RandomStream): number {
  return -sameLogarithm(1 - nextShare(state));
}

/**
 * Standard normal by the polar method (Marsaglia & Bray 1964), one of the pair. Sine and cosine are avoided: their last digit
 * is not the same in every engine.
 */
export function nextNormal(state: RandomStream): number {
  for (;;) {
    const x = 2 * nextShare(state) - 1;
    const y = 2 * nextShare(state) - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * sameLogarithm(square)) / square);
  }
}
