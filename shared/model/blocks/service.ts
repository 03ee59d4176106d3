import { intervalServiceA, intervalServiceC } from '#shared/queueing/intervalService.ts';
import type { Member } from '../members.ts';
import type { Queue } from '../scenario.ts';
import { at, before, type Block, type BlockContext, now, type TiedBlock } from './define.ts';
import { queueParameters, sourceQueue } from './requirement.ts';
import {
  agentsByClass,
  intervalLoad,
  type OpenIntervals,
  openByPeriod,
  type QueuePeriod,
} from './staffing.ts';

/** What a period's intervals add up to, in contacts, seconds and hours. */
export interface ServiceTotals {
  inTime: number;
  counted: number;
  waitSeconds: number;
  abandoned: number;
  handled: number;
  carriedHours: number;
  slotHours: number;
  overloaded: number;
}

function noService(): ServiceTotals {
  return {
    inTime: 0,
    counted: 0,
    waitSeconds: 0,
    abandoned: 0,
    handled: 0,
    carriedHours: 0,
    slotHours: 0,
    overloaded: 0,
  };
}

/**
 * Service of a queue, or of one group's own part of it, in a period: Erlang A where patience is given, else Erlang C,
 * interval by interval.
 *
 * @param factor staffing against the requirement; the agents of every interval are multiplied by it
 * @returns waitSeconds is NaN where an interval has no mean wait
 */
export function serveWaiting(
  queue: Queue,
  open: OpenIntervals,
  period: QueuePeriod,
  factor: number,
  context: BlockContext,
): ServiceTotals {
  const totals = noService();
  const agents = agentsByClass(queue, open, period, context.cache);
  const hours = queue.profile.intervalMinutes / 60;
  const { within, abandonsCount } = queue.goal;
  open.classes.forEach(({ weight, count }, place) => {
    const slots = (agents[place] ?? 0) * factor * queue.concurrency;
    const load = intervalLoad(queue, open, period, weight);
    const contacts = ((period.offered * weight) / open.totalWeight) * count;
    const { ahtSeconds, patienceSeconds } = period;
    const service =
      patienceSeconds === undefined
        ? intervalServiceC(load, slots, ahtSeconds, within)
        : intervalServiceA(load, slots, ahtSeconds, within, patienceSeconds);
    const answered = contacts * (1 - service.abandoned);
    totals.inTime += contacts * service.inTime;
    if (abandonsCount === 'offered') totals.counted += contacts;
    else totals.counted += abandonsCount === 'answered' ? answered : contacts * (1 - service.abandonedInTime);
    totals.waitSeconds += contacts === 0 ? 0 : answered * (service.meanWait ?? Number.NaN);
    totals.abandoned += contacts * service.abandoned;
    totals.handled += answered;
    totals.carriedHours += service.occupancy * slots * hours * count;
    totals.slotHours += slots * hours * count;
    if (patienceSeconds === undefined && load > 0 && load >= slots) totals.overloaded += count;
  });
  return totals;
}

const WAITING_OUTPUTS = [
  'inTime',
  'countedForService',
  'waitSeconds',
  'abandoned',
  'handled',
  'carriedHours',
  'slotHours',
  'overloadedIntervals',
  'backlogHours',
] as const;

function totalsInOrder(totals: ServiceTotals): readonly number[] {
  const { inTime, counted, waitSeconds, abandoned, handled, carriedHours, slotHours, overloaded } = totals;
  return [inTime, counted, waitSeconds, abandoned, handled, carriedHours, slotHours, overloaded, 0];
}

function add(into: ServiceTotals, part: ServiceTotals): void {
  into.inTime += part.inTime;
  into.counted += part.counted;
  into.waitSeconds += part.waitSeconds;
  into.abandoned += part.abandoned;
  into.handled += part.handled;
  into.carriedHours += part.carriedHours;
  into.slotHours += part.slotHours;
  into.overloaded += part.overloaded;
}

