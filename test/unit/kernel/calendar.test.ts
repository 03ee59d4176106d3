import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilDateOf,
  dayNumberOf,
  dayNumberOfIso,
  isIsoDate,
  isoDateOf,
  monthStart,
  weekdayOf,
} from '#shared/kernel/calendar.ts';

const MILLISECONDS_PER_DAY = 86_400_000;
/** Years 0000 to 9999, which ISO dates of four digits can name. */
const anyDay = fc.integer({ min: -719_528, max: 2_932_896 });

function reference(day: number): Date {
  return new Date(day * MILLISECONDS_PER_DAY);
}

describe('days', () => {
  it('are the civil dates of the Gregorian calendar, there and back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = reference(day);
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(civilDateOf(day)).toEqual(civil);
        expect(dayNumberOf(civil)).toBe(day);
      }),
      { numRuns: 5000 },
    );
  });

  it('are written and read as ISO dates', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const text = reference(day).toISOString().slice(0, 10);
        expect(isoDateOf(day)).toBe(text);
        expect(dayNumberOfIso(text)).toBe(day);
        expect(isIsoDate(text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('run through the week from Monday', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekdayOf(day)).toBe((reference(day).getUTCDay() + 6) % 7);
      }),
    );
  });

  it('of the examples', () => {
    expect(dayNumberOf({ year: 2027, month: 1, day: 1 })).toBe(20_819);
    expect(dayNumberOfIso('1970-01-02')).toBe(1);
    expect(weekdayOf(dayNumberOfIso('2027-03-01'))).toBe(0);
  });
});

describe('a text is a date', () => {
  it('only when that day exists', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const date = new Date(`${text}T00:00:00.000Z`);
          const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
          expect(isIsoDate(text)).toBe(exists);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    '',
    '2027-1-1',
    '27-01-01',
    '2027/01/01',
    ' 2027-01-01',
    '2027-01-01 ',
    '2027-01-01\n',
    '2027-01-01T00:00:00Z',
    '+2027-01-01',
    '２０２７-01-01',
    '2027-02-29',
    '1900-02-29',
  ])('%j is none', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });

  it('is what reading one insists on', () => {
    expect(() => dayNumberOfIso('1 January')).toThrow('"1 January" is not an ISO date');
  });
});

describe('month starts', () => {
  it('are first days, that many months on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -300_000, max: 2_000_000 }),
        fc.integer({ min: -1200, max: 1200 }),
        (day, months) => {
          const date = reference(day);
          const expected =
            Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / MILLISECONDS_PER_DAY;
          expect(monthStart(day, months)).toBe(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
