/** Erlang C: everyone waits until answered (M/M/n). Load in Erlangs, times in seconds, agents real (continuous extension). */

import { domainError } from '#shared/kernel/domainError.ts';
import { checkNonNegative, checkPositive } from './domain.ts';
import { upperRatio } from './gammaRatios.ts';

export interface ErlangCInput {
  /** Offered load in Erlangs, arrival rate × AHT, >= 0. */
  readonly load: number;
  /** Real, >= 0. */
  readonly agents: number;
  /** Average handle time in seconds, > 0. */
  readonly aht: number;
  /** Answer-time threshold in seconds, >= 0. */
  readonly within: number;
  /** Share of contacts for `waitPercentile`, at least 0 and below 1. */
  readonly percentile?: number;
}

export interface ErlangCResult {
  /** Share who find all agents busy. */
  readonly pWait: number;
  /** Mean wait in seconds of all contacts, zero waits included; null when unstable. */
  readonly asa: number | null;
  /** Share answered within the threshold. */
  readonly sl: number;
  /** Share still waiting at the threshold. */
  readonly pWaitMore: number;
  readonly occupancy: number;
  /** Mean number waiting; null when unstable. */
  readonly queueLength: number | null;
  /** Smallest wait w with P(W <= w) >= percentile; null when unstable; absent when not asked for. */
  readonly waitPercentile?: number | null;
}

/**
 * All measures of an Erlang C queue.
 *
 *     P(W > t) = C·e^(−(n−a)t/AHT),  ASA = C·AHT/(n−a),  Lq = C·a/(n−a),  w_p = AHT/(n−a)·ln(C/(1−p)) or 0
 *
 * Without load nothing waits. With load >= agents the queue grows without bound: pWait 1, sl 0, occupancy 1, the rest null.
 *
 * @throws DomainError naming the argument that is out of its range
 * @see Erlang 1917; Cooper 1981, ch. 3; Gans, Koole & Mandelbaum 2003
 * @example erlangC({ load: 10, agents: 14, aht: 180, within: 20 }).sl // 0.888350019179
 */
export function erlangC(input: ErlangCInput): ErlangCResult {
  const { load, agents, aht, within, percentile } = input;
  checkNonNegative('load', load);
  checkNonNegative('agents', agents);
  checkPositive('aht', aht);
  checkNonNegative('within', within);
  if (percentile !== undefined && !(percentile >= 0 && percentile < 1)) {
    throw domainError('percentile', percentile, 'a share, at least 0 and below 1');
  }
  const measures = load === 0 ? idle : agents <= load ? overloaded : stable(load, agents, aht, within);
  if (percentile === undefined) return measures;
  return { ...measures, waitPercentile: quantile(load, agents, aht, measures.pWait, percentile) };
}

const idle: ErlangCResult = { pWait: 0, asa: 0, sl: 1, pWaitMore: 0, occupancy: 0, queueLength: 0 };
const overloaded: ErlangCResult = {
  pWait: 1,
  asa: null,
  sl: 0,
  pWaitMore: 1,
  occupancy: 1,
  queueLength: null,
};

function stable(load: number, agents: number, aht: number, within: number): ErlangCResult {
  const spare = agents - load;
  const pWait = waitProbability(load, agents);
  const pWaitMore = pWait * Math.exp((-spare * within) / aht);
  return {
    pWait,
    asa: (pWait * aht) / spare,
    sl: 1 - pWaitMore,
    pWaitMore,
    occupancy: load / agents,
    queueLength: (pWait * load) / spare,
  };
}

function quantile(
  load: number,
  agents: number,
  aht: number,
  pWait: number,
  percentile: number,
): number | null {
  if (load === 0 || pWait <= 1 - percentile) return 0;
  if (agents <= load) return null;
  return Math.max(0, (aht / (agents - load)) * Math.log(pWait / (1 - percentile)));
}

/**
 * Probability that a contact waits (Erlang C): C = B/((n − a)/n + (a/n)·B) = 1/(1 + (1/B − 1)·(n − a)/n).
 *
 * @param load offered load a in Erlangs, >= 0 (not checked: called in inner loops)
 * @param agents n, real, >= 0 (continuous extension, Jagerman 1974)
 * @returns 0 for no load; 1 when agents <= load, since the queue then grows without bound; relative error below 1e-13
 * @see Cooper 1981, ch. 3
 * @example waitProbability(10, 14) // 0.174131933595
 */
export function waitProbability(load: number, agents: number): number {
  if (load === 0) return 0;
  if (agents <= load) return 1;
  return 1 / (1 + (upperRatio(agents, load, load - agents) * (agents - load)) / agents);
}

/**
 * Share answered within the threshold, 1 − C·e^(−(n−a)·τ): the fast path of the planning engine.
 *
 * @param load offered load a in Erlangs, >= 0 (not checked)
 * @param agents n, real, >= 0
 * @param withinPerAht τ, threshold divided by the average handle time, >= 0
 * @returns 1 for no load, 0 when agents <= load
 * @example erlangCServiceLevel(10, 14, 20 / 180) // 0.888350019179
 */
export function erlangCServiceLevel(load: number, agents: number, withinPerAht: number): number {
  return 1 - erlangCLate(load, agents, withinPerAht);
}

/**
 * Share not answered within the threshold, C·e^(−(n−a)·τ), with all its digits where the service level rounds to 1.
 *
 * @param load offered load a in Erlangs, >= 0 (not checked)
 * @param agents n, real, >= 0
 * @param withinPerAht τ, threshold divided by the average handle time, >= 0
 * @example erlangCLate(10, 14, 20 / 180) // 0.111649980821
 */
export function erlangCLate(load: number, agents: number, withinPerAht: number): number {
  if (load === 0) return 0;
  if (agents <= load) return 1;
  return waitProbability(load, agents) * Math.exp((load - agents) * withinPerAht);
}

/**
 * Mean wait in units of the average handle time, C/(n − a).
 *
 * @param load offered load a in Erlangs, >= 0 (not checked)
 * @param agents n, real, >= 0
 * @returns 0 for no load, infinity when agents <= load
 * @example erlangCMeanWait(10, 14) // 0.0435329833988
 */
export function erlangCMeanWait(load: number, agents: number): number {
  if (load === 0) return 0;
  return agents <= load ? Infinity : waitProbability(load, agents) / (agents - load);
}
