/** How many agents meet a goal, under Erlang C and Erlang A. */

import { domainError } from '#shared/kernel/domainError.ts';
import { normalRatio } from './approximations.ts';
import { checkNonNegative, checkPositive } from './domain.ts';
import { erlangCLate, erlangCMeanWait } from './erlangC.ts';
import { searchGoal, slackFactor, withoutLoad, type GoalPart } from './goalSearch.ts';
import type { SearchStart } from './monotoneSearch.ts';
import { patientParts } from './patientGoal.ts';
import { checkGoal, unmeetablePart, type RequiredAnswer, type StaffingGoal } from './staffingGoal.ts';

export interface RequiredInput {
  readonly model: 'erlangC' | 'erlangA';
  /** Offered load in Erlangs, >= 0. */
  readonly load: number;
  /** Average handle time in seconds, > 0. */
  readonly aht: number;
  /** Mean patience in seconds, > 0; needed by and only meaningful for Erlang A. */
  readonly patience?: number | undefined;
  readonly goal: StaffingGoal;
  /** A guess, such as the answer of the interval before. Changes the time taken, never the answer. */
  readonly startNear?: number | undefined;
}

/** A load needs more agents than itself under Erlang C: this much more, relatively, when they may be fractional. */
const LEAST_SPARE = 1e-12;
/** Fewest agents that count as somebody being there when they may be fractional. */
const LEAST_FRACTION = 1e-9;

/**
 * The least number of agents that meets every part of a goal, and the part that decides.
 *
 * Whole (`rounding: 'up'`): the least n with all parts met within a relative 1e-12, and n − 1 misses one. Fractional: the
 * least real number under the continuous extension of the formulas. Without load the answer is `minAgents`, or 0; with load
 * somebody must be there: Erlang C needs more agents than load (n > a), Erlang A at least one, or more than none.
 * When several parts need the same whole number, the first of serviceLevel, asa, maxAbandon, maxOccupancy is named.
 *
 * @returns `agents: null` when no number meets the goal (serviceLevel >= 1; asa, maxAbandon or maxOccupancy <= 0)
 * @throws DomainError naming the argument; `goal.maxAbandon` under Erlang C, where nobody abandons
 * @example requiredAgents({ model: 'erlangC', load: 10, aht: 180, goal: { serviceLevel: 0.8, within: 20 } }) // { agents: 14, binding: 'serviceLevel' }
 */
export function requiredAgents(input: RequiredInput): RequiredAnswer {
  const { model, load, aht, patience, goal, startNear } = input;
  checkNonNegative('load', load);
  checkPositive('aht', aht);
  checkGoal(goal);
  const isPatient = model === 'erlangC';
  if (isPatient && goal.maxAbandon !== undefined) {
    throw domainError(
      'goal.maxAbandon',
      goal.maxAbandon,
      'no such part, since nobody abandons under Erlang C',
    );
  }
  if (!isPatient) checkPositive('patience', patience ?? Number.NaN);
  if (load === 0) return withoutLoad(goal);
  const unmeetable = unmeetablePart(goal);
  if (unmeetable !== null) return { agents: null, binding: unmeetable };
  const isWhole = goal.rounding !== 'fractional';
  if (isPatient) {
    const least = isWhole ? Math.floor(load) + 1 : load * (1 + LEAST_SPARE);
    return searchGoal(endlessParts(load, aht, goal), goal, least, startNear);
  }
  const parts = patientParts(load, aht, patience ?? Number.NaN, goal);
  return searchGoal(parts, goal, isWhole ? 1 : LEAST_FRACTION, startNear);
}

/**
 * The parts of a goal under Erlang C, in the order serviceLevel, asa, maxOccupancy. A service level of 0 is left out.
 *
 * @param load offered load in Erlangs, > 0 (not checked)
 * @param aht average handle time in seconds
 * @example endlessParts(10, 180, { asa: 20 }).length // 1
 */
export function endlessParts(load: number, aht: number, goal: StaffingGoal): GoalPart[] {
  const slack = slackFactor(goal);
  const parts: GoalPart[] = [];
  const { serviceLevel, within, asa, maxOccupancy } = goal;
  if (serviceLevel !== undefined && serviceLevel > 0) {
    const lateLimit = Math.log(1 - serviceLevel / slack);
    const tau = (within ?? 0) / aht;
    parts.push({
      name: 'serviceLevel',
      gap: (n) => Math.log(erlangCLate(load, n, tau)) - lateLimit,
      start: guessForLate(load, lateLimit, tau),
    });
  }
  if (asa !== undefined) {
    const waitLimit = Math.log((asa / aht) * slack);
    parts.push({
      name: 'asa',
      gap: (n) => Math.log(erlangCMeanWait(load, n)) - waitLimit,
      start: guessForWait(load, waitLimit),
    });
  }
  if (maxOccupancy !== undefined) {
    const most = maxOccupancy * slack;
    parts.push({
      name: 'maxOccupancy',
      gap: (n) => (load / n <= most ? 0 : load / most - n),
      start: { at: load / maxOccupancy, slope: -1 },
    });
  }
  return parts;
}

/** Halfin–Whitt with n = a + β√a: solves ln C(β) − β·√a·τ = ln late by Newton, which descends since the left side is concave. */
function guessForLate(load: number, lateLimit: number, tau: number): SearchStart {
  const root = Math.sqrt(load);
  const decay = root * tau;
  let beta = 0;
  let slope = 0;
  for (let round = 0; round < 4; round += 1) {
    const ratio = normalRatio(beta);
    const gap = -Math.log1p(beta * ratio) - beta * decay - lateLimit;
    slope = -(ratio + beta + beta * beta * ratio) / (1 + beta * ratio) - decay;
    beta = Math.max(0, Math.min(30, beta - gap / slope));
  }
  return { at: load + beta * root, slope: slope / root };
}

/** The same for ln C(β) − ln(β·√a) = ln wait, in ln β. */
function guessForWait(load: number, waitLimit: number): SearchStart {
  const root = Math.sqrt(load);
  let beta = 0.7;
  let slope = -2;
  for (let round = 0; round < 4; round += 1) {
    const ratio = normalRatio(beta);
    const gap = -Math.log1p(beta * ratio) - Math.log(beta * root) - waitLimit;
    slope = -(ratio + beta + beta * beta * ratio) / (1 + beta * ratio) - 1 / beta;
    beta = Math.max(1e-12, Math.min(30, beta * Math.exp(Math.max(-5, Math.min(2, -gap / (slope * beta))))));
  }
  return { at: load + beta * root, slope: slope / root };
}
