/**
 * Sum of numbers in their order, by Neumaier's compensation: what each addition loses is kept and added at the end, so
 * that a long row of large and small amounts still adds up to the cent.
 *
 * @returns 0 for no numbers; NaN if one of them is NaN
 * @see Neumaier 1974, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen"
 * @example compensatedSum([1e16, 1, -1e16]) // 1
 */
export function compensatedSum(values: Iterable<number>): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
