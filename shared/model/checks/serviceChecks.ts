import type { Member } from '../members.ts';
import { valueIn, periodsWhere, startOf, type Checker, type PlanCheck } from './define.ts';

const SHARE_TOLERANCE = 1e-9;
const SMALL_QUEUE_AGENTS = 12;
const MET = 1 - 1e-9;

function queueSource(plan: Parameters<Checker>[0], id: string) {
  return plan.graph().context.scenario.queues.find((queue) => queue.id === id);
}

/** Errors that arose in a node itself, each once; what merely follows from them is left out. */
export const calculationErrors: Checker = (plan) => {
  const found = new Map<string, PlanCheck>();
  const { periods } = plan.graph().context;
  for (const id of plan.heads().keys()) {
    for (const { index } of periods) {
      const error = plan.error(id, index);
      if (error === undefined || found.has(error.nodeId)) continue;
      found.set(error.nodeId, {
        kind: 'calculation-error',
        severity: 'error',
        subject: plan.heads().get(error.nodeId)?.member.name ?? '',
        paths: [error.nodeId],
        at: { id: plan.heads().has(error.nodeId) ? error.nodeId : id, period: error.period ?? index },
        values: { reason: error.text, date: startOf(plan, error.period ?? index) },
      });
    }
  }
  return [...found.values()];
};

/** Shares given by formulas can only be added up while the plan runs. */
export const shareSums: Checker = (plan) =>
  plan
    .graph()
    .members.of('queues')
    .flatMap((queue) => {
      const servers = queue.collections.get('servers') ?? [];
      const total = (t: number) =>
        servers.reduce((sum, { inputKey }) => sum + valueIn(plan, `${inputKey}.share`, t), 0);
      const [first] = periodsWhere(plan, (t) => Math.abs(total(t) - 1) > SHARE_TOLERANCE);
      if (first === undefined || Number.isNaN(total(first))) return [];
      const paths = servers.map(({ inputKey }) => `${inputKey}.share`);
      return [
        {
          kind: 'shares',
          severity: 'error',
          subject: queue.name,
          paths,
          at: { id: paths[0] ?? '', period: first },
          values: { total: total(first), date: startOf(plan, first) },
        },
      ];
    });

/** Load reaches the agents while nobody hangs up: there is no forecast of service, and Erlang A would give one. */
export const overload: Checker = (plan) =>
  plan
    .graph()
    .members.of('queues')
    .flatMap((queue) => {
      const id = `${queue.key}.overloadedIntervals`;
      const hit = periodsWhere(plan, (t) => valueIn(plan, id, t) > 0);
      const [first] = hit;
      if (first === undefined) return [];
      const intervals = hit.reduce((sum, t) => sum + valueIn(plan, id, t), 0);
      return [
        {
          kind: 'overload',
          severity: 'warning',
          subject: queue.name,
          paths: [`${queue.inputKey}.patience`],
          at: { id, period: first },
          values: { intervals, periods: hit.length, date: startOf(plan, first) },
        },
      ];
    });

/** Planned service below its goal. */
export const missedGoals: Checker = (plan) =>
  plan
    .graph()
    .members.of('queues')
    .flatMap((queue) => {
      const goal = queueSource(plan, queue.id)?.goal.serviceLevel;
      const id = `${queue.key}.serviceLevel`;
      if (goal === undefined) return [];
      const hit = periodsWhere(plan, (t) => valueIn(plan, id, t) < goal * MET);
      const [first] = hit;
      if (first === undefined) return [];
      const worst = hit.reduce((low, t) => Math.min(low, valueIn(plan, id, t)), 1);
      return [
        {
          kind: 'goal-missed',
          severity: 'warning',
          subject: queue.name,
          paths: [`${queue.inputKey}.goal.serviceLevel`],
          at: { id, period: first },
          values: { goal, worst, periods: hit.length, date: startOf(plan, first) },
        },
      ];
    });

