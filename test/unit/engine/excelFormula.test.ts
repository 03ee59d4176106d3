import { describe, expect, it } from 'vitest';
import type { Bound } from '#shared/engine/bound.ts';
import { excelFormula, type ExcelPlaces, isEmptyByItself } from '#shared/engine/excelFormula.ts';
import { formulaFunctions } from '#shared/engine/functions.ts';
import { boundOf } from '#test/support/boundFormulas.ts';

/** Names a, b, c stand in A2, B2, C2; `gap` in D2 may be empty; one period earlier is row 1. */
const cells: Readonly<Record<string, string>> = { a: 'A', b: 'B', c: 'C', gap: 'D' };

function places(isFirst = false): ExcelPlaces {
  return {
    reference: (id, isLagged) =>
      isLagged ? (isFirst ? undefined : `${cells[id] ?? ''}1`) : `${cells[id] ?? ''}2`,
    mayBeEmpty: (id) => id === 'gap',
    range: (ids) => (ids.join('') === 'abc' ? 'A2:C2' : undefined),
  };
}

function text(formula: string, isFirst = false): string {
  return excelFormula(boundOf(formula), places(isFirst));
}

describe('a formula in a spreadsheet', () => {
  it('keeps the order of operations, where a sign binds tighter than a power', () => {
    expect(text('-a ^ 2')).toBe('-(A2^2)');
    expect(text('(-a) ^ 2')).toBe('(-A2)^2');
    expect(text('a ^ b ^ c')).toBe('A2^(B2^C2)');
    expect(text('(a ^ b) ^ c')).toBe('(A2^B2)^C2');
    expect(text('a ^ -b')).toBe('A2^-B2');
    expect(text('a - (b - c)')).toBe('A2-(B2-C2)');
    expect(text('a - b - c')).toBe('A2-B2-C2');
    expect(text('a / (b * c)')).toBe('A2/(B2*C2)');
    expect(text('(a + b) * c')).toBe('(A2+B2)*C2');
    expect(text('a * -b')).toBe('A2*-B2');
    expect(text('--a')).toBe('--A2');
    expect(text('2.5e-7 * a')).toBe('2.5E-7*A2');
  });

  it('gives comparisons as 1 and 0 where their value is used', () => {
    expect(text('a > b')).toBe('IF(A2>B2,1,0)');
    expect(text('a + (b == c)')).toBe('A2+IF(B2=C2,1,0)');
    expect(text('if(a != b, 1, 2)')).toBe('IF(A2<>B2,1,2)');
    expect(text('if((a < b) < c, 1, 2)')).toBe('IF(IF(A2<B2,1,0)<C2,1,2)');
  });

  it('has a counterpart for every function', () => {
    const examples = {
      if: ['if(a, b, c)', 'IF(A2,B2,C2)'],
      min: ['min(a, b)', 'MIN(A2,B2)'],
      max: ['max(a, b, 3)', 'MAX(A2,B2,3)'],
      abs: ['abs(-a)', 'ABS(-A2)'],
      round: ['round(a)', 'ROUND(A2,0)'],
      ceil: ['ceil(a + b)', '-INT(-(A2+B2))'],
      floor: ['floor(a)', 'INT(A2)'],
      ratio: ['ratio(a + b, c)', 'IF(C2=0,"",(A2+B2)/C2)'],
      prior: ['prior(a, b)', 'A1'],
      sum: ['sum(all, x)', 'SUM(A2:C2)'],
    } as const satisfies Record<string, readonly [string, string]>;
    expect(Object.keys(examples)).toEqual(formulaFunctions.map(({ name }) => name));
    for (const [formula, excel] of Object.values(examples)) expect(text(formula)).toBe(excel);
    expect(text('round(a, 2)')).toBe('ROUND(A2,2)');
    expect(text('ceil(a) ^ 2')).toBe('(-INT(-A2))^2');
  });

  it('takes what was before the plan in the first period', () => {
    expect(text('prior(a, b + 1) * 2', true)).toBe('(B2+1)*2');
    expect(text('prior(a)', true)).toBe('""');
    expect(text('sum(two, x)')).toBe('A2+C2');
    expect(text('2 * sum(two, x)')).toBe('2*(A2+C2)');
    expect(text('sum(none, x)')).toBe('0');
  });

  it('makes nothing an error where it must not count as a number', () => {
    expect(text('max(0, gap)')).toBe('MAX(0,D2+0)');
    expect(text('if(gap > 1, a, b)')).toBe('IF(D2+0>1,A2,B2)');
    expect(text('a + gap')).toBe('A2+D2');
    expect(text('min(1, ratio(a, b))')).toBe('MIN(1,IF(B2=0,"",A2/B2)+0)');
    expect(text('min(1, if(a, b, c))')).toBe('MIN(1,IF(A2,B2,C2))');
  });
});

describe('a formula that can come out empty', () => {
  it.each([
    ['ratio(a, b)', true],
    ['1 + ratio(a, b)', true],
    ['prior(a)', true],
    ['prior(a, 0)', false],
    ['if(a, b, ratio(a, c))', true],
    ['max(a, b) / c', false],
  ])('%s: %s', (formula, isEmpty) => {
    const bound: Bound = boundOf(formula);
    expect(isEmptyByItself(bound)).toBe(isEmpty);
  });
});
