/**
 * Erlang A: callers hang up after an exponential patience (M/M/n+M). Load in Erlangs, times in seconds, agents real.
 *
 * Fractional agents mean the formulas below with real n in Erlang B and in the Palm function: exact at whole n, smooth and
 * monotone between. Stable for every load.
 */

import { checkNonNegative, checkPositive } from './domain.ts';
import { upperRatio } from './gammaRatios.ts';
import { palmRatio } from './palm.ts';
import { palmMoments, type PalmMoments } from './palmMoments.ts';
import { palmTails, type PalmTails } from './palmTails.ts';

export interface ErlangAInput {
  /** Offered load in Erlangs, >= 0. */
  readonly load: number;
  /** Real, >= 0. */
  readonly agents: number;
  /** Average handle time in seconds, > 0. */
  readonly aht: number;
  /** Mean patience in seconds, > 0. */
  readonly patience: number;
  /** Answer-time threshold in seconds, >= 0. */
  readonly within: number;
}

/** Shares are of offered contacts unless the name says otherwise; waits in seconds; null where nobody is there to measure. */
export interface ErlangAResult {
  /** Share who find all agents busy. */
  readonly pWait: number;
  readonly pAbandon: number;
  /** Mean wait of the answered, zero waits included. */
  readonly asa: number | null;
  /** Mean time in queue of all, answered or not. */
  readonly waitAll: number;
  /** Mean time in queue of those who abandon. */
  readonly waitAbandoned: number | null;
  /** Mean wait that a caller with endless patience would have. */
  readonly virtualWait: number | null;
  readonly queueLength: number;
  /** Carried load divided by agents. */
  readonly occupancy: number | null;
  /** Answered within the threshold, of all offered. */
  readonly slOffered: number;
  /** Answered within the threshold, of the answered. */
  readonly slAnswered: number | null;
  /** Answered within the threshold, of all but those who abandon within it. */
  readonly slExcludeShort: number;
  /** Share who with endless patience would be answered within the threshold. */
  readonly slVirtual: number;
  /** Share still in queue at the threshold. */
  readonly pWaitMore: number;
  /** Share who abandon within the threshold. */
  readonly pAbandonWithin: number;
}

/**
 * All measures of an Erlang A queue.
 *
 *     P(W>0) = 1/(1 + (1/B − 1)/A),  B = B(n, a) Erlang B,  A = A(c, y) the Palm function,  c = nP/AHT,  y = aP/AHT
 *     P(Ab) = P(W>0)·m/y,  E[W; served] = P·P(W>0)·(−c·∂ln A/∂c)/y,  P(V>t) = P(W>0)·P(c, ye^(−t/P))/P(c, y)
 *
 * Without load nothing waits and every service level is 1. Without agents everyone abandons: asa, virtualWait, occupancy and
 * slAnswered are null.
 *
 * @throws DomainError naming the argument that is out of its range
 * @see Palm 1957; Zeltyn & Mandelbaum 2005; Mandelbaum & Zeltyn 2007
 * @example erlangA({ load: 10, agents: 12, aht: 180, patience: 60, within: 20 }).pAbandon // 0.0759017969335
 */
export function erlangA(input: ErlangAInput): ErlangAResult {
  const { load, agents, aht, patience, within } = input;
  checkNonNegative('load', load);
  checkNonNegative('agents', agents);
  checkPositive('aht', aht);
  checkPositive('patience', patience);
  checkNonNegative('within', within);
  if (load === 0) return idle;
  if (agents === 0) return unstaffed(input);
  const [c, y, excess] = palmPair(load, agents, patience / aht);
  const moments = palmMoments(c, y, excess);
  const drift = (load - agents) * (within / aht);
  const tails = palmTails(c, y, excess, within / patience, drift, moments);
  return measures(input, y, moments, tails);
}

/**
 * c, y and y − c of the Palm function, the last from load − agents so that it keeps its digits.
 *
 * @example palmPair(10, 12, 0.5) // [6, 5, -1]
 */
export function palmPair(load: number, agents: number, patiencePerAht: number): [number, number, number] {
  return [agents * patiencePerAht, load * patiencePerAht, (load - agents) * patiencePerAht];
}

