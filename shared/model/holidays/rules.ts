import { dayNumberOf, weekdayOf } from '#shared/kernel/calendar.ts';
import { orthodoxEaster, westernEaster } from './easter.ts';

/** What the holidays of a country are made of: each rule gives the day numbers of its days off in a year. */
export type HolidayRule = (year: number) => readonly number[];

const SATURDAY = 5;
const SUNDAY = 6;

function isWeekend(day: number): boolean {
  return weekdayOf(day) >= SATURDAY;
}

/** The same date each year. */
export function fixed(month: number, day: number): HolidayRule {
  return (year) => [dayNumberOf({ year, month, day })];
}

/** A rule that holds in some years only. */
export function inYears(isValid: (year: number) => boolean, rule: HolidayRule): HolidayRule {
  return (year) => (isValid(year) ? rule(year) : []);
}

/** Days after Easter Sunday of the western churches; negative before it. */
export function afterEaster(...days: readonly number[]): HolidayRule {
  return (year) => days.map((offset) => westernEaster(year) + offset);
}

/** Days after Easter Sunday of the orthodox churches. */
export function afterOrthodoxEaster(...days: readonly number[]): HolidayRule {
  return (year) => days.map((offset) => orthodoxEaster(year) + offset);
}

/**
 * The n-th weekday of a month.
 *
 * @param weekday 0 = Monday
 */
export function nthWeekday(month: number, weekday: number, nth: number): HolidayRule {
  return (year) => {
    const first = dayNumberOf({ year, month, day: 1 });
    return [first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1)];
  };
}

/** The last weekday of a month. */
export function lastWeekday(month: number, weekday: number): HolidayRule {
  return (year) => {
    const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
    const last = dayNumberOf(next) - 1;
    return [last - ((weekdayOf(last) - weekday + 7) % 7)];
  };
}

/** Days off that move to the next working day when they fall on a weekend; neighbours do not share one. */
export function movedOn(...rules: readonly HolidayRule[]): HolidayRule {
  return (year) => {
    const days = rules.flatMap((rule) => rule(year));
    const taken = new Set(days.filter((day) => !isWeekend(day)));
    for (const day of days.filter(isWeekend)) {
      let substitute = day + 1;
      while (isWeekend(substitute) || taken.has(substitute)) substitute += 1;
      taken.add(substitute);
    }
    return [...taken];
  };
}

/** A Saturday moves to the Friday before, a Sunday to the Monday after. */
export function nearestWorkday(rule: HolidayRule): HolidayRule {
  return (year) =>
    rule(year).map((day) => {
      if (weekdayOf(day) === SATURDAY) return day - 1;
      return weekdayOf(day) === SUNDAY ? day + 1 : day;
    });
}

/** The date itself, and the next Monday off where it falls on a weekend. */
export function withMondayAfter(rule: HolidayRule): HolidayRule {
  return (year) =>
    rule(year).flatMap((day) => {
      if (!isWeekend(day)) return [day];
      return [day, weekdayOf(day) === SATURDAY ? day + 2 : day + 1];
    });
}
