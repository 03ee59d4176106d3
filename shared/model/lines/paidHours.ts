import { formula, lines } from './define.ts';

/** Where the paid hours of one full-time employee go, step by step down to hours for contacts. */
export const paidHoursLines = lines('groups', {
  'hours.holidays': {
    label: 'Public holidays',
    unit: 'hoursPerFte',
    text: 'Paid hours of the holidays that the group observes.',
    rollup: 'sum',
    isDetail: true,
    how: formula('hoursPerFte - availableHours'),
  },
  'hours.outOfOffice': {
    label: 'Out of office',
    unit: 'hoursPerFte',
    text: 'Available hours lost to leave and sickness.',
    rollup: 'sum',
    isDetail: true,
    how: formula('availableHours * outOfOfficeShare'),
  },
  'hours.present': {
    label: 'Present',
    unit: 'hoursPerFte',
    text: 'Available hours less those out of office.',
    rollup: 'sum',
    isDetail: true,
    how: formula('availableHours - hours.outOfOffice'),
  },
  'hours.inOffice': {
    label: 'In the office',
    unit: 'hoursPerFte',
    text: 'Hours present but not available for contacts: breaks, coaching, meetings.',
    rollup: 'sum',
    isDetail: true,
    how: formula('hours.present - hours.forContacts'),
  },
  'hours.forContacts': {
    label: 'On schedule for contacts',
    unit: 'hoursPerFte',
    text: 'Available hours less shrinkage.',
    rollup: 'sum',
    isDetail: true,
    how: formula('availableHours * (1 - shrinkage)'),
  },
  'hours.schedule': {
    label: 'Schedule losses',
    unit: 'hoursPerFte',
    text: 'Hours on schedule that cover no requirement: 1 − schedule efficiency.',
    rollup: 'sum',
    isDetail: true,
    how: formula('hours.forContacts * (1 - scheduleEfficiency)'),
  },
  'hours.productive': {
    label: 'Productive hours per FTE',
    unit: 'hoursPerFte',
    text: 'Hours of one full-time employee that count against the requirement.',
    rollup: 'sum',
    isDetail: true,
    how: formula('hours.forContacts * scheduleEfficiency'),
  },
});
