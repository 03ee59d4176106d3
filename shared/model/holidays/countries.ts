import { civilDateOf, dayNumberOfIso, isoDateOf } from '#shared/kernel/calendar.ts';
import { periodsOf } from '../periods.ts';
import type { Scenario } from '../scenario.ts';
import { chineseHolidays, chineseYears } from './chinese.ts';
import {
  afterEaster,
  afterOrthodoxEaster,
  fixed,
  type HolidayRule,
  inYears,
  lastWeekday,
  movedOn,
  nearestWorkday,
  nthWeekday,
} from './rules.ts';
import { russianHolidays, russianYears } from './russian.ts';

export const holidayCountries = [
  'CZ',
  'SK',
  'DE',
  'AT',
  'PL',
  'RO',
  'HU',
  'FR',
  'GB',
  'US',
  'RU',
  'CN',
] as const;
export type HolidayCountry = (typeof holidayCountries)[number];

const MONDAY = 0;
const THURSDAY = 3;
const GOOD_FRIDAY = -2;
const EASTER_MONDAY = 1;
const ASCENSION = 39;
const WHIT_SUNDAY = 49;
const WHIT_MONDAY = 50;
const CORPUS_CHRISTI = 60;

/**
 * Nationwide days off by the law as it stood in 2026; regional ones are for the planner to add. England's list stands for
 * Great Britain, the federal one for the United States.
 */
const rules: Readonly<Record<HolidayCountry, readonly HolidayRule[]>> = {
  CZ: [
    fixed(1, 1),
    afterEaster(GOOD_FRIDAY, EASTER_MONDAY),
    fixed(5, 1),
    fixed(5, 8),
    fixed(7, 5),
    fixed(7, 6),
    fixed(9, 28),
    fixed(10, 28),
    fixed(11, 17),
    fixed(12, 24),
    fixed(12, 25),
    fixed(12, 26),
  ],
  SK: [
    fixed(1, 1),
    fixed(1, 6),
    afterEaster(GOOD_FRIDAY, EASTER_MONDAY),
    fixed(5, 1),
    // Worked to save public money: 8 May and 15 September in 2026 only, 1 September from 2024 and 17 November from 2025 on.
    inYears((year) => year !== 2026, fixed(5, 8)),
    fixed(7, 5),
    fixed(8, 29),
    inYears((year) => year < 2024, fixed(9, 1)),
    inYears((year) => year !== 2026, fixed(9, 15)),
    fixed(11, 1),
    inYears((year) => year < 2025, fixed(11, 17)),
    fixed(12, 24),
    fixed(12, 25),
    fixed(12, 26),
  ],
  DE: [
    fixed(1, 1),
    afterEaster(GOOD_FRIDAY, EASTER_MONDAY, ASCENSION, WHIT_MONDAY),
    fixed(5, 1),
    fixed(10, 3),
    fixed(12, 25),
    fixed(12, 26),
  ],
  AT: [
    fixed(1, 1),
    fixed(1, 6),
    afterEaster(EASTER_MONDAY, ASCENSION, WHIT_MONDAY, CORPUS_CHRISTI),
    fixed(5, 1),
    fixed(8, 15),
    fixed(10, 26),
    fixed(11, 1),
    fixed(12, 8),
    fixed(12, 25),
    fixed(12, 26),
  ],
  PL: [
    fixed(1, 1),
    fixed(1, 6),
    afterEaster(0, EASTER_MONDAY, WHIT_SUNDAY, CORPUS_CHRISTI),
    fixed(5, 1),
    fixed(5, 3),
    fixed(8, 15),
    fixed(11, 1),
    fixed(11, 11),
    inYears((year) => year >= 2025, fixed(12, 24)),
    fixed(12, 25),
    fixed(12, 26),
  ],
  RO: [
    fixed(1, 1),
    fixed(1, 2),
    inYears((year) => year >= 2024, fixed(1, 6)),
    inYears((year) => year >= 2024, fixed(1, 7)),
    fixed(1, 24),
    afterOrthodoxEaster(GOOD_FRIDAY, 0, EASTER_MONDAY, WHIT_SUNDAY, WHIT_MONDAY),
    fixed(5, 1),
    fixed(6, 1),
    fixed(8, 15),
    fixed(11, 30),
    fixed(12, 1),
    fixed(12, 25),
    fixed(12, 26),
  ],
  HU: [
    fixed(1, 1),
    fixed(3, 15),
    afterEaster(GOOD_FRIDAY, 0, EASTER_MONDAY, WHIT_SUNDAY, WHIT_MONDAY),
    fixed(5, 1),
    fixed(8, 20),
    fixed(10, 23),
    fixed(11, 1),
    fixed(12, 25),
    fixed(12, 26),
  ],
  FR: [
    fixed(1, 1),
    afterEaster(EASTER_MONDAY, ASCENSION, WHIT_MONDAY),
    fixed(5, 1),
    fixed(5, 8),
    fixed(7, 14),
    fixed(8, 15),
    fixed(11, 1),
    fixed(11, 11),
    fixed(12, 25),
  ],
  GB: [
    movedOn(fixed(1, 1)),
    afterEaster(GOOD_FRIDAY, EASTER_MONDAY),
    nthWeekday(5, MONDAY, 1),
    lastWeekday(5, MONDAY),
    lastWeekday(8, MONDAY),
    movedOn(fixed(12, 25), fixed(12, 26)),
  ],
  US: [
    nearestWorkday(fixed(1, 1)),
    nthWeekday(1, MONDAY, 3),
    nthWeekday(2, MONDAY, 3),
    lastWeekday(5, MONDAY),
    nearestWorkday(fixed(6, 19)),
    nearestWorkday(fixed(7, 4)),
    nthWeekday(9, MONDAY, 1),
    nthWeekday(10, MONDAY, 2),
    nearestWorkday(fixed(11, 11)),
    nthWeekday(11, THURSDAY, 4),
    nearestWorkday(fixed(12, 25)),
  ],
  RU: [russianHolidays],
  CN: [chineseHolidays],
};

