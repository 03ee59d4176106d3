/** A finite number of waiting places, with or without patience (M/M/n/n+places and M/M/n/n+places+M). */

import { domainError } from '#shared/kernel/domainError.ts';
import { checkCount, checkNonNegative, checkPositive } from './domain.ts';
import { poissonMass, upperRatio } from './gammaRatios.ts';

export interface FiniteQueueInput {
  /** Offered load in Erlangs, >= 0. */
  readonly load: number;
  /** Real, > 0. */
  readonly agents: number;
  /** Waiting places, a whole number from 0 to 100,000. */
  readonly places: number;
  /** Average handle time in seconds, > 0. */
  readonly aht: number;
  /** Answer-time threshold in seconds, >= 0. */
  readonly within: number;
  /** Mean patience in seconds, > 0. Absent: nobody hangs up. */
  readonly patience?: number | undefined;
}

/** Shares of offered contacts. */
export interface FiniteQueueResult {
  /** Turned away because every place is taken. */
  readonly pBlock: number;
  /** Let in and made to wait. */
  readonly pWait: number;
  readonly pAbandon: number;
  /** Mean wait of the answered, seconds. */
  readonly asa: number;
  readonly queueLength: number;
  readonly occupancy: number;
  readonly slOffered: number;
  /** Of the answered. */
  readonly slAnswered: number;
  readonly served: number;
}

const MOST_PLACES = 100_000;

/**
 * All measures of a queue with few places, valid in overload too.
 *
 *     T = 1/B − 1 + Σ_{j≤q} a_j,  P(block) = a_q/T,  P(wait) = Σ_{j<q} a_j/T,  Lq = Σ j·a_j/T,  P(Ab) = Lq/y
 *     a_j = ρ^j, or y^j/[(c+1)…(c+j)] with patience
 *
 * Weights are taken relative to the largest, so that neither deep overload nor a long line overflows. No places is Erlang B.
 *
 * @throws DomainError naming the argument that is out of its range
 * @see Riordan 1962; Koole 2013
 * @example finiteQueue({ load: 10, agents: 8, places: 5, aht: 240, within: 20 }).pBlock // 0.230938616901
 */
export function finiteQueue(input: FiniteQueueInput): FiniteQueueResult {
  const { load, agents, places, aht, within, patience } = input;
  checkNonNegative('load', load);
  checkPositive('agents', agents);
  checkCount('places', places);
  if (places > MOST_PLACES) throw domainError('places', places, 'at most 100,000 waiting places');
  checkPositive('aht', aht);
  checkNonNegative('within', within);
  if (patience !== undefined) checkPositive('patience', patience);
  if (load === 0) return idle;
  const ratio = patience === undefined ? Infinity : patience / aht;
  const weights = queueWeights(load, agents, places, ratio);
  const lower = upperRatio(agents, load, load - agents) * (weights[0] ?? 0);
  const last = lastWeight(load, agents, places, ratio);
  return summed(input, weights, lower, last);
}

const idle: FiniteQueueResult = {
  pBlock: 0,
  pWait: 0,
  pAbandon: 0,
  asa: 0,
  queueLength: 0,
  occupancy: 0,
  slOffered: 1,
  slAnswered: 1,
  served: 1,
};

/** The number waiting at which the weights are largest; they are taken relative to that one. */
function modeOf(load: number, agents: number, places: number, ratio: number): number {
  if (load <= agents) return 0;
  if (ratio === Infinity) return places;
  return Math.min(places, Math.floor((load - agents) * ratio));
}

/** Weights of 0, 1, 2, … waiting, cut off where they no longer count. */
function queueWeights(load: number, agents: number, places: number, ratio: number): Float64Array {
  const mode = modeOf(load, agents, places, ratio);
  const growth = (j: number) => load / (agents + j / ratio);
  const above: number[] = [];
  for (let [j, weight] = [mode, 1]; j < places && weight > 1e-22;) {
    j += 1;
    weight *= growth(j);
    above.push(weight);
  }
  const weights = new Float64Array(mode + 1 + above.length);
  weights[mode] = 1;
  weights.set(above, mode + 1);
  for (let [j, weight] = [mode, 1]; j > 0 && weight > 1e-22;) {
    weight /= growth(j);
    j -= 1;
    weights[j] = weight;
  }
  return weights;
}

