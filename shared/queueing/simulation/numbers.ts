/** Reading typed arrays where the place is known to be inside. One function a kind of array keeps the reads fast. */

/**
 * @returns NaN outside of the array, which spoils every figure it reaches: a mistake cannot go unseen
 * @example realAt(Float64Array.of(1.5), 0) // 1.5
 */
export function realAt(values: Float64Array, place: number): number {
  return values[place] ?? Number.NaN;
}

/**
 * @returns -1, the mark for "none", outside of the array
 * @example wholeAt(Int32Array.of(7), 0) // 7
 */
export function wholeAt(values: Int32Array, place: number): number {
  return values[place] ?? -1;
}

/** Adds to one place. */
export function addAt(values: Float64Array, place: number, amount: number): void {
  values[place] = realAt(values, place) + amount;
}

/** A copy with room for more. */
export function longerReal(values: Float64Array, length: number): Float64Array {
  const longer = new Float64Array(length);
  longer.set(values);
  return longer;
}

/** A copy with room for more, the new places -1. */
export function longerWhole(values: Int32Array, length: number): Int32Array {
  const longer = new Int32Array(length).fill(-1);
  longer.set(values);
  return longer;
}
