import type { PlanStructure, ViewMember } from '#shared/model/planView.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { membersOf, partsOf, type Translate } from '#renderer/state/members.ts';
import { ownRows } from '#renderer/state/ownRows.ts';
import type { PlanRow } from '#renderer/state/planRows.ts';

/** Cost lines in the order of direct, partner, indirect. */
const costLines = [
  'wages',
  'overtime',
  'bonus',
  'benefits',
  'vendor',
  'recruiting',
  'training',
  'severance',
  'support',
  'technology',
  'facilities',
];

/** A partner's other costs are in its price. */
const vendorLines: ReadonlySet<string> = new Set(['vendor', 'support', 'technology']);

function closed(group: string, label: string, rows: readonly PlanRow[]): PlanRow {
  return { group, label, rows, startsCollapsed: true };
}

function planRows(t: Translate): readonly PlanRow[] {
  return [
    {
      group: 'plan:total',
      label: t('budget.wholePlan'),
      rows: [
        { node: 'plan.directCost' },
        { node: 'plan.vendorCost' },
        { node: 'plan.indirectCost' },
        { node: 'plan.totalCost', isTotal: true },
        closed('plan:lines', t('budget.byLine'), [
          ...costLines.map((name) => ({ node: `plan.cost.${name}` })),
          { node: 'plan.telecom' },
          { node: 'plan.budgetLines' },
        ]),
        { node: 'plan.investment', label: t('budget.investment') },
      ],
    },
    {
      group: 'plan:units',
      label: t('budget.unitCosts'),
      rows: [
        { node: 'plan.handled' },
        { node: 'plan.costPerContact' },
        { node: 'plan.costPerHandledMinute' },
        { node: 'plan.costPerResolution' },
        { node: 'plan.costPerAgent' },
        { node: 'plan.directCostPerAgent', label: t('budget.directPerAgent') },
        { node: 'plan.utilisation' },
      ],
    },
  ];
}

function queueRows(structure: PlanStructure, t: Translate): PlanRow {
  const queues = membersOf(structure, 'queues');
  const rows = queues.flatMap(({ key, name }): readonly PlanRow[] => [
    { node: `${key}.cost`, label: name },
    { node: `${key}.costPerContact`, label: t('budget.perContact', { queue: name }) },
  ]);
  const telecom = queues.flatMap(({ key, inputKey, name }): readonly PlanRow[] => [
    { node: `${inputKey}.telecomPerMinute`, of: name },
    { node: `${key}.telecom`, label: t('budget.telecomCost', { queue: name }) },
  ]);
  return {
    group: 'queues:cost',
    label: t('budget.byQueue'),
    rows: [...rows, closed('queues:telecom', t('budget.telecom'), telecom)],
  };
}

function payRows({ inputKey, traits }: ViewMember): readonly PlanRow[] {
  const names = [
    'hourlyWage',
    'annualSalary',
    'bonusRate',
    'statutoryBurden',
    'benefitsBurden',
    'overtimeMultiplier',
    'overtimeMax',
  ];
  const isOwn = traits['sourcing'] === 'own';
  return isOwn ? names.map((name) => ({ node: `${inputKey}.pay.${name}` })) : [];
}

function priceRows({ key, inputKey }: ViewMember): readonly PlanRow[] {
  return [
    { node: `${inputKey}.vendor.price` },
    { node: `${key}.billedUnits` },
    { node: `${key}.ownServiceLevel` },
    { node: `${key}.slaAdjust` },
  ];
}

/** A partner has its price, technology and support staff only: the rest is in the price. */
function unitPriceRows({ inputKey, traits }: ViewMember): readonly PlanRow[] {
  const all = [
    'costPerHire',
    'trainingPerHire',
    'severancePerLeaver',
    'technologyPerSeat',
    'seatsPerHead',
    'facilityPerSeat',
  ];
  const names = traits['sourcing'] === 'vendor' ? ['technologyPerSeat'] : all;
  return names.map((name) => ({ node: `${inputKey}.costs.${name}` }));
}

function supportRows(structure: PlanStructure, group: ViewMember, t: Translate): readonly PlanRow[] {
  return partsOf(structure, group, 'support').flatMap(({ id: role, key, inputKey }): readonly PlanRow[] => [
    { node: `${inputKey}.span`, of: role },
    { node: `${key}.heads`, label: t('budget.heads', { role }) },
    { node: `${inputKey}.annualSalary`, of: role },
  ]);
}

function groupRows(structure: PlanStructure, group: ViewMember, t: Translate): readonly PlanRow[] {
  const { key, traits } = group;

  const isVendor = traits['sourcing'] === 'vendor';
  const names = costLines.filter((name) => (isVendor ? vendorLines.has(name) : name !== 'vendor'));
  return [
    ...names.map((name) => ({ node: `${key}.cost.${name}` })),
    { node: `${key}.cost.total`, isTotal: true },
    closed(`${key}:pay`, t('budget.pay'), payRows(group)),
    closed(`${key}:price`, t('budget.price'), priceRows(group)),
    closed(`${key}:prices`, t('budget.unitPrices'), [{ node: `${key}.seats` }, ...unitPriceRows(group)]),
    closed(`${key}:support`, t('budget.support'), supportRows(structure, group, t)),
  ];
}

function budgetLineRows(structure: PlanStructure, document: ScenarioDocument, t: Translate): PlanRow {
  const rows = membersOf(structure, 'budgetLines').map(({ id, inputKey, name }): PlanRow => {
    const account = document.budgetLines?.find((line) => line.id === id)?.account;
    return {
      node: `${inputKey}.perMonth`,
      label: account === undefined ? name : t('budget.lineWithAccount', { name, account }),
    };
  });
  return {
    group: 'budgetLines:cost',
    label: t('budget.budgetLines'),
    rows,
  };
}

/** Money: the whole, what a contact and an agent cost, then by queue and by group with the prices behind it. */
export function budgetRows(
  structure: PlanStructure,
  document: ScenarioDocument,
  t: Translate,
): readonly PlanRow[] {
  const groups = membersOf(structure, 'groups').map((group): PlanRow => ({
    group: group.key,
    label: group.name,
    rows: groupRows(structure, group, t),
  }));
  const own = ownRows({ key: 'plan' }, 'plan', t);
  return [...planRows(t), own, queueRows(structure, t), ...groups, budgetLineRows(structure, document, t)];
}
