/** The cases that ask for a number of agents: the goal is read from `goal`, its threshold and definitions from beside it. */

import { domainError, isDomainError } from '#shared/kernel/domainError.ts';
import type { CaseReader } from './caseReader.ts';
import { chat } from './chat.ts';
import { erlangB } from './erlangB.ts';
import { erlangX } from './erlangX.ts';
import { serviceWith } from './explainStaffing.ts';
import { requiredAgents, type RequiredInput } from './required.ts';
import { requiredChat, requiredErlangB, requiredErlangX } from './requiredOthers.ts';
import type { AbandonsCount, Binding, RequiredAnswer, Rounding, StaffingGoal } from './staffingGoal.ts';

/** The answer and, where there is a number and a load, what it achieves by the definitions of the goal. */
export interface RequiredCaseValue {
  readonly agents: number | null;
  readonly binding: Binding | null;
  readonly serviceLevel?: number | null;
  readonly asa?: number | null;
  readonly occupancy?: number | null;
  readonly pAbandon?: number;
  readonly pBlock?: number;
}

const counts: readonly AbandonsCount[] = ['offered', 'answered', 'excludeShort'];
const roundings: readonly Rounding[] = ['up', 'fractional'];
const measureOf = { offered: 'slOffered', answered: 'slAnswered', excludeShort: 'slExcludeShort' } as const;

/**
 * `{ load, goal: { maxBlocking }, rounding? }`
 *
 * @example evaluateCase('requiredErlangB', { load: 100, goal: { maxBlocking: 0.01 } }) // { ok: true, value: { agents: 117, binding: 'maxBlocking', pBlock: 0.00979007112537 } }
 */
export function requiredErlangBCase({ number, object, optionalChoice }: CaseReader) {
  const load = number('load');
  const maxBlocking = object('goal').number('maxBlocking');
  const rounding = optionalChoice('rounding', roundings);
  return placed((): RequiredCaseValue => {
    const answer = requiredErlangB(load, maxBlocking, rounding);
    return answer.agents === null ? answer : { ...answer, pBlock: erlangB(load, answer.agents) };
  });
}

/**
 * `{ load, aht, within, goal: { serviceLevel?, asa?, maxOccupancy?, minAgents? }, rounding? }`
 *
 * @example evaluateCase('requiredErlangC', { load: 7, aht: 300, within: 20, goal: { maxOccupancy: 0.7 } }).ok // true
 */
export function requiredErlangCCase(reader: CaseReader) {
  const { number } = reader;
  const goal = { ...readGoal(reader, false), rounding: reader.optionalChoice('rounding', roundings) };
  const input: RequiredInput = { model: 'erlangC', load: number('load'), aht: number('aht'), goal };
  return placed(() => withService(input, requiredAgents(input)));
}

/**
 * As under Erlang C with `patience`, `goal.maxAbandon` and `abandonsCount`.
 *
 * @example evaluateCase('requiredErlangA', { load: 10, aht: 180, patience: 60, within: 20, goal: { maxAbandon: 0.05 } }).ok // true
 */
export function requiredErlangACase(reader: CaseReader) {
  const { number } = reader;
  const goal = {
    ...readGoal(reader, true),
    rounding: reader.optionalChoice('rounding', roundings),
    abandonsCount: reader.optionalChoice('abandonsCount', counts),
  };
  const base = { load: number('load'), aht: number('aht'), patience: number('patience') };
  const input: RequiredInput = { model: 'erlangA', ...base, goal };
  return placed(() => withService(input, requiredAgents(input)));
}

/**
 * As under Erlang A with `retry`; whole agents only.
 *
 * @example evaluateCase('requiredErlangX', { load: 10, aht: 300, patience: 90, within: 20, retry: 0.3, goal: { serviceLevel: 0.8 } }).ok // true
 */
export function requiredErlangXCase(reader: CaseReader) {
  const { number } = reader;
  const count = reader.optionalChoice('abandonsCount', counts);
  const goal: StaffingGoal = { ...readGoal(reader, true), abandonsCount: count };
  const base = {
    load: number('load'),
    aht: number('aht'),
    patience: number('patience'),
    retry: number('retry'),
  };
  return placed((): RequiredCaseValue => {
    const answer = requiredErlangX({ ...base, goal });
    if (answer.agents === null || base.load === 0) return answer;
    const found = erlangX({ ...base, agents: answer.agents, within: goal.within ?? 0 });
    if (found === null) return answer;
    const { asa, occupancy, pAbandon } = found;
    return { ...answer, serviceLevel: found[measureOf[count ?? 'offered']], asa, occupancy, pAbandon };
  });
}

/**
 * `{ load, ahtByConcurrency, patience?, within, goal }`; whole agents only.
 *
 * @example evaluateCase('requiredChat', { load: 12, ahtByConcurrency: [300, 330], within: 30, goal: { serviceLevel: 0.9 } }).ok // true
 */
export function requiredChatCase(reader: CaseReader) {
  const goal = readGoal(reader, true);
  const load = reader.number('load');
  const ahtByConcurrency = reader.numbers('ahtByConcurrency');
  const patience = reader.optionalNumber('patience');
  return placed((): RequiredCaseValue => {
    const answer = requiredChat({ load, ahtByConcurrency, patience, goal });
    if (answer.agents === null || load === 0) return answer;
    const found = chat({ load, agents: answer.agents, ahtByConcurrency, patience, within: goal.within ?? 0 });
    if (found === null) return answer;
    const { slOffered, asa, occupancy, pAbandon } = found;
    return { ...answer, serviceLevel: slOffered, asa, occupancy, pAbandon };
  });
}

function readGoal(reader: CaseReader, hasAbandonment: boolean): StaffingGoal {
  const goal = reader.object('goal');
  return {
    within: reader.number('within'),
    serviceLevel: goal.optionalNumber('serviceLevel'),
    asa: goal.optionalNumber('asa'),
    maxOccupancy: goal.optionalNumber('maxOccupancy'),
    maxAbandon: hasAbandonment ? goal.optionalNumber('maxAbandon') : undefined,
    minAgents: goal.optionalNumber('minAgents'),
  };
}

function withService(input: RequiredInput, answer: RequiredAnswer): RequiredCaseValue {
  if (answer.agents === null || input.load === 0) return answer;
  const service = serviceWith(input, answer.agents);
  const { asa, occupancy, pAbandon } = service;
  const serviceLevel = service[measureOf[input.goal.abandonsCount ?? 'offered']];
  return { ...answer, serviceLevel, asa, occupancy, pAbandon };
}

/** In a case the threshold and the definitions stand beside the goal, so a fault must name them there. */
function placed(answer: () => RequiredCaseValue): () => RequiredCaseValue {
  return () => {
    try {
      return answer();
    } catch (thrown) {
      if (!isDomainError(thrown)) throw thrown;
      const argument = thrown.argument.replace(/^goal\.(within|rounding|abandonsCount)$/, '$1');
      throw domainError(argument, thrown.value, thrown.expected);
    }
  };
}
