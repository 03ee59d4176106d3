import { block, formula, type How, lines } from './define.ts';

/** Cost lines that a partner's group does not have, since they are in its price. */
function ownOnly(text: string): { readonly by: string; readonly cases: Readonly<Record<string, How>> } {
  return { by: 'sourcing', cases: { own: formula(text), vendor: formula('0') } };
}

export const supportLines = lines('support', {
  heads: {
    label: 'Support heads',
    unit: 'people',
    text: 'Average headcount ÷ span.',
    rollup: 'mean',
    isDetail: true,
    how: formula('group.averageHeadcount / span'),
  },
  seats: {
    label: 'Support seats',
    unit: 'people',
    text: 'Support heads that need a seat.',
    rollup: 'mean',
    isDetail: true,
    how: { by: 'seat', cases: { seat: formula('heads'), none: formula('0') } },
  },
});

export const groupCostLines = lines('groups', {
  wagePerHour: {
    label: 'Wage per hour',
    unit: 'moneyPerHour',
    text: 'Hourly wage, or annual salary ÷ the paid hours of a year.',
    rollup: 'mean',
    isDetail: true,
    how: {
      by: 'pay',
      cases: {
        hourly: formula('pay.hourlyWage'),
        salary: formula('pay.annualSalary / (weeklyHours * 365 / 7)'),
        none: formula('0'),
      },
    },
  },
  'cost.wages': {
    label: 'Wages',
    unit: 'money',
    text: 'Pay of everybody on the books, trainees included.',
    rollup: 'sum',
    how: {
      by: 'pay',
      cases: {
        hourly: formula('isOwn * paidFte * hoursPerFte * pay.hourlyWage'),
        salary: formula('isOwn * paidFte * pay.annualSalary * y'),
        none: formula('0'),
      },
    },
  },
  isOwn: {
    label: 'Own staff',
    unit: 'number',
    text: '1 for own staff, 0 for a partner, whose pay is in its price.',
    rollup: 'mean',
    isDetail: true,
    how: ownOnly('1'),
  },
  'cost.overtime': {
    label: 'Overtime',
    unit: 'money',
    text: 'Overtime hours at the overtime rate.',
    rollup: 'sum',
    how: ownOnly(
      'overtimeFte * availableHours * (1 - outOfOfficeShare) * wagePerHour * pay.overtimeMultiplier',
    ),
  },
  'cost.bonus': {
    label: 'Bonus',
    unit: 'money',
    text: 'Bonus on wages.',
    rollup: 'sum',
    how: ownOnly('cost.wages * pay.bonusRate'),
  },
  'cost.benefits': {
    label: 'Burdens and benefits',
    unit: 'money',
    text: "Employer's contributions and benefits on wages and bonus; on overtime the statutory part.",
    rollup: 'sum',
    how: ownOnly(
      '(cost.wages + cost.bonus) * (pay.statutoryBurden + pay.benefitsBurden) + cost.overtime * pay.statutoryBurden',
    ),
  },
  'cost.recruiting': {
    label: 'Recruiting',
    unit: 'money',
    text: 'Finding the hires of the period.',
    rollup: 'sum',
    how: ownOnly('hires * costs.costPerHire'),
  },
  'cost.training': {
    label: 'Training',
    unit: 'money',
    text: 'Trainers and material for the hires of the period; the pay of trainees is in wages.',
    rollup: 'sum',
    how: ownOnly('hires * costs.trainingPerHire'),
  },
  'cost.severance': {
    label: 'Severance',
    unit: 'money',
    text: 'Paid to leavers.',
    rollup: 'sum',
    how: ownOnly('leavers * costs.severancePerLeaver'),
  },
  seats: {
    label: 'Seats',
    unit: 'people',
    text: 'Average headcount and the support heads that need a seat.',
    rollup: 'mean',
    isDetail: true,
    how: formula('averageHeadcount + sum(support, seats)'),
  },
  'cost.technology': {
    label: 'Technology',
    unit: 'money',
    text: 'Licences and devices by seat.',
    rollup: 'sum',
    how: formula('seats * costs.technologyPerSeat * m'),
  },
  'cost.facilities': {
    label: 'Facilities',
    unit: 'money',
    text: 'Workplaces of the seats.',
    rollup: 'sum',
    how: ownOnly('seats * costs.seatsPerHead * costs.facilityPerSeat * m'),
  },
  'cost.support': {
    label: 'Support staff',
    unit: 'money',
    text: 'Team leads, quality, planning: heads by span, with burdens and benefits.',
    rollup: 'sum',
    how: formula(
      'sum(support, heads * annualSalary * (1 + group.pay.statutoryBurden + group.pay.benefitsBurden) * y)',
    ),
  },
  slaAdjust: {
    label: 'Service-level bonus or malus',
    unit: 'share',
    text: "Adjustment of the partner's price by the first tier that its own service level reaches.",
    rollup: 'mean',
    isDetail: true,
    how: { by: 'sourcing', cases: { vendor: block('ownService') } },
  },
  handled: {
    label: 'Handled by the group',
    unit: 'contacts',
    text: 'Handled contacts of its queues that belong to the group.',
    rollup: 'sum',
    isDetail: true,
    how: formula('sum(routes, handled)'),
  },
  billedUnits: {
    label: 'Billed units',
    unit: 'number',
    text: "What the partner's price is multiplied by: productive hours, contacts, minutes or FTE-months.",
    rollup: 'sum',
    isDetail: true,
    how: {
      by: 'pricing',
      cases: {
        perHour: formula('(billedFte + overtimeFte) * availableHours * (1 - shrinkage)'),
        perContact: formula('sum(routes, handled)'),
        perMinute: formula('sum(routes, handled * queue.aht / 60)'),
        perFte: formula('paidFte * m'),
      },
    },
  },
  'cost.vendor': {
    label: 'Partner',
    unit: 'money',
    text: "The partner's price for what it delivers, with service-level bonus or malus.",
    rollup: 'sum',
    how: {
      by: 'sourcing',
      cases: { vendor: formula('vendor.price * billedUnits * (1 + slaAdjust)'), own: formula('0') },
    },
  },
  'cost.total': {
    label: 'Total cost',
    unit: 'money',
    text: 'All cost lines of the group.',
    rollup: 'sum',
    how: formula(
      'cost.wages + cost.overtime + cost.bonus + cost.benefits + cost.recruiting + cost.training + cost.severance + cost.technology + cost.facilities + cost.support + cost.vendor',
    ),
  },
  direct: {
    label: 'Direct cost',
    unit: 'money',
    text: 'Wages, overtime, bonus, burdens and benefits.',
    rollup: 'sum',
    isDetail: true,
    how: formula('cost.wages + cost.overtime + cost.bonus + cost.benefits'),
  },
  staffedHours: {
    label: 'Staffed hours',
    unit: 'hours',
    text: 'Staffed hours in all queues of the group.',
    rollup: 'sum',
    isDetail: true,
    how: formula('sum(routes, staffedHours)'),
  },
  queueCount: {
    label: 'Queues served',
    unit: 'number',
    text: 'Number of queues that the group serves.',
    rollup: 'mean',
    isDetail: true,
    how: formula('sum(routes, 1)'),
  },
});

