import { metrics, type Pack } from './define.ts';

/** Readers who bring customers or shape what they ask. */

export const salesPack: Pack = {
  id: 'sales',
  assumptions: 'first',
  assumptionPaths: [/^segments\./, /^drivers\./],
  showsChecks: false,
  pages: [
    {
      kind: 'summary',
      id: 'supportDeals',
      sentences: ['coverage', 'demand'],
      metrics: metrics(
        'plan.customers',
        'plan.revenue',
        'plan.margin',
        'plan.offered',
        'plan.serviceLevel',
        'plan.surplus',
      ),
    },
    {
      kind: 'figures',
      id: 'customers',
      chart: 'customers',
      message: 'demand',
      metrics: metrics('plan.customers', 'plan.revenue', 'plan.margin', 'plan.offered'),
    },
    {
      kind: 'members',
      id: 'segments',
      of: 'segments',
      metrics: metrics('new', 'lost', 'closing', 'churnRate', 'revenue', 'margin'),
    },
    {
      kind: 'figures',
      id: 'people',
      chart: 'staffing',
      message: 'coverage',
      metrics: metrics('plan.surplus', 'plan.hires', 'plan.serviceLevel', 'plan.abandonment'),
    },
  ],
};

export const marketingPack: Pack = {
  id: 'marketing',
  assumptions: 'first',
  assumptionPaths: [/^segments\./, /^queues\.[^.]+\.(volume|demand|seasonality|deflection)/],
  showsChecks: false,
  pages: [
    {
      kind: 'summary',
      id: 'yourDay',
      sentences: ['demand', 'peak'],
      metrics: metrics('plan.offered', 'plan.customers', 'plan.serviceLevel', 'plan.abandonment'),
    },
    {
      kind: 'figures',
      id: 'contacts',
      chart: 'contacts',
      message: 'peak',
      metrics: metrics('plan.offered', 'plan.handled', 'plan.abandoned'),
    },
    {
      kind: 'members',
      id: 'segments',
      of: 'segments',
      metrics: metrics('new', 'lost', 'closing', 'churnRate'),
    },
    {
      kind: 'members',
      id: 'queueService',
      of: 'queues',
      metrics: metrics('offered', 'serviceLevel', 'abandonment', 'asa'),
    },
  ],
};

export const productPack: Pack = {
  id: 'product',
  assumptions: 'first',
  assumptionPaths: [/^queues\.[^.]+\.(demand|deflection|fcr|recontact|handleTime)/],
  showsChecks: false,
  pages: [
    {
      kind: 'summary',
      id: 'yourDay',
      sentences: ['demand', 'resolved'],
      metrics: metrics('plan.offered', 'plan.resolved', 'plan.costPerContact', 'plan.costPerResolution'),
    },
    {
      kind: 'figures',
      id: 'contactFunnel',
      chart: 'contactFunnel',
      message: 'resolved',
      metrics: metrics('plan.offered', 'plan.handled', 'plan.resolved', 'plan.abandoned'),
    },
    {
      kind: 'members',
      id: 'contactReasons',
      of: 'queues',
      metrics: metrics('issues', 'deflection', 'fcr', 'recontact', 'offered', 'aht', 'costPerContact'),
    },
  ],
};

export const itPack: Pack = {
  id: 'it',
  assumptions: 'first',
  assumptionPaths: [
    /^queues\.[^.]+\.(deflection|telecomPerMinute|concurrency)/,
    /^staffGroups\.[^.]+\.costs\.(technology|seats)/,
    /^budgetLines\./,
  ],
  showsChecks: false,
  pages: [
    {
      kind: 'summary',
      id: 'yourDay',
      sentences: ['demand', 'busiest'],
      metrics: metrics(
        'plan.handled',
        'plan.handlingHours',
        'plan.averageHeadcount',
        'plan.cost.technology',
        'plan.telecom',
      ),
    },
    {
      kind: 'figures',
      id: 'load',
      chart: 'weekHeat',
      message: 'busiest',
      metrics: metrics('plan.offered', 'plan.handlingHours', 'plan.handledMinutes'),
    },
    {
      kind: 'members',
      id: 'channels',
      of: 'queues',
      metrics: metrics('offered', 'deflection', 'concurrency', 'aht', 'telecom'),
    },
    {
      kind: 'members',
      id: 'seats',
      of: 'groups',
      metrics: metrics('seats', 'hires', 'cost.technology'),
    },
  ],
};
