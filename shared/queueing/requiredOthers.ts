/** How many servers or agents meet a goal under Erlang B, Erlang X and the chat model: whole numbers. */

import { domainError } from '#shared/kernel/domainError.ts';
import { chat } from './chat.ts';
import { checkNonNegative, checkPositive, checkShare } from './domain.ts';
import { blockingProbability } from './erlangB.ts';
import { erlangX } from './erlangX.ts';
import { searchGoal, slackFactor, withoutLoad, type GoalPart } from './goalSearch.ts';
import type { SearchStart } from './monotoneSearch.ts';
import { checkGoal, unmeetablePart, type RequiredAnswer, type StaffingGoal } from './staffingGoal.ts';

/**
 * Least servers with at most the given blocking (Erlang B).
 *
 * @param load Erlangs, >= 0
 * @param maxBlocking share; from 1 on no server is needed, at 0 or below no number suffices
 * @param rounding whole servers, or the least real number
 * @returns null agents when no number suffices
 * @throws DomainError naming `load` or `maxBlocking`
 * @example requiredErlangB(100, 0.01) // { agents: 117, binding: 'maxBlocking' }
 */
export function requiredErlangB(
  load: number,
  maxBlocking: number,
  rounding: 'up' | 'fractional' = 'up',
): RequiredAnswer {
  checkNonNegative('load', load);
  if (!Number.isFinite(maxBlocking)) throw domainError('maxBlocking', maxBlocking, 'a finite number');
  if (load === 0) return { agents: 0, binding: null };
  if (maxBlocking <= 0) return { agents: null, binding: 'maxBlocking' };
  const limit = Math.log(maxBlocking * slackFactor({ rounding }));
  const part: GoalPart = {
    name: 'maxBlocking',
    gap: (n) => Math.log(blockingProbability(load, n)) - limit,
    start: { at: load * (1 - Math.min(1, maxBlocking)) + Math.sqrt(load), slope: -1 / Math.sqrt(load) },
  };
  return searchGoal(maxBlocking >= 1 ? [] : [part], { rounding }, 0);
}

/** What the goals of Erlang X and of chat compare; undefined when the agents cannot cope at all. */
interface Measured {
  readonly level: number | null;
  readonly asa: number | null;
  readonly pAbandon: number;
  readonly occupancy: number | null;
}

export interface RequiredXInput {
  /** Load of first attempts, Erlangs, >= 0. */
  readonly load: number;
  readonly aht: number;
  readonly patience: number;
  /** Probability that one who abandons calls again. */
  readonly retry: number;
  readonly goal: StaffingGoal;
}

/**
 * The least whole number of agents under Erlang X. Goals are about attempts: service level, mean wait of the answered,
 * P(abandon) of an attempt, occupancy.
 *
 * @throws DomainError naming the argument; `goal.rounding` when fractional
 * @example requiredErlangX({ load: 100, aht: 300, patience: 120, retry: 0.5, goal: { serviceLevel: 0.8, within: 20 } }).agents // 101
 */
export function requiredErlangX({ load, aht, patience, retry, goal }: RequiredXInput): RequiredAnswer {
  checkNonNegative('load', load);
  checkPositive('aht', aht);
  checkPositive('patience', patience);
  checkShare('retry', retry);
  const within = goal.within ?? 0;
  const measure = (agents: number): Measured | null => {
    const found = erlangX({ load, agents, aht, patience, retry, within });
    if (found === null) return null;
    const counts = { offered: 'slOffered', answered: 'slAnswered', excludeShort: 'slExcludeShort' } as const;
    return { ...found, level: found[counts[goal.abandonsCount ?? 'offered']] };
  };
  return searchMeasured(load, goal, measure, { at: load + Math.sqrt(load) / 2, slope: -1 / Math.sqrt(load) });
}

export interface RequiredChatInput {
  /** Arrival rate × the first of `ahtByConcurrency`, Erlangs, >= 0. */
  readonly load: number;
  readonly ahtByConcurrency: readonly number[];
  /** Mean patience in seconds; absent: nobody leaves. */
  readonly patience?: number | undefined;
  readonly goal: StaffingGoal;
}

/**
 * The least whole number of agents under the chat model. Service level counts offered chats; occupancy is the share of
 * agents with at least one chat.
 *
 * @throws DomainError naming the argument; `goal.rounding` when fractional, `goal.abandonsCount` when not offered
 * @example requiredChat({ load: 12, ahtByConcurrency: [300, 330], goal: { serviceLevel: 0.9, within: 30 } }).agents // 9
 */
export function requiredChat({ load, ahtByConcurrency, patience, goal }: RequiredChatInput): RequiredAnswer {
  if (goal.abandonsCount !== undefined && goal.abandonsCount !== 'offered') {
    throw domainError('goal.abandonsCount', goal.abandonsCount, 'offered, the one that the chat model knows');
  }
  const within = goal.within ?? 0;
  const measure = (agents: number): Measured | null => {
    const found = chat({ load, agents, ahtByConcurrency, within, patience });
    return found === null ? null : { ...found, level: found.slOffered };
  };
  measure(0);
  const most = ahtByConcurrency.length;
  const perAgent = (most * (ahtByConcurrency[0] ?? 1)) / (ahtByConcurrency[most - 1] ?? 1);
  return searchMeasured(load, goal, measure, {
    at: load / perAgent + 1,
    slope: -perAgent / Math.sqrt(load + 1),
  });
}

/** Searches whole numbers with the parts of a goal read off one measurement. */
function searchMeasured(
  load: number,
  goal: StaffingGoal,
  measure: (agents: number) => Measured | null,
  start: SearchStart,
): RequiredAnswer {
  checkGoal(goal);
  if (goal.rounding === 'fractional') throw domainError('goal.rounding', 'fractional', 'up for this model');
  if (load === 0) return withoutLoad(goal);
  const unmeetable = unmeetablePart(goal);
  if (unmeetable !== null) return { agents: null, binding: unmeetable };
  const slack = slackFactor(goal);
  const { serviceLevel = 0, asa = Infinity, maxAbandon = Infinity, maxOccupancy = Infinity } = goal;
  const level = serviceLevel / slack;
  const part = (name: GoalPart['name'], gap: (found: Measured) => number): GoalPart => ({
    name,
    gap: (agents) => {
      const found = measure(agents);
      return found === null ? Infinity : gap(found);
    },
    start,
  });
  const odds = Math.log((1 - level) / level);
  const parts = [
    part('load', () => 0),
    part('serviceLevel', (found) => Math.log((1 - (found.level ?? 0)) / (found.level ?? 0)) - odds),
    part('asa', (found) => (found.asa === null ? Infinity : Math.log(found.asa / (asa * slack)))),
    part('maxAbandon', (found) => Math.log(found.pAbandon / (maxAbandon * slack))),
    part('maxOccupancy', (found) => Math.log((found.occupancy ?? 1) / (maxOccupancy * slack))),
  ];
  const asked = { serviceLevel, asa: goal.asa, maxAbandon: goal.maxAbandon, maxOccupancy: goal.maxOccupancy };
  const wanted = new Set(
    Object.entries(asked).flatMap(([name, target]) => (target === undefined ? [] : [name])),
  );
  if (serviceLevel === 0) wanted.delete('serviceLevel');
  return searchGoal(
    parts.filter(({ name }) => name === 'load' || wanted.has(name)),
    goal,
    1,
  );
}
