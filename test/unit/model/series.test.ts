import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodsOf, yearFraction } from '#shared/model/periods.ts';
import {
  isFormulaSeries,
  isInRange,
  type NumberRange,
  rangeText,
  type Series,
  seriesProblems,
  seriesValue,
} from '#shared/model/series.ts';

const periods = periodsOf({ start: '2027-01-01', periods: 24, grain: 'month', fiscalYearStart: 1 });

function values(series: Exclude<Series, { formula: string }>): readonly number[] {
  return periods.map((period) => seriesValue(series, period, yearFraction('month')));
}

describe('the value of a series', () => {
  it('of a number is the same in all periods', () => {
    expect(new Set(values(0.3))).toEqual(new Set([0.3]));
  });

  it('of values is theirs, and the last carries on', () => {
    expect(values({ values: [3, 1, 4] })).toEqual([3, 1, 4, ...Array(21).fill(4)]);
    expect(values({ values: [...periods.keys(), 99] })).toEqual([...periods.keys()]);
  });

  it('of growth is base · (1 + growth)^years before the period', () => {
    const grown = values({ base: 100, growth: 0.21 });
    expect(grown[0]).toBe(100);
    expect(grown[6]).toBeCloseTo(110, 10);
    expect(grown[12]).toBeCloseTo(121, 10);
    expect(values({ base: 100, growth: -0.19 })[12]).toBeCloseTo(81, 10);
  });

  it('of steps changes in the first period that starts on or after the date, whatever their order', () => {
    const steps = [
      { date: '2027-05-02', value: 3 },
      { date: '2027-03-01', value: 2 },
    ];
    expect(values({ base: 1, steps }).slice(0, 7)).toEqual([1, 1, 2, 2, 2, 3, 3]);
    expect(values({ base: 1, steps: [] })).toEqual(Array(24).fill(1));
  });

  it('of a ramp is linear in the start of the period and flat outside', () => {
    const ramp = values({ from: 0, to: 28, fromDate: '2027-02-01', toDate: '2027-03-29' });
    expect(ramp.slice(0, 5)).toEqual([0, 0, 14, 28, 28]);
    const sudden = values({ from: 1, to: 2, fromDate: '2027-03-01', toDate: '2027-03-01' });
    expect(sudden.slice(0, 4)).toEqual([1, 1, 2, 2]);
  });
});

const anyRange: fc.Arbitrary<NumberRange> = fc.constantFrom(
  {},
  { min: 0 },
  { min: 0, max: 1 },
  { min: 0, isMinExcluded: true },
  { max: 1 },
  { min: 1, max: 12, isInteger: true },
);

describe('a range', () => {
  it('holds finite numbers only', () => {
    for (const value of [Number.NaN, Infinity, -Infinity]) expect(isInRange(value, {})).toBe(false);
  });

  it.each([
    [{ min: 0, max: 1 }, [0, 1], [-1e-9, 1 + 1e-9], 'a number from 0 to 1'],
    [{ min: 0 }, [0, 1e300], [-1e-300], 'a number of at least 0'],
    [{ min: 0, isMinExcluded: true }, [1e-300], [0, -0], 'a number above 0'],
    [{ min: 0, max: 2, isMinExcluded: true }, [2], [0, 2.1], 'a number above 0 and up to 2'],
    [{ max: 1 }, [-5, 1], [1.1], 'a number of at most 1'],
    [{ min: 1, max: 12, isInteger: true }, [1, 12], [0, 1.5, 13], 'a whole number from 1 to 12'],
    [{}, [-1e300], [], 'a number'],
  ])('%j', (range: NumberRange, inside, outside, text) => {
    expect(inside.map((value) => isInRange(value, range))).toEqual(inside.map(() => true));
    expect(outside.map((value) => isInRange(value, range))).toEqual(outside.map(() => false));
    expect(rangeText(range)).toBe(text);
  });
});

describe('what is no series', () => {
  it.each([
    [null, []],
    ['7', []],
    [[1, 2], []],
    [{}, []],
    [{ value: 3 }, []],
    [{ base: 1 }, []],
    [{ base: 1, growth: 0, steps: [] }, []],
    [{ values: [] }, ['values']],
    [{ values: 3 }, ['values']],
    [{ values: [1, '2'] }, ['values', 1]],
    [{ values: [1, null] }, ['values', 1]],
    [{ base: -1, growth: 0.1 }, ['base']],
    [{ base: 1, growth: -1 }, ['growth']],
    [{ base: 1, growth: '3 %' }, ['growth']],
    [{ base: 1, steps: [{ date: '2027-02-30', value: 1 }] }, ['steps', 0, 'date']],
    [{ base: 1, steps: [{ date: '2027-02-01', value: -1 }] }, ['steps', 0, 'value']],
    [{ base: 1, steps: [{ date: '2027-02-01' }] }, ['steps', 0, 'value']],
    [{ base: 1, steps: [{ date: '2027-02-01', value: 1, note: '' }] }, ['steps', 0]],
    [{ base: 1, steps: ['2027-02-01'] }, ['steps', 0]],
    [{ base: 1, steps: [1, 2].map((value) => ({ date: '2027-02-01', value })) }, ['steps', 1, 'date']],
    [{ from: 1, to: 2, fromDate: '2027-03-01', toDate: '2027-02-01' }, ['toDate']],
    [{ from: 1, to: -2, fromDate: '2027-03-01', toDate: '2027-04-01' }, ['to']],
    [{ formula: '' }, ['formula']],
    [{ formula: 7 }, ['formula']],
    [{ formula: 'x'.repeat(2001) }, ['formula']],
  ])('%j is refused at its place', (value, path) => {
    expect(seriesProblems(value, { min: 0 }).map((problem) => problem.path)).toEqual([path]);
  });

  it('is found for any value without throwing; what is a series has a finite number in every period of its range', () => {
    const anyNumber = fc.double();
    const nearly = fc.oneof(
      fc.anything(),
      anyNumber,
      fc.record({ values: fc.array(anyNumber) }),
      fc.record({
        base: anyNumber,
        steps: fc.array(
          fc.record({ date: fc.constantFrom('2027-03-01', '2028-01-01', 'x'), value: anyNumber }),
        ),
      }),
      fc.record({
        from: anyNumber,
        to: anyNumber,
        fromDate: fc.constant('2027-03-01'),
        toDate: fc.constantFrom('2027-01-01', '2028-03-01'),
      }),
    );
    let accepted = 0;
    function isSeries(value: unknown, range: NumberRange): value is Series {
      return seriesProblems(value, range).length === 0;
    }
    fc.assert(
      fc.property(nearly, anyRange, (value, range) => {
        if (!isSeries(value, range) || isFormulaSeries(value)) return;
        accepted += 1;
        // A ramp between whole numbers takes those between them.
        const isRamp = typeof value === 'object' && 'from' in value;
        const expected = isRamp ? { ...range, isInteger: false } : range;
        expect(values(value).filter((number) => !isInRange(number, expected))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(200);
  });
});
