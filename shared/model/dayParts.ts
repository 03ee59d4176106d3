import { agentsByClass, intervalLoad, openIntervals, type QueuePeriod } from './blocks/staffing.ts';
import type { Member } from './members.ts';
import { daysByWeekday } from './periods.ts';
import type { Plan } from './plan.ts';
import { type Queue, weekdays } from './scenario.ts';

/** One day of a queue, taken apart for simulation: contacts, loads and planned agents by interval. */

/** Which day of the plan to simulate. */
export interface DayChoice {
  /** Place among the periods of the plan. */
  readonly period: number;
  /** 0 = Monday. */
  readonly weekday: number;
  readonly seed: number;
}

interface Staffing {
  readonly groupId: string;
  /** Planned agents by interval of the day, real. */
  readonly agents: readonly number[];
}

export interface Part {
  readonly id: string;
  readonly queue: Queue;
  readonly period: QueuePeriod;
  /** By interval of the day from midnight; closed ones have no contacts. */
  readonly contacts: readonly number[];
  readonly loads: readonly number[];
  readonly staffings: readonly Staffing[];
}

const MINUTES_A_DAY = 1440;

function numberAt(plan: Plan, id: string, period: number): number {
  return plan.heads().has(id) ? (plan.column(id)[period] ?? Number.NaN) : Number.NaN;
}

/** One virtual queue of all its groups, or one for each group with its share; closed routes left out. */
function periodsOfParts(plan: Plan, member: Member, queue: Queue, period: number) {
  const value = (name: string) => numberAt(plan, `${member.key}.${name}`, period);
  const whole: QueuePeriod = {
    offered: value('offered'),
    ahtSeconds: value('aht'),
    patienceSeconds: queue.patience === undefined ? undefined : value('patience'),
  };
  const servers = (member.collections.get('servers') ?? []).map(({ key, inputKey, links }) => ({
    groupId: links['group']?.id ?? key,
    share: numberAt(plan, `${inputKey}.share`, period),
    ratio: numberAt(plan, `${key}.staffingRatio`, period),
  }));
  const open = servers.filter(({ share }) => share > 0);
  if (queue.pooled) return [{ id: queue.id, period: whole, servers: open }];
  return open.map((server) => ({
    id: `${queue.id}.${server.groupId}`,
    period: { ...whole, offered: whole.offered * server.share },
    servers: [{ ...server, share: 1 }],
  }));
}

/** The parts of a queue on one day; none when it is closed, not staffed by waiting times, or not computed. */
export function partsOf(plan: Plan, queueId: string, { period, weekday }: DayChoice): readonly Part[] {
  const { context, members } = plan.graph();
  const queue = context.scenario.queues.find(({ id }) => id === queueId);
  const member = members.of('queues').find(({ id }) => id === queueId);
  const when = context.periods[period];
  const day = weekdays[weekday];
  if (!queue || !member || !when || !day || queue.model === 'workload') return [];
  const openDays = daysByWeekday(when, queue.closedOnHolidays ? context.holidays : new Set())[weekday] ?? 0;
  const weights = openDays === 0 ? [] : (queue.profile.weights[day] ?? []);
  const open = openIntervals(queue, when, context);
  return periodsOfParts(plan, member, queue, period).flatMap(({ id, period: part, servers }) => {
    const { offered, ahtSeconds, patienceSeconds = 1 } = part;
    if (![offered, patienceSeconds, ...servers.map(({ ratio }) => ratio)].every(Number.isFinite)) return [];
    if (!(ahtSeconds > 0 && offered > 0)) return [];
    const agents = agentsByClass(queue, open, part, context.cache);
    if (!agents.every(Number.isFinite)) return [];
    const needed = new Map(open.classes.map(({ weight }, place) => [weight, agents[place] ?? 0]));
    const staffings = servers.map(({ groupId, share, ratio }) => ({
      groupId,
      agents: weights.map((weight) => (needed.get(weight) ?? 0) * share * ratio),
    }));
    const contacts = weights.map((weight) => (offered * weight) / open.totalWeight);
    const loads = weights.map((weight) => intervalLoad(queue, open, part, weight));
    return contacts.some((count) => count > 0)
      ? [{ id, queue, period: part, contacts, loads, staffings }]
      : [];
  });
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** The intervals that all parts can be told in: from the first open one to the last. */
export interface Grid {
  readonly minutes: number;
  readonly first: number;
  readonly count: number;
}

export function gridOf(parts: readonly Part[]): Grid {
  const minutes = parts.reduce(
    (divisor, { queue }) => greatestCommonDivisor(queue.profile.intervalMinutes, divisor),
    MINUTES_A_DAY,
  );
  let first = MINUTES_A_DAY / minutes;
  let end = 0;
  for (const { queue, contacts } of parts) {
    const each = queue.profile.intervalMinutes / minutes;
    const opening = contacts.findIndex((count) => count > 0);
    const closing = contacts.findLastIndex((count) => count > 0);
    first = Math.min(first, opening * each);
    end = Math.max(end, (closing + 1) * each);
  }
  return { minutes, first, count: end - first };
}

/** A series by a queue's own intervals, in the intervals of the grid. */
export function onGrid(
  values: readonly number[],
  queue: Queue,
  { minutes, first, count }: Grid,
): readonly number[] {
  return Array.from({ length: count }, (_, place) => {
    const minute = (first + place) * minutes;
    return values[Math.floor(minute / queue.profile.intervalMinutes)] ?? 0;
  });
}

/**
 * Whole agents whose sum stays within half an agent of the planned sum at every moment of the day: what is rounded off in
 * one interval is made up for in the next.
 *
 * @example wholeAgents([2.4, 2.4, 0, 2.4]) // [2, 3, 0, 2]
 */
export function wholeAgents(planned: readonly number[]): readonly number[] {
  let owed = 0;
  return planned.map((agents) => {
    if (agents === 0) return 0;
    owed += agents;
    const whole = Math.max(0, Math.round(owed));
    owed -= whole;
    return whole;
  });
}
