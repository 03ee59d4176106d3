/** Chat: an agent holds several conversations, each slower the more there are. Conversations are kept balanced over agents. */

import { domainError } from '#shared/kernel/domainError.ts';
import { checkCount, checkNonNegative, checkPositive } from './domain.ts';
import { palmMoments } from './palmMoments.ts';
import { palmTails } from './palmTails.ts';

export interface ChatInput {
  /** Arrival rate × the first of `ahtByConcurrency`, Erlangs, >= 0. */
  readonly load: number;
  /** Whole, >= 0. */
  readonly agents: number;
  /** Handle time in seconds of a chat whose agent holds 1, 2, … chats; as long as the most chats allowed. */
  readonly ahtByConcurrency: readonly number[];
  /** Answer-time threshold in seconds, >= 0. */
  readonly within: number;
  /** Mean patience in seconds, > 0. Absent: nobody leaves. */
  readonly patience?: number | undefined;
}

/** Shares of offered chats; null where nobody is there to measure. */
export interface ChatResult {
  readonly pWait: number;
  readonly pAbandon: number;
  /** Mean wait of the answered, seconds. */
  readonly asa: number | null;
  readonly slOffered: number;
  readonly queueLength: number;
  /** Mean number of conversations held. */
  readonly chatsInService: number;
  /** Share of agents with at least one chat. */
  readonly occupancy: number | null;
  /** Share of chat slots in use. */
  readonly slotUtilisation: number | null;
  /** Mean chats of an agent who has any. */
  readonly meanConcurrency: number | null;
  /** Mean seconds that an answered chat takes. */
  readonly meanHandleTime: number | null;
}

/**
 * All measures of a chat queue. With j chats over n agents (u = ⌊j/n⌋, m = j mod n) chats end at rate
 * d(j) = (n−m)·u/h_u + m·(u+1)/h_{u+1}; beyond n·K they wait as in Erlang A with c = nK·P/h_K, y = λP.
 *
 * Agents are not re-balanced in reality: against simulation pWait is up to 3 %, occupancy up to 1.2 % off.
 *
 * @returns null when nobody leaves and the load is at least what the agents can do
 * @throws DomainError naming the argument; `ahtByConcurrency` too when one more chat would make the agent slower in total
 * @see Luo & Zhang 2013; Tezcan & Zhang 2014
 * @example chat({ load: 2, agents: 2, ahtByConcurrency: [300, 360], within: 30 })?.pWait // 0.257142857143
 */
export function chat(input: ChatInput): ChatResult | null {
  checkChat(input);
  const { load, agents, ahtByConcurrency, patience } = input;
  if (load === 0) return idle;
  if (agents === 0) return patience === undefined ? null : unstaffed(input, patience);
  const arrival = load / (ahtByConcurrency[0] ?? Number.NaN);
  const most = ahtByConcurrency.length;
  const fullRate = (agents * most) / (ahtByConcurrency[most - 1] ?? Number.NaN);
  if (patience === undefined && arrival >= fullRate) return null;
  const line = waitingLine(input, arrival, fullRate);
  return joined(input, arrival, lowerStates(arrival, agents, ahtByConcurrency), line);
}

/**
 * The number of chats at once with the greatest total speed k/h_k; more than that only slows everyone down.
 *
 * @param ahtByConcurrency seconds, > 0 each, at least one
 * @throws DomainError naming `ahtByConcurrency`
 * @example bestConcurrency([300, 360, 600]) // 2
 */
export function bestConcurrency(ahtByConcurrency: readonly number[]): number {
  checkCurve(ahtByConcurrency);
  let best = 1;
  ahtByConcurrency.forEach((aht, place) => {
    const bestAht = ahtByConcurrency[best - 1] ?? aht;
    if ((place + 1) / aht > (best / bestAht) * (1 + 1e-12)) best = place + 1;
  });
  return best;
}

function checkCurve(curve: readonly number[]): void {
  if (curve.length === 0) throw domainError('ahtByConcurrency', curve, 'at least one handle time');
  curve.forEach((aht, place) => checkPositive(`ahtByConcurrency[${place}]`, aht));
}

function checkChat({ load, agents, ahtByConcurrency, within, patience }: ChatInput): void {
  checkNonNegative('load', load);
  checkCount('agents', agents);
  checkNonNegative('within', within);
  if (patience !== undefined) checkPositive('patience', patience);
  checkCurve(ahtByConcurrency);
  ahtByConcurrency.forEach((aht, place) => {
    const before = ahtByConcurrency[place - 1];
    if (before === undefined || (place + 1) / aht >= (place / before) * (1 - 1e-12)) return;
    throw domainError(
      'ahtByConcurrency',
      aht,
      `at most ${place} chats at once, since one more slows the agent down`,
    );
  });
}

