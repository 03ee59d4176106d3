import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CashFlows,
  discountFactor,
  internalRate,
  paybackMonths,
  positiveRoots,
  presentValue,
} from '#shared/finance/discounting.ts';

const yearly = (atStart: readonly number[], atEnd: readonly number[] = []): CashFlows => ({
  atStart,
  atEnd,
  yearFraction: 1,
});

describe('present value', () => {
  it('discounts what moves at the start and what counts at the end of a period', () => {
    expect(discountFactor(0.1, 2)).toBeCloseTo(0.826446280992, 12);
    expect(presentValue(yearly([-100], [110]), 0.1)).toBeCloseTo(0, 12);
    expect(presentValue({ atStart: [0, -50], atEnd: [60, 0], yearFraction: 0.5 }, 0.21)).toBeCloseTo(
      10 / 1.1,
      12,
    );
  });

  it('is 0 without flows', () => expect(presentValue(yearly([]), 0.1)).toBe(0));
});

describe('internal rate', () => {
  it('turns 100 into 121 in two years at 10 percent', () => {
    expect(internalRate({ atStart: [-100], atEnd: [121], yearFraction: 2 })).toBeCloseTo(0.1, 12);
  });

  it('is the lowest of several: −1, 2.3, −1.32 has roots at 10 and 20 percent', () => {
    expect(internalRate(yearly([-100, 230, -132]))).toBeCloseTo(0.1, 9);
  });

  it('finds a loss-making rate far below zero', () => {
    expect(internalRate(yearly([-100, 1]))).toBeCloseTo(-0.99, 12);
  });

  it('is null without a sign change, without flows, and where a sign change brings no root', () => {
    expect(internalRate(yearly([-100, -1]))).toBeNull();
    expect(internalRate(yearly([], []))).toBeNull();
    expect(internalRate(yearly([1, -1.9, 1]))).toBeNull();
    expect(internalRate(yearly([-100, Number.NaN]))).toBeNull();
  });

  it('brings the present value to 0, and no lower rate does', () => {
    const flows = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 24 });
    fc.assert(
      fc.property(flows, (atStart) => {
        const rate = internalRate(yearly(atStart));
        if (rate === null || rate > 1e6 || rate < -0.9) return;
        const size = atStart.reduce((sum, flow, t) => sum + Math.abs(flow) * discountFactor(rate, t), 0);
        expect(Math.abs(presentValue(yearly(atStart), rate)) / size).toBeLessThan(1e-9);
        // Below the lowest root the sign is that of the last flow, whose weight grows without bound.
        const last = atStart.findLast((flow) => flow !== 0) ?? 0;
        for (const share of [0.9, 0.5, 0.1]) {
          const lower = (1 + rate) * share - 1;
          expect(Math.sign(presentValue(yearly(atStart), lower))).toBe(Math.sign(last));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('positive roots', () => {
  it('finds every root of a polynomial given by its roots', () => {
    const roots = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(roots, (quarters) => {
        const wanted = quarters.map((quarter) => quarter / 4).toSorted((a, b) => a - b);
        const times = (polynomial: readonly number[], root: number) =>
          [...polynomial, 0].map((coefficient, k) => (polynomial[k - 1] ?? 0) - root * coefficient);
        const found = positiveRoots(wanted.reduce(times, [1]));
        expect(found).toHaveLength(wanted.length);
        found.forEach((root, place) => expect(root).toBeCloseTo(wanted[place] ?? 0, 6));
      }),
    );
  });

  it('has none without coefficients or without a sign change', () => {
    expect(positiveRoots([])).toEqual([]);
    expect(positiveRoots([0, 0])).toEqual([]);
    expect(positiveRoots([1, 2, 3])).toEqual([]);
  });

  it('leaves no root out among hundreds of flows of changing sign', () => {
    const flows = Array.from({ length: 300 }, (_, t) => (t === 0 ? -1000 : Math.sin(t * 1.7) * 20 + 4));
    const value = (v: number) => flows.reduceRight((sum, flow) => sum * v + flow, 0);
    const places = Array.from({ length: 40_000 }, (_, step) => 0.4 + step * 5e-5);
    const crossings = places.filter((v, step) => value(v) > 0 !== value(places[step + 1] ?? v) > 0);
    const roots = positiveRoots(flows);
    expect(crossings.length).toBeGreaterThan(1);
    expect(roots).toHaveLength(crossings.length);
    crossings.forEach((v, place) => expect(Math.abs((roots[place] ?? 0) - v)).toBeLessThan(5e-5));
  });
});

describe('payback', () => {
  it('counts from the first period with investment and is linear inside the last', () => {
    expect(paybackMonths([-100, 50, 100], [100, 0, 0], 1)).toBe(2.5);
    expect(paybackMonths([0, 0, -100, 50, 100], [0, 0, 100, 0, 0], 1)).toBe(2.5);
    expect(paybackMonths([-100, 50, 100], [100, 0, 0], 0.5)).toBe(1.25);
  });

  it('is the first crossing when the net turns negative again', () => {
    expect(paybackMonths([-10, 20, -30, 40], [10, 0, 30, 0], 1)).toBe(1.5);
  });

  it('is 0 when nothing is ever owed and null when it stays owed', () => {
    expect(paybackMonths([5, 5], [1, 1], 1)).toBe(0);
    expect(paybackMonths([-10, 4], [10, 0], 1)).toBeNull();
    expect(paybackMonths([Number.NaN, 4], [10, 0], 1)).toBeNull();
  });
});
