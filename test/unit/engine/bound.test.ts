import { describe, expect, it } from 'vitest';
import { boundText, dependenciesOf } from '#shared/engine/bound.ts';
import { bound, computed } from './smallGraphs.ts';

describe('the text of a bound formula', () => {
  it.each([
    ['a + b * c', 'a + b * c'],
    ['(a + b) * c', '(a + b) * c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['a - b - c', 'a - b - c'],
    ['a / (b * c)', 'a / (b * c)'],
    ['(a ^ b) ^ c', '(a ^ b) ^ c'],
    ['a ^ b ^ c', 'a ^ b ^ c'],
    ['-(a + b)', '-(a + b)'],
    ['(-a) ^ 2', '(-a) ^ 2'],
    ['-a ^ 2', '-a ^ 2'],
    ['a * -b', 'a * -b'],
    ['(a > b) + 1', '(a > b) + 1'],
    ['if(a > 1, b, c + 1)', 'if(a > 1, b, c + 1)'],
    ['min(a, b) * prior(c, 1 + 2)', 'min(a, b) * prior(c, 1 + 2)'],
    ['sum(x_y, n) * 2', '(x.n + y.n) * 2'],
    ['sum(x_y, n) - 2', 'x.n + y.n - 2'],
    ['2 - sum(x_y, n)', '2 - (x.n + y.n)'],
    ['sum(x_y, n - a) / 2', '(x.n - x.a + y.n - y.a) / 2'],
    ['sum(x, n) * 2', 'x.n * 2'],
    ['sum(none, n) + 1', '0 + 1'],
    ['sum(x_y, n) ^ 2', '(x.n + y.n) ^ 2'],
    ['sum(x_y, if(n > 1, n, 0))', 'if(x.n > 1, x.n, 0) + if(y.n > 1, y.n, 0)'],
    ['sum(x_y, n > 1)', '(x.n > 1) + (y.n > 1)'],
    ['-sum(x_y, n)', '-(x.n + y.n)'],
  ])('of %s is %s, and computes the same', (text, expected) => {
    const shown = boundText(bound(text));
    expect(shown).toBe(expected);
    const inputs = { a: [2], b: [3], c: [0.5], 'x.n': [3], 'y.n': [5], 'x.a': [1], 'y.a': [1.5] };
    const first = computed({ ...inputs, result: text }, 1).column('result')[0];
    expect(computed({ ...inputs, result: shown }, 1).column('result')[0]).toBeCloseTo(
      first ?? Number.NaN,
      12,
    );
  });

  it('writes names as it is told', () => {
    expect(boundText(bound('a + prior(b)'), (id) => id.toUpperCase())).toBe('A + prior(B)');
  });
});

describe('what a formula reads', () => {
  it('is each node once, the period before apart, in the order of the text', () => {
    expect(dependenciesOf(bound('b + a * prior(b, c) + if(a, b, sum(x_y, n))'))).toEqual([
      { id: 'b', name: 'b', isLagged: false },
      { id: 'a', name: 'a', isLagged: false },
      { id: 'b', name: 'b', isLagged: true },
      { id: 'c', name: 'c', isLagged: false },
      { id: 'x.n', name: 'n', isLagged: false },
      { id: 'y.n', name: 'n', isLagged: false },
    ]);
  });
});