const idle: ChatResult = {
  pWait: 0,
  pAbandon: 0,
  asa: 0,
  slOffered: 1,
  queueLength: 0,
  chatsInService: 0,
  occupancy: 0,
  slotUtilisation: 0,
  meanConcurrency: null,
  meanHandleTime: null,
};

function unstaffed({ load, ahtByConcurrency }: ChatInput, patience: number): ChatResult {
  const queueLength = (load / (ahtByConcurrency[0] ?? Number.NaN)) * patience;
  return {
    ...idle,
    pWait: 1,
    pAbandon: 1,
    asa: null,
    slOffered: 0,
    queueLength,
    occupancy: null,
    slotUtilisation: null,
  };
}

/** Sums over the states below full, relative to the likeliest of them; `full` is the weight of all slots in use. */
interface LowerStates {
  readonly below: number;
  readonly chats: number;
  readonly busyAgents: number;
  readonly full: number;
}

/** Departure rate with j chats, balanced. */
function departures(j: number, agents: number, curve: readonly number[]): number {
  const each = Math.floor(j / agents);
  const more = j - each * agents;
  const low = each === 0 ? 0 : ((agents - more) * each) / (curve[each - 1] ?? Number.NaN);
  return more === 0 ? low : low + (more * (each + 1)) / (curve[each] ?? Number.NaN);
}

/** A weight that no longer counts, above the range where doubles turn slow and coarse. */
const NOTHING = 1e-300;

function lowerStates(arrival: number, agents: number, curve: readonly number[]): LowerStates {
  const slots = agents * curve.length;
  const mode = likeliest(arrival, agents, curve);
  let [below, chats, busyAgents] = [0, 0, 0];
  const add = (j: number, weight: number) => {
    if (j === slots) return;
    below += weight;
    chats += j * weight;
    busyAgents += Math.min(j, agents) * weight;
  };
  let weight = 1;
  for (let j = mode; j > 0 && weight > 1e-22; j -= 1) {
    weight *= departures(j, agents, curve) / arrival;
    add(j - 1, weight);
  }
  add(mode, 1);
  let full = 1;
  for (let j = mode + 1; j <= slots; j += 1) {
    full *= arrival / departures(j, agents, curve);
    if (full < NOTHING) return { below, chats, busyAgents, full: 0 };
    add(j, full);
  }
  return { below, chats, busyAgents, full };
}

/** The largest j up to all slots whose departures do not exceed the arrivals. */
function likeliest(arrival: number, agents: number, curve: readonly number[]): number {
  let [low, high] = [0, agents * curve.length + 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (departures(middle, agents, curve) <= arrival) low = middle;
    else high = middle;
  }
  return low;
}

/** The queue, given that every slot is in use. */
interface WaitingLine {
  /** 1/Σ a_j, the share of those moments with nobody waiting. */
  readonly inverse: number;
  readonly queue: number;
  /** Of those who find every slot in use: share served in time, and seconds waited by the served. */
  readonly inTime: number;
  readonly seconds: number;
}

function waitingLine({ within, patience }: ChatInput, arrival: number, fullRate: number): WaitingLine {
  if (patience === undefined) {
    const spare = fullRate - arrival;
    return {
      inverse: spare / fullRate,
      queue: arrival / spare,
      inTime: -Math.expm1(-spare * within),
      seconds: 1 / spare,
    };
  }
  const [c, y, excess] = [fullRate * patience, arrival * patience, (arrival - fullRate) * patience];
  const moments = palmMoments(c, y, excess);
  const tails = palmTails(c, y, excess, within / patience, (arrival - fullRate) * within, moments);
  return {
    inverse: moments.inverse,
    queue: moments.queue,
    inTime: (tails.servedWithin * c) / y,
    seconds: (patience * moments.servedWait) / y,
  };
}

function joined(input: ChatInput, arrival: number, lower: LowerStates, line: WaitingLine): ChatResult {
  const { agents, ahtByConcurrency, patience } = input;
  const slots = agents * ahtByConcurrency.length;
  const waitOdds = lower.full;
  const total = lower.below * line.inverse + waitOdds;
  const pWait = waitOdds / total;
  const scale = line.inverse / total;
  const queueLength = pWait * line.queue;
  const pAbandon = patience === undefined ? 0 : queueLength / (arrival * patience);
  const chatsInService = lower.chats * scale + pWait * slots;
  const busyAgents = lower.busyAgents * scale + pWait * agents;
  const answered = 1 - pAbandon;
  return {
    pWait,
    pAbandon,
    asa: (pWait * line.seconds) / answered,
    slOffered: Math.min(1, lower.below * scale + pWait * line.inTime),
    queueLength,
    chatsInService,
    occupancy: busyAgents / agents,
    slotUtilisation: chatsInService / slots,
    meanConcurrency: chatsInService / busyAgents,
    meanHandleTime: chatsInService / (arrival * answered),
  };
}
