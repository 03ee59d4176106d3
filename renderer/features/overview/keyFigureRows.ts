const demand = { topic: 'demand', nodes: ['plan.customers', 'plan.revenue', 'plan.offered'] } as const;

const service = {
  topic: 'service',
  nodes: ['plan.serviceLevel', 'plan.abandonment', 'plan.utilisation'],
} as const;

const people = {
  topic: 'people',
  nodes: [
    'plan.requiredFte',
    'plan.effectiveFte',
    'plan.surplus',
    'plan.averageHeadcount',
    'plan.hires',
    'plan.leavers',
    'plan.attritionAnnualised',
  ],
} as const;

const money = {
  topic: 'money',
  nodes: [
    'plan.directCost',
    'plan.vendorCost',
    'plan.indirectCost',
    'plan.totalCost',
    'plan.costPerContact',
    'plan.costPerAgent',
  ],
} as const;

/** The figures of a year that people ask for first, by topic: what drives what beside what comes of it. */
export const keyFigureTables = [
  [demand, people],
  [service, money],
] as const;
