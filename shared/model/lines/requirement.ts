import { weekdayOf } from '#shared/kernel/calendar.ts';
import type { Member } from '../members.ts';
import type { Period } from '../periods.ts';
import type { StaffGroup } from '../scenario.ts';
import { block, type FactContext, formula, lines } from './define.ts';

export function groupOf(member: Member, { scenario }: FactContext): StaffGroup {
  const group = scenario.staffGroups.find(({ id }) => id === member.id);
  if (group === undefined) throw new Error(`There is no staff group "${member.id}"`);
  return group;
}

function paidWeeks({ hoursBasis }: StaffGroup, { yearFraction }: FactContext, period: Period): number {
  if (hoursBasis === 'calendar') return period.days / 7;
  if (hoursBasis === 'average') return (365 * yearFraction) / 7;
  let weekdays = 0;
  for (let day = period.startDay; day < period.startDay + period.days; day += 1)
    if (weekdayOf(day) < 5) weekdays += 1;
  return weekdays / 5;
}

function observedHolidays(
  { observesHolidays }: StaffGroup,
  { holidays }: FactContext,
  period: Period,
): number {
  if (!observesHolidays) return 0;
  const isHere = (day: number) =>
    day >= period.startDay && day < period.startDay + period.days && weekdayOf(day) < 5;
  return [...holidays].filter(isHere).length;
}

/** Hours that a queue must be staffed, from its interval requirements. */
export const queueRequirementLines = lines('queues', {
  baseHours: {
    label: 'Agent hours required',
    unit: 'hours',
    text: 'Agents needed in every open interval, added up over the period, before shrinkage.',
    rollup: 'sum',
    how: { by: 'pooling', cases: { pooled: block('requirement'), own: formula('sum(servers, ownHours)') } },
  },
});

export const routeRequirementLines = lines('routes', {
  ownHours: {
    label: 'Own agent hours required',
    unit: 'hours',
    text: "Agents that the group needs for its own part of the queue's contacts, added up over the period.",
    rollup: 'sum',
    isDetail: true,
    how: { by: 'pooling', cases: { own: block('requirement') } },
  },
  requiredHours: {
    label: 'Required hours',
    unit: 'hours',
    text: "The group's part of the agent hours that the queue requires.",
    rollup: 'sum',
    isDetail: true,
    how: { by: 'pooling', cases: { pooled: formula('share * queue.baseHours'), own: formula('ownHours') } },
  },
});

export const groupRequirementLines = lines('groups', {
  paidWeeks: {
    label: 'Paid weeks',
    unit: 'weeks',
    text: 'Weeks paid in the period: Monday to Friday ÷ 5, or days ÷ 7 for a seven-day operation, or the average.',
    rollup: 'sum',
    isDetail: true,
    how: {
      fact: (member, context) => {
        const group = groupOf(member, context);
        return (period) => paidWeeks(group, context, period);
      },
    },
  },
  observedHolidays: {
    label: 'Holidays observed',
    unit: 'days',
    text: 'Holidays from Monday to Friday on which the group is paid but away.',
    rollup: 'sum',
    isDetail: true,
    how: {
      fact: (member, context) => {
        const group = groupOf(member, context);
        return (period) => observedHolidays(group, context, period);
      },
    },
  },
  hoursPerFte: {
    label: 'Paid hours per FTE',
    unit: 'hoursPerFte',
    text: 'Hours paid to one full-time employee in the period.',
    rollup: 'sum',
    how: formula('weeklyHours * paidWeeks'),
  },
  availableHours: {
    label: 'Available hours per FTE',
    unit: 'hoursPerFte',
    text: 'Paid hours less public holidays.',
    rollup: 'sum',
    how: formula('hoursPerFte - observedHolidays * weeklyHours / workDaysPerWeek'),
  },
  outOfOfficeShare: {
    label: 'Out-of-office share',
    unit: 'share',
    text: 'Paid time away: the sum of its causes.',
    rollup: 'mean',
    isDetail: true,
    how: formula('sum(outOfOffice, value)'),
  },
  shrinkage: {
    label: 'Shrinkage',
    unit: 'share',
    text: 'Paid time not available ÷ paid time: out of office first, then in the office on what is left.',
    rollup: 'mean',
    how: formula('1 - (1 - outOfOfficeShare) * (1 - sum(inOffice, value))'),
  },
  requiredHours: {
    label: 'Agent hours required',
    unit: 'hours',
    text: "The group's parts of all its queues.",
    rollup: 'sum',
    isDetail: true,
    how: formula('sum(routes, requiredHours)'),
  },
  productiveFte: {
    label: 'Productive FTE required',
    unit: 'fte',
    text: 'Required hours ÷ available hours of one FTE ÷ schedule efficiency.',
    rollup: 'mean',
    how: formula('if(requiredHours == 0, 0, requiredHours / availableHours / scheduleEfficiency)'),
  },
  requiredFte: {
    label: 'Required FTE',
    unit: 'fte',
    text: 'Paid FTE needed so that the productive ones are present: divided by 1 − shrinkage.',
    rollup: 'mean',
    how: formula('productiveFte / (1 - shrinkage)'),
  },
});
