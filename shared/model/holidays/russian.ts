import { dayNumberOf } from '#shared/kernel/calendar.ts';
import { fixed, type HolidayRule, withMondayAfter } from './rules.ts';

/** Labour Code, article 112: the holidays, and the working day after one that falls on a weekend. */
const byLaw: readonly HolidayRule[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((day) => fixed(1, day)),
  withMondayAfter(fixed(2, 23)),
  withMondayAfter(fixed(3, 8)),
  withMondayAfter(fixed(5, 1)),
  withMondayAfter(fixed(5, 9)),
  withMondayAfter(fixed(6, 12)),
  withMondayAfter(fixed(11, 4)),
];

type MonthAndDay = readonly [month: number, day: number];

/** What the government's decree of a year moves: working days it makes days off, and Mondays off that it takes back. */
interface Moves {
  readonly off: readonly MonthAndDay[];
  readonly worked: readonly MonthAndDay[];
}

/**
 * The decrees of 10 August 2023 (No. 1314), 4 October 2024 (No. 1335) and 24 September 2025. Saturdays that they make
 * working days are not among the days off of any year, so they are not listed.
 */
const moves: Readonly<Record<number, Moves>> = {
  2024: {
    off: [
      [4, 29],
      [4, 30],
      [5, 10],
      [12, 30],
      [12, 31],
    ],
    worked: [],
  },
  2025: {
    off: [
      [5, 2],
      [5, 8],
      [6, 13],
      [11, 3],
      [12, 31],
    ],
    worked: [
      [2, 24],
      [3, 10],
    ],
  },
  2026: {
    off: [
      [1, 9],
      [12, 31],
    ],
    worked: [],
  },
};

/** The years whose decree is known; of others only what the law itself says. */
export const russianYears = { first: 2024, last: 2026 } as const;

/** Days off in Russia. */
export function russianHolidays(year: number): readonly number[] {
  const dayOf = ([month, day]: MonthAndDay) => dayNumberOf({ year, month, day });
  const { off = [], worked = [] } = moves[year] ?? {};
  const taken = new Set(worked.map(dayOf));
  return [...byLaw.flatMap((rule) => rule(year)), ...off.map(dayOf)].filter((day) => !taken.has(day));
}
