import { GAP_FTE, gapsOf, lateGaps, weeksUntilProductive } from './hiringGaps.ts';
import type { Member } from './members.ts';
import { createPlan, type Plan } from './plan.ts';
import type { Queue, Scenario, StaffGroup } from './scenario.ts';

/**
 * What can still be done about a gap that comes before new hires could take contacts. Each lever is the plan run once more
 * with it, over the periods up to the last such gap, with the hires as they are.
 */
export interface Lever {
  readonly kind: 'overtime' | 'partner' | 'goal';
  /** Name of the partner; empty for others. */
  readonly name: string;
  /** Overtime: its limit as a share of paid FTE. Goal: the service level. Partner: FTE required of it, on average. */
  readonly from: number;
  readonly to: number;
  /** Whether goals for the wait and for abandonment have to be given up as well. */
  readonly givesUpOthers: boolean;
  /** What it costs more in each late period, in their order, and together; negative is a saving. */
  readonly costs: readonly number[];
  readonly total: number;
  /** FTE still missing in the worst late period; 0 when nothing worth acting on is. */
  readonly stillShort: number;
  /** Lowest service level of the group's queues in the late periods with it; null where none has one. */
  readonly serviceLevel: number | null;
}

export interface LateGap {
  /** The late periods. */
  readonly periods: readonly number[];
  /** Lowest service level of the group's queues in them as planned; null where none has one. */
  readonly serviceLevel: number | null;
  /** Those that close the gap first, the cheapest of them first. */
  readonly levers: readonly Lever[];
}

/** What all levers look at. */
interface Late {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly group: StaffGroup;
  readonly member: Member;
  readonly periods: readonly number[];
  readonly hires: ReadonlyMap<string, readonly number[]>;
}

/** More overtime than this is beyond 48 hours in a week of 40, where the European limit lies. */
const MOST_OVERTIME = 0.2;
const PARTNER_ROUNDS = 6;

/** The plan as it runs, initiatives done, cut after the last late period. */
function cutScenario(plan: Plan, last: number): Scenario {
  const { scenario } = plan.graph().context;
  return {
    ...scenario,
    initiatives: [],
    statusQuoDrift: [],
    calendar: { ...scenario.calendar, periods: last + 1 },
  };
}

function run({ plan, hires }: Late, scenario: Scenario): Plan {
  const found = createPlan(scenario, { caches: plan.caches, hires });
  // What is changed stays in the range of its input.
  if (!found.ok) throw new Error(`A lever made no possible plan: ${found.fault.message}`);
  return found.value;
}

function withGroup(scenario: Scenario, id: string, change: (group: StaffGroup) => StaffGroup): Scenario {
  const staffGroups = scenario.staffGroups.map((group) => (group.id === id ? change(group) : group));
  return { ...scenario, staffGroups };
}

function value(plan: Plan, id: string, t: number): number {
  return plan.heads().has(id) ? (plan.column(id)[t] ?? Number.NaN) : Number.NaN;
}

function lowestServiceLevel(plan: Plan, { group, periods }: Late): number | null {
  const levels = group.queues.flatMap(({ id }) =>
    periods.map((t) => value(plan, `queues.${id}.serviceLevel`, t)),
  );
  const known = levels.filter((level) => !Number.isNaN(level));
  return known.length === 0 ? null : Math.min(...known);
}

function shortOf(plan: Plan, { member, periods }: Late): number {
  const gaps = gapsOf(plan, member.key);
  return Math.max(...periods.map((t) => gaps[t] ?? 0));
}

type Found = Pick<Lever, 'kind' | 'name' | 'from' | 'to' | 'givesUpOthers'>;

