/**
 * What one interval contributes to the service of a period, and nothing else: the inner loop of the plan. Agents are real.
 */

import { checkNonNegative, checkPositive } from './domain.ts';
import { palmPair } from './erlangA.ts';
import { waitProbability } from './erlangC.ts';
import { upperRatio } from './gammaRatios.ts';
import { palmMoments } from './palmMoments.ts';
import { palmTails } from './palmTails.ts';

/** Shares of offered contacts; the wait in seconds. */
export interface IntervalService {
  /** Answered within the threshold. */
  readonly inTime: number;
  /** Hung up, or not served because the queue only grows. */
  readonly abandoned: number;
  /** Hung up within the threshold. */
  readonly abandonedInTime: number;
  /** Mean wait of the answered, zero waits included; null when nobody is answered or the queue only grows. */
  readonly meanWait: number | null;
  /** Carried load divided by agents, 0 without agents. */
  readonly occupancy: number;
}

export interface IntervalInput {
  /** Offered load in Erlangs, >= 0. */
  readonly load: number;
  /** Real, >= 0. */
  readonly agents: number;
  /** Average handle time in seconds, > 0. */
  readonly aht: number;
  /** Answer-time threshold in seconds, >= 0. */
  readonly within: number;
  /** Mean patience in seconds, > 0. Absent: nobody hangs up, Erlang C. */
  readonly patience?: number;
}

/**
 * Service of one interval: Erlang A when a patience is given, else Erlang C.
 *
 * @throws DomainError naming the argument that is out of its range
 * @example intervalService({ load: 10, agents: 12, aht: 180, within: 20, patience: 60 }).inTime // 0.860300659648
 */
export function intervalService(input: IntervalInput): IntervalService {
  const { load, agents, aht, within, patience } = input;
  checkNonNegative('load', load);
  checkNonNegative('agents', agents);
  checkPositive('aht', aht);
  checkNonNegative('within', within);
  if (patience === undefined) return intervalServiceC(load, agents, aht, within);
  checkPositive('patience', patience);
  return intervalServiceA(load, agents, aht, within, patience);
}

const idle: IntervalService = { inTime: 1, abandoned: 0, abandonedInTime: 0, meanWait: 0, occupancy: 0 };
const unstaffed: IntervalService = {
  inTime: 0,
  abandoned: 1,
  abandonedInTime: 0,
  meanWait: null,
  occupancy: 0,
};

/**
 * Service of one interval under Erlang C.
 *
 * With load >= agents the model has no steady state. Then, by convention: none is answered in time, the share 1 − n/a that
 * the agents cannot serve counts as abandoned (none of them within the threshold), the mean wait is null and the
 * occupancy 1. Such a result is no forecast of service and should be shown as overload.
 *
 * @param load offered load in Erlangs, >= 0 (not checked: called in inner loops)
 * @param agents real, >= 0
 * @param aht average handle time in seconds, > 0
 * @param within threshold in seconds, >= 0
 * @returns all in time and no wait without load
 * @example intervalServiceC(10, 8, 180, 20).abandoned // 0.2
 */
export function intervalServiceC(load: number, agents: number, aht: number, within: number): IntervalService {
  if (load === 0) return idle;
  if (agents === 0) return unstaffed;
  const spare = agents - load;
  if (spare <= 0) {
    return { inTime: 0, abandoned: -spare / load, abandonedInTime: 0, meanWait: null, occupancy: 1 };
  }
  const pWait = waitProbability(load, agents);
  return {
    inTime: 1 - pWait * Math.exp((-spare * within) / aht),
    abandoned: 0,
    abandonedInTime: 0,
    meanWait: (pWait * aht) / spare,
    occupancy: load / agents,
  };
}

/**
 * Service of one interval under Erlang A, defined for every load.
 *
 * @param load offered load in Erlangs, >= 0 (not checked: called in inner loops)
 * @param agents real, >= 0
 * @param aht average handle time in seconds, > 0
 * @param within threshold in seconds, >= 0
 * @param patience mean patience in seconds, > 0
 * @returns all in time without load; without agents everyone abandons
 * @example intervalServiceA(10, 12, 180, 20, 60).abandoned // 0.0759017969335
 */
export function intervalServiceA(
  load: number,
  agents: number,
  aht: number,
  within: number,
  patience: number,
): IntervalService {
  if (load === 0) return idle;
  if (agents === 0) return { ...unstaffed, abandonedInTime: -Math.expm1(-within / patience) };
  const [c, y, excess] = palmPair(load, agents, patience / aht);
  const moments = palmMoments(c, y, excess);
  const tails = palmTails(c, y, excess, within / patience, (load - agents) * (within / aht), moments);
  const idleOdds = upperRatio(agents, load, load - agents) * moments.inverse;
  const pWait = 1 / (1 + idleOdds);
  const atOnce = idleOdds === Infinity ? 1 : idleOdds * pWait;
  const perLoad = agents / load;
  const abandoned = (pWait * moments.queue) / y;
  const answered = atOnce + pWait * moments.rest * perLoad;
  const stillThere = Math.exp(-within / patience) * tails.beyond - tails.servedBeyond * perLoad;
  return {
    inTime: Math.min(1, atOnce + pWait * tails.servedWithin * perLoad),
    abandoned,
    abandonedInTime: Math.max(0, abandoned - pWait * stillThere),
    meanWait: (patience * pWait * moments.servedWait) / (y * answered),
    occupancy: answered / perLoad,
  };
}
