import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundText } from '#shared/kernel/foundText.ts';

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
}

describe('a found value in a message', () => {
  it('is its JSON where that is short', () => {
    for (const value of [1, -0.5, null, true, 'x', '"', [], {}, [1, 'two', { a: [null] }]])
      expect(foundText(value)).toBe(JSON.stringify(value));
  });

  it('is a word for what JSON does not know', () => {
    expect([undefined, Number.NaN, -Infinity].map(foundText)).toEqual(['nothing', 'NaN', '-Infinity']);
  });

  it('is one line of at most 81 characters that all show', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string({ unit: 'binary', maxLength: 200 }), (value, text) => {
        for (const shown of [foundText(value), foundText(text), foundText({ [text]: value })]) {
          expect(shown.length).toBeLessThanOrEqual(81);
          expect(shown).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);
          expect(shown.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no time for huge values and no stack for deep ones', () => {
    expect(foundText(nested(1_000_000)).length).toBeLessThanOrEqual(81);
    expect(foundText(Array.from({ length: 1_000_000 }, () => 7))).toBe(`[${'7,'.repeat(39)}7…`);
    expect(foundText('x'.repeat(10_000_000))).toBe(`"${'x'.repeat(79)}…`);
  });
});
