/** The calculator for one day: each interval under both models, the team that is there, and the day as a whole. */

import { agentsNeeded, costOf, type CalculatorModel } from './calculator.ts';
import { backlogOfDay, type Backlog } from './calculatorBacklog.ts';
import { offeredLoad, type CalculatorInput } from './calculatorInput.ts';
import { dayService, joinServices, type DayService } from './calculatorDayService.ts';
import { domainError } from '#shared/kernel/domainError.ts';
import { checkNonNegative } from './domain.ts';

export interface DayInterval {
  readonly contacts: number;
  /** Agents on duty. Absent: only what is needed is of interest. */
  readonly agents?: number | undefined;
}

/** Goals, handle time and money of the day; its own contacts and agents play no part. */
export interface CalculatorDayInput {
  readonly settings: CalculatorInput;
  /** From the first interval of the day on. */
  readonly intervals: readonly DayInterval[];
}

export interface DayRow {
  readonly contacts: number;
  /** Offered load, Erlangs. */
  readonly load: number;
  /** Null when no number of agents meets the goal. */
  readonly neededC: number | null;
  /** Null without a patience, or when no number of agents meets the goal. */
  readonly neededA: number | null;
  /** Agents on duty; null when not given. */
  readonly agents: number | null;
  /** Load >= slots on duty: under Erlang C the queue only grows. */
  readonly isOverloaded: boolean;
  /** With the agents on duty; null without them, `erlangA` also without a patience. */
  readonly erlangC: DayService | null;
  readonly erlangA: DayService | null;
  /** Work carried over, where the interval is overloaded or still works off an overload before it. */
  readonly backlog: Backlog | null;
}

/** A number of agents in each interval, taken together. */
export interface DayStaff {
  readonly peakAgents: number;
  readonly agentHours: number;
  /** Agent hours ÷ (1 − shrinkage). */
  readonly paidHours: number;
  readonly cost: number;
}

export interface CalculatorDay {
  readonly rows: readonly DayRow[];
  readonly contacts: number;
  /** Erlang C's and Erlang A's number in each interval; null where some interval has no answer. */
  readonly neededC: DayStaff | null;
  readonly neededA: DayStaff | null;
  /** What Erlang C asks for beyond Erlang A. */
  readonly difference: DayStaff | null;
  /** The agents on duty, and their service over the intervals that have any; null when none has. */
  readonly onDuty: DayStaff | null;
  readonly erlangC: DayService | null;
  readonly erlangA: DayService | null;
  /** Answered in time over those intervals when work is carried over, share of offered; null unless some are overloaded. */
  readonly levelWithBacklog: number | null;
  readonly overloadedIntervals: number;
}

/**
 * Every figure of the calculator for one day.
 *
 * @throws DomainError naming the argument, such as `intervals[3].contacts`
 * @example calculateDay({ settings: calculatorDefaults, intervals: [{ contacts: 400 }] }).neededC?.agentHours // 34
 */
export function calculateDay({ settings, intervals }: CalculatorDayInput): CalculatorDay {
  checkIntervals(intervals);
  const backlogs = backlogOfDay(settings, intervals);
  const rows = intervals.map((interval, place) => dayRow(settings, interval, backlogs.rows[place] ?? null));
  const neededC = staffOf(settings, rows, ({ neededC: agents }) => agents);
  const neededA = staffOf(settings, rows, ({ neededA: agents }) => agents);
  const staffed = rows.filter(({ agents }) => agents !== null);
  return {
    rows,
    contacts: sum(rows.map(({ contacts }) => contacts)),
    neededC,
    neededA,
    difference: neededC === null || neededA === null ? null : less(neededC, neededA),
    onDuty: staffed.length === 0 ? null : staffOf(settings, staffed, ({ agents }) => agents),
    erlangC: together(staffed, 'erlangC'),
    erlangA: together(staffed, 'erlangA'),
    levelWithBacklog: backlogs.level,
    overloadedIntervals: rows.filter(({ isOverloaded }) => isOverloaded).length,
  };
}

function checkIntervals(intervals: readonly DayInterval[]): void {
  if (intervals.length > MOST_INTERVALS)
    throw domainError('intervals', intervals.length, `at most ${MOST_INTERVALS} intervals`);
  intervals.forEach(({ contacts, agents }, place) => {
    checkNonNegative(`intervals[${place}].contacts`, contacts);
    if (agents !== undefined) checkNonNegative(`intervals[${place}].agents`, agents);
  });
}

/** A day in intervals of five minutes. */
const MOST_INTERVALS = 288;

function dayRow(settings: CalculatorInput, interval: DayInterval, backlog: Backlog | null): DayRow {
  const { contacts, agents } = interval;
  const input = { ...settings, contacts, agents };
  const load = offeredLoad(input);
  const isPatient = settings.patience !== undefined;
  return {
    contacts,
    load,
    neededC: agentsNeeded(input, 'erlangC').agents,
    neededA: isPatient ? agentsNeeded(input, 'erlangA').agents : null,
    agents: agents ?? null,
    isOverloaded: agents !== undefined && load > 0 && agents * settings.concurrency <= load,
    erlangC: agents === undefined ? null : dayService(input, 'erlangC', agents),
    erlangA: agents === undefined || !isPatient ? null : dayService(input, 'erlangA', agents),
    backlog,
  };
}

function staffOf(
  settings: CalculatorInput,
  rows: readonly DayRow[],
  agentsOf: (row: DayRow) => number | null,
): DayStaff | null {
  const agents = rows.map(agentsOf);
  if (agents.some((one) => one === null)) return null;
  const known = agents.map((one) => one ?? 0);
  const total = sum(known);
  const { scheduled, costPerInterval } = costOf(settings, total);
  const hours = settings.intervalMinutes / 60;
  return {
    peakAgents: Math.max(0, ...known),
    agentHours: total * hours,
    paidHours: scheduled * hours,
    cost: costPerInterval,
  };
}

function less(more: DayStaff, fewer: DayStaff): DayStaff {
  return {
    peakAgents: more.peakAgents - fewer.peakAgents,
    agentHours: more.agentHours - fewer.agentHours,
    paidHours: more.paidHours - fewer.paidHours,
    cost: more.cost - fewer.cost,
  };
}

function together(rows: readonly DayRow[], model: CalculatorModel): DayService | null {
  const services = rows.map((row) => row[model]);
  const known = services.filter((one) => one !== null);
  return known.length === 0 || known.length < services.length ? null : joinServices(known);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
