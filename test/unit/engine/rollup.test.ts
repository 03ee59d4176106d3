import { describe, expect, it } from 'vitest';
import { createRollup, type RollupRule } from '#shared/engine/rollup.ts';
import { bound } from './smallGraphs.ts';

const days = [31, 28, 31, 30];
const columns: Readonly<Record<string, readonly number[]>> = {
  cost: [100, 200, 300, 400],
  contacts: [10, 40, 50, 0],
  staff: [3, 4, 5, 6],
  perContact: [10, 5, 6, Number.NaN],
  perContactInPercent: [1000, 500, 600, Number.NaN],
  inverse: [0.1, 0.2, 1 / 6, Number.NaN],
  huge: [1e308, 1e308, 1e308, 1e308],
  holed: [1, Number.NaN, 3, 4],
};
const rules: Readonly<Record<string, RollupRule>> = {
  cost: 'sum',
  contacts: 'sum',
  staff: 'mean',
  perContact: 'formula',
  perContactInPercent: 'formula',
  inverse: 'formula',
  huge: 'sum',
  holed: 'sum',
};
const formulas: Readonly<Record<string, string>> = {
  perContact: 'ratio(cost, contacts)',
  perContactInPercent: 'perContact * 100',
  inverse: '1 / (cost / contacts)',
};

function totals(id: string, rule = rules[id] ?? 'mean'): readonly number[] {
  const rollup = createRollup(
    [
      { first: 0, last: 2 },
      { first: 3, last: 3 },
    ],
    {
      column: (name) => Float64Array.from(columns[name] ?? []),
      rule: (name) => (name === id ? rule : (rules[name] ?? 'mean')),
      formula: (name) => (formulas[name] === undefined ? undefined : bound(formulas[name])),
      days,
    },
  );
  return [...rollup(id)];
}

describe('totals over several periods', () => {
  it.each<[RollupRule, readonly number[]]>([
    ['sum', [12, 6]],
    ['mean', [(3 * 31 + 4 * 28 + 5 * 31) / 90, 6]],
    ['first', [3, 6]],
    ['last', [5, 6]],
  ])('by %s', (rule, expected) => {
    expect(totals('staff', rule)).toEqual(expected);
  });

  it('of a ratio are the ratio of the totals, not the mean of ratios; empty where there is nothing', () => {
    expect(totals('perContact')).toEqual([6, Number.NaN]);
  });

  it('of a formula on a formula use its totals', () => {
    expect(totals('perContactInPercent')).toEqual([600, Number.NaN]);
  });

  it('of a formula without totals of its own are means', () => {
    expect(totals('holed', 'formula')).toEqual([Number.NaN, 4]);
  });

  it('never turn a division by zero or an overflow into a number', () => {
    expect(totals('inverse')).toEqual([1 / 6, Number.NaN]);
    expect(totals('huge')).toEqual([Number.NaN, 1e308]);
  });

  it('of a span with an empty period are empty', () => {
    expect(totals('holed')).toEqual([Number.NaN, 4]);
  });
});
