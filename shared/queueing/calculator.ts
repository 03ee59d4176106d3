/** The calculator for one interval: both models side by side, what is needed, what one agent changes, and what it costs. */

import { goalFor, offeredLoad, type CalculatorInput } from './calculatorInput.ts';
import { checkNonNegative } from './domain.ts';
import { erlangA } from './erlangA.ts';
import { erlangC } from './erlangC.ts';
import { largestLoad } from './largestLoad.ts';
import { requiredAgents } from './required.ts';
import { GOAL_SLACK, type Binding, type RequiredAnswer, type StaffingGoal } from './staffingGoal.ts';

export type CalculatorModel = 'erlangC' | 'erlangA';

/** A number of agents on duty and what follows from it. Shares are of offered contacts unless the name says otherwise. */
export interface TeamFigures {
  readonly agents: number;
  /** The queue grows without bound: no wait can be named. Only under Erlang C; under Erlang A people leave. */
  readonly isOverloaded: boolean;
  readonly pWait: number;
  readonly slOffered: number;
  readonly slAnswered: number | null;
  readonly slExcludeShort: number;
  /** Mean wait of the answered, seconds. */
  readonly asa: number | null;
  /** Mean wait of all, seconds. */
  readonly waitAll: number | null;
  readonly pAbandon: number;
  readonly occupancy: number | null;
  /** Mean number of contacts waiting. */
  readonly queueLength: number | null;
  /** Parts of the goal that this team does not meet. */
  readonly missed: readonly Binding[];
  /** Agents to schedule, so that these are there after shrinkage. */
  readonly scheduled: number;
  readonly costPerInterval: number;
  readonly costPerMonth: number;
  /** Largest load in Erlangs with which this team meets the goal; null when nothing limits it. */
  readonly carriesLoad: number | null;
  /** The same in contacts an interval. */
  readonly carriesContacts: number | null;
}

export interface ModelAnswer {
  readonly required: RequiredAnswer;
  /** The least fractional number that meets the goal. */
  readonly exact: number | null;
  /** At the required number; null when no number of agents meets the goal. */
  readonly needed: TeamFigures | null;
  /** Null also where that would be less than nobody. */
  readonly oneFewer: TeamFigures | null;
  readonly oneMore: TeamFigures | null;
  /** With the team that is there. */
  readonly present: TeamFigures | null;
}

export interface CalculatorResult {
  /** Offered load, Erlangs. */
  readonly load: number;
  readonly erlangC: ModelAnswer;
  /** Null without a patience. */
  readonly erlangA: ModelAnswer | null;
  /** What Erlang C asks for beyond Erlang A; null where one of them has no answer. */
  readonly difference: Difference | null;
}

export interface Difference {
  readonly agents: number;
  readonly exact: number;
  readonly scheduled: number;
  readonly costPerInterval: number;
  readonly costPerMonth: number;
}

/**
 * Every figure of the calculator for one interval. With several contacts at once the models count slots; agents are slots ÷
 * concurrency, rounded up when whole.
 *
 * @param input numbers inside `calculatorRules`
 * @throws DomainError naming the argument
 * @example calculate(calculatorDefaults).erlangC.required // { agents: 68, binding: 'maxOccupancy' }
 */
export function calculate(input: CalculatorInput): CalculatorResult {
  const endless = modelAnswer(input, 'erlangC');
  const patient = input.patience === undefined ? null : modelAnswer(input, 'erlangA');
  return {
    load: offeredLoad(input),
    erlangC: endless,
    erlangA: patient,
    difference: patient === null ? null : differenceOf(endless, patient),
  };
}

/**
 * Agents that meet the goal: whole ones, and the part of the goal that decides.
 *
 * @param rounding `fractional` for the least real number
 * @throws DomainError naming the argument
 * @example agentsNeeded({ ...calculatorDefaults, concurrency: 2 }, 'erlangC').agents // 34
 */
export function agentsNeeded(
  input: CalculatorInput,
  model: CalculatorModel,
  rounding: 'up' | 'fractional' = 'up',
): RequiredAnswer {
  const { aht, patience, concurrency } = input;
  const goal = { ...goalFor(input, model), rounding };
  const { agents: slots, binding } = requiredAgents({ model, load: offeredLoad(input), aht, patience, goal });
  if (slots === null) return { agents: null, binding };
  const agents = slots / concurrency;
  return { agents: rounding === 'up' ? Math.ceil(agents) : agents, binding };
}

/**
 * What a team of a given size achieves under a model, costs, and could carry.
 *
 * @param agents real, >= 0
 * @throws DomainError naming the argument
 * @example teamFigures(calculatorDefaults, 'erlangC', 57).isOverloaded // true
 */
