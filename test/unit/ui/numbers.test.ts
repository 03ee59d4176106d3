import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCompact,
  formatExact,
  formatGrouped,
  formatPortable,
  formatNumber,
  formatPlain,
  parseNumber,
} from '#renderer/ui/numbers.ts';
import type { NumberFormat } from '#renderer/ui/numbers.ts';

const number: NumberFormat = { style: 'number' };
const percent: NumberFormat = { style: 'percent' };
const euros: NumberFormat = { style: 'money', currency: 'EUR' };

/** Locales part thousands with several kinds of spaces; for reading a test they are all one. */
function plainSpaces(text: string): string {
  return text.replace(/\s/g, ' ');
}

describe('reading numbers', () => {
  it.each([
    ['12,5 %', percent, 'en', 0.125],
    ['85', percent, 'en', 0.85],
    ['0.85', percent, 'en', 0.0085],
    ['7%', percent, 'en', 0.07],
    ['12 %', number, 'en', 0.12],
    ['1 234,50', number, 'en', 1234.5],
    ['1 234,500', number, 'en', 1234.5],
    ['1\u202f234\u00a0567,8', number, 'ru', 1234567.8],
    ['€1,200', euros, 'en', 1200],
    ['-€5', euros, 'en', -5],
    ['€-5', euros, 'en', -5],
    ['(€1,234)', euros, 'en', -1234],
    ['EUR 12.50', euros, 'en', 12.5],
    ['1 200,5 Kč', { style: 'money', currency: 'CZK' }, 'cs', 1200.5],
    ['3.4e2', number, 'en', 340],
    ['(1,234)', number, 'en', -1234],
    ['1,200-', number, 'en', -1200],
    ['\u22125', number, 'en', -5],
    ['\u20135', number, 'en', -5],
    ['\u20131\u202f234,5', number, 'ru', -1234.5],
    ['(12,5 %)', percent, 'cs', -0.125],
    ['1.234,50 lei', { style: 'money', currency: 'RON' }, 'ro', 1234.5],
    ['1 234,50 ₽', { style: 'money', currency: 'RUB' }, 'ru', 1234.5],
    ['¥1,234.50', { style: 'money', currency: 'CNY' }, 'zh', 1234.5],
    ['CN¥1,234.50', number, 'en', 1234.5],
    ['１２３．５', number, 'zh', 123.5],
    ['１２％', percent, 'zh', 0.12],
    ['(US$1,234.00)', number, 'en', -1234],
    ['+5', number, 'en', 5],
    ['.5', number, 'en', 0.5],
    ['1,234', number, 'en', 1234],
    ['1,234', number, 'cs', 1.234],
    ['1.234', number, 'de', 1234],
    ['1.234', number, 'cs', 1.234],
    ['0,125', number, 'en', 0.125],
    ['1,23', number, 'en', 1.23],
    ['1,234,567.8', number, 'de', 1234567.8],
    ['12,34,567', number, 'en-IN', 1234567],
    ['1’234.5', number, 'de-CH', 1234.5],
    ['4:30', { style: 'seconds' }, 'en', 270],
    ['1:02:03', { style: 'seconds' }, 'en', 3723],
  ] as const)('reads "%s" (%o, %s) as %d', (text, format, locale, value) => {
    expect(parseNumber(text, format, locale)).toEqual({ ok: true, value });
  });

  it.each([
    '',
    'abc',
    '=12*3',
    '1 2',
    '12 13',
    '1,2,3',
    '1.2.3',
    '1,23,4',
    '--5',
    '%',
    '1e',
    '1e999',
    'NaN',
    'Infinity',
    '4:30',
    '0x10',
    '12 apples',
  ])('refuses "%s"', (text) => {
    expect(parseNumber(text, number, 'en')).toEqual({ ok: false, fault: 'not-a-number' });
  });

  it('asks for whole numbers where only those make sense', () => {
    expect(parseNumber('2.5', { style: 'integer' }, 'en')).toEqual({ ok: false, fault: 'not-whole' });
    expect(parseNumber('2.0', { style: 'integer' }, 'en')).toEqual({ ok: true, value: 2 });
  });
});

describe('writing numbers', () => {
  it('gives back every number bit for bit from its exact text, in every locale', () => {
    const cases = fc.record({
      value: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
      style: fc.constantFrom('number' as const, 'percent' as const, 'money' as const, 'seconds' as const),
      locale: fc.constantFrom('en', 'cs', 'ro', 'ru', 'zh', 'de', 'en-IN'),
    });
    fc.assert(
      fc.property(cases, ({ value, style, locale }) => {
        // Zero has one text, so the negative one comes back as zero.
        const same = { ok: true, value: value === 0 ? 0 : value };
        for (const text of [formatExact(value, { style }, locale), formatGrouped(value, { style }, locale)]) {
          expect(parseNumber(text, { style }, locale)).toEqual(same);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reads what it shows, up to the digits shown', () => {
    const cases = fc.record({
      value: fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
      style: fc.constantFrom('number' as const, 'percent' as const, 'money' as const),
      locale: fc.constantFrom('en', 'cs', 'ro', 'ru', 'zh', 'de', 'en-IN'),
    });
    fc.assert(
      fc.property(cases, ({ value, style, locale }) => {
        const format: NumberFormat = { style, digits: 2, ...(style === 'money' && { currency: 'CZK' }) };
        const read = parseNumber(formatNumber(value, format, locale), format, locale);
        const error = read.ok ? Math.abs(read.value - value) : Number.NaN;
        expect(error).toBeLessThanOrEqual(style === 'percent' ? 5.1e-5 : 5.1e-3);
      }),
      { numRuns: 2000 },
    );
  });

  it('formats by style and locale', () => {
    expect(plainSpaces(formatPlain(1234.56, number, 'cs'))).toBe('1 234,6');
    expect(formatPlain(0.8125, percent, 'en')).toBe('81.3%');
    expect(formatPlain(1234.4, euros, 'en')).toBe('1,234');
    expect(formatNumber(1234.4, euros, 'en')).toBe('€1,234');
    expect(plainSpaces(formatNumber(-1234.4, euros, 'cs'))).toBe('-1 234 €');
    expect(formatCompact(1_250_000, euros, 'en')).toBe('1.3M');
    expect(formatCompact(0.8, percent, 'en')).toBe('80%');
  });

  it('shows a dash where there is no number, and never a negative zero', () => {
    expect(formatPlain(null, number, 'en')).toBe('–');
    expect(formatNumber(Number.NaN, euros, 'en')).toBe('–');
    expect(formatNumber(Number.POSITIVE_INFINITY, number, 'en')).toBe('–');
    expect(formatPlain(-0.04, number, 'en')).toBe('0.0');
    expect(formatExact(-0, number, 'en')).toBe('0');
    expect(formatGrouped(-1234567.25, number, 'cs')).toBe('-1\u00a0234\u00a0567,25');
    expect(formatGrouped(118000, number, 'en')).toBe('118,000');
    expect(formatExact(null, number, 'en')).toBe('');
  });

  it('moves the point of a percentage instead of multiplying', () => {
    expect(formatExact(0.07, percent, 'en')).toBe('7%');
    expect(formatExact(0.005, percent, 'cs')).toBe('0,5\u00a0%');
    expect(formatExact(0.8, percent, 'zh')).toBe('80%');
    expect(formatPortable(0.005, percent, 'cs')).toBe('0,5%');
    expect(formatExact(-1, percent, 'en')).toBe('-100%');
    expect(formatExact(1e-9, percent, 'en')).toBe('1e-7%');
  });
});