function measures(input: ErlangAInput, y: number, moments: PalmMoments, tails: PalmTails): ErlangAResult {
  const { load, agents, aht, patience, within } = input;
  const idleOdds = upperRatio(agents, load, load - agents) * moments.inverse;
  const pWait = 1 / (1 + idleOdds);
  const atOnce = idleOdds === Infinity ? 1 : idleOdds * pWait;
  const perLoad = agents / load;
  const pAbandon = (pWait * moments.queue) / y;
  const answered = atOnce + pWait * moments.rest * perLoad;
  const slOffered = Math.min(1, atOnce + pWait * tails.servedWithin * perLoad);
  const pWaitMore = Math.exp(-within / patience) * pWait * tails.beyond;
  const pAbandonWithin = Math.max(0, pAbandon - pWaitMore + pWait * tails.servedBeyond * perLoad);
  return {
    pWait,
    pAbandon,
    asa: (patience * pWait * moments.servedWait) / (y * answered),
    waitAll: patience * pAbandon,
    waitAbandoned: (patience * moments.abandonedWait) / moments.queue,
    virtualWait: (aht * pWait * (1 + moments.servedWait)) / agents,
    queueLength: pWait * moments.queue,
    occupancy: answered / perLoad,
    slOffered,
    slAnswered: Math.min(1, slOffered / answered),
    slExcludeShort: Math.min(1, slOffered / (1 - pAbandonWithin)),
    slVirtual: 1 - pWait * tails.beyond,
    pWaitMore,
    pAbandonWithin,
  };
}

const idle: ErlangAResult = {
  pWait: 0,
  pAbandon: 0,
  asa: 0,
  waitAll: 0,
  waitAbandoned: null,
  virtualWait: 0,
  queueLength: 0,
  occupancy: 0,
  slOffered: 1,
  slAnswered: 1,
  slExcludeShort: 1,
  slVirtual: 1,
  pWaitMore: 0,
  pAbandonWithin: 0,
};

function unstaffed({ load, aht, patience, within }: ErlangAInput): ErlangAResult {
  return {
    pWait: 1,
    pAbandon: 1,
    asa: null,
    waitAll: patience,
    waitAbandoned: patience,
    virtualWait: null,
    queueLength: (load * patience) / aht,
    occupancy: null,
    slOffered: 0,
    slAnswered: null,
    slExcludeShort: 0,
    slVirtual: 0,
    pWaitMore: Math.exp(-within / patience),
    pAbandonWithin: -Math.expm1(-within / patience),
  };
}

/**
 * Share of offered contacts answered within the threshold: the fast path of the planning engine.
 *
 * @param load offered load in Erlangs, >= 0 (not checked: called in inner loops)
 * @param agents real, >= 0
 * @param patiencePerAht mean patience divided by the average handle time, > 0
 * @param withinPerAht threshold divided by the average handle time, >= 0
 * @returns 1 for no load, 0 without agents
 * @example erlangAServiceLevel(10, 12, 60 / 180, 20 / 180) // 0.860300659648
 */
export function erlangAServiceLevel(
  load: number,
  agents: number,
  patiencePerAht: number,
  withinPerAht: number,
): number {
  if (load === 0) return 1;
  if (agents === 0) return 0;
  const y = load * patiencePerAht;
  const c = agents * patiencePerAht;
  const gap = load - agents;
  const start = palmRatio(c, y, gap * patiencePerAht);
  const tails = palmTails(
    c,
    y,
    gap * patiencePerAht,
    withinPerAht / patiencePerAht,
    gap * withinPerAht,
    start,
  );
  const idleOdds = upperRatio(agents, load, gap) * start.inverse;
  if (idleOdds === Infinity) return 1;
  return Math.min(1, (idleOdds + (tails.servedWithin * agents) / load) / (1 + idleOdds));
}

/**
 * Share of offered contacts that abandon, P(W>0)·m/y.
 *
 * @param load offered load in Erlangs, >= 0 (not checked)
 * @param agents real, >= 0
 * @param patiencePerAht mean patience divided by the average handle time, > 0
 * @returns 0 for no load, 1 without agents
 * @example erlangAAbandonment(10, 12, 60 / 180) // 0.0759017969335
 */
export function erlangAAbandonment(load: number, agents: number, patiencePerAht: number): number {
  if (load === 0) return 0;
  if (agents === 0) return 1;
  const y = load * patiencePerAht;
  const gap = load - agents;
  const moments = palmMoments(agents * patiencePerAht, y, gap * patiencePerAht);
  return moments.queue / (y * (1 + upperRatio(agents, load, gap) * moments.inverse));
}
