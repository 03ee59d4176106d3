import { describe, expect, it } from 'vitest';
import { isoDateOf } from '#shared/kernel/calendar.ts';
import { chineseHolidays } from '#shared/model/holidays/chinese.ts';
import { holidayCountries, holidaysBetween, planHolidays } from '#shared/model/holidays/countries.ts';
import { orthodoxEaster, westernEaster } from '#shared/model/holidays/easter.ts';
import { scenarioSchema } from '#shared/model/scenario.ts';

function calendarOf(start: string, periods: number) {
  return scenarioSchema.shape.calendar.parse({ start, periods, grain: 'month' });
}

function year(country: (typeof holidayCountries)[number], of: number): string {
  return holidaysBetween(country, `${of}-01-01`, `${of}-12-31`)
    .map((date) => date.slice(5))
    .join(' ');
}

describe('Easter', () => {
  it('falls on the published dates', () => {
    const western = [2000, 2024, 2025, 2026, 2027, 2028, 2038, 2100].map((of) =>
      isoDateOf(westernEaster(of)),
    );
    expect(western).toEqual([
      '2000-04-23',
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2028-04-16',
      '2038-04-25',
      '2100-03-28',
    ]);
    const orthodox = [2000, 2024, 2025, 2026, 2027, 2028].map((of) => isoDateOf(orthodoxEaster(of)));
    expect(orthodox).toEqual([
      '2000-04-30',
      '2024-05-05',
      '2025-04-20',
      '2026-04-12',
      '2027-05-02',
      '2028-04-16',
    ]);
  });
});

describe('holidays of a country', () => {
  it.each([
    ['CZ', 2027, '01-01 03-26 03-29 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26'],
    // Act 241/1993, with its amendments of December 2023 and of autumn 2025.
    ['SK', 2024, '01-01 01-06 03-29 04-01 05-01 05-08 07-05 08-29 09-15 11-01 11-17 12-24 12-25 12-26'],
    ['SK', 2025, '01-01 01-06 04-18 04-21 05-01 05-08 07-05 08-29 09-15 11-01 12-24 12-25 12-26'],
    ['SK', 2027, '01-01 01-06 03-26 03-29 05-01 05-08 07-05 08-29 09-15 11-01 12-24 12-25 12-26'],
    ['SK', 2026, '01-01 01-06 04-03 04-06 05-01 07-05 08-29 11-01 12-24 12-25 12-26'],
    ['DE', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26'],
    ['AT', 2026, '01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26'],
    ['PL', 2025, '01-01 01-06 04-20 04-21 05-01 05-03 06-08 06-19 08-15 11-01 11-11 12-24 12-25 12-26'],
    [
      'RO',
      2026,
      '01-01 01-02 01-06 01-07 01-24 04-10 04-12 04-13 05-01 05-31 06-01 08-15 11-30 12-01 12-25 12-26',
    ],
    ['HU', 2026, '01-01 03-15 04-03 04-05 04-06 05-01 05-24 05-25 08-20 10-23 11-01 12-25 12-26'],
    ['FR', 2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'],
    // gov.uk, bank holidays in England and Wales.
    ['GB', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    ['GB', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    ['GB', 2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
    ['GB', 2022, '01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27'],
    // opm.gov, federal holidays; New Year 2028 is taken in 2027.
    ['US', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
    ['US', 2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
    // Labour Code, article 112, with the government's moves of days off, decrees of 2023, 2024 and 2025.
    [
      'RU',
      2024,
      '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31',
    ],
    [
      'RU',
      2025,
      '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31',
    ],
    [
      'RU',
      2026,
      '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 01-09 02-23 03-08 03-09 05-01 05-09 05-11 06-12 11-04 12-31',
    ],
    // The law alone: the decree for 2027 is not listed, and may move days.
    [
      'RU',
      2027,
      '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-03 05-09 05-10 06-12 06-14 11-04',
    ],
    ['CN', 2026, '01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03'],
  ] as const)('%s in %i', (country, of, expected) => {
    expect(year(country, of)).toBe(expected);
  });

  it('follows the lunar calendar in China, as another implementation of it says', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    const monthAndDay = (day: number) => lunar.format(new Date(day * 86_400_000));
    for (let of = 2025; of <= 2032; of += 1) {
      const days = [...new Set(chineseHolidays(of))].map(monthAndDay);
      expect(days.filter((text) => ['1/1', '5/5', '8/15'].includes(text)).length, String(of)).toBe(3);
    }
  });

  it('stays inside the plan, and names the years for which the moon is not listed', () => {
    const { dates, unlistedYears } = planHolidays('CN', calendarOf('2031-07-01', 24));
    expect(dates[0]).toBe('2031-10-01');
    expect(dates.at(-1)).toBe('2033-05-02');
    expect(unlistedYears).toEqual([2033]);
    expect(planHolidays('RU', calendarOf('2026-01-01', 36)).unlistedYears).toEqual([2027, 2028]);
    expect(planHolidays('SK', calendarOf('2026-01-01', 36)).unlistedYears).toEqual([]);
    expect(planHolidays('DE', calendarOf('2027-04-01', 3)).dates).toEqual([
      '2027-05-01',
      '2027-05-06',
      '2027-05-17',
    ]);
  });

  it('has each date once, in order', () => {
    for (const country of holidayCountries) {
      const dates = holidaysBetween(country, '2025-01-01', '2032-12-31');
      expect([...new Set(dates)].toSorted()).toEqual(dates);
      expect(dates.length).toBeGreaterThan(60);
    }
  });
});
