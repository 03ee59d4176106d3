import { daysByWeekday, type Period } from '../periods.ts';
import { type Queue, weekdays } from '../scenario.ts';
import type { FactContext } from '../lines/define.ts';
import type { StaffingCache, StaffingRule } from './staffingCache.ts';

/** Intervals of a period that share one weight of the weekly profile, so that they share load and agents. */
export interface IntervalClass {
  readonly weight: number;
  /** How many such intervals the period's open days hold. */
  readonly count: number;
}

/** The open intervals of a queue in one period. */
export interface OpenIntervals {
  readonly classes: readonly IntervalClass[];
  /** W_open, the weight of all of them. */
  readonly totalWeight: number;
  readonly count: number;
  readonly hours: number;
}

/** The open intervals of a queue by period; equal weights are taken together, which saves most of the solving. */
export function openIntervals(queue: Queue, period: Period, { holidays }: FactContext): OpenIntervals {
  const days = daysByWeekday(period, queue.closedOnHolidays ? holidays : new Set());
  const counts = new Map<number, number>();
  weekdays.forEach((day, place) => {
    const open = days[place] ?? 0;
    if (open === 0) return;
    for (const weight of queue.profile.weights[day] ?? []) {
      if (weight > 0) counts.set(weight, (counts.get(weight) ?? 0) + open);
    }
  });
  const classes = [...counts].map(([weight, count]) => ({ weight, count }));
  const count = classes.reduce((sum, one) => sum + one.count, 0);
  return {
    classes,
    totalWeight: classes.reduce((sum, one) => sum + one.weight * one.count, 0),
    count,
    hours: (count * queue.profile.intervalMinutes) / 60,
  };
}

/** The open intervals of every period; worked out only when a node is made, since it walks the whole calendar. */
export function openByPeriod(queue: Queue, context: FactContext): readonly OpenIntervals[] {
  return context.periods.map((period) => openIntervals(queue, period, context));
}

/** A queue as one virtual queue, or one group's own part of it, in one period. */
export interface QueuePeriod {
  readonly offered: number;
  readonly ahtSeconds: number;
  readonly patienceSeconds: number | undefined;
}

function ruleFor(queue: Queue, { ahtSeconds, patienceSeconds }: QueuePeriod): StaffingRule {
  if (queue.model === 'workload') throw new Error('Deferred work is not staffed by waiting times');
  return {
    model: queue.model,
    ahtSeconds,
    patienceSeconds: patienceSeconds ?? Number.POSITIVE_INFINITY,
    goal: queue.goal,
    concurrency: queue.concurrency,
  };
}

/** Load of one interval of a weight, in Erlangs: λ · aht ÷ interval length. */
export function intervalLoad(
  queue: Queue,
  open: OpenIntervals,
  { offered, ahtSeconds }: QueuePeriod,
  weight: number,
): number {
  const arrivals = (offered * weight) / open.totalWeight;
  return (arrivals * ahtSeconds) / (60 * queue.profile.intervalMinutes);
}

/** Agents needed in each class of intervals, in the order of `open.classes`. */
export function agentsByClass(
  queue: Queue,
  open: OpenIntervals,
  period: QueuePeriod,
  cache: StaffingCache,
): readonly number[] {
  const agentsFor = cache.agentsFor(ruleFor(queue, period));
  return open.classes.map(({ weight }) => {
    const load = intervalLoad(queue, open, period, weight);
    // Contacts that take no time are no load, yet somebody has to be there for them.
    return load === 0 ? Math.max(queue.goal.minAgents, period.offered > 0 ? 1 : 0) : agentsFor(load);
  });
}

/** Agent hours of a period: every open interval's agents times its length. */
export function agentHours(queue: Queue, open: OpenIntervals, agents: readonly number[]): number {
  const total = open.classes.reduce((sum, { count }, place) => sum + count * (agents[place] ?? 0), 0);
  return (total * queue.profile.intervalMinutes) / 60;
}

/** Agents that deferred work needs in each class of intervals: its share of the work there, at the highest occupancy. */
export function workloadAgents(queue: Queue, open: OpenIntervals, hours: number): readonly number[] {
  const { maxOccupancy = 1, minAgents } = queue.goal;
  const intervalHours = queue.profile.intervalMinutes / 60;
  return open.classes.map(({ weight }) =>
    Math.max(minAgents, (hours * weight) / open.totalWeight / intervalHours / maxOccupancy),
  );
}

/** Agent hours that deferred work needs in a period. */
export function workloadHours(queue: Queue, open: OpenIntervals, hours: number): number {
  return agentHours(queue, open, workloadAgents(queue, open, hours));
}