export const routeCostLines = lines('routes', {
  cost: {
    label: "Group's cost in the queue",
    unit: 'money',
    text: "The group's cost spread over its queues by staffed hours; evenly where it has none.",
    rollup: 'sum',
    isDetail: true,
    how: formula(
      'group.cost.total * if(group.staffedHours == 0, 1 / group.queueCount, staffedHours / group.staffedHours)',
    ),
  },
});

export const queueCostLines = lines('queues', {
  telecom: {
    label: 'Telecom',
    unit: 'money',
    text: 'Minutes of talk and hold of handled contacts.',
    rollup: 'sum',
    isDetail: true,
    how: formula('handled * (handleTime.talk + handleTime.hold) / 60 * telecomPerMinute'),
  },
  cost: {
    label: 'Cost',
    unit: 'money',
    text: "The groups' cost in the queue, its telecom, and budget lines by handled contacts.",
    rollup: 'sum',
    how: formula(
      'sum(servers, cost) + telecom + plan.budgetLines * if(plan.handled == 0, 1 / plan.queueCount, handled / plan.handled)',
    ),
  },
  costPerContact: {
    label: 'Cost per contact',
    unit: 'moneyPerContact',
    text: 'Cost of the queue ÷ handled contacts.',
    rollup: 'formula',
    how: formula('ratio(cost, handled)'),
  },
});
