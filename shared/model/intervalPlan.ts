import {
  agentsByClass,
  intervalLoad,
  type OpenIntervals,
  openIntervals,
  type QueuePeriod,
  workloadAgents,
} from './blocks/staffing.ts';
import type { Member } from './members.ts';
import { daysByWeekday } from './periods.ts';
import type { Plan } from './plan.ts';
import { type Queue, weekdays } from './scenario.ts';

/** What one open interval of a typical week asks for. */
export interface IntervalNeed {
  readonly contacts: number;
  /** Erlangs: agents who would be busy without a break, before the contacts each handles at once. */
  readonly load: number;
  readonly agents: number;
}

export interface IntervalDay {
  /** 0 = Monday. */
  readonly weekday: number;
  /** Days of this weekday in the period on which the queue is open at some time. */
  readonly openDays: number;
  /** From midnight on; null where the queue is closed. None on a weekday without open days. */
  readonly intervals: readonly (IntervalNeed | null)[];
}

/** The weekly profile of one queue's requirement in one period. */
export interface IntervalPlan {
  readonly queueId: string;
  readonly intervalMinutes: number;
  readonly days: readonly IntervalDay[];
  /** Agents times hours of all open intervals of the period: the queue's agent hours required. */
  readonly agentHours: number;
}

interface Source {
  readonly plan: Plan;
  readonly member: Member;
  readonly queue: Queue;
  readonly open: OpenIntervals;
  readonly period: number;
}

function numberAt(plan: Plan, id: string, period: number): number {
  return plan.heads().has(id) ? (plan.column(id)[period] ?? Number.NaN) : Number.NaN;
}

function wholeQueue({ plan, member, queue, period }: Source): QueuePeriod {
  const value = (name: string) => numberAt(plan, `${member.key}.${name}`, period);
  return {
    offered: value('offered'),
    ahtSeconds: value('aht'),
    patienceSeconds: queue.patience === undefined ? undefined : value('patience'),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Agents in each class of intervals; groups with queues of their own each staff their part of it. */
function agentsNeeded(source: Source): readonly number[] {
  const { plan, member, queue, open, period } = source;
  const { cache } = plan.graph().context;
  const whole = wholeQueue(source);
  if (queue.model === 'workload') {
    const backlog = period === 0 ? 0 : numberAt(plan, `${member.key}.backlogHours`, period - 1);
    const arriving = (whole.offered * whole.ahtSeconds) / 3600 / queue.concurrency;
    return workloadAgents(
      queue,
      open,
      arriving + numberAt(plan, `${member.key}.clearBacklog`, period) * backlog,
    );
  }
  if (queue.pooled) return agentsByClass(queue, open, whole, cache);
  const shares = (member.collections.get('servers') ?? []).map(({ inputKey }) =>
    numberAt(plan, `${inputKey}.share`, period),
  );
  const parts = shares
    .filter((share) => share > 0)
    .map((share) => agentsByClass(queue, open, { ...whole, offered: whole.offered * share }, cache));
  return open.classes.map((_, place) => sum(parts.map((agents) => agents[place] ?? 0)));
}

function needsByWeight(source: Source): ReadonlyMap<number, IntervalNeed> {
  const { queue, open } = source;
  const whole = wholeQueue(source);
  const agents = agentsNeeded(source);
  return new Map(
    open.classes.map(({ weight }, place) => [
      weight,
      {
        contacts: (whole.offered * weight) / open.totalWeight,
        load: intervalLoad(queue, open, whole, weight),
        agents: agents[place] ?? 0,
      },
    ]),
  );
}

function isComputed({ contacts, load, agents }: IntervalNeed): boolean {
  return Number.isFinite(contacts) && Number.isFinite(load) && Number.isFinite(agents);
}

/**
 * When in the week a queue needs how many agents, in one period: the intervals behind its agent hours.
 *
 * @param period place among the periods of the plan
 * @returns undefined for a queue or period that the plan does not have, or whose requirement cannot be computed
 */
export function intervalPlan(plan: Plan, queueId: string, period: number): IntervalPlan | undefined {
  const { context, members } = plan.graph();
  const queue = context.scenario.queues.find(({ id }) => id === queueId);
  const member = members.of('queues').find(({ id }) => id === queueId);
  const when = context.periods[period];
  if (queue === undefined || member === undefined || when === undefined) return undefined;
  const open = openIntervals(queue, when, context);
  const source: Source = { plan, member, queue, open, period };
  const { offered, ahtSeconds, patienceSeconds = 0 } = wholeQueue(source);
  if (![offered, ahtSeconds, patienceSeconds].every((value) => Number.isFinite(value))) return undefined;
  const needs = needsByWeight(source);
  if (![...needs.values()].every(isComputed)) return undefined;
  const openDays = daysByWeekday(when, queue.closedOnHolidays ? context.holidays : new Set());
  const hours = queue.profile.intervalMinutes / 60;
  const days = weekdays.map((day, weekday) => {
    const weights = queue.profile.weights[day] ?? [];
    const isOpen = (openDays[weekday] ?? 0) > 0 && weights.some((weight) => weight > 0);
    if (!isOpen) return { weekday, openDays: 0, intervals: [] };
    const intervals = weights.map((weight) => (weight > 0 ? (needs.get(weight) ?? null) : null));
    return { weekday, openDays: openDays[weekday] ?? 0, intervals };
  });
  const agentHours = sum(
    open.classes.map(({ weight, count }) => count * hours * (needs.get(weight)?.agents ?? 0)),
  );
  return { queueId, intervalMinutes: queue.profile.intervalMinutes, days, agentHours };
}
