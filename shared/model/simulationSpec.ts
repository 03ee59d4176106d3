import type { SimulatedGroup, SimulatedQueue, SimulationSpec } from '#shared/queueing/simulation/spec.ts';
import { type DayChoice, type Grid, gridOf, onGrid, type Part, partsOf, wholeAgents } from './dayParts.ts';
import { type DayInterval, type DayService, dayService } from './dayService.ts';
import type { Plan } from './plan.ts';

/** A simulated queue beside what the plan says of it: the whole queue, or one group's own part where they are not pooled. */
export interface SimulatedPart {
  /** Its id in the spec. */
  readonly id: string;
  readonly queueId: string;
  /** Which of the simulated figures the service level of the plan is to be held against. */
  readonly serviceLevelFigure: 'slOffered' | 'slAnswered' | 'slExcludeShort';
  /** The plan's formulas at the planned staffing, which is real-valued. */
  readonly planned: DayService;
  /** The same formulas at the whole agents of the simulation, so that rounding explains none of a difference. */
  readonly atWholeAgents: DayService | null;
}

export interface DaySimulation {
  readonly spec: SimulationSpec;
  /** Minutes after midnight at which the first interval of the spec begins. */
  readonly startMinute: number;
  /** In the order of the queues of the spec. */
  readonly parts: readonly SimulatedPart[];
}

/** A part as the plan's formulas see it: every slot is one server, and one contact at a time takes it. */
function simulatedQueue({ id, queue, period, contacts }: Part, grid: Grid): SimulatedQueue {
  const hourly = contacts.map((count) => (count * 60) / queue.profile.intervalMinutes);
  return {
    id,
    arrivalsPerHour: onGrid(hourly, queue, grid),
    handleTime: { mean: period.ahtSeconds },
    within: queue.goal.within,
    ...(period.patienceSeconds === undefined ? {} : { patience: { mean: period.patienceSeconds } }),
    priority: queue.priority ?? 1,
  };
}

/** A part for agents who hold several contacts: `concurrency` at once, each at the pace measured there. */
function blendedQueue(part: Part, grid: Grid): SimulatedQueue {
  const { concurrency } = part.queue;
  const most = Math.ceil(concurrency);
  const seconds = (part.period.ahtSeconds * most) / concurrency;
  return { ...simulatedQueue(part, grid), handleTime: { mean: Array.from({ length: most }, () => seconds) } };
}

function intervalsOf({ contacts, loads }: Part, slots: readonly number[]): readonly DayInterval[] {
  return contacts.flatMap((count, place) =>
    count > 0 ? [{ contacts: count, load: loads[place] ?? 0, slots: slots[place] ?? 0 }] : [],
  );
}

function plannedService(part: Part, slots: readonly number[]): DayService {
  const { ahtSeconds, patienceSeconds } = part.period;
  return dayService(part.queue, ahtSeconds, patienceSeconds, intervalsOf(part, slots));
}

function summed(lists: readonly (readonly number[])[]): readonly number[] {
  return (lists[0] ?? []).map((_, place) => lists.reduce((sum, list) => sum + (list[place] ?? 0), 0));
}

const FIGURES = { offered: 'slOffered', answered: 'slAnswered', excludeShort: 'slExcludeShort' } as const;

function simulatedPart(part: Part, wholeSlots: readonly number[] | null): SimulatedPart {
  const { id, queue, staffings } = part;
  const slots = summed(staffings.map(({ agents }) => agents)).map((agents) => agents * queue.concurrency);
  return {
    id,
    queueId: queue.id,
    serviceLevelFigure: FIGURES[queue.goal.abandonsCount],
    planned: plannedService(part, slots),
    atWholeAgents: wholeSlots === null ? null : plannedService(part, wholeSlots),
  };
}

function specOf(
  grid: Grid,
  seed: number,
  queues: SimulatedQueue[],
  groups: SimulatedGroup[],
): SimulationSpec {
  return { seed, horizon: 'days', intervalSeconds: grid.minutes * 60, queues, groups };
}

/**
 * One day of one queue as the plan staffs it: every group's people for this queue serve nothing else. It checks the formulas
 * of the plan, which take each interval for itself.
 *
 * @returns undefined when the queue is not open on that day, not in the plan, deferred work, or cannot be computed
 */
export function queueDaySimulation(
  plan: Plan,
  queueId: string,
  choice: DayChoice,
): DaySimulation | undefined {
  const parts = partsOf(plan, queueId, choice);
  if (parts.length === 0) return undefined;
  const grid = gridOf(parts);
  const staffed = parts.map((part) => ({
    part,
    groups: part.staffings.map(({ groupId, agents }) => ({
      groupId,
      slots: wholeAgents(agents.map((count) => count * part.queue.concurrency)),
    })),
  }));
  const groups = staffed.flatMap(({ part, groups: own }) =>
    own.map(({ groupId, slots }) => ({
      id: groupId,
      agents: onGrid(slots, part.queue, grid),
      skills: [{ queue: part.id }],
    })),
  );
  if (groups.length === 0) return undefined;
  return {
    spec: specOf(
      grid,
      choice.seed,
      parts.map((part) => simulatedQueue(part, grid)),
      groups,
    ),
    startMinute: grid.first * grid.minutes,
    parts: staffed.map(({ part, groups: own }) => simulatedPart(part, summed(own.map(({ slots }) => slots)))),
  };
}

/**
 * One day of several queues whose groups share their people: whoever is free takes any contact of the group's queues, by the
 * queues' priorities. What that gains or costs against the plan, no formula tells.
 *
 * @returns undefined when none of the queues is open on that day or can be computed; the others are left out
 */
export function blendedDaySimulation(
  plan: Plan,
  queueIds: readonly string[],
  choice: DayChoice,
): DaySimulation | undefined {
  const parts = queueIds.flatMap((id) => partsOf(plan, id, choice));
  const groupIds = [...new Set(parts.flatMap(({ staffings }) => staffings.map(({ groupId }) => groupId)))];
  if (parts.length === 0 || groupIds.length === 0) return undefined;
  const grid = gridOf(parts);
  const groups = groupIds.map((groupId) => {
    const own = parts.flatMap(({ id, queue, staffings }) =>
      staffings
        .filter((staffing) => staffing.groupId === groupId)
        .map(({ agents }) => ({ id, agents: onGrid(agents, queue, grid) })),
    );
    return {
      id: groupId,
      agents: wholeAgents(summed(own.map(({ agents }) => agents))),
      skills: own.map(({ id }) => ({ queue: id })),
    };
  });
  return {
    spec: specOf(
      grid,
      choice.seed,
      parts.map((part) => blendedQueue(part, grid)),
      groups,
    ),
    startMinute: grid.first * grid.minutes,
    parts: parts.map((part) => simulatedPart(part, null)),
  };
}
