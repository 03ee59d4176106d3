import { dayNumberOfIso, weekdayOf } from '#shared/kernel/calendar.ts';
import type { ExplainNote } from './notes.ts';
import { isInPeriod, type Period } from './periods.ts';
import type { NodeHead, Plan } from './plan.ts';
import type { Queue, Scenario, StaffGroup } from './scenario.ts';

/** Where facts come from that are known before the run: events, seasons, holidays, classes. */

function eventNotes({ id }: Queue, { events }: Scenario, period: Period): readonly ExplainNote[] {
  const found = events
    .filter((event) => event.queues.includes(id))
    .flatMap((event): readonly ExplainNote[] => {
      const first = Math.max(dayNumberOfIso(event.from), period.startDay);
      const last = Math.min(dayNumberOfIso(event.to), period.startDay + period.days - 1);
      if (last < first) return [];
      return [
        {
          kind: 'event',
          name: event.name,
          uplift: event.uplift,
          days: last - first + 1,
          ofDays: period.days,
        },
      ];
    });
  return found.length > 0 ? found : [{ kind: 'noEvent' }];
}

function holidayNotes({ calendar }: Scenario, period: Period, isWorkDay: boolean): readonly ExplainNote[] {
  const here = calendar.holidays.filter((date) => isInPeriod(date, period));
  const dates = isWorkDay ? here.filter((date) => weekdayOf(dayNumberOfIso(date)) < 5) : here;
  return [{ kind: 'holidays', dates: dates.toSorted() }];
}

function queueFact(name: string, queue: Queue, scenario: Scenario, period: Period): readonly ExplainNote[] {
  if (name === 'eventFactor') return eventNotes(queue, scenario, period);
  if (name === 'season') return [{ kind: 'season', month: period.month }];
  return name === 'openShare' ? holidayNotes(scenario, period, false) : [];
}

function groupFact(
  name: string,
  group: StaffGroup,
  scenario: Scenario,
  period: Period,
): readonly ExplainNote[] {
  if (name === 'paidWeeks') return [{ kind: 'hoursBasis', basis: group.hoursBasis }];
  if (name === 'observedHolidays') return holidayNotes(scenario, period, true);
  if (name !== 'classStarts' || group.hiring.mode !== 'manual') return [];
  return group.hiring.classes
    .filter(({ start }) => isInPeriod(start, period))
    .map(({ start, people }) => ({ kind: 'class', start, people }));
}

/** What stands behind a fact of one period beyond the numbers of the plan. */
export function factNotes(plan: Plan, { name, member }: NodeHead, t: number): readonly ExplainNote[] {
  const { context } = plan.graph();
  const period = context.periods[t];
  if (period === undefined) return [];
  const { scenario } = context;
  const queue =
    member.dimension === 'queues' ? scenario.queues.find(({ id }) => id === member.id) : undefined;
  if (queue !== undefined) return queueFact(name, queue, scenario, period);
  const group =
    member.dimension === 'groups' ? scenario.staffGroups.find(({ id }) => id === member.id) : undefined;
  return group === undefined ? [] : groupFact(name, group, scenario, period);
}
