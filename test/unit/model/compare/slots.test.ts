import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compensatedSum } from '#shared/kernel/summation.ts';
import { commonSlots, inSlots, overSlots, slotParts } from '#shared/model/compare/slots.ts';
import { periodsOf } from '#shared/model/periods.ts';

const rest = { demandBasis: 'days' as const, fiscalYearStart: 1, holidays: [] };
const months = { ...rest, start: '2027-01-01', periods: 12, grain: 'month' as const };
const weeks = { ...rest, start: '2027-02-03', periods: 20, grain: 'week' as const };

describe('the periods that two plans have in common', () => {
  it('are those of both where they count alike', () => {
    const later = { ...months, start: '2027-10-01' };
    expect(commonSlots(months, later)).toEqual(commonSlots(later, months));
    expect(commonSlots(months, later).map(({ start, days }) => [start, days])).toEqual([
      ['2027-10-01', 31],
      ['2027-11-01', 30],
      ['2027-12-01', 31],
    ]);
    expect(commonSlots(months, { ...months, start: '2028-01-01' })).toEqual([]);
  });

  it('are months where one counts in months, cut to the days of both', () => {
    const slots = commonSlots(weeks, months);
    expect(slots).toEqual(commonSlots(months, weeks));
    expect(slots[0]).toMatchObject({ start: '2027-02-03', days: 26 });
    expect(slots.reduce((sum, { days }) => sum + days, 0)).toBe(140);
  });
});

describe('a column in slots', () => {
  const slots = commonSlots(months, weeks);
  const own = slotParts(slots, periodsOf(weeks));

  it('that are its periods is the column itself', () => {
    const column = Float64Array.from(months.start.padEnd(12), (_, at) => Math.PI * (at + 1));
    const parts = slotParts(commonSlots(months, months), periodsOf(months));
    for (const rule of ['sum', 'mean'] as const) expect(inSlots(column, parts, rule)).toEqual(column);
  });

  it('keeps its sum over all days, and a constant its level', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 20, maxLength: 20 }),
        (column) => {
          const summed = inSlots(column, own, 'sum');
          expect(overSlots(summed, slots, 'sum')).toBeCloseTo(compensatedSum(column), 4);
          const mean = overSlots(inSlots(column, own, 'mean'), slots, 'mean');
          expect(mean).toBeCloseTo(compensatedSum(column) / 20, 6);
        },
      ),
    );
    expect([...inSlots(Array(20).fill(7), own, 'mean')]).toEqual(slots.map(() => 7));
  });

  it('has no number where a period of it has none', () => {
    const column = Array.from({ length: 20 }, (_, at) => (at === 0 ? Number.NaN : 1));
    expect([...inSlots(column, own, 'sum')].map(Number.isNaN)).toEqual(slots.map((_, at) => at === 0));
  });
});

describe('a compensated sum', () => {
  it('keeps what plain additions lose', () => {
    expect(compensatedSum([1e16, 1, -1e16])).toBe(1);
    expect(compensatedSum([])).toBe(0);
    expect(compensatedSum([1, Number.NaN])).toBeNaN();
    const cents = Array.from({ length: 100_000 }, () => 0.1);
    expect(compensatedSum([1e9, ...cents])).toBe(1_000_010_000);
  });
});
