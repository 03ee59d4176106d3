import type { Plan, PlanOptions } from '../../plan.ts';
import type { Queue, Scenario } from '../../scenario.ts';
import type { SegmentValue } from '../customerValue.ts';
import { finite, meanOf, ratio, sumOf } from '../figure.ts';

export interface SweepOptions extends PlanOptions {
  readonly from?: number;
  readonly to?: number;
  readonly step?: number;
  /** What an answered contact is worth apart from keeping the customer (a sale, a renewal). */
  readonly valuePerContact?: number;
  readonly onProgress?: (share: number) => boolean;
}

/** The plan with one goal, staffed as it requires. */
export interface SweepPoint {
  readonly goal: number;
  readonly requiredFte: number | null;
  readonly agentHours: number | null;
  /** Over the whole plan. */
  readonly totalCost: number | null;
  readonly serviceLevel: number | null;
  readonly abandonment: number | null;
  readonly abandoned: number | null;
  readonly lostCustomers: number | null;
  readonly margin: number | null;
  /** Margin that the lost customers take with them, until they would have left anyway. */
  readonly lostValue: number | null;
  /** −(total cost + lost value + abandoned · value of a contact). */
  readonly net: number | null;
  /** Margin − total cost − abandoned · value of a contact: what falls into the plan. */
  readonly netInPlan: number | null;
}

/** Staffed as the goal requires: fractional agents, and people who follow the requirement. */
export function staffedAsRequired(scenario: Scenario, queueId: string): Scenario {
  const staffGroups = scenario.staffGroups.map((group) =>
    group.queues.some(({ id }) => id === queueId) && group.trainingDropout < 1
      ? { ...group, hiring: { mode: 'follow' as const, coverage: 1 } }
      : group,
  );
  const initiatives = scenario.initiatives.map((initiative) => ({ ...initiative, cancelledHires: [] }));
  return { ...scenario, staffGroups, initiatives, statusQuoDrift: [] };
}

function withGoal(scenario: Scenario, queueId: string, serviceLevel: number): Scenario {
  const queues = scenario.queues.map((queue): Queue =>
    queue.id === queueId
      ? { ...queue, goal: { ...queue.goal, serviceLevel, rounding: 'fractional' } }
      : queue,
  );
  return { ...scenario, queues };
}

/** A sweep at work: one plan that is moved from goal to goal. */
export interface Sweep {
  readonly plan: Plan;
  readonly base: Scenario;
  readonly queue: Queue;
  readonly options: SweepOptions;
  /** What a customer of each segment is worth in the plan as it is. */
  readonly values: readonly SegmentValue[];
}

function pointOf({ plan, queue, values, options }: Sweep, goal: number): SweepPoint {
  const { valuePerContact = 0 } = options;
  const column = (id: string) => [...plan.column(id)];
  const q = (name: string) => sumOf(column(`queues.${queue.id}.${name}`));
  const serving = plan
    .scenario()
    .staffGroups.filter(({ queues }) => queues.some(({ id }) => id === queue.id));
  const cost = sumOf(column('plan.totalCost'));
  const margin = sumOf(column('plan.margin'));
  const abandoned = q('abandoned');
  const lost = values.map(({ id }) => sumOf(column(`segments.${id}.lost`)));
  const lostValue = sumOf(lost.map((customers, at) => customers * (values[at]?.value ?? 0)));
  return {
    goal,
    requiredFte: finite(sumOf(serving.map(({ id }) => meanOf(column(`groups.${id}.requiredFte`))))),
    agentHours: finite(q('baseHours')),
    totalCost: finite(cost),
    serviceLevel: ratio(finite(q('inTime')), finite(q('countedForService'))),
    abandonment: ratio(finite(abandoned), finite(q('offered'))),
    abandoned: finite(abandoned),
    lostCustomers: finite(sumOf(lost)),
    margin: finite(margin),
    lostValue: finite(lostValue),
    net: finite(-cost - lostValue - abandoned * valuePerContact),
    netInPlan: finite(margin - cost - abandoned * valuePerContact),
  };
}

/** The plan at one goal; undefined where it is not possible there. */
export function runPoint(sweep: Sweep, variant: Scenario, goal: number): SweepPoint | undefined {
  const updated = sweep.plan.update(withGoal(variant, sweep.queue.id, goal));
  return updated.ok ? pointOf(sweep, goal) : undefined;
}