/** Planned abandonment above what the goal allows. */
export const missedAbandonment: Checker = (plan) =>
  plan
    .graph()
    .members.of('queues')
    .flatMap((queue) => {
      const goal = queueSource(plan, queue.id)?.goal.maxAbandon;
      const id = `${queue.key}.abandonment`;
      if (goal === undefined) return [];
      const hit = periodsWhere(plan, (t) => valueIn(plan, id, t) > goal / MET);
      const [first] = hit;
      if (first === undefined) return [];
      const worst = Math.max(...hit.map((t) => valueIn(plan, id, t)));
      return [
        {
          kind: 'abandonment-missed',
          severity: 'warning',
          subject: queue.name,
          paths: [`${queue.inputKey}.goal.maxAbandon`],
          at: { id, period: first },
          values: { goal, worst, periods: hit.length, date: startOf(plan, first) },
        },
      ];
    });

/** Share of a period's arriving work that may stay behind before somebody should look. */
const BACKLOG_SHARE = 0.25;

/** Deferred work that piles up: hours left over that are more than a part of what arrives. */
export const growingBacklog: Checker = (plan) =>
  plan
    .graph()
    .members.of('queues')
    .flatMap((queue) => {
      const source = queueSource(plan, queue.id);
      if (source?.model !== 'workload') return [];
      const id = `${queue.key}.backlogHours`;
      const arriving = (t: number) =>
        (valueIn(plan, `${queue.key}.offered`, t) * valueIn(plan, `${queue.key}.aht`, t)) /
        3600 /
        source.concurrency;
      const hit = periodsWhere(plan, (t) => valueIn(plan, id, t) > BACKLOG_SHARE * arriving(t));
      const [first] = hit;
      if (first === undefined) return [];
      const hours = Math.max(...hit.map((t) => valueIn(plan, id, t)));
      const lowest = Math.min(...hit.map((t) => valueIn(plan, `${queue.key}.serviceLevel`, t)));
      return [
        {
          kind: 'backlog',
          severity: 'warning',
          subject: queue.name,
          paths: [`${queue.inputKey}.clearBacklog`],
          at: { id, period: first },
          values: { hours, lowest, periods: hit.length, date: startOf(plan, first) },
        },
      ];
    });

/** Highest agents that a queue needs in any interval, as a rough size: hours required ÷ open hours, at its peak. */
function typicalAgents(plan: Parameters<Checker>[0], queue: Member): number {
  const { periods } = plan.graph().context;
  return Math.max(
    0,
    ...periods.map(({ index, days }) => valueIn(plan, `${queue.key}.baseHours`, index) / (days * 8)),
  );
}

/** Rounding every interval of a small queue up to whole people staffs it for much more than its load. */
export const smallQueueRounding: Checker = (plan) =>
  plan
    .graph()
    .members.of('queues')
    .flatMap((queue) => {
      const source = queueSource(plan, queue.id);
      if (source === undefined || source.model === 'workload' || source.goal.rounding !== 'up') return [];
      const agents = typicalAgents(plan, queue);
      if (!(agents > 0 && agents < SMALL_QUEUE_AGENTS)) return [];
      const path = `${queue.inputKey}.goal.rounding`;
      return [
        {
          kind: 'small-queue-rounding',
          severity: 'hint',
          subject: queue.name,
          paths: [path],
          at: { id: `${queue.key}.baseHours`, period: 0 },
          values: { agents },
          fix: [{ type: 'setInput', path, value: 'fractional' }],
        },
      ];
    });

const PLAUSIBLE_DEFLECTION = 0.25;

/** Containment of a bot is not deflection: part of it comes back, and what remains takes longer. */
export const containment: Checker = (plan) =>
  plan
    .graph()
    .members.of('queues')
    .flatMap((queue) => {
      const id = `${queue.inputKey}.deflection`;
      const hit = periodsWhere(plan, (t) => valueIn(plan, id, t) > PLAUSIBLE_DEFLECTION);
      const [first] = hit;
      if (first === undefined) return [];
      const highest = Math.max(...hit.map((t) => valueIn(plan, id, t)));
      return [
        {
          kind: 'containment-as-deflection',
          severity: 'warning',
          subject: queue.name,
          paths: [id],
          at: { id, period: first },
          values: { highest, date: startOf(plan, first) },
        },
      ];
    });
