import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumberOfIso, isoDateOf, weekdayOf } from '#shared/kernel/calendar.ts';
import {
  daysByWeekday,
  type Grain,
  groupPeriods,
  isInPeriod,
  type PeriodCalendar,
  periodsOf,
  weeksPerPeriod,
  yearFraction,
} from '#shared/model/periods.ts';

const months: PeriodCalendar = { start: '2027-01-01', periods: 24, grain: 'month', fiscalYearStart: 4 };
const weeks: PeriodCalendar = { start: '2026-12-28', periods: 53, grain: 'week', fiscalYearStart: 1 };

const anyCalendar: fc.Arbitrary<PeriodCalendar> = fc
  .record({
    year: fc.integer({ min: 1990, max: 2100 }),
    dayOrMonth: fc.integer({ min: 0, max: 364 }),
    periods: fc.integer({ min: 1, max: 130 }),
    grain: fc.constantFrom('month' as const, 'week' as const),
    fiscalYearStart: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ year, dayOrMonth, ...rest }) => {
    const month = String((dayOrMonth % 12) + 1).padStart(2, '0');
    const start =
      rest.grain === 'month'
        ? `${year}-${month}-01`
        : isoDateOf(dayNumberOfIso(`${year}-01-01`) + dayOrMonth);
    return { start, ...rest };
  });

describe('periods', () => {
  it('follow each other without a gap, by calendar months or 7 days', () => {
    fc.assert(
      fc.property(anyCalendar, (calendar) => {
        const periods = periodsOf(calendar);
        expect(periods).toHaveLength(calendar.periods);
        expect(periods[0]?.start).toBe(calendar.start);
        periods.forEach((period, index) => {
          expect(period.index).toBe(index);
          expect(period.startDay).toBe(dayNumberOfIso(period.start));
          const next = period.startDay + period.days;
          expect(periods[index + 1]?.startDay ?? next).toBe(next);
          const reference = new Date(
            Date.UTC(Number(period.start.slice(0, 4)), Number(period.start.slice(5, 7)), 0),
          ).getUTCDate();
          expect(period.days).toBe(calendar.grain === 'week' ? 7 : reference);
        });
      }),
    );
  });

  it('belong to the calendar month that holds their middle day, and to the fiscal year in which it ends', () => {
    fc.assert(
      fc.property(anyCalendar, (calendar) => {
        for (const period of periodsOf(calendar)) {
          const middle = new Date((period.startDay + Math.floor(period.days / 2)) * 86_400_000);
          const month = middle.getUTCMonth() + 1;
          expect(period.month).toBe(month);
          // The last month of a fiscal year: the one before its start.
          const monthsToEnd = (calendar.fiscalYearStart + 12 - 1 - month) % 12;
          const lastMonth = new Date(Date.UTC(middle.getUTCFullYear(), month - 1 + monthsToEnd, 1));
          expect(period.fiscalYear).toBe(lastMonth.getUTCFullYear());
        }
      }),
    );
  });

  it('of a year from April: March 2027 is the last of 2027, April the first of 2028', () => {
    const [, , march, april] = periodsOf(months);
    expect(march).toMatchObject({
      start: '2027-03-01',
      days: 31,
      month: 3,
      fiscalYear: 2027,
      fiscalQuarter: 4,
      fiscalMonth: 12,
    });
    expect(april).toMatchObject({
      start: '2027-04-01',
      days: 30,
      month: 4,
      fiscalYear: 2028,
      fiscalQuarter: 1,
      fiscalMonth: 1,
    });
  });

  it('of weeks: one that begins in December belongs to January when its middle day does', () => {
    const [first] = periodsOf(weeks);
    expect(first).toMatchObject({ start: '2026-12-28', days: 7, month: 12, fiscalYear: 2026 });
    expect(periodsOf({ ...weeks, start: '2026-12-29' })[0]).toMatchObject({
      month: 1,
      fiscalYear: 2027,
      fiscalQuarter: 1,
      fiscalMonth: 1,
    });
  });

  it('have their length in years and weeks', () => {
    expect([yearFraction('month'), yearFraction('week')]).toEqual([1 / 12, 7 / 365]);
    expect([weeksPerPeriod('month'), weeksPerPeriod('week')]).toEqual([365 / 84, 1]);
  });

  it('hold a date from their first day to their last', () => {
    const [january] = periodsOf(months);
    if (january === undefined) throw new Error('no period');
    expect(
      ['2026-12-31', '2027-01-01', '2027-01-31', '2027-02-01'].map((date) => isInPeriod(date, january)),
    ).toEqual([false, true, true, false]);
  });
});

