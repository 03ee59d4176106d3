/** The whole cost of a plan in eight families, each with its measures of the plan; together they are the total cost. */
export const costFamilies = [
  { id: 'pay', measures: ['plan.cost.wages', 'plan.cost.overtime', 'plan.cost.bonus'] },
  { id: 'benefits', measures: ['plan.cost.benefits'] },
  { id: 'support', measures: ['plan.cost.support'] },
  { id: 'partner', measures: ['plan.cost.vendor'] },
  { id: 'hiring', measures: ['plan.cost.recruiting', 'plan.cost.training', 'plan.cost.severance'] },
  { id: 'seats', measures: ['plan.cost.technology', 'plan.cost.facilities'] },
  { id: 'telecom', measures: ['plan.telecom'] },
  { id: 'budgetLines', measures: ['plan.budgetLines'] },
] as const;
