import { dayNumberOfIso } from '#shared/kernel/calendar.ts';
import { daysByWeekday, type Period } from '../periods.ts';
import { type Queue, weekdays } from '../scenario.ts';
import type { Member } from '../members.ts';
import { type FactContext, formula, lines } from './define.ts';

/** What one segment asks of one queue. */
export const demandRowLines = lines('demand', {
  issues: {
    label: 'First contacts of the segment',
    unit: 'contacts',
    text: "First contacts of the segment's average and new customers in this queue.",
    rollup: 'sum',
    isDetail: true,
    how: formula('segment.average * contactsPerCustomer * dm + segment.new * contactsPerNewCustomer'),
  },
  partOfQueue: {
    label: 'Part of the queue',
    unit: 'share',
    text: "The segment's share of the queue's first contacts.",
    rollup: 'formula',
    isDetail: true,
    how: formula('if(queue.issues == 0, 0, issues / queue.issues)'),
  },
});

function queueOf(member: Member, { scenario }: FactContext): Queue {
  const queue = scenario.queues.find(({ id }) => id === member.id);
  if (queue === undefined) throw new Error(`There is no queue "${member.id}"`);
  return queue;
}

function eventFactor(queue: Queue, { scenario }: FactContext, period: Period): number {
  return scenario.events
    .filter((event) => event.queues.includes(queue.id))
    .reduce((factor, event) => {
      const first = Math.max(dayNumberOfIso(event.from), period.startDay);
      const last = Math.min(dayNumberOfIso(event.to), period.startDay + period.days - 1);
      return factor * (1 + (event.uplift * Math.max(0, last - first + 1)) / period.days);
    }, 1);
}

/** Weight of one day of the profile by weekday. */
function weightByWeekday({ profile }: Queue): readonly number[] {
  return weekdays.map((day) => (profile.weights[day] ?? []).reduce((sum, weight) => sum + weight, 0));
}

function weightOfDays(byWeekday: readonly number[], counts: readonly number[]): number {
  return byWeekday.reduce((total, weight, place) => total + weight * (counts[place] ?? 0), 0);
}

/** Share of the profile's weight that falls on open days: W_open/W_all, 1 where nothing is ever open. */
function openShare(queue: Queue, { holidays }: FactContext): (period: Period) => number {
  const byWeekday = weightByWeekday(queue);
  return (period) => {
    const all = weightOfDays(byWeekday, daysByWeekday(period));
    if (all === 0 || !queue.closedOnHolidays) return 1;
    return weightOfDays(byWeekday, daysByWeekday(period, holidays)) / all;
  };
}

/** Contacts: from customers to what arrives. */
export const demandLines = lines('queues', {
  issues: {
    label: 'First contacts',
    unit: 'contacts',
    text: 'What customers would ask before repeats, season and self-service.',
    rollup: 'sum',
    how: formula('sum(demand, issues) + volume * m'),
  },
  season: {
    label: 'Season',
    unit: 'factor',
    text: "Factor of the period's calendar month.",
    rollup: 'mean',
    isDetail: true,
    how: {
      fact: (member, context) => {
        const { seasonality } = queueOf(member, context);
        return (period) =>
          typeof seasonality === 'number' ? seasonality : (seasonality[period.month - 1] ?? 1);
      },
    },
  },
  eventFactor: {
    label: 'Events',
    unit: 'factor',
    text: 'Product of the events: 1 + uplift · share of the days covered, for each.',
    rollup: 'mean',
    isDetail: true,
    how: {
      fact: (member, context) => {
        const queue = queueOf(member, context);
        return (period) => eventFactor(queue, context, period);
      },
    },
  },
  openShare: {
    label: 'Open share',
    unit: 'share',
    text: "Share of the weekly profile's weight that falls on open days rather than holidays.",
    rollup: 'mean',
    isDetail: true,
    how: {
      fact: (member, context) => {
        return openShare(queueOf(member, context), context);
      },
    },
  },
  holidayFactor: {
    label: 'Holidays',
    unit: 'factor',
    text: "What is left after the lost part of closed holidays' contacts.",
    rollup: 'formula',
    isDetail: true,
    how: formula('1 - holidayDemandLost * (1 - openShare)'),
  },
  offered: {
    label: 'Offered contacts',
    unit: 'contacts',
    text: 'First contacts, moved by season, events and holidays, less self-service, plus repeats.',
    rollup: 'sum',
    how: formula(
      'issues * season * eventFactor * holidayFactor * (1 - deflection) / (1 - (1 - fcr) * recontact)',
    ),
  },
  aht: {
    label: 'Handle time',
    unit: 'seconds',
    text: 'Talk, hold and wrap-up of proficient agents.',
    rollup: 'formula',
    how: formula('handleTime.talk + handleTime.hold + handleTime.wrapUp'),
  },
});
