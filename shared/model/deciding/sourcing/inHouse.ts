import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { firstAffected } from '../../initiatives.ts';
import { type Period, periodsOf, yearFraction } from '../../periods.ts';
import { createPlan, type Plan, type PlanOptions } from '../../plan.ts';
import type { Scenario } from '../../scenario.ts';
import { sumOf } from '../figure.ts';
import type { Workload } from './offerCost.ts';

/** One queue over the months of the comparison, own people staffed as the requirement asks. */
export interface QueueSupply {
  readonly queueId: string;
  readonly name: string;
  readonly workload: Workload;
  /** What own groups would cost for all of it; undefined where no own group serves it. */
  readonly inHouseCost?: readonly number[];
  /** Hours that own people would be staffed for all of it. */
  readonly inHouseHours?: readonly number[];
  /** Who serves it in the plan as it is. */
  readonly suppliers: readonly Supplier[];
}

/** Who serves a queue: share of contacts and money over the comparison. */
export interface Supplier {
  readonly id: string;
  readonly name: string;
  readonly isPartner: boolean;
  readonly contacts: number;
  readonly hours: number;
  readonly cost: number;
}

/** A plan run over the months of a comparison. */
export interface SupplyRun {
  readonly plan: Plan;
  readonly periods: readonly Period[];
  readonly fraction: number;
}

/** The scenario over the months of the comparison, own groups following their requirement. */
function onOneBasis(scenario: Scenario, months: number): Scenario {
  const periods = Math.ceil(months / (12 * yearFraction(scenario.calendar.grain)) - 1e-9);
  const staffGroups = scenario.staffGroups.map((group) =>
    group.vendor === undefined && group.trainingDropout < 1
      ? { ...group, hiring: { mode: 'follow' as const, coverage: 1 } }
      : group,
  );
  const initiatives = scenario.initiatives.map((initiative) => ({ ...initiative, cancelledHires: [] }));
  return {
    ...scenario,
    calendar: { ...scenario.calendar, periods },
    staffGroups,
    initiatives,
    statusQuoDrift: [],
  };
}

/** @returns `invalid-plan` where the plan is not possible over so many months */
export function supplyRun(
  scenario: Scenario,
  months: number,
  options: PlanOptions = {},
): Result<SupplyRun, Fault> {
  const basis = onOneBasis(scenario, months);
  const plan = createPlan(basis, options);
  if (!plan.ok) return plan;
  return ok({
    plan: plan.value,
    periods: periodsOf(basis.calendar),
    fraction: yearFraction(basis.calendar.grain),
  });
}

/** The first period of the comparison that an offer works in. */
export function firstPeriod(start: string | undefined, periods: readonly Period[]): number {
  if (start === undefined) return 0;
  return firstAffected({ id: 'offer', start, rampMonths: 0, oneOff: 0, recurring: 0, effects: [] }, periods);
}

function supplierOf(
  { plan }: SupplyRun,
  queueId: string,
  groupId: string,
  ahtHours: readonly number[],
): Supplier {
  const group = plan.scenario().staffGroups.find(({ id }) => id === groupId);
  const key = `groups.${groupId}.queues.${queueId}`;
  const handled = [...plan.column(`${key}.handled`)];
  return {
    id: groupId,
    name: group?.name ?? groupId,
    isPartner: group?.vendor !== undefined,
    contacts: sumOf(handled),
    hours: sumOf(handled.map((count, t) => count * (ahtHours[t] ?? 0))),
    cost: sumOf([...plan.column(`${key}.cost`)]),
  };
}

/**
 * A queue's workload and what own people cost for it. Where partners serve a part of it already, own cost per hour of
 * handling is taken for all of it. Telecom and budget lines are paid whoever answers, and stay out.
 */
export function queueSupply(run: SupplyRun, queueId: string): QueueSupply {
  const { plan } = run;
  const scenario = plan.scenario();
  const queue = scenario.queues.find(({ id }) => id === queueId);
  const column = (id: string) => [...plan.column(id)];
  const aht = column(`queues.${queueId}.aht`);
  const ahtHours = aht.map((seconds) => seconds / 3600 / (queue?.concurrency ?? 1));
  const contacts = column(`queues.${queueId}.handled`);
  const hours = contacts.map((count, t) => count * (ahtHours[t] ?? 0));
  const serving = scenario.staffGroups.filter(({ queues }) => queues.some(({ id }) => id === queueId));
  const own = serving.filter(({ vendor }) => vendor === undefined);
  const ownSum = (name: string) =>
    contacts.map((_, t) =>
      sumOf(own.map(({ id }) => plan.column(`groups.${id}.queues.${queueId}.${name}`)[t] ?? 0)),
    );
  const ownContacts = ownSum('handled');
  const scale = contacts.map((count, t) => ((ownContacts[t] ?? 0) > 0 ? count / (ownContacts[t] ?? 1) : 0));
  const isServed = ownContacts.some((count) => count > 0);
  const scaled = (name: string) => ownSum(name).map((value, t) => value * (scale[t] ?? 0));
  return {
    queueId,
    name: queue?.name ?? queueId,
    workload: { contacts, hours },
    ...(isServed ? { inHouseCost: scaled('cost'), inHouseHours: scaled('staffedHours') } : {}),
    suppliers: serving.map(({ id }) => supplierOf(run, queueId, id, ahtHours)),
  };
}