export function teamFigures(input: CalculatorInput, model: CalculatorModel, agents: number): TeamFigures {
  checkNonNegative('agents', agents);
  const { aht, patience, concurrency, intervalMinutes } = input;
  const service = serviceOf(input, model, agents * concurrency);
  const goal = goalFor(input, model);
  const { load } = largestLoad({ model, agents: agents * concurrency, aht, patience, goal });
  const carriesLoad = load === Infinity ? null : load;
  return {
    agents,
    ...service,
    missed: offeredLoad(input) === 0 ? [] : missedParts(goal, service),
    ...costOf(input, agents),
    carriesLoad,
    carriesContacts: carriesLoad === null ? null : (carriesLoad * 60 * intervalMinutes) / aht,
  };
}

/**
 * Agents to schedule for a number on duty, and their pay. Shrinkage divides: at 30 % 100 on duty are 142.9 scheduled.
 *
 * @param agents real, >= 0
 * @example costOf(calculatorDefaults, 68).scheduled // 97.1428571429
 */
export function costOf(
  input: Pick<CalculatorInput, 'shrinkage' | 'costPerHour' | 'hoursPerMonth' | 'intervalMinutes'>,
  agents: number,
): Pick<TeamFigures, 'scheduled' | 'costPerInterval' | 'costPerMonth'> {
  const scheduled = agents / (1 - input.shrinkage);
  const costPerHour = scheduled * input.costPerHour;
  return {
    scheduled,
    costPerInterval: (costPerHour * input.intervalMinutes) / 60,
    costPerMonth: costPerHour * input.hoursPerMonth,
  };
}

function modelAnswer(input: CalculatorInput, model: CalculatorModel): ModelAnswer {
  const required = agentsNeeded(input, model);
  const at = (agents: number | null | undefined): TeamFigures | null =>
    agents === null || agents === undefined || agents < 0 ? null : teamFigures(input, model, agents);
  const { agents } = required;
  return {
    required,
    exact: agentsNeeded(input, model, 'fractional').agents,
    needed: at(agents),
    oneFewer: at(agents === null ? null : agents - 1),
    oneMore: at(agents === null ? null : agents + 1),
    present: at(input.agents),
  };
}

function differenceOf(endless: ModelAnswer, patient: ModelAnswer): Difference | null {
  const [more, less] = [endless.needed, patient.needed];
  if (more === null || less === null || endless.exact === null || patient.exact === null) return null;
  return {
    agents: more.agents - less.agents,
    exact: endless.exact - patient.exact,
    scheduled: more.scheduled - less.scheduled,
    costPerInterval: more.costPerInterval - less.costPerInterval,
    costPerMonth: more.costPerMonth - less.costPerMonth,
  };
}

type Service = Pick<
  TeamFigures,
  | 'isOverloaded'
  | 'pWait'
  | 'slOffered'
  | 'slAnswered'
  | 'slExcludeShort'
  | 'asa'
  | 'waitAll'
  | 'pAbandon'
  | 'occupancy'
  | 'queueLength'
>;

function serviceOf(input: CalculatorInput, model: CalculatorModel, slots: number): Service {
  const { aht, patience = Number.NaN, within } = input;
  const load = offeredLoad(input);
  if (model === 'erlangA') {
    const { pWait, slOffered, slAnswered, slExcludeShort, asa, waitAll, pAbandon, occupancy, queueLength } =
      erlangA({ load, agents: slots, aht, patience, within });
    const shares = { pWait, slOffered, slAnswered, slExcludeShort, pAbandon };
    return { isOverloaded: false, ...shares, asa, waitAll, occupancy, queueLength };
  }
  const { pWait, sl, asa, occupancy, queueLength } = erlangC({ load, agents: slots, aht, within });
  return {
    isOverloaded: load > 0 && slots <= load,
    pWait,
    slOffered: sl,
    slAnswered: sl,
    slExcludeShort: sl,
    asa,
    waitAll: asa,
    pAbandon: 0,
    occupancy: load > 0 && slots === 0 ? null : occupancy,
    queueLength,
  };
}

/** With the same slack as `requiredAgents`, so that a required number never shows a missed goal. */
function missedParts(goal: StaffingGoal, service: Service): Binding[] {
  const slack = 1 + GOAL_SLACK;
  const levels = {
    offered: service.slOffered,
    answered: service.slAnswered ?? 0,
    excludeShort: service.slExcludeShort,
  };
  const level = levels[goal.abandonsCount ?? 'offered'];
  const isTooMuch = (value: number | null, most: number | undefined) =>
    most !== undefined && (most <= 0 || value === null || value > most * slack);
  const missed: Binding[] = [];
  const { serviceLevel } = goal;
  if (serviceLevel !== undefined && (serviceLevel >= 1 || level * slack < serviceLevel))
    missed.push('serviceLevel');
  if (isTooMuch(service.asa, goal.asa)) missed.push('asa');
  if (isTooMuch(service.pAbandon, goal.maxAbandon)) missed.push('maxAbandon');
  if (isTooMuch(service.occupancy, goal.maxOccupancy)) missed.push('maxOccupancy');
  if (service.isOverloaded || service.occupancy === null) missed.push('load');
  return missed;
}
