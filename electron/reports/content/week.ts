import { type Queue, weekdays } from '#shared/model/scenario.ts';
import { type ReportSource, valueAt } from './source.ts';

/** The beginning of an hour as clocks show it. */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** The profile of a queue as shares of the week: seven days of 24 hours. */
export interface QueueWeek {
  readonly queue: string;
  readonly hours: readonly (readonly number[])[];
}

const MINUTES_PER_HOUR = 60;
const HOURS_PER_DAY = 24;

function hoursOf({ profile }: Queue): readonly (readonly number[])[] {
  const total = weekdays
    .flatMap((day) => profile.weights[day] ?? [])
    .reduce((sum, weight) => sum + weight, 0);
  return weekdays.map((day) => {
    const hours = Array.from({ length: HOURS_PER_DAY }, () => 0);
    (profile.weights[day] ?? []).forEach((weight, place) => {
      const hour = Math.floor((place * profile.intervalMinutes) / MINUTES_PER_HOUR);
      hours[hour] = (hours[hour] ?? 0) + (total === 0 ? 0 : weight / total);
    });
    return hours;
  });
}

/** The week of the queue with most contacts whose customers wait; undefined where no profile tells hours apart. */
export function mainQueueWeek({ plan, year }: ReportSource): QueueWeek | undefined {
  const waiting = plan
    .scenario()
    .queues.filter(
      ({ model, profile }) => model !== 'workload' && profile.intervalMinutes <= MINUTES_PER_HOUR,
    )
    .map((queue) => ({ queue, offered: valueAt(plan, `queues.${queue.id}.offered`, year, 'year') ?? 0 }))
    .toSorted((left, right) => right.offered - left.offered);
  const [first] = waiting;
  return first === undefined
    ? undefined
    : { queue: first.queue.name ?? first.queue.id, hours: hoursOf(first.queue) };
}

export interface BusyHour {
  readonly queue: string;
  /** 0 for Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly share: number;
}

/** The hour of the week in which most contacts of the main queue come. */
export function busiestHour(source: ReportSource): BusyHour | undefined {
  const week = mainQueueWeek(source);
  if (week === undefined) return undefined;
  const all = week.hours.flatMap((hours, weekday) =>
    hours.map((share, hour) => ({ queue: week.queue, weekday, hour, share })),
  );
  return all.reduce((most, one) => (one.share > most.share ? one : most));
}
