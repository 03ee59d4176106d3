import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '#shared/kernel/jsonText.ts';

describe('JSON text', () => {
  it('gives the value that JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, space) => {
        const text = JSON.stringify(JSON.parse(json), undefined, space);
        const parsed = parseJson(text);
        expect(parsed.ok && parsed.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it('is refused where JSON.parse refuses it, and only there, but for repeated fields and depth', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-0',
      '1.5e3',
      '01',
      '.5',
      'true',
      'nul',
      'null',
      ' ',
      '\n',
      '\\',
      '"\\u00e9"',
      '"\u0001"',
      '+',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const parsed = parseJson(text);
        const isRepeated = !parsed.ok && parsed.fault.found.endsWith('a second time');
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(parsed.ok || isRepeated).toBe(isJson);
      }),
      { numRuns: 5000 },
    );
  });

  it('that breaks off is refused inside it or right behind it', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, seed) => {
        const cut = json.slice(0, seed % json.length);
        const parsed = parseJson(cut);
        const { line, column } = parsed.ok ? { line: 1, column: 1 } : parsed.fault;
        expect(line).toBe(1);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual(cut.length + 1);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['[1, 2,]', 1, 7, ']', 'a value: a number'],
    ['{"a": 1,\r\n "b": tru}', 2, 7, 'tru', 'a value'],
    ['{"a": 1\r\r"b": 2}', 3, 1, '"', 'a comma or }'],
    ['[1, 2', 1, 6, 'the end of the text', 'a comma or ]'],
    ['{"a": 1, "a": 2}', 1, 10, '"a" a second time', 'each field once'],
    ['{"a": 1, "\\u0061": 2}', 1, 10, '"\\u0061" a second time', 'each field once'],
    ['{"__proto__": 1, "__proto__": 2}', 1, 18, '"__proto__" a second time', 'each field once'],
    ['{"a": "x\ny"}', 1, 9, 'the end of the line', 'the closing quote'],
    ['{"a": "x\ty"}', 1, 9, 'the control character 9', 'the closing quote'],
    ['{"a": "\\x"}', 1, 8, '\\', 'one of \\"'],
    ['{"a": -NaN}', 1, 7, '-NaN', 'neither NaN nor Infinity'],
    ['{"a": undefined}', 1, 7, 'undefined', 'leave a field out'],
    ['{"a": True}', 1, 7, 'True', 'small letters'],
    ['{“a”: 1}', 1, 2, '“', 'straight double quotes'],
    ['[1, // one\n 2]', 1, 5, '/', 'no comment'],
    ['{"a": 1 /* one */}', 1, 9, '/', 'no comment'],
    ['[0,5 .3]', 1, 6, '.3', 'a comma or ]'],
    ['[007]', 1, 2, '007', 'leading zeros'],
    ['[1.]', 1, 4, ']', 'a digit'],
    ['{} {}', 1, 4, '{', 'nothing more'],
    ['\uFEFF{}', 1, 1, '\uFEFF', 'a value'],
    ['[😀]', 1, 2, '😀', 'a value'],
  ])('%j is refused at line %d, column %d', (text, line, column, found, expected) => {
    expect(parseJson(text)).toEqual({
      ok: false,
      fault: { line, column, found, expected: expect.stringContaining(expected) },
    });
  });

  it('may hold 64 levels and not one more, however deep it goes on', () => {
    expect(parseJson('['.repeat(64) + ']'.repeat(64)).ok).toBe(true);
    for (const depth of [65, 1_000_000]) {
      expect(parseJson('{"a":'.repeat(depth))).toEqual({
        ok: false,
        fault: {
          line: 1,
          column: 64 * 5 + 1,
          found: '{',
          expected: 'at most 64 lists and objects inside each other',
        },
      });
    }
  });

  it('may hold texts and numbers of millions of characters', () => {
    expect(parseJson(`["${'x'.repeat(5_000_000)}", ${'1'.repeat(1_000_000)}]`).ok).toBe(true);
  });
});
