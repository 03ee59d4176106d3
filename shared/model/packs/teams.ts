import { metrics, type Pack } from './define.ts';

/** Readers who do the work, lead those who do it, or sell it. */

export const managersPack: Pack = {
  id: 'managers',
  assumptions: 'first',
  assumptionPaths: [
    /^staffGroups\.[^.]+\.(shrinkage|attrition|ramp|hiring|scheduleEfficiency|proficient)/,
    /^queues\./,
  ],
  showsChecks: true,
  pages: [
    {
      kind: 'summary',
      id: 'answer',
      sentences: ['coverage', 'people', 'busiest'],
      metrics: metrics(
        'plan.requiredFte',
        'plan.effectiveFte',
        'plan.surplus',
        'plan.hires',
        'plan.leavers',
        'plan.serviceLevel',
        'plan.utilisation',
      ),
    },
    {
      kind: 'figures',
      id: 'gaps',
      chart: 'gapHeat',
      message: 'coverage',
      metrics: metrics('plan.surplus', 'plan.overtimeFte'),
    },
    {
      kind: 'members',
      id: 'groupPeople',
      of: 'groups',
      metrics: metrics(
        'requiredFte',
        'effectiveFte',
        'surplus',
        'hires',
        'leavers',
        'shrinkage',
        'closingHeadcount',
      ),
    },
    {
      kind: 'figures',
      id: 'hiring',
      chart: 'hiring',
      message: 'people',
      metrics: metrics('plan.averageHeadcount', 'plan.hires', 'plan.leavers', 'plan.attritionAnnualised'),
    },
    {
      kind: 'figures',
      id: 'serviceByQueue',
      chart: 'serviceHeat',
      metrics: metrics('plan.serviceLevel', 'plan.abandonment'),
    },
    {
      kind: 'members',
      id: 'queueService',
      of: 'queues',
      metrics: metrics('serviceLevel', 'asa', 'abandonment', 'occupancy', 'aht', 'backlogHours'),
    },
  ],
};

/** Only what an agent can do something about: no money, no other people, no targets that others set. */
export const agentsPack: Pack = {
  id: 'agents',
  assumptions: 'none',
  showsChecks: false,
  pages: [
    {
      kind: 'summary',
      id: 'yourDay',
      sentences: ['peak', 'busiest', 'resolved'],
      metrics: [
        { measure: 'plan.offered', decision: 'leave' },
        { measure: 'plan.resolved', decision: 'fcr' },
      ],
    },
    {
      kind: 'members',
      id: 'inYourHands',
      of: 'queues',
      metrics: metrics('fcr', 'recontact', 'handleTime.hold', 'handleTime.wrapUp'),
    },
    {
      kind: 'figures',
      id: 'busyMonths',
      chart: 'contacts',
      message: 'peak',
      metrics: [{ measure: 'plan.offered', decision: 'leave' }],
    },
    {
      kind: 'figures',
      id: 'busyHours',
      chart: 'weekHeat',
      message: 'busiest',
      metrics: [{ measure: 'plan.handled', decision: 'breaks' }],
    },
  ],
};

/** One partner's own group against the agreed definitions; nothing of the client's other groups. */
export const partnerPack: Pack = {
  id: 'partner',
  assumptions: 'none',
  showsChecks: false,
  isForPartner: true,
  pages: [
    {
      kind: 'summary',
      id: 'delivery',
      sentences: ['coverage', 'partnerPeople', 'partnerCost'],
      metrics: metrics(
        'requiredFte',
        'effectiveFte',
        'surplus',
        'ownServiceLevel',
        'slaAdjust',
        'billedUnits',
        'cost.vendor',
      ),
    },
    {
      kind: 'figures',
      id: 'partnerStaffing',
      chart: 'staffing',
      message: 'coverage',
      metrics: metrics('requiredFte', 'effectiveFte', 'surplus', 'hires', 'leavers', 'closingHeadcount'),
    },
    {
      kind: 'members',
      id: 'partnerQueues',
      of: 'routes',
      metrics: metrics('requiredHours', 'staffedHours', 'staffingRatio', 'handled'),
    },
    {
      kind: 'figures',
      id: 'partnerYears',
      metrics: metrics('handled', 'billedUnits', 'ownServiceLevel', 'slaAdjust', 'cost.vendor'),
    },
  ],
};
