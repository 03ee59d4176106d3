import { block, formula, lines } from './define.ts';

/** Hours that a group puts in, and how they fall on its queues. */
export const supplyLines = lines('groups', {
  suppliedHours: {
    label: 'Agent hours supplied',
    unit: 'hours',
    text: 'Hours that effective staff and overtime put in, after holidays, schedule losses and shrinkage.',
    rollup: 'sum',
    isDetail: true,
    how: formula('(effectiveFte + overtimeFte) * availableHours * scheduleEfficiency * (1 - shrinkage)'),
  },
  ownServiceLevel: {
    label: 'Own service level',
    unit: 'share',
    text: "What the group's staffing alone would give its queues: a partner is judged by its own.",
    rollup: 'mean',
    how: { by: 'sourcing', cases: { vendor: block('ownService') } },
  },
});

export const routeServiceLines = lines('routes', {
  staffingRatio: {
    label: 'Staffing ratio',
    unit: 'share',
    text: 'Hours supplied ÷ hours required in this queue; when hours are short, queues are filled by priority.',
    rollup: 'mean',
    isDetail: true,
    how: block('allocation'),
  },
  staffedHours: {
    label: 'Staffed hours',
    unit: 'hours',
    text: 'Required hours times the staffing ratio.',
    rollup: 'sum',
    isDetail: true,
    how: formula('requiredHours * staffingRatio'),
  },
  handled: {
    label: 'Handled by the group',
    unit: 'contacts',
    text: "Handled contacts of the queue in proportion to the group's share and staffing.",
    rollup: 'sum',
    isDetail: true,
    how: {
      by: 'pooling',
      cases: {
        pooled: formula(
          'if(queue.staffedShare == 0, 0, queue.handled * share * staffingRatio / queue.staffedShare)',
        ),
        own: block('service'),
      },
    },
  },
});

/** What customers experience. */
export const serviceLines = lines('queues', {
  staffedShare: {
    label: 'Staffed share',
    unit: 'share',
    text: 'Staffing of all groups together against the requirement.',
    rollup: 'mean',
    isDetail: true,
    how: formula('sum(servers, share * staffingRatio)'),
  },
  inTime: {
    label: 'Answered in time',
    unit: 'contacts',
    text: 'Contacts answered within the threshold.',
    rollup: 'sum',
    isDetail: true,
    how: block('service'),
  },
  countedForService: {
    label: 'Counted for service level',
    unit: 'contacts',
    text: 'The contacts that service level is a share of: offered, answered, or offered without short abandons.',
    rollup: 'sum',
    isDetail: true,
    how: block('service'),
  },
  serviceLevel: {
    label: 'Service level',
    unit: 'share',
    text: 'Answered in time ÷ the contacts that count; for deferred work the share of time in which the backlog can be done within the threshold.',
    rollup: 'formula',
    how: formula('ratio(inTime, countedForService)'),
  },
  waitSeconds: {
    label: 'Waiting of answered contacts',
    unit: 'seconds',
    text: 'Total waiting time of the contacts that were answered.',
    rollup: 'sum',
    isDetail: true,
    how: { by: 'kind', cases: { waiting: block('service') } },
  },
  asa: {
    label: 'Speed of answer',
    unit: 'seconds',
    text: 'Mean wait of the answered contacts; not defined where an interval is overloaded and nobody hangs up.',
    rollup: 'formula',
    how: { by: 'kind', cases: { waiting: formula('ratio(waitSeconds, handled)') } },
  },
  abandoned: {
    label: 'Abandoned contacts',
    unit: 'contacts',
    text: 'Contacts that hang up, or are not served where the queue is overloaded.',
    rollup: 'sum',
    how: block('service'),
  },
  abandonment: {
    label: 'Abandonment',
    unit: 'share',
    text: 'Abandoned ÷ offered contacts.',
    rollup: 'formula',
    isDetail: true,
    how: formula('ratio(abandoned, offered)'),
  },
  carriedHours: {
    label: 'Handling hours',
    unit: 'hours',
    text: 'Time that staffed slots spend handling.',
    rollup: 'sum',
    isDetail: true,
    how: block('service'),
  },
  slotHours: {
    label: 'Staffed slot hours',
    unit: 'hours',
    text: 'Staffed agents times the contacts each handles at once.',
    rollup: 'sum',
    isDetail: true,
    how: block('service'),
  },
  occupancy: {
    label: 'Occupancy',
    unit: 'share',
    text: 'Handling ÷ staffed time.',
    rollup: 'formula',
    how: formula('ratio(carriedHours, slotHours)'),
  },
  handled: {
    label: 'Handled contacts',
    unit: 'contacts',
    text: 'Offered less abandoned; for deferred work what the hours got done.',
    rollup: 'sum',
    how: block('service'),
  },
  backlogHours: {
    label: 'Backlog',
    unit: 'hours',
    text: 'Unfinished work at the end of the period.',
    rollup: 'last',
    how: block('service'),
  },
  overloadedIntervals: {
    label: 'Overloaded intervals',
    unit: 'intervals',
    text: 'Open intervals in which load reaches the agents while nobody hangs up: no forecast of service there.',
    rollup: 'sum',
    how: block('service'),
  },
});