/** A lever with what it costs against the run without it. */
function leverOf(late: Late, found: Found, before: Plan, after: Plan): Lever {
  const costs = late.periods.map(
    (t) => value(after, 'plan.totalCost', t) - value(before, 'plan.totalCost', t),
  );
  const short = shortOf(after, late);
  return {
    ...found,
    costs,
    total: costs.reduce((sum, cost) => sum + cost, 0),
    stillShort: short > GAP_FTE ? short : 0,
    serviceLevel: lowestServiceLevel(after, late),
  };
}

/** A higher limit of overtime, up to what people can stand. */
function overtimeLever(late: Late): readonly Lever[] {
  const { plan, group, scenario, member, periods } = late;
  const { pay } = group;
  if (pay === undefined || group.vendor !== undefined) return [];
  const needed = Math.max(
    ...periods.map((t) => -value(plan, `${member.key}.surplus`, t) / value(plan, `${member.key}.paidFte`, t)),
  );
  const to = Math.min(MOST_OVERTIME, needed);
  if (!(to > pay.overtimeMax)) return [];
  const after = run(
    late,
    withGroup(scenario, group.id, (one) => ({ ...one, pay: { ...pay, overtimeMax: to } })),
  );
  const found = { kind: 'overtime', name: '', from: pay.overtimeMax, to, givesUpOthers: false } as const;
  return [leverOf(late, found, plan, after)];
}

/** How much of what they share a partner takes over, by late period, as a share of the group's part. */
type Moved = ReadonlyMap<number, number>;

function movedShares(late: Late, partner: StaffGroup, shared: readonly string[], moved: Moved): Scenario {
  const { plan, scenario, group } = late;
  const share = (groupId: string, queueId: string, t: number) =>
    value(plan, `staffGroups.${groupId}.queues.${queueId}.share`, t);
  const length = scenario.calendar.periods;
  const changed = (own: StaffGroup, sign: 1 | -1): StaffGroup => ({
    ...own,
    queues: own.queues.map((route) => {
      if (!shared.includes(route.id)) return route;
      const values = Array.from({ length }, (_, t) => {
        const part = (moved.get(t) ?? 0) * share(group.id, route.id, t);
        return Math.min(1, Math.max(0, share(own.id, route.id, t) + sign * part));
      });
      return { ...route, share: { values } };
    }),
  });
  const given = withGroup(scenario, group.id, (own) => changed(own, -1));
  return withGroup(given, partner.id, (own) => changed(own, 1));
}

/** A partner takes over what the group cannot answer, at its price, and staffs it. */
function partnerLever(late: Late, partner: StaffGroup): readonly Lever[] {
  const { plan, group, member, periods } = late;
  const shared = group.queues
    .map(({ id }) => id)
    .filter((id) => partner.queues.some((route) => route.id === id));
  if (shared.length === 0) return [];
  // Staffed for what it is given, with the work of before and with more, so that the difference is the price of the more.
  const scenario = withGroup(late.scenario, partner.id, (own) => ({
    ...own,
    hiring: { mode: 'follow', coverage: 1 },
    trainingDropout: Math.min(own.trainingDropout, 0.99),
  }));
  const staffed: Late = { ...late, scenario };
  const before = run(staffed, scenario);
  let after = before;
  let moved: Moved = new Map();
  for (let round = 0; round < PARTNER_ROUNDS; round += 1) {
    const gaps = gapsOf(after, member.key);
    if (periods.every((t) => !((gaps[t] ?? 0) > GAP_FTE / 10))) break;
    const previous = after;
    const more = periods.map((t): readonly [number, number] => {
      const hours = (name: string) => value(previous, `${name}.requiredHours`, t);
      const sharedHours = shared.reduce((sum, id) => sum + hours(`${member.key}.queues.${id}`), 0);
      const sharedFte = (value(previous, `${member.key}.requiredFte`, t) * sharedHours) / hours(member.key);
      const left = 1 - (moved.get(t) ?? 0);
      const step = sharedFte > 0 ? Math.max(0, gaps[t] ?? 0) / sharedFte : 0;
      return [t, Math.min(1, 1 - left * (1 - Math.min(1, step)))];
    });
    moved = new Map(more);
    after = run(staffed, movedShares(staffed, partner, shared, moved));
  }
  if (after === before) return [];
  const mean = (run_: Plan) =>
    periods.reduce((sum, t) => sum + value(run_, `groups.${partner.id}.requiredFte`, t), 0) / periods.length;
  const name =
    plan
      .graph()
      .members.of('groups')
      .find(({ id }) => id === partner.id)?.name ?? partner.id;
  const found = { kind: 'partner', name, from: mean(before), to: mean(after), givesUpOthers: false } as const;
  return [leverOf(late, found, before, after)];
}

