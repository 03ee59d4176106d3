import { requiredAgents } from '#shared/queueing/required.ts';
import { intervalService, type IntervalService } from '#shared/queueing/intervalService.ts';
import { lostWeeks } from './blocks/people.ts';
import { intervalLoad, openIntervals, type QueuePeriod } from './blocks/staffing.ts';
import { groupOf } from './lines/requirement.ts';
import type { ExplainNote } from './notes.ts';
import { weeksPerPeriod } from './periods.ts';
import type { NodeHead, Plan } from './plan.ts';
import { type Queue, weekdays } from './scenario.ts';

/** The weekday and time of the heaviest weight of a weekly profile. */
function busiestTime(queue: Queue): { weekday: number; minuteOfDay: number; weight: number } {
  const best = { weekday: 0, minuteOfDay: 0, weight: 0 };
  weekdays.forEach((day, weekday) => {
    (queue.profile.weights[day] ?? []).forEach((weight, place) => {
      if (weight <= best.weight) return;
      Object.assign(best, { weekday, minuteOfDay: place * queue.profile.intervalMinutes, weight });
    });
  });
  return best;
}

/** The share of the offered contacts that service level is a share of, as the queue counts it. */
function countedShare(
  { abandoned, abandonedInTime }: IntervalService,
  abandonsCount: Queue['goal']['abandonsCount'],
): number {
  if (abandonsCount === 'offered') return 1;
  return 1 - (abandonsCount === 'answered' ? abandoned : abandonedInTime);
}

function valueAt(plan: Plan, id: string, t: number): number | undefined {
  const value = plan.heads().has(id) ? plan.column(id)[t] : undefined;
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

function queueOf(plan: Plan, id: string): Queue | undefined {
  return plan.graph().context.scenario.queues.find((queue) => queue.id === id);
}

function busiestNote(queue: Queue, plan: Plan, period: QueuePeriod, t: number): readonly ExplainNote[] {
  const { context } = plan.graph();
  const when = context.periods[t];
  if (when === undefined || queue.model === 'workload' || period.ahtSeconds <= 0) return [];
  const open = openIntervals(queue, when, context);
  const time = busiestTime(queue);
  if (open.count === 0 || period.offered === 0) return [];
  const load = intervalLoad(queue, open, period, time.weight);
  const { minAgents, ...goal } = queue.goal;
  const patience = queue.model === 'erlangA' ? period.patienceSeconds : undefined;
  const aht = period.ahtSeconds;
  const answer = requiredAgents({
    model: queue.model,
    load,
    aht,
    ...(patience === undefined ? {} : { patience }),
    goal,
  });
  if (answer.agents === null) return [];
  const slotsToAgents = (slots: number) =>
    goal.rounding === 'up' ? Math.ceil(slots / queue.concurrency) : slots / queue.concurrency;
  const agents = Math.max(minAgents, slotsToAgents(answer.agents));
  const level = (staff: number) => {
    const slots = Math.max(0, staff) * queue.concurrency;
    const service = intervalService({
      load,
      agents: slots,
      aht,
      within: goal.within,
      ...(patience === undefined ? {} : { patience }),
    });
    return service.inTime / countedShare(service, goal.abandonsCount);
  };
  return [
    {
      kind: 'busiestInterval',
      weekday: time.weekday,
      minuteOfDay: time.minuteOfDay,
      contacts: (period.offered * time.weight) / open.totalWeight,
      load,
      agents,
      binding: agents === minAgents && agents > slotsToAgents(answer.agents) ? 'minAgents' : answer.binding,
      serviceLevel: level(agents),
      oneFewer: level(agents - 1),
    },
    { kind: 'openIntervals', count: open.count, hours: open.hours },
  ];
}

function queueNotes(plan: Plan, head: NodeHead, t: number): readonly ExplainNote[] {
  const queueMember = head.member.dimension === 'routes' ? head.member.links['queue'] : head.member;
  const queue = queueMember === undefined ? undefined : queueOf(plan, queueMember.id);
  if (queue === undefined || queueMember === undefined) return [];
  const input = (name: string) => valueAt(plan, `${queueMember.key}.${name}`, t) ?? 0;
  const share =
    head.member.dimension === 'routes' ? (valueAt(plan, `${head.member.inputKey}.share`, t) ?? 1) : 1;
  const overloaded = input('overloadedIntervals');
  const overload: readonly ExplainNote[] =
    overloaded > 0 ? [{ kind: 'overload', intervals: overloaded }] : [];
  if (queue.model === 'workload') {
    const opening = t === 0 ? 0 : (valueAt(plan, `${queueMember.key}.backlogHours`, t - 1) ?? 0);
    const arrivingHours = (input('offered') * input('aht')) / 3600 / queue.concurrency;
    return [
      {
        kind: 'workload',
        arrivingHours,
        backlogHours: opening * queue.clearBacklog,
        maxOccupancy: queue.goal.maxOccupancy ?? 1,
      },
    ];
  }
  const period = {
    offered: input('offered') * share,
    ahtSeconds: input('aht'),
    patienceSeconds: valueAt(plan, `${queueMember.key}.patience`, t),
  };
  return [...busiestNote(queue, plan, period, t), ...overload];
}

/** What a function node says about one of its numbers beyond its inputs. */
export function blockNotes(plan: Plan, head: NodeHead, t: number): readonly ExplainNote[] {
  if (head.member.dimension === 'queues' || head.member.dimension === 'routes')
    return queueNotes(plan, head, t);
  if (head.member.dimension !== 'groups') return [];
  const { context } = plan.graph();
  const classes = plan.hiringPlans().get(head.member.id)?.lastDecisionDates ?? [];
  const start = context.periods[t]?.start;
  const planned = classes
    .filter(({ period }) => head.name === 'hires' && period === start)
    .map(({ people, decideBy }): ExplainNote => ({ kind: 'plannedClass', people, decideBy }));
  if (head.name === 'hires' && planned.length > 0) return planned;
  const group = groupOf(head.member, context);
  return [
    {
      kind: 'cohorts',
      lengthWeeks: weeksPerPeriod(context.calendar.grain),
      lostWeeksPerHire: lostWeeks(group.ramp),
    },
  ];
}
