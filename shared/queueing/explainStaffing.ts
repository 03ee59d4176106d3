/** Why a number of agents: what they achieve by every definition, what one more or fewer would, and the other model beside. */

import { erlangA } from './erlangA.ts';
import { erlangC } from './erlangC.ts';
import { requiredAgents, type RequiredInput } from './required.ts';
import type { RequiredAnswer } from './staffingGoal.ts';

/** Service at one number of agents, as fields that both models have; null where the model has no such number. */
export interface StaffingService {
  readonly agents: number;
  readonly pWait: number;
  /** Answered in time, of all offered. */
  readonly slOffered: number;
  /** Answered in time, of the answered. */
  readonly slAnswered: number | null;
  /** Answered in time, of all but those who hang up in time. */
  readonly slExcludeShort: number;
  readonly asa: number | null;
  readonly pAbandon: number;
  readonly occupancy: number | null;
}

export interface StaffingExplanation {
  /** Offered load, Erlangs. */
  readonly load: number;
  readonly required: RequiredAnswer;
  /** At the required number; null when no number meets the goal. */
  readonly service: StaffingService | null;
  /** With one agent fewer; null when that is less than nobody. */
  readonly oneFewer: StaffingService | null;
  readonly oneMore: StaffingService | null;
  /** Number that Erlang C asks for and the service it then promises; the same goal without its part on abandonment. */
  readonly erlangC: { readonly required: RequiredAnswer; readonly service: StaffingService | null };
}

/**
 * Solves `requiredAgents` and explains the answer: the power of one agent, which part binds, and Erlang C beside Erlang A.
 *
 * @param input as for `requiredAgents`
 * @throws DomainError naming the argument
 * @example explainStaffing({ model: 'erlangC', load: 10, aht: 180, goal: { serviceLevel: 0.8, within: 20 } }).oneFewer?.slOffered // 0.795594788418
 */
export function explainStaffing(input: RequiredInput): StaffingExplanation {
  const required = requiredAgents(input);
  const { maxAbandon: _maxAbandon, ...endlessGoal } = input.goal;
  const endless: RequiredInput = { model: 'erlangC', load: input.load, aht: input.aht, goal: endlessGoal };
  const endlessRequired = input.model === 'erlangC' ? required : requiredAgents(endless);
  const at = (rule: RequiredInput, agents: number | null) =>
    agents === null || agents < 0 ? null : serviceWith(rule, agents);
  const { agents } = required;
  return {
    load: input.load,
    required,
    service: at(input, agents),
    oneFewer: at(input, agents === null ? null : agents - 1),
    oneMore: at(input, agents === null ? null : agents + 1),
    erlangC: { required: endlessRequired, service: at(endless, endlessRequired.agents) },
  };
}

/**
 * Service with a given number of agents under either model, in the same fields.
 *
 * @param input model, load, aht, patience and `goal.within` (0 if absent) are read
 * @param agents real, >= 0
 * @throws DomainError naming the argument
 * @example serviceWith({ model: 'erlangC', load: 10, aht: 180, goal: { within: 20 } }, 14).pWait // 0.174131933595
 */
export function serviceWith(input: RequiredInput, agents: number): StaffingService {
  const { model, load, aht, patience = Number.NaN, goal } = input;
  const within = goal.within ?? 0;
  if (model === 'erlangA') {
    const { pWait, slOffered, slAnswered, slExcludeShort, asa, pAbandon, occupancy } = erlangA({
      load,
      agents,
      aht,
      patience,
      within,
    });
    return { agents, pWait, slOffered, slAnswered, slExcludeShort, asa, pAbandon, occupancy };
  }
  const { pWait, sl, asa, occupancy } = erlangC({ load, agents, aht, within });
  return { agents, pWait, slOffered: sl, slAnswered: sl, slExcludeShort: sl, asa, pAbandon: 0, occupancy };
}
