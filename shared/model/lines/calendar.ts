import { daysByWeekday } from '../periods.ts';
import { lines } from './define.ts';

/** Facts of the calendar, the same for every member. Their ids are `calendar.days`, `calendar.y` … */
export const calendarLines = lines('plan', {
  days: {
    label: 'Days',
    unit: 'days',
    text: 'Length of the period.',
    rollup: 'sum',
    isDetail: true,
    how: { fact: () => (period) => period.days },
  },
  y: {
    label: 'Years in the period',
    unit: 'years',
    text: 'Year fraction: 1/12 of a year for a month, 7/365 for a week.',
    rollup: 'sum',
    isDetail: true,
    how: {
      fact:
        (_, { yearFraction }) =>
        () =>
          yearFraction,
    },
  },
  m: {
    label: 'Months in the period',
    unit: 'months',
    text: 'Turns a quantity per month into one per period: 12 · y.',
    rollup: 'sum',
    isDetail: true,
    how: {
      fact:
        (_, { yearFraction }) =>
        () =>
          12 * yearFraction,
    },
  },
  dm: {
    label: 'Months in the period, by days',
    unit: 'months',
    text: 'Contact rates follow the calendar: 12 · days / 365, or m where demand is counted by months.',
    rollup: 'sum',
    isDetail: true,
    how: {
      fact:
        (_, { scenario, yearFraction }) =>
        (period) =>
          scenario.calendar.demandBasis === 'months' ? 12 * yearFraction : (12 * period.days) / 365,
    },
  },
  weekdays: {
    label: 'Monday to Friday',
    unit: 'days',
    text: 'Days from Monday to Friday in the period, holidays included.',
    rollup: 'sum',
    isDetail: true,
    how: {
      fact: () => (period) =>
        daysByWeekday(period)
          .slice(0, 5)
          .reduce((sum, count) => sum + count, 0),
    },
  },
});
