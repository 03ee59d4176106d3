/** Erlang B: a group of servers without a waiting place (M/G/n/n). */

import { checkCount, checkNonNegative } from './domain.ts';
import { upperRatio } from './gammaRatios.ts';

/**
 * Share of contacts that find all servers busy and are turned away (Erlang B), for any real number of servers.
 *
 *     B(n, a) = (a^n/n!)/Σ_{k≤n} a^k/k!;   1/B = ∫_0^∞ e^−u·(1 + u/a)^n du for real n
 *
 * Cost does not grow with n. Decreasing and convex in n, increasing in a; insensitive to the law of the service time.
 *
 * @param load offered load a in Erlangs, >= 0
 * @param agents number of servers n, real, >= 0
 * @returns share between 0 and 1; without load 0, or 1 when there are no servers either; relative error below 1e-13
 * @throws DomainError naming `load` or `agents` when it is negative or not a finite number
 * @see Erlang 1917; Jagerman 1974 for real n
 * @example erlangB(8.108, 15) // 0.009999631943
 */
export function erlangB(load: number, agents: number): number {
  checkNonNegative('load', load);
  checkNonNegative('agents', agents);
  return blockingProbability(load, agents);
}

/**
 * `erlangB` without the check of its arguments.
 *
 * @example blockingProbability(10, 10) // 0.214582343107
 */
export function blockingProbability(load: number, agents: number): number {
  if (load === 0) return agents === 0 ? 1 : 0;
  return 1 / (1 + upperRatio(agents, load, load - agents));
}

/**
 * The whole row B(0, a), B(1, a), … B(most, a), by the recursion 1/B(n) = 1 + (n/a)/B(n−1): the cheapest way to many n.
 *
 * @param load offered load a in Erlangs, >= 0
 * @param most last number of servers, integer, >= 0
 * @returns most + 1 shares
 * @throws DomainError naming `load` or `most`
 * @example erlangBRow(1, 2) // [1, 0.5, 0.2]
 */
export function erlangBRow(load: number, most: number): number[] {
  checkNonNegative('load', load);
  checkCount('most', most);
  let inverse = 1;
  const row = [1];
  for (let n = 1; n <= most; n += 1) {
    inverse = 1 + (n / load) * inverse;
    row.push(1 / inverse);
  }
  return row;
}
