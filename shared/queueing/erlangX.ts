/** Erlang X: impatient callers of whom a share calls again (and Erlang B with retries): fixed points of the total load. */

import { findRoot } from '#shared/kernel/rootFinding.ts';
import { checkNonNegative, checkPositive, checkShare } from './domain.ts';
import { erlangA, erlangAAbandonment, type ErlangAInput, type ErlangAResult } from './erlangA.ts';
import { blockingProbability } from './erlangB.ts';

export interface ErlangXInput extends ErlangAInput {
  /** Probability that one who abandons calls again, 0 to 1. */
  readonly retry: number;
}

/** The measures of Erlang A hold for each attempt. */
export interface ErlangXResult extends ErlangAResult {
  /** Load of first attempts and redials together, Erlangs. */
  readonly totalLoad: number;
  /** Mean attempts of one customer. */
  readonly attempts: number;
  /** Share of customers who give up in the end. */
  readonly pLost: number;
}

/**
 * All measures of an Erlang X queue: the total load Λ solves Λ·(1 − q·P_Ab(Λ)) = a, then Erlang A at Λ.
 *
 * The redial stream is treated as Poisson, so this approximates the real system: with a redial delay of ten handle times
 * P(Ab) is within 1 %, with one handle time 1–7 % too low, with a tenth of it 4–18 % too low. For fast redials simulate.
 *
 * @returns null when there is no equilibrium: everyone redials for ever (retry 1) and load >= agents, or no agents
 * @throws DomainError naming the argument that is out of its range
 * @see Cohen 1957; Falin & Templeton 1997; Aguir et al. 2004
 * @example erlangX({ load: 100, agents: 100, aht: 300, patience: 120, within: 20, retry: 0.5 })?.totalLoad // 103.490684463
 */
export function erlangX(input: ErlangXInput): ErlangXResult | null {
  const { load, agents, aht, patience, retry } = input;
  checkNonNegative('load', load);
  checkNonNegative('agents', agents);
  checkPositive('aht', aht);
  checkPositive('patience', patience);
  checkShare('retry', retry);
  const totalLoad = loadWithRedials(load, agents, patience / aht, retry);
  if (totalLoad === null) return null;
  const attempt = erlangA({ ...input, load: totalLoad });
  const again = 1 - retry * attempt.pAbandon;
  const attempts = load === 0 ? 1 : totalLoad / load;
  return { ...attempt, totalLoad, attempts, pLost: (attempt.pAbandon * (1 - retry)) / again };
}

/**
 * Total load Λ of first attempts and redials, by Brent on (1−q)·Λ + q·carried(Λ) = a, whose left side rises with Λ.
 *
 * @param load load of first attempts, Erlangs, >= 0 (not checked)
 * @param patiencePerAht mean patience divided by the average handle time, > 0
 * @param retry q, 0 to 1
 * @returns null when there is no equilibrium
 * @example loadWithRedials(100, 100, 0.4, 0.5) // 103.490684463
 */
export function loadWithRedials(
  load: number,
  agents: number,
  patiencePerAht: number,
  retry: number,
): number | null {
  if (load === 0 || retry === 0) return load;
  if (retry === 1 && load >= agents) return null;
  return equilibrium(load, retry, (total) => erlangAAbandonment(total, agents, patiencePerAht));
}

/**
 * Erlang B with retries (extended Erlang B): each blocked contact comes back with probability `retry`; Λ·(1 − q·B(n, Λ)) = a.
 *
 * @param load load of first attempts, Erlangs, >= 0
 * @param agents servers, real, >= 0
 * @param retry q, 0 to 1
 * @returns total load and blocking of each attempt; null when there is no equilibrium
 * @throws DomainError naming the argument
 * @example erlangBWithRetries(5.5, 10, 0.5)?.pBlock // 0.03149412
 * @public
 */
export function erlangBWithRetries(
  load: number,
  agents: number,
  retry: number,
): { readonly totalLoad: number; readonly pBlock: number } | null {
  checkNonNegative('load', load);
  checkNonNegative('agents', agents);
  checkShare('retry', retry);
  if (retry === 1 && load >= agents && load > 0) return null;
  const totalLoad = load === 0 ? 0 : equilibrium(load, retry, (total) => blockingProbability(total, agents));
  return { totalLoad, pBlock: blockingProbability(totalLoad, agents) };
}

function equilibrium(load: number, retry: number, lostShare: (total: number) => number): number {
  const surplus = (total: number) => (total - load) / load - (retry * total * lostShare(total)) / load;
  let high = retry < 1 ? Math.min(load / (1 - retry), 2 * load) : 2 * load;
  while (surplus(high) < 0) high *= 2;
  return findRoot(surplus, load, high);
}