function loweredGoals({ scenario, group }: Late, level: number, givesUpOthers: boolean): Scenario {
  const lowered = (queue: Queue): Queue => {
    const { serviceLevel } = queue.goal;
    if (serviceLevel === undefined || !group.queues.some(({ id }) => id === queue.id)) return queue;
    const { asa: _asa, maxAbandon: _maxAbandon, ...kept } = queue.goal;
    const goal = givesUpOthers ? { ...kept, abandonsCount: 'offered' as const } : queue.goal;
    return { ...queue, goal: { ...goal, serviceLevel: Math.min(serviceLevel, level) } };
  };
  return { ...scenario, queues: scenario.queues.map(lowered) };
}

/** The highest service level, in whole percent, that the planned staff meets as a goal. */
function goalLever(late: Late): readonly Lever[] {
  const { plan, scenario, group } = late;
  const goals = scenario.queues
    .filter(({ id }) => group.queues.some((route) => route.id === id))
    .flatMap(({ goal }) => goal.serviceLevel ?? []);
  if (goals.length === 0) return [];
  const from = Math.max(...goals);
  for (const givesUpOthers of [false, true]) {
    const tryAt = (percent: number) => run(late, loweredGoals(late, percent / 100, givesUpOthers));
    let [low, high] = [1, Math.ceil(from * 100)];
    let best = tryAt(low);
    if (shortOf(best, late) > GAP_FTE) continue;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      const tried = tryAt(middle);
      if (shortOf(tried, late) > GAP_FTE) high = middle;
      else [low, best] = [middle, tried];
    }
    const found = { kind: 'goal', name: '', from, to: low / 100, givesUpOthers } as const;
    return [leverOf(late, found, plan, best)];
  }
  return [];
}

/**
 * The levers for the gap of a group that new hires cannot close.
 *
 * @param today ISO date from which decisions can be made
 * @returns undefined where there is no such gap
 */
export function leversFor(plan: Plan, groupId: string, today: string): LateGap | undefined {
  const { context, members } = plan.graph();
  const group = context.scenario.staffGroups.find(({ id }) => id === groupId);
  const member = members.of('groups').find(({ id }) => id === groupId);
  if (group === undefined || member === undefined) return undefined;
  const gaps = gapsOf(plan, member.key);
  const periods = lateGaps(gaps, context.periods, weeksUntilProductive(group), today);
  const last = periods.at(-1);
  if (last === undefined) return undefined;
  const hires = new Map([...plan.hiringPlans()].map(([id, found]) => [id, found.hires] as const));
  const late = { plan, scenario: cutScenario(plan, last), group, member, periods, hires };
  const partners = context.scenario.staffGroups.filter(
    ({ id, vendor }) => vendor !== undefined && id !== groupId,
  );
  const levers = [
    ...overtimeLever(late),
    ...partners.flatMap((partner) => partnerLever(late, partner)),
    ...goalLever(late),
  ].filter(({ total }) => Number.isFinite(total));
  return {
    periods,
    serviceLevel: lowestServiceLevel(plan, late),
    levers: levers.toSorted(
      (one, other) => Number(one.stillShort > 0) - Number(other.stillShort > 0) || one.total - other.total,
    ),
  };
}