function tieWaiting(member: Member, queue: Queue, context: BlockContext): TiedBlock {
  const servers = member.collections.get('servers') ?? [];
  const own = ['offered', 'aht', ...(queue.patience === undefined ? [] : ['patience'])];
  const shares = servers.map(({ inputKey }) => `${inputKey}.share`);
  const ratios = servers.map(({ key }) => `${key}.staffingRatio`);
  const routeOutputs = queue.pooled ? [] : servers.map(({ key }) => `${key}.handled`);
  return {
    inputs: [...own.map((name) => `${member.key}.${name}`), ...shares, ...ratios].map(now),
    outputs: [...WAITING_OUTPUTS.map((name) => `${member.key}.${name}`), ...routeOutputs],
    parameters: queueParameters(queue, context),
    hasMemory: false,
    constants: [
      `${member.key}.baseHours`,
      `${member.inputKey}.goal.within`,
      `${member.inputKey}.concurrency`,
    ],
    create: () => {
      const open = openByPeriod(queue, context);
      return {
        step(t, { inputs: columns, outputs }) {
          const intervals = open[t];
          if (intervals === undefined) return;
          const patienceSeconds = queue.patience === undefined ? undefined : at(columns[2], t);
          const whole = { offered: at(columns[0], t), ahtSeconds: at(columns[1], t), patienceSeconds };
          const share = (place: number) => at(columns[own.length + place], t);
          const ratio = (place: number) => at(columns[own.length + servers.length + place], t);
          const totals = noService();
          if (queue.pooled) {
            const factor = servers.reduce((sum, _, place) => sum + share(place) * ratio(place), 0);
            add(totals, serveWaiting(queue, intervals, whole, factor, context));
          } else {
            servers.forEach((_, place) => {
              const part = { ...whole, offered: whole.offered * share(place) };
              const served =
                share(place) > 0 ? serveWaiting(queue, intervals, part, ratio(place), context) : noService();
              add(totals, served);
              const output = outputs[WAITING_OUTPUTS.length + place];
              if (output !== undefined) output[t] = served.handled;
            });
          }
          totalsInOrder(totals).forEach((value, place) => {
            const output = outputs[place];
            if (output !== undefined) output[t] = value;
          });
        },
      };
    },
  };
}

/** Share of a period in which a backlog that moves linearly from one level to another is at most `threshold`. */
export function shareBelow(opening: number, closing: number, threshold: number): number {
  if (opening <= threshold && closing <= threshold) return 1;
  if (opening > threshold && closing > threshold) return 0;
  const crossing = (threshold - opening) / (closing - opening);
  return opening <= threshold ? crossing : 1 - crossing;
}

const WORKLOAD_OUTPUTS = [
  'inTime',
  'countedForService',
  'abandoned',
  'handled',
  'carriedHours',
  'slotHours',
  'overloadedIntervals',
  'backlogHours',
] as const;

function tieWorkload(member: Member, queue: Queue, context: BlockContext): TiedBlock {
  const servers = member.collections.get('servers') ?? [];
  const { maxOccupancy = 1, within } = queue.goal;
  const own = [now(`${member.key}.offered`), now(`${member.key}.aht`), before(`${member.key}.backlogHours`)];
  return {
    inputs: [...own, ...servers.map(({ key }) => now(`${key}.staffedHours`))],
    outputs: WORKLOAD_OUTPUTS.map((name) => `${member.key}.${name}`),
    parameters: queueParameters(queue, context),
    hasMemory: false,
    constants: [
      `${member.key}.baseHours`,
      `${member.inputKey}.goal.within`,
      `${member.inputKey}.concurrency`,
    ],
    create: () => {
      const open = openByPeriod(queue, context);
      return {
        step(t, { inputs: [offeredColumn, ahtColumn, backlogColumn, ...staffed], outputs }) {
          const offered = at(offeredColumn, t);
          const aht = at(ahtColumn, t);
          const backlog = at(backlogColumn, t - 1);
          const staffedHours = staffed.reduce((sum, column) => sum + at(column, t), 0);
          const capacity = staffedHours * maxOccupancy;
          const work = backlog + (offered * aht) / 3600 / queue.concurrency;
          const done = Math.min(work, capacity);
          const openHours = open[t]?.hours ?? 0;
          const threshold = openHours === 0 ? 0 : ((capacity / openHours) * within) / 3600;
          const level = shareBelow(backlog, work - done, threshold);
          const handled = aht === 0 ? offered : (done * 3600 * queue.concurrency) / aht;
          [level * offered, offered, 0, handled, done, staffedHours, 0, work - done].forEach(
            (value, place) => {
              const output = outputs[place];
              if (output !== undefined) output[t] = value;
            },
          );
        },
      };
    },
  };
}

export const serviceBlock: Block = {
  name: 'service',
  appliesTo: ({ dimension }) => dimension === 'queues',
  tie(member, context) {
    const queue = sourceQueue(member, context);
    return queue.model === 'workload'
      ? tieWorkload(member, queue, context)
      : tieWaiting(member, queue, context);
  },
};
