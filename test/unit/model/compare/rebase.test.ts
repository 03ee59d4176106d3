import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedOrderBridge } from '#shared/model/compare/bridge.ts';
import { onCalendar } from '#shared/model/compare/rebase.ts';
import { periodsOf, yearFraction } from '#shared/model/periods.ts';
import { seriesValue } from '#shared/model/series.ts';
import { editedPlan, measureOf, stepTotal } from '#test/support/comparedPlans.ts';
import { salesGrowth, set } from '#test/support/randomEdits.ts';
import { valueOf } from '#test/support/workspaces.ts';

const rest = { demandBasis: 'days' as const, fiscalYearStart: 1, holidays: [] };

function months(start: string, periods = 12) {
  return { ...rest, start, periods, grain: 'month' as const };
}

const january = months('2027-01-01');
const weeks = { ...rest, start: '2027-01-04', periods: 30, grain: 'week' as const };

describe('a series on another calendar', () => {
  it('keeps its values at their dates; the first and the last carry on outside', () => {
    const values = Array.from({ length: 12 }, (_, at) => at + 1);
    const moved = (start: string, periods: number) => onCalendar({ values }, january, months(start, periods));
    expect(moved('2027-04-01', 3)).toEqual({ values: [4, 5, 6] });
    expect(moved('2026-11-01', 4)).toEqual({ values: [1, 1, 1, 2] });
    expect(moved('2027-11-01', 4)).toEqual({ values: [11, 12, 12, 12] });
    const weekly = onCalendar({ values }, january, weeks);
    expect(weekly).toEqual({ values: periodsOf(weeks).map(({ startDay }) => monthOf(startDay + 3)) });
  });

  it('grows on from the other start, to the same number on every day', () => {
    const growth = fc.double({ min: -0.5, max: 1, noNaN: true });
    fc.assert(
      fc.property(growth, fc.integer({ min: -14, max: 20 }), (rate, shift) => {
        const start = `${2027 + Math.floor(shift / 12)}-${String((((shift % 12) + 12) % 12) + 1).padStart(2, '0')}-01`;
        const moved = onCalendar({ base: 100, growth: rate }, january, months(start));
        expect(moved).toEqual({ base: expect.closeTo(100 * (1 + rate) ** (shift / 12), 8), growth: rate });
      }),
    );
    const [first] = periodsOf(months('2028-01-01'));
    if (first === undefined) throw new Error('A year has periods.');
    expect(seriesValue({ base: 121, growth: 0.21 }, first, yearFraction('month'))).toBe(121);
    expect(onCalendar({ base: 100, growth: 0.21 }, january, months('2028-01-01'))).toEqual({
      base: 121,
      growth: 0.21,
    });
  });

  it('stays as it is where it has its dates, is one number or a formula, or the clock is the same', () => {
    const piece = {
      list: [{ base: 1, steps: [{ date: '2027-05-01', value: 2 }] }],
      ramp: { from: 1, to: 2, fromDate: '2027-01-01', toDate: '2027-06-01' },
      formula: { formula: 'a * 2' },
      number: 5,
      text: 'x',
    };
    expect(onCalendar(piece, january, months('2027-05-01'))).toEqual(piece);
    const growing = { base: 1, growth: 0.5 };
    expect(onCalendar(growing, january, months('2027-01-01', 40))).toBe(growing);
  });
});

/** Month of 2027 that holds a day. */
function monthOf(day: number): number {
  return periodsOf(january).findIndex((period) => day < period.startDay + period.days) + 1;
}

describe('a plan that begins later and says the same on every date', () => {
  it('pays the same', () => {
    const document = salesGrowth();
    const later = editedPlan(
      document,
      set('calendar.start', '2027-07-01'),
      set('staffGroups.prague.pay.hourlyWage', { base: 11.2 * 1.045 ** 0.5, growth: 0.045 }),
      set('staffGroups.partner.vendor.price', { base: 17.5 * 1.03 ** 0.5, growth: 0.03 }),
    );
    const bridge = valueOf(fixedOrderBridge(editedPlan(document), later));
    const { before, after } = measureOf(bridge, 'totalCost');
    expect(Math.abs((after.total ?? 0) - (before.total ?? 0))).toBeGreaterThan(10_000);
    const paid = bridge.steps.some(({ families }) => families.includes('pay'));
    expect(paid ? stepTotal(bridge, 'totalCost', 'pay') : 0).toBeCloseTo(0, 4);
    expect(bridge.steps.find(({ families }) => families.includes('other'))).toEqual({ families: ['other'] });
  });
});
