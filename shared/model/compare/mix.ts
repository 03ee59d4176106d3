import { ok, type Result } from '#shared/kernel/result.ts';
import { withInitiatives } from '../initiatives.ts';
import { type Queue, type Scenario, scenarioSchema, type StaffGroup } from '../scenario.ts';
import { familiesIn } from './driverFamilies.ts';
import type { Family } from './families.ts';
import { isSameClock, onCalendar } from './rebase.ts';

/** Which of two plans a family of drivers is taken from. */
export type Side = 'before' | 'after';
export type SideOf = (family: Family) => Side;

/** Two plans made ready to be mixed. */
export interface Mixer {
  /** @returns undefined where a series cannot stand on the other plan's calendar */
  readonly mixed: (sideOf: SideOf) => Scenario | undefined;
  /**
   * True when volume can only change together with who is employed: one of the plans has a queue that is served by a
   * group which the other does not have.
   */
  readonly isStaffingTied: boolean;
  /** True when the series of one plan have to be put onto the other's periods. */
  readonly hasTwoCalendars: boolean;
}

/**
 * A plan with its initiatives worked into its inputs, and without what no measure depends on. The list of initiatives
 * stays without effects, since formulas may read its costs.
 */
export function settled(scenario: Scenario): Result<Scenario> {
  const effective = withInitiatives(scenario, scenario.initiatives);
  if (!effective.ok) return effective;
  const initiatives = scenario.initiatives.map(({ id, name, start, oneOff, recurring, isCounted }) => ({
    id,
    ...(name === undefined ? {} : { name }),
    ...(isCounted === undefined ? {} : { isCounted }),
    start,
    rampMonths: 0,
    oneOff,
    recurring,
    effects: [],
  }));
  const { sourcing: _, ...rest } = effective.value;
  return ok({ ...rest, initiatives, statusQuoDrift: [], uncertain: [], assumptions: {} });
}

function byId<T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined {
  return list.find((member) => member.id === id);
}

/** Ids that only one of two lists has. */
function unshared(left: readonly { readonly id: string }[], right: readonly { readonly id: string }[]) {
  return new Set([
    ...left.filter(({ id }) => byId(right, id) === undefined).map(({ id }) => id),
    ...right.filter(({ id }) => byId(left, id) === undefined).map(({ id }) => id),
  ]);
}

type Of = (family: Family) => Scenario;

function mixedSegments(of: Of): Scenario['segments'] {
  return of('volume').segments.map((segment) => {
    const other = byId(of('other').segments, segment.id) ?? segment;
    const { name, revenuePerCustomer, grossMargin } = other;
    return { ...segment, name, revenuePerCustomer, grossMargin };
  });
}

function mixedQueue(queue: Queue, of: Of): Queue {
  const { handleTime, concurrency } = byId(of('handleTime').queues, queue.id) ?? queue;
  const { goal, model, patience, pooled, priority, clearBacklog } =
    byId(of('serviceGoal').queues, queue.id) ?? queue;
  const { name, channel, telecomPerMinute } = byId(of('other').queues, queue.id) ?? queue;
  const service = { goal, model, patience, pooled, priority, clearBacklog };
  return { ...queue, handleTime, concurrency, ...service, name, channel, telecomPerMinute };
}

/** Who serves what follows the groups; a queue that only one plan has brings its own routes along. */
function mixedRoutes(group: StaffGroup, of: Of, lone: ReadonlySet<string>): StaffGroup['queues'] {
  const [people, volume] = [of('people'), of('volume')];
  if (people === volume) return group.queues;
  const shared = group.queues.filter(({ id }) => !lone.has(id));
  const own = byId(volume.staffGroups, group.id)?.queues.filter(({ id }) => lone.has(id)) ?? [];
  return [...shared, ...own];
}

function mixedGroup(group: StaffGroup, of: Of, loneQueues: ReadonlySet<string>): StaffGroup {
  const { shrinkage, weeklyHours, hoursBasis, workDaysPerWeek, observesHolidays, scheduleEfficiency } =
    byId(of('shrinkage').staffGroups, group.id) ?? group;
  const paying = byId(of('pay').staffGroups, group.id) ?? group;
  const { name, costs, support } = byId(of('other').staffGroups, group.id) ?? group;
  const time = { weeklyHours, hoursBasis, workDaysPerWeek, observesHolidays, scheduleEfficiency };
  return {
    ...group,
    ...time,
    shrinkage,
    pay: paying.pay,
    vendor: paying.vendor,
    name,
    costs,
    support: support.map((row) => ({
      ...row,
      annualSalary: paying.support.find(({ role }) => role === row.role)?.annualSalary ?? row.annualSalary,
    })),
    queues: mixedRoutes(group, of, loneQueues),
  };
}

type Drivers = Scenario['drivers'];

/** The drivers of both plans, each from the plan that its family is taken from: one that nobody reads does no harm. */
function mixedDrivers(
  main: Drivers,
  all: readonly Drivers[],
  of: Of,
  familyOf: (path: string) => Family,
): Drivers {
  const ids = [...new Set([main, ...all].flatMap((list) => list.map(({ id }) => id)))];
  return ids.flatMap((id) => {
    const own = byId(of(familyOf(`drivers.${id}`)).drivers, id);
    return own ?? all.flatMap((list) => byId(list, id) ?? []).slice(0, 1);
  });
}

/** Makes two settled plans ready to be mixed, family by family. The calendar belongs to the family "other". */
export function createMixer(before: Scenario, after: Scenario): Mixer {
  const sides = { before, after };
  const familyOf = familiesIn(before, after);
  const loneQueues = unshared(before.queues, after.queues);
  const loneGroups = unshared(before.staffGroups, after.staffGroups);
  const ready = new Map<string, Scenario | undefined>();

  function onClockOf(side: Side, clock: Side): Scenario | undefined {
    const key = `${side} ${clock}`;
    if (!ready.has(key)) ready.set(key, putOnCalendar(sides[side], sides[clock]));
    return ready.get(key);
  }

  function mixed(sideOf: SideOf): Scenario | undefined {
    const clock = sideOf('other');
    const pieces = { before: onClockOf('before', clock), after: onClockOf('after', clock) };
    const { before: first, after: last } = pieces;
    if (first === undefined || last === undefined) return undefined;
    const of = (family: Family) => (sideOf(family) === 'before' ? first : last);
    const main = of('other');
    const both = clock === 'before' ? [first.drivers, last.drivers] : [last.drivers, first.drivers];
    return {
      ...main,
      drivers: mixedDrivers(main.drivers, both, of, familyOf),
      segments: mixedSegments(of),
      queues: of('volume').queues.map((queue) => mixedQueue(queue, of)),
      events: of('volume').events,
      staffGroups: of('people').staffGroups.map((group) => mixedGroup(group, of, loneQueues)),
    };
  }

  return {
    mixed,
    isStaffingTied: [before, after].some(({ staffGroups }) =>
      staffGroups.some(
        ({ id, queues }) => loneGroups.has(id) && queues.some((route) => loneQueues.has(route.id)),
      ),
    ),
    hasTwoCalendars: !isSameClock(before.calendar, after.calendar),
  };
}

/** The inputs of a plan on the periods of another; undefined where they are out of range there. */
function putOnCalendar(scenario: Scenario, { calendar }: Scenario): Scenario | undefined {
  if (isSameClock(scenario.calendar, calendar)) return scenario;
  const { initiatives: _, ...rest } = scenario;
  const moved = scenarioSchema.safeParse(onCalendar(rest, scenario.calendar, calendar));
  return moved.success ? moved.data : undefined;
}
