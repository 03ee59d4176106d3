import { metrics, type Pack, type PackPage } from './define.ts';

/** The business case, which several readers share. */
const casePage: PackPage = { kind: 'case', id: 'case' };

export const financePack: Pack = {
  id: 'finance',
  hasWholePlan: true,
  assumptions: 'all',
  showsChecks: true,
  pages: [
    {
      kind: 'summary',
      id: 'answer',
      sentences: ['coverage', 'people', 'cost'],
      metrics: metrics(
        'plan.totalCost',
        'plan.costPerContact',
        'plan.costPerAgent',
        'plan.requiredFte',
        'plan.averageHeadcount',
        'plan.hires',
        'plan.serviceLevel',
      ),
    },
    {
      kind: 'figures',
      id: 'budget',
      chart: 'budget',
      message: 'cost',
      metrics: metrics(
        'plan.totalCost',
        'plan.directCost',
        'plan.vendorCost',
        'plan.indirectCost',
        'plan.budgetLines',
        'plan.investment',
      ),
    },
    {
      kind: 'figures',
      id: 'costBridge',
      chart: 'costBridge',
      metrics: metrics(
        'plan.costPerContact',
        'plan.costPerHandledMinute',
        'plan.costPerResolution',
        'plan.costPerAgent',
        'plan.directCostPerAgent',
      ),
    },
    {
      kind: 'figures',
      id: 'directYears',
      metrics: metrics(
        'plan.cost.wages',
        'plan.cost.overtime',
        'plan.cost.bonus',
        'plan.cost.benefits',
        'plan.directCost',
        'plan.vendorCost',
        'plan.totalCost',
      ),
    },
    {
      kind: 'figures',
      id: 'indirectYears',
      metrics: metrics(
        'plan.cost.recruiting',
        'plan.cost.training',
        'plan.cost.severance',
        'plan.cost.technology',
        'plan.cost.facilities',
        'plan.cost.support',
        'plan.telecom',
      ),
    },
    {
      kind: 'figures',
      id: 'headcount',
      chart: 'staffing',
      message: 'people',
      metrics: metrics(
        'plan.requiredFte',
        'plan.effectiveFte',
        'plan.surplus',
        'plan.averageHeadcount',
        'plan.hires',
        'plan.leavers',
        'plan.attritionAnnualised',
      ),
    },
    {
      kind: 'members',
      id: 'groupCost',
      of: 'groups',
      metrics: metrics('averageHeadcount', 'paidFte', 'direct', 'cost.vendor', 'cost.total'),
    },
    {
      kind: 'members',
      id: 'queueCost',
      of: 'queues',
      metrics: metrics('offered', 'handled', 'aht', 'cost', 'costPerContact'),
    },
    casePage,
  ],
};

export const leadersPack: Pack = {
  id: 'leaders',
  assumptions: 'first',
  showsChecks: true,
  pages: [
    {
      kind: 'summary',
      id: 'answer',
      sentences: ['coverage', 'people', 'cost'],
      metrics: metrics(
        'plan.totalCost',
        'plan.revenue',
        'plan.requiredFte',
        'plan.surplus',
        'plan.serviceLevel',
        'plan.costPerContact',
        'plan.attritionAnnualised',
      ),
    },
    {
      kind: 'figures',
      id: 'people',
      chart: 'staffing',
      message: 'coverage',
      metrics: metrics(
        'plan.requiredFte',
        'plan.effectiveFte',
        'plan.surplus',
        'plan.overtimeFte',
        'plan.hires',
        'plan.leavers',
      ),
    },
    {
      kind: 'figures',
      id: 'budget',
      chart: 'budget',
      message: 'cost',
      metrics: metrics(
        'plan.totalCost',
        'plan.directCost',
        'plan.vendorCost',
        'plan.indirectCost',
        'plan.costPerContact',
      ),
    },
    {
      kind: 'figures',
      id: 'service',
      chart: 'service',
      metrics: metrics('plan.serviceLevel', 'plan.abandonment', 'plan.abandoned', 'plan.utilisation'),
    },
    casePage,
  ],
};
