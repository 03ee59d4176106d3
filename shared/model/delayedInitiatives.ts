import { civilDateOf, dayNumberOf, dayNumberOfIso, isoDateOf, monthStart } from '#shared/kernel/calendar.ts';
import { plannedHires } from './cancelledHires.ts';
import { isInPeriod, periodsOf, yearFraction } from './periods.ts';
import type { Initiative, Scenario } from './scenario.ts';

/** The same day some months later; the last day of a month that is too short. */
export function monthsLater(isoDate: string, months: number): string {
  const day = dayNumberOfIso(isoDate);
  const first = monthStart(day, months);
  const { year, month } = civilDateOf(first);
  const wanted = dayNumberOf({ year, month, day: civilDateOf(day).day });
  return isoDateOf(Math.min(wanted, monthStart(first, 1) - 1));
}

type Cancelled = NonNullable<Initiative['cancelledHires']>;

/**
 * Initiatives with every start some months later; a start never moves before the plan. The hires that they cancel move
 * with them, as far as hires are planned there: what is freed later can cancel only later hires.
 *
 * @param months whole months; negative begins earlier
 */
export function delayed(
  scenario: Scenario,
  initiatives: readonly Initiative[],
  months: number,
): readonly Initiative[] {
  const taken = new Map<string, number>();
  return initiatives.map((initiative) => {
    const moved = monthsLater(initiative.start, months);
    const start = moved < scenario.calendar.start ? scenario.calendar.start : moved;
    const { cancelledHires } = initiative;
    if (cancelledHires === undefined || months === 0) return { ...initiative, start };
    return { ...initiative, start, cancelledHires: fitting(scenario, cancelledHires, months, taken) };
  });
}

/** Cancelled hires at their later dates, each at most as many as are still planned there. */
function fitting(
  scenario: Scenario,
  cancelled: Cancelled,
  months: number,
  taken: Map<string, number>,
): Cancelled {
  const fraction = yearFraction(scenario.calendar.grain);
  const periods = periodsOf(scenario.calendar);
  return cancelled.flatMap((one) => {
    const date = monthsLater(one.date, months);
    const period = periods.find((candidate) => isInPeriod(date, candidate));
    const hiring = scenario.staffGroups.find(({ id }) => id === one.group)?.hiring;
    if (period === undefined || hiring?.mode !== 'manual') return [];
    const key = `${one.group} ${period.index}`;
    const used = taken.get(key) ?? 0;
    const planned = plannedHires(hiring, periods, fraction)?.[period.index] ?? 0;
    const people = Math.min(one.people, planned - used);
    if (people <= 0) return [];
    taken.set(key, used + people);
    return [{ ...one, date, people }];
  });
}
