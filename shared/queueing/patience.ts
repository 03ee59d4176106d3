/** Mean patience from what was observed. Few callers reveal theirs, so the mean wait of those who hung up is not it. */

import { domainError } from '#shared/kernel/domainError.ts';
import { findRoot } from '#shared/kernel/rootFinding.ts';
import { checkNonNegative, checkPositive } from './domain.ts';
import { erlangAAbandonment } from './erlangA.ts';

/**
 * Mean patience as total waiting time ÷ number of abandons: the maximum-likelihood estimate for exponential patience, where
 * everyone answered counts with the wait they endured.
 *
 * @param totalWait seconds waited by all callers, answered or not, >= 0
 * @param abandons number who hung up, >= 0
 * @returns seconds; null when nobody hung up, since then no finite patience can be told
 * @throws DomainError naming the argument
 * @see Mandelbaum & Zeltyn 2007
 * @example patienceFromWaits(36000, 300) // 120
 */
export function patienceFromWaits(totalWait: number, abandons: number): number | null {
  checkNonNegative('totalWait', totalWait);
  checkNonNegative('abandons', abandons);
  return abandons === 0 ? null : totalWait / abandons;
}

export interface ObservedAbandonment {
  /** Offered load in Erlangs, > 0. */
  readonly load: number;
  /** Real, > 0. */
  readonly agents: number;
  /** Average handle time in seconds, > 0. */
  readonly aht: number;
  /** Share of offered who abandoned, between 0 and 1. */
  readonly pAbandon: number;
}

/** A patience beyond these multiples of the handle time is no patience that anybody could tell from the data. */
const LEAST_RATIO = 1e-9;
const MOST_RATIO = 1e9;

/**
 * The mean patience with which Erlang A loses the observed share: P(Ab) falls with patience, from blocking (Erlang B) at
 * none to 1 − n/a, or 0, at an endless one.
 *
 * @returns seconds; null when no patience explains the share at this load and these agents
 * @throws DomainError naming the argument
 * @example patienceFromAbandonment({ load: 100, agents: 100, aht: 300, pAbandon: 0.048810921439 }) // 120
 */
export function patienceFromAbandonment({ load, agents, aht, pAbandon }: ObservedAbandonment): number | null {
  checkPositive('load', load);
  checkPositive('agents', agents);
  checkPositive('aht', aht);
  if (!(pAbandon >= 0 && pAbandon <= 1)) throw domainError('pAbandon', pAbandon, 'a share between 0 and 1');
  if (pAbandon === 0) return null;
  const gap = (logRatio: number) =>
    Math.log(erlangAAbandonment(load, agents, Math.exp(logRatio))) - Math.log(pAbandon);
  const [low, high] = [Math.log(LEAST_RATIO), Math.log(MOST_RATIO)];
  if (gap(low) < 0 || gap(high) > 0) return null;
  return aht * Math.exp(findRoot(gap, low, high));
}
