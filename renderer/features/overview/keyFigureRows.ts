/** The figures of a year that people ask for first, by topic. */
export const keyFigureRows = [
  { topic: 'demand', nodes: ['plan.customers', 'plan.revenue', 'plan.offered'] },
  { topic: 'service', nodes: ['plan.serviceLevel', 'plan.abandonment', 'plan.utilisation'] },
  {
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
  },
  {
    topic: 'money',
    nodes: [
      'plan.directCost',
      'plan.vendorCost',
      'plan.indirectCost',
      'plan.totalCost',
      'plan.costPerContact',
      'plan.costPerAgent',
    ],
  },
] as const;