/**
 * Days off of a country from one date to another, sorted.
 *
 * @example holidaysBetween('GB', '2027-12-01', '2027-12-31') // ['2027-12-27', '2027-12-28']
 */
export function holidaysBetween(country: HolidayCountry, from: string, to: string): readonly string[] {
  const [first, last] = [dayNumberOfIso(from), dayNumberOfIso(to)];
  const days = new Set<number>();
  // A day off may be taken in the year beside its own: New Year on a Saturday is taken on Friday.
  for (let { year } = civilDateOf(first - 366); year <= civilDateOf(last).year + 1; year += 1) {
    for (const rule of rules[country]) for (const day of rule(year)) days.add(day);
  }
  return [...days]
    .filter((day) => day >= first && day <= last)
    .toSorted((a, b) => a - b)
    .map(isoDateOf);
}

/** Where days off are said anew for each year: by the moon in China, by decree in Russia. */
const listedYears: Readonly<
  Partial<Record<HolidayCountry, { readonly first: number; readonly last: number }>>
> = { CN: chineseYears, RU: russianYears };

export interface PlanHolidays {
  readonly dates: readonly string[];
  /** Years of the plan in which only the days that follow from the law alone are known. */
  readonly unlistedYears: readonly number[];
}

/** Days off of a country in the periods of a plan. */
export function planHolidays(country: HolidayCountry, calendar: Scenario['calendar']): PlanHolidays {
  const periods = periodsOf(calendar);
  const last = periods.at(-1);
  if (last === undefined) return { dates: [], unlistedYears: [] };
  const end = isoDateOf(dayNumberOfIso(last.start) + last.days - 1);
  const [firstYear, lastYear] = [calendar.start, end].map((date) => Number(date.slice(0, 4)));
  const unlistedYears: number[] = [];
  const listed = listedYears[country];
  if (listed !== undefined) {
    for (let year = firstYear ?? 0; year <= (lastYear ?? 0); year += 1) {
      if (year < listed.first || year > listed.last) unlistedYears.push(year);
    }
  }
  return { dates: holidaysBetween(country, calendar.start, end), unlistedYears };
}