/** Weight of the full line, which may be far below the cut-off and is still asked for. */
function lastWeight(load: number, agents: number, places: number, ratio: number): number {
  const mode = modeOf(load, agents, places, ratio);
  if (ratio === Infinity) return Math.pow(load / agents, places - mode);
  let weight = 1;
  for (let j = mode + 1; j <= places && weight > 1e-300; j += 1) weight *= load / (agents + j / ratio);
  return weight > 1e-300 ? weight : 0;
}

function summed(
  input: FiniteQueueInput,
  weights: Float64Array,
  lower: number,
  last: number,
): FiniteQueueResult {
  const { load, agents, places, aht, patience } = input;
  if (lower === Infinity) return { ...idle, occupancy: load / agents };
  let [all, line] = [0, 0];
  weights.forEach((weight, j) => {
    all += weight;
    line += j * weight;
  });
  const total = lower + all;
  const kept = weights.length > places ? weights.subarray(0, places) : weights;
  const pBlock = last / total;
  const queueLength = line / total;
  const waiting = kept.reduce((sum, weight) => sum + weight, 0);
  const pAbandon = patience === undefined ? 0 : (queueLength * aht) / (load * patience);
  const atOnce = lower / total;
  const waits = patience === undefined ? steadyWaits(input, kept) : impatientWaits(input, kept, patience);
  const served = atOnce + waits.served / total;
  const slOffered = atOnce + waits.inTime / total;
  return {
    pBlock,
    pWait: waiting / total,
    pAbandon,
    asa: waits.seconds / total / served,
    queueLength,
    occupancy: (load * served) / agents,
    slOffered,
    slAnswered: Math.min(1, slOffered / served),
    served,
  };
}

/** Weighted with each state a new caller may find: share served, served in time, seconds waited by the served. */
interface StateWaits {
  readonly served: number;
  readonly inTime: number;
  readonly seconds: number;
}

/** Without patience the caller behind j others waits for j + 1 departures, each at rate agents/AHT. */
function steadyWaits({ agents, aht, within }: FiniteQueueInput, weights: Float64Array): StateWaits {
  const x = (agents * within) / aht;
  let [served, inTime, seconds, late] = [0, 0, 0, 0];
  weights.forEach((weight, j) => {
    late += x === 0 ? (j === 0 ? 1 : 0) : poissonMass(j, x, x - j);
    served += weight;
    inTime += weight * Math.max(0, 1 - late);
    seconds += (weight * (j + 1) * aht) / agents;
  });
  return { served, inTime, seconds };
}

/** With patience e^(−V/P) is Beta(c, j+1): served with probability c/(c+j+1), then in time with 1 − I_{e^(−t/P)}(c+1, j+1). */
function impatientWaits(
  { agents, aht, within }: FiniteQueueInput,
  weights: Float64Array,
  patience: number,
): StateWaits {
  const c = (agents * patience) / aht;
  const u = within / patience;
  const logLeft = Math.log(-Math.expm1(-u));
  let logTerm = -(c + 1) * u;
  let [served, inTime, seconds, late, harmonic] = [0, 0, 0, 0, 0];
  weights.forEach((weight, j) => {
    late += Math.exp(logTerm);
    logTerm += Math.log((c + 1 + j) / (j + 1)) + logLeft;
    harmonic += 1 / (c + j + 1);
    const share = (weight * c) / (c + j + 1);
    served += share;
    inTime += share * Math.max(0, 1 - late);
    seconds += share * patience * harmonic;
  });
  return { served, inTime, seconds };
}
