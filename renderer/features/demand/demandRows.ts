import type { PlanStructure, ViewMember } from '#shared/model/planView.ts';
import { memberName, membersOf, partsOf, type Translate } from '#renderer/state/members.ts';
import { ownRows } from '#renderer/state/ownRows.ts';
import type { PlanRow } from '#renderer/state/planRows.ts';

/** From deals to closing customers and revenue. */
function segmentRows({ key, inputKey }: ViewMember, t: Translate): readonly PlanRow[] {
  return [
    { node: `${inputKey}.openingCustomers` },
    { node: `${key}.opening` },
    { node: `${inputKey}.deals` },
    { node: `${inputKey}.winRate` },
    { node: `${inputKey}.customersPerDeal` },
    { node: `${inputKey}.newCustomers` },
    { node: `${key}.new` },
    { node: `${inputKey}.churn` },
    { node: `${key}.churnRate` },
    { node: `${key}.lost` },
    { node: `${key}.closing`, isTotal: true },
    { node: `${inputKey}.revenuePerCustomer` },
    { node: `${key}.revenue` },
    {
      group: `${key}:value`,
      label: t('demand.value'),
      startsCollapsed: true,
      rows: [
        { node: `${inputKey}.grossMargin` },
        { node: `${key}.margin` },
        { node: `${inputKey}.churnPerAbandon` },
        { node: `${inputKey}.baselineAbandonRate` },
        { node: `${key}.average` },
      ],
    },
  ];
}

/** What each segment asks, then what comes on top of it. */
function firstContacts(structure: PlanStructure, queue: ViewMember, t: Translate): readonly PlanRow[] {
  const bySegment = partsOf(structure, queue, 'demand').flatMap(
    ({ id, key, inputKey }): readonly PlanRow[] => {
      const segment = memberName(structure, 'segments', id);
      return [
        { node: `${inputKey}.contactsPerCustomer`, of: segment },
        { node: `${inputKey}.contactsPerNewCustomer`, of: segment },
        { node: `${key}.issues`, label: t('demand.ofSegment', { segment }) },
      ];
    },
  );
  return [...bySegment, { node: `${queue.inputKey}.volume` }, { node: `${queue.key}.issues`, isTotal: true }];
}

function queueRows(structure: PlanStructure, queue: ViewMember, t: Translate): readonly PlanRow[] {
  const { key, inputKey } = queue;
  return [
    ...firstContacts(structure, queue, t),
    {
      group: `${key}:calendar`,
      label: t('demand.calendar'),
      startsCollapsed: true,
      rows: [
        { node: `${key}.season` },
        { node: `${key}.eventFactor` },
        { node: `${inputKey}.holidayDemandLost` },
        { node: `${key}.openShare` },
        { node: `${key}.holidayFactor` },
      ],
    },
    { node: `${inputKey}.deflection` },
    { node: `${inputKey}.fcr` },
    { node: `${inputKey}.recontact` },
    { node: `${key}.offered`, isTotal: true },
    { node: `${inputKey}.handleTime.talk` },
    { node: `${inputKey}.handleTime.hold` },
    { node: `${inputKey}.handleTime.wrapUp` },
    { node: `${key}.aht`, isTotal: true },
  ];
}

/** Sales and customers by segment, then contacts by queue, in the order of the chain. */
export function demandRows(structure: PlanStructure, t: Translate): readonly PlanRow[] {
  const whole: PlanRow = {
    group: 'plan:demand',
    label: t('demand.wholePlan'),
    rows: [{ node: 'plan.customers' }, { node: 'plan.offered' }, { node: 'plan.revenue' }],
  };
  const segments = membersOf(structure, 'segments').map((segment): PlanRow => ({
    group: segment.key,
    label: segment.name,
    rows: [...segmentRows(segment, t), ownRows(segment, 'segments', t)],
  }));
  const queues = membersOf(structure, 'queues').map((queue): PlanRow => ({
    group: queue.key,
    label: queue.name,
    rows: queueRows(structure, queue, t),
  }));
  return [whole, ...segments, ...queues];
}
