import type { PlanStructure, ViewMember } from '#shared/model/planView.ts';
import { membersOf, type Translate } from '#renderer/state/members.ts';
import { ownRows } from '#renderer/state/ownRows.ts';
import type { PlanRow } from '#renderer/state/planRows.ts';

function isWorkload({ traits }: ViewMember): boolean {
  return traits['kind'] === 'workload';
}

/** The goals that the queue's model knows; those that are not set are lines to fill in. */
function goalRows(queue: ViewMember): readonly PlanRow[] {
  const { inputKey } = queue;
  const goal = (name: string): PlanRow => ({ node: `${inputKey}.goal.${name}`, isOptional: true });
  if (isWorkload(queue)) {
    return [goal('within'), goal('maxOccupancy'), goal('minAgents'), { node: `${inputKey}.clearBacklog` }];
  }
  return [
    goal('serviceLevel'),
    goal('within'),
    goal('asa'),
    goal('maxOccupancy'),
    ...(queue.traits['model'] === 'erlangA' ? [goal('maxAbandon')] : []),
    goal('minAgents'),
    { node: `${inputKey}.patience`, isOptional: true },
    { node: `${inputKey}.concurrency` },
  ];
}

/** Which part of the queue each group serves. */
function shareRows(structure: PlanStructure, queue: ViewMember): readonly PlanRow[] {
  const routes = membersOf(structure, 'routes').filter(({ id }) => id === queue.id);
  return membersOf(structure, 'groups').flatMap(({ key, name }) =>
    routes
      .filter((route) => route.key === `${key}.queues.${queue.id}`)
      .map(({ inputKey }) => ({ node: `${inputKey}.share`, of: name })),
  );
}

function queueRows(structure: PlanStructure, queue: ViewMember, t: Translate): readonly PlanRow[] {
  const { key } = queue;
  const service: readonly PlanRow[] = [
    { node: `${key}.serviceLevel` },
    { node: `${key}.asa` },
    { node: `${key}.abandonment` },
    { node: `${key}.occupancy` },
    { node: `${key}.handled` },
  ];
  return [
    { node: `${key}.offered` },
    { node: `${key}.aht` },
    { group: `${key}:goal`, label: t('staffing.goal'), rows: goalRows(queue) },
    { node: `${key}.baseHours`, isTotal: true },
    { group: `${key}:shares`, label: t('staffing.shares'), rows: shareRows(structure, queue) },
    {
      group: `${key}:service`,
      label: t('staffing.service'),
      rows: [
        { node: `${key}.staffedShare`, label: t('staffing.staffedShare') },
        ...service.filter(
          (row) => !isWorkload(queue) || !('node' in row) || !/\.(asa|abandonment)$/.test(row.node),
        ),
        isWorkload(queue) ? { node: `${key}.backlogHours` } : { node: `${key}.overloadedIntervals` },
      ],
    },
  ];
}

/** Per queue: what comes in, the goal, the hours that it takes, and the service that the planned staff gives. */
export function staffingRows(structure: PlanStructure, t: Translate): readonly PlanRow[] {
  const whole: PlanRow = {
    group: 'plan:staffing',
    label: t('staffing.wholePlan'),
    rows: [
      { node: 'plan.offered' },
      { node: 'plan.handled' },
      { node: 'plan.serviceLevel' },
      { node: 'plan.abandonment' },
      { node: 'plan.utilisation' },
    ],
  };
  const queues = membersOf(structure, 'queues').map((queue): PlanRow => ({
    group: queue.key,
    label: queue.name,
    rows: [...queueRows(structure, queue, t), ownRows(queue, 'queues', t)],
  }));
  return [whole, ...queues];
}
