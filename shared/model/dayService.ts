import { intervalServiceA, intervalServiceC } from '#shared/queueing/intervalService.ts';
import type { Queue } from './scenario.ts';

/** What the formulas of the plan say of one day of a queue, or of one group's own part of it. */
export interface DayService {
  readonly contacts: number;
  /** By the goal's way of counting those who hang up; null where nobody counts. */
  readonly serviceLevel: number | null;
  /** Mean wait of the answered in seconds; null where an interval is overloaded and nobody hangs up. */
  readonly asa: number | null;
  /** Share of contacts that hang up, or are not served where the queue is overloaded. */
  readonly abandonment: number | null;
  readonly occupancy: number | null;
}

/** One open interval. */
export interface DayInterval {
  readonly contacts: number;
  /** Erlangs. */
  readonly load: number;
  /** Agents times contacts at once, real. */
  readonly slots: number;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 || Number.isNaN(part) ? null : part / whole;
}

/** Service of a day, interval by interval as the plan computes a period. */
export function dayService(
  { goal }: Queue,
  ahtSeconds: number,
  patienceSeconds: number | undefined,
  intervals: readonly DayInterval[],
): DayService {
  const { within, abandonsCount } = goal;
  let [contacts, inTime, counted, answered, waitSeconds, carried, staffed] = [0, 0, 0, 0, 0, 0, 0];
  for (const { contacts: offered, load, slots } of intervals) {
    const service =
      patienceSeconds === undefined
        ? intervalServiceC(load, slots, ahtSeconds, within)
        : intervalServiceA(load, slots, ahtSeconds, within, patienceSeconds);
    const handled = offered * (1 - service.abandoned);
    contacts += offered;
    inTime += offered * service.inTime;
    if (abandonsCount === 'offered') counted += offered;
    else counted += abandonsCount === 'answered' ? handled : offered * (1 - service.abandonedInTime);
    answered += handled;
    waitSeconds += handled === 0 ? 0 : handled * (service.meanWait ?? Number.NaN);
    carried += service.occupancy * slots;
    staffed += slots;
  }
  return {
    contacts,
    serviceLevel: ratio(inTime, counted),
    asa: ratio(waitSeconds, answered),
    abandonment: ratio(contacts - answered, contacts),
    occupancy: ratio(carried, staffed),
  };
}
