/** The parts of a goal under Erlang A, as gaps to search. Guesses: the fluid limit plus a share of the square root. */

import { normalRatio } from './approximations.ts';
import { erlangAAbandonment, erlangAServiceLevel } from './erlangA.ts';
import { slackFactor, type GoalPart } from './goalSearch.ts';
import { intervalServiceA } from './intervalService.ts';
import type { SearchStart } from './monotoneSearch.ts';
import type { AbandonsCount, StaffingGoal } from './staffingGoal.ts';

/**
 * The parts of a goal under Erlang A, in the order serviceLevel, asa, maxAbandon, maxOccupancy. Parts that hold for any
 * number of agents (serviceLevel 0, maxAbandon or maxOccupancy from 1 on) are left out.
 *
 * @param load offered load in Erlangs, > 0 (not checked)
 * @param aht average handle time in seconds
 * @param patience mean patience in seconds
 * @example patientParts(10, 180, 60, { maxAbandon: 0.05 }).length // 1
 */
export function patientParts(load: number, aht: number, patience: number, goal: StaffingGoal): GoalPart[] {
  const parts: GoalPart[] = [];
  const { asa, maxAbandon, maxOccupancy } = goal;
  const slack = slackFactor(goal);
  const root = Math.sqrt(load);
  if (goal.serviceLevel !== undefined && goal.serviceLevel > 0)
    parts.push(levelPart(load, aht, patience, goal));
  if (asa !== undefined) {
    const limit = Math.log(asa * slack);
    parts.push({
      name: 'asa',
      gap: (n) => Math.log(intervalServiceA(load, n, aht, 0, patience).meanWait ?? patience) - limit,
      start: { at: load * Math.exp(-asa / patience), slope: -1.3 / root },
    });
  }
  if (maxAbandon !== undefined && maxAbandon < 1) {
    const limit = Math.log(maxAbandon * slack);
    parts.push({
      name: 'maxAbandon',
      gap: (n) => Math.log(erlangAAbandonment(load, n, patience / aht)) - limit,
      start: { at: load * (1 - maxAbandon) + 0.7 * root, slope: -1.3 / root },
    });
  }
  if (maxOccupancy !== undefined && maxOccupancy < 1) {
    const limit = Math.log(maxOccupancy * slack);
    parts.push({
      name: 'maxOccupancy',
      gap: (n) => Math.log(intervalServiceA(load, n, aht, 0, patience).occupancy) - limit,
      start: { at: load / maxOccupancy, slope: -maxOccupancy / load },
    });
  }
  return parts;
}

/** Service level, compared as log odds, which are nearly straight in the number of agents. */
function levelPart(load: number, aht: number, patience: number, goal: StaffingGoal): GoalPart {
  const within = goal.within ?? 0;
  const target = (goal.serviceLevel ?? 0) / slackFactor(goal);
  const limit = Math.log((1 - target) / target);
  const level = levelMeasure(load, aht, patience, within, goal.abandonsCount ?? 'offered');
  const gap = (n: number) => {
    const share = level(n);
    return Math.log((1 - share) / share) - limit;
  };
  const start = guessForLevel(load, aht, patience, within, target, goal.abandonsCount ?? 'offered');
  return { name: 'serviceLevel', gap, start };
}

/**
 * Where nearly everyone waits, P(V <= t) ≈ Φ(x) with x = √(r/n)·(n − a·e^(−t/P)), r = P/AHT, and n/a of the callers are
 * served: solves (n/a)·Φ(x) = level by Newton, which climbs since the logarithm of the left side is concave. In a small
 * team callers also find a free agent, so there the plain square root is the better guess.
 */
function guessForLevel(
  load: number,
  aht: number,
  patience: number,
  within: number,
  level: number,
  count: AbandonsCount,
): SearchStart {
  const fluid = load * Math.exp(-within / patience);
  const odds = Math.log((1 - level) / level);
  if (load < LARGE_LOAD) {
    const steepness = 1.7 / Math.sqrt(load * (1 + (0.7 * aht) / patience));
    return { at: fluid - odds / steepness, slope: -steepness };
  }
  const served = count === 'offered' ? 1 : 0;
  const width = Math.sqrt(patience / aht);
  let at = Math.max(fluid, served * level * load);
  let rise = 0;
  for (let round = 0; round < 5; round += 1) {
    const spread = width / Math.sqrt(at);
    const x = Math.min(8, spread * (at - fluid));
    const ratio = normalRatio(x);
    rise = served / at + spread / ratio;
    const logShare = served * Math.log(at / load) + Math.log(ratio) - x * x * 0.5 - HALF_LOG_TWO_PI;
    at += (Math.log(level) - logShare) / rise;
  }
  return { at, slope: -rise / (1 - level) };
}

/** From this load on nearly everyone waits at the usual service levels. */
const LARGE_LOAD = 300;
const HALF_LOG_TWO_PI = 0.9189385332046727;

/** The service level as a function of the number of agents, by the definition in use. */
function levelMeasure(
  load: number,
  aht: number,
  patience: number,
  within: number,
  count: AbandonsCount,
): (agents: number) => number {
  if (count === 'offered') return (n) => erlangAServiceLevel(load, n, patience / aht, within / aht);
  if (count === 'answered') {
    return (n) => {
      const service = intervalServiceA(load, n, aht, within, patience);
      return Math.min(1, (service.inTime * load) / (service.occupancy * n));
    };
  }
  return (n) => {
    const service = intervalServiceA(load, n, aht, within, patience);
    return Math.min(1, service.inTime / (1 - service.abandonedInTime));
  };
}