describe('weeks of a fiscal year', () => {
  const quarters = [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5];

  it('make months of 4, 4 and 5, and quarters of 13; a 53rd belongs to the last month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2090 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 6 }),
        (year, fiscalYearStart, shift) => {
          const start = isoDateOf(dayNumberOfIso(`${year}-01-01`) + shift);
          const periods = periodsOf({ start, periods: 160, grain: 'week', fiscalYearStart });
          const byYear = Map.groupBy(periods, ({ fiscalYear }) => fiscalYear);
          const [, ...whole] = [...byYear.values()].slice(0, -1);
          expect(whole.length).toBeGreaterThan(0);
          for (const ofYear of whole) {
            const lengths = quarters.map(
              (_, month) => ofYear.filter(({ fiscalMonth }) => fiscalMonth === month + 1).length,
            );
            const extra = ofYear.length - 52;
            expect([0, 1]).toContain(extra);
            expect(lengths).toEqual(quarters.with(11, 5 + extra));
            for (const { fiscalMonth, fiscalQuarter } of ofYear)
              expect(fiscalQuarter).toBe(Math.ceil(fiscalMonth / 3));
          }
        },
      ),
    );
  });

  it('are counted from the start of the year, not of the plan', () => {
    const whole = periodsOf({ ...weeks, start: '2026-12-29', periods: 40 });
    const late = periodsOf({ ...weeks, start: whole[20]?.start ?? '', periods: 20 });
    expect(late.map(({ fiscalQuarter, fiscalMonth }) => [fiscalQuarter, fiscalMonth])).toEqual(
      whole.slice(20).map(({ fiscalQuarter, fiscalMonth }) => [fiscalQuarter, fiscalMonth]),
    );
  });
});

describe('days by weekday', () => {
  it('are the days of the period without the closed ones', () => {
    fc.assert(
      fc.property(anyCalendar, fc.array(fc.nat(400)), (calendar, offsets) => {
        const [period] = periodsOf(calendar);
        if (period === undefined) return;
        const closed = new Set(offsets.map((offset) => period.startDay + offset));
        const expected = [0, 0, 0, 0, 0, 0, 0];
        for (let day = period.startDay; day < period.startDay + period.days; day += 1) {
          if (!closed.has(day)) expected[weekdayOf(day)] = (expected[weekdayOf(day)] ?? 0) + 1;
        }
        expect(daysByWeekday(period, closed)).toEqual(expected);
      }),
    );
  });
});

describe('groups of periods', () => {
  it('take each period once, in order, with its days', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        fc.constantFrom<Grain>('period', 'month', 'quarter', 'year'),
        (calendar, grain) => {
          const periods = periodsOf(calendar);
          const groups = groupPeriods(calendar, grain);
          expect(groups.flatMap(({ first, last }) => periods.slice(first, last + 1))).toEqual(periods);
          expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
          for (const { first, last, days } of groups) {
            expect(days).toBe(periods.slice(first, last + 1).reduce((sum, period) => sum + period.days, 0));
          }
        },
      ),
    );
  });

  it('are complete when the plan holds all of the year', () => {
    fc.assert(
      fc.property(anyCalendar, (calendar) => {
        for (const { key, first, last, isComplete } of groupPeriods(calendar, 'year')) {
          // The same year seen in a plan that begins long before and ends long after.
          const start = isoDateOf(dayNumberOfIso(calendar.start) - (calendar.grain === 'week' ? 7 * 60 : 0));
          const early =
            calendar.grain === 'week' ? start : `${Number(start.slice(0, 4)) - 2}${start.slice(4)}`;
          const wide = periodsOf({ ...calendar, start: early, periods: calendar.periods + 120 });
          const all = wide.filter(({ fiscalYear }) => String(fiscalYear) === key).length;
          expect(isComplete).toBe(last - first + 1 === all);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of 24 months with a year from April', () => {
    expect(groupPeriods(months, 'year')).toEqual([
      { key: '2027', fiscalYear: 2027, first: 0, last: 2, days: 90, isComplete: false },
      { key: '2028', fiscalYear: 2028, first: 3, last: 14, days: 366, isComplete: true },
      { key: '2029', fiscalYear: 2029, first: 15, last: 23, days: 275, isComplete: false },
    ]);
    expect(groupPeriods(months, 'quarter').map(({ key }) => key)).toEqual([
      '2027-Q4',
      '2028-Q1',
      '2028-Q2',
      '2028-Q3',
      '2028-Q4',
      '2029-Q1',
      '2029-Q2',
      '2029-Q3',
    ]);
  });
});
