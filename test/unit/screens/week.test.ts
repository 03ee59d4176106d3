import { expect, it } from 'vitest';
import { digitsOf, hoursByDay, peakOf, weekRows } from '#renderer/features/staffing/week.ts';
import type { IntervalPlan } from '#shared/model/intervalPlan.ts';

const need = (agents: number) => ({ contacts: agents * 10, load: agents - 0.5, agents });
const closed = (weekday: number) => ({ weekday, openDays: 0, intervals: [] });

/** Two open days of 6-hour intervals. */
const week: IntervalPlan = {
  queueId: 'voice',
  intervalMinutes: 360,
  agentHours: 96,
  days: [
    { weekday: 0, openDays: 4, intervals: [null, need(2), need(5), null] },
    { weekday: 1, openDays: 4, intervals: [null, null, need(4), null] },
    ...[2, 3, 4, 5, 6].map(closed),
  ],
};

it('shows the times of day from the first to the last opening', () => {
  expect(weekRows(week, 'agents')).toEqual([
    { minuteOfDay: 360, values: [2, null, null, null, null, null, null] },
    { minuteOfDay: 720, values: [5, 4, null, null, null, null, null] },
  ]);
  expect(weekRows({ ...week, days: [0, 1, 2, 3, 4, 5, 6].map(closed) }, 'agents')).toEqual([]);
});

it('adds up the hours of a day and finds the peak', () => {
  expect(hoursByDay(week)).toEqual([42, 24, 0, 0, 0, 0, 0]);
  expect(peakOf(week)).toEqual({ weekday: 0, minuteOfDay: 720, need: need(5) });
  expect(peakOf({ ...week, days: [] })).toBeUndefined();
});

it('shows whole agents without decimals and parts of agents with one', () => {
  expect(digitsOf(weekRows(week, 'agents'), 'agents')).toBe(0);
  expect(digitsOf([{ minuteOfDay: 0, values: [1.5] }], 'agents')).toBe(1);
  expect(digitsOf(weekRows(week, 'load'), 'load')).toBe(1);
  expect(digitsOf([{ minuteOfDay: 0, values: [12.7] }], 'contacts')).toBe(0);
});
