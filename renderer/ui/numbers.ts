import type { Failed, Ok, Result } from '#shared/kernel/result.ts';

/** How a number of a row, a chart or a tile is shown and typed. Units are text and stand beside it. */
export interface NumberFormat {
  /** `percent`: the value is a share (0.8) and is shown and typed as 80 %. `seconds` also takes 4:30. */
  readonly style: 'number' | 'integer' | 'percent' | 'money' | 'seconds';
  /** Decimals shown; the value itself is never rounded. Default: number and percent 1, others 0. */
  readonly digits?: number;
  /** ISO code, shown by tiles and charts. Grids name it in the unit column instead. */
  readonly currency?: string;
}

/** Why a text is not the number that was asked for. The words for it belong to whoever shows it. */
export type NumberProblem = 'not-a-number' | 'not-whole';

export const noValueSign = '–';

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs a hundred times more than using it. */
function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
}

const defaultDigits = { number: 1, integer: 0, percent: 1, money: 0, seconds: 0 } as const;

function baseOptions(format: NumberFormat): Intl.NumberFormatOptions {
  const digits = format.digits ?? defaultDigits[format.style];
  const options: Intl.NumberFormatOptions = {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    // A rounded −0.04 must not stand there as "-0".
    signDisplay: 'negative',
  };
  return format.style === 'percent' ? { ...options, style: 'percent' } : options;
}

const plainFormatters = new Map<string, Intl.NumberFormat>();

/** Grids draw a thousand numbers a frame, so even finding the formatter must cost next to nothing. */
function plainFormatter(format: NumberFormat, locale: string): Intl.NumberFormat {
  const key = `${locale} ${format.style} ${format.digits ?? ''}`;
  const known = plainFormatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, baseOptions(format));
  plainFormatters.set(key, made);
  return made;
}

/** For grids: without currency sign, since the unit column names it. */
export function formatPlain(value: number | null, format: NumberFormat, locale: string): string {
  if (value === null || !Number.isFinite(value)) return noValueSign;
  return plainFormatter(format, locale).format(value);
}

/** For tiles, tooltips and texts: with the currency sign where the format has a currency. */
export function formatNumber(value: number | null, format: NumberFormat, locale: string): string {
  if (format.style !== 'money' || format.currency === undefined) return formatPlain(value, format, locale);
  if (value === null || !Number.isFinite(value)) return noValueSign;
  const money = { style: 'currency', currency: format.currency, currencyDisplay: 'narrowSymbol' } as const;
  return formatter(locale, { ...baseOptions(format), ...money }).format(value);
}

/** For axes: 1.2M instead of 1,200,000. */
export function formatCompact(
  value: number,
  format: NumberFormat,
  locale: string,
  /** Digits beyond the usual ones, where it must be told from its neighbours. */
  moreDigits = 0,
): string {
  if (format.style === 'percent') return formatPlain(value, { style: 'percent', digits: moreDigits }, locale);
  return formatter(locale, {
    notation: 'compact',
    maximumFractionDigits: 1 + moreDigits,
    signDisplay: 'negative',
  }).format(value);
}

interface Separators {
  readonly decimal: string;
  readonly group: string;
}

function separators(locale: string): Separators {
  const parts = formatter(locale, { useGrouping: true, minimumFractionDigits: 1 }).formatToParts(1234567.8);
  const partOf = (type: string) => parts.find((part) => part.type === type)?.value;
  return { decimal: partOf('decimal') ?? '.', group: partOf('group') ?? ',' };
}

/** What a locale puts between thousands. */
export function groupSign(locale: string): string {
  return separators(locale).group;
}

/** Times 100 by moving the decimal point of the text: multiplying would turn 0.07 into 7.000000000000001. */
function percentDigits(share: number): string {
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(share)) ?? [];
  if (exponent !== undefined) return `${sign}${whole}${fraction && `.${fraction}`}e${Number(exponent) + 2}`;
  const digits = `${whole}${fraction.padEnd(2, '0')}`;
  const point = whole.length + 2;
  const shifted = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  return `${sign}${shifted}${digits.length > point ? `.${digits.slice(point)}` : ''}`;
}

function exactDigits(value: number, { style }: NumberFormat, locale: string): string {
  const text = style === 'percent' ? percentDigits(value) : String(value === 0 ? 0 : value);
  return text.replace('.', separators(locale).decimal);
}

/** A text of digits with the percent sign as the locale sets it: '80%' in English and Chinese, '80 %' in Czech. */
function withPercentSign(digits: string, locale: string): string {
  const parts = formatter(locale, { style: 'percent' }).formatToParts(1);
  return parts.map(({ type, value }) => (type === 'integer' ? digits : value)).join('');
}

/**
 * Full precision, for fields: the decimal separator and the percent sign of the locale, no grouping. `parseNumber` gives
 * it back bit for bit.
 */
export function formatExact(value: number | null, format: NumberFormat, locale: string): string {
  if (value === null || !Number.isFinite(value)) return '';
  const digits = exactDigits(value, format, locale);
  return format.style === 'percent' ? withPercentSign(digits, locale) : digits;
}

/** As in a field, with the thousands apart while nobody types. `parseNumber` gives it back bit for bit. */
export function formatGrouped(value: number | null, format: NumberFormat, locale: string): string {
  return formatExact(value, format, locale).replace(/^-?\d{4,}(?!\d*e)/, (whole) =>
    formatter(locale, {}).format(BigInt(whole)),
  );
}

/**
 * Full precision, for the clipboard and for files: as in a field, but without a space before the percent sign, so that
 * Excel set to the same locale reads it as the number.
 */
export function formatPortable(value: number | null, format: NumberFormat, locale: string): string {
  if (value === null || !Number.isFinite(value)) return '';
  const digits = exactDigits(value, format, locale);
  return format.style === 'percent' ? `${digits}%` : digits;
}

function problem(code: NumberProblem): Failed<NumberProblem> {
  return { ok: false, fault: code };
}

/** What groups thousands apart from dot and comma: all kinds of spaces, and the Swiss apostrophe. */
const space = /[\s\u00a0\u2007\u2009\u202f'\u2019]/;
const groupedBySpace = /^\d{1,3}([\s\u00a0\u2007\u2009\u202f'\u2019]\d{3})+(?!\d)/;

/** Takes off the sign: -, the true minus and the dashes that stand for it, a trailing minus as ledgers print it, or accounting parentheses. */
function splitSign(text: string): { readonly digits: string; readonly isNegative: boolean } {
  const inParentheses = /^\((.*)\)$/.exec(text);
  if (inParentheses !== null) return { digits: inParentheses[1] ?? '', isNegative: true };
  if (/^[-\u2012\u2013\u2212]/.test(text)) return { digits: text.slice(1).trim(), isNegative: true };
  if (/[-\u2012\u2013\u2212]$/.test(text)) return { digits: text.slice(0, -1).trim(), isNegative: true };
  return { digits: text.replace(/^\+/, '').trim(), isNegative: false };
}

function stripCurrency(text: string, format: NumberFormat, locale: string): string {
  const signs = ['[A-Z]{0,3}\\p{Sc}', '[A-Z]{3}', 'Kč', 'lei', 'zł', 'kr\\.?', 'Ft', 'руб\\.?', 'р\\.', '元'];
  if (format.currency !== undefined) {
    const options = { style: 'currency', currency: format.currency } as const;
    const sign = formatter(locale, options)
      .formatToParts(1)
      .find((part) => part.type === 'currency')?.value;
    if (sign !== undefined) signs.push(sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  }
  const any = `(?:${signs.join('|')})`;
  return text
    .replace(new RegExp(`^([-\\u2012\\u2013\\u2212(]?)\\s*${any}\\s*`, 'u'), '$1')
    .replace(new RegExp(`\\s*${any}(\\)?)$`, 'u'), '$1')
    .trim();
}

/** A dot or comma that stands alone groups thousands only where the locale says so and the digits fit. */
function normaliseSeparators(text: string, { decimal, group }: Separators): string | null {
  const dots = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (dots + commas === 0) return text;
  if (dots > 0 && commas > 0) {
    const decimalSign = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
    const [whole = '', fraction = '', ...more] = text.split(decimalSign);
    const ungrouped = removeGroups(whole, decimalSign === '.' ? ',' : '.');
    return more.length > 0 || ungrouped === null ? null : `${ungrouped}.${fraction}`;
  }
  const sign = dots > 0 ? '.' : ',';
  if (dots + commas > 1) return removeGroups(text, sign);
  const groupsHere = sign === group && sign !== decimal ? removeGroups(text, sign) : null;
  return groupsHere ?? text.replace(sign, '.');
}

/** "1,234,567" and the Indian "12,34,567" without their commas; null where the digits do not form groups. */
function removeGroups(text: string, sign: string): string | null {
  const groups = text.split(sign);
  const [first = '', ...rest] = groups;
  const isGrouped =
    /^[1-9]\d{0,2}$/.test(first) && rest.every((part) => /^\d{2,3}$/.test(part)) && rest.at(-1)?.length === 3;
  return isGrouped ? groups.join('') : null;
}

/** `shift` moves the decimal point of the text, exactly, where a division would round. */
function parseDigits(text: string, shift: number, locale: string): number | null {
  const [mantissa = '', exponent, ...more] = text.split(/e/i);
  if (more.length > 0 || (exponent !== undefined && !/^[+-]?\d+$/.test(exponent))) return null;
  const isGroupedBySpace = groupedBySpace.test(mantissa);
  if (!isGroupedBySpace && space.test(mantissa)) return null;
  const joined = mantissa.split(space).join('');
  // After "1 234" a dot or comma can only be the decimal sign.
  const plain = isGroupedBySpace ? joined.replace(',', '.') : normaliseSeparators(joined, separators(locale));
  if (plain === null || !/^(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  const value = Number(`${plain}e${Number(exponent ?? 0) + shift}`);
  return Number.isFinite(value) ? value : null;
}

/** 4:30 is 270 seconds, 1:02:03 is 3723. */
function parseClock(text: string): number | null {
  const match = /^(?:(\d+):)?(\d{1,3}):([0-5]\d)$/.exec(text);
  if (match === null) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/**
 * Reads what people type and what Excel, e-mails and web pages put on the clipboard: "1 234,50", "€1,200",
 * "(1,234)", "3.4e2", "12,5 %", "1200-".
 *
 * In a percent format a plain number is a percentage, as in Excel: "85" and "85 %" are 0.85, and "0.85" is
 * 0.85 %, never 85 %: the same keys must not mean different things at 1. Elsewhere "12 %" is 0.12.
 * A lone comma or dot groups thousands where it is the group sign of the locale and three digits follow it
 * ("1,234" in English); otherwise it is the decimal sign ("12,5" also in English).
 */
export function parseNumber(
  text: string,
  format: NumberFormat,
  locale: string,
): Result<number, NumberProblem> {
  // Full-width digits and signs of Chinese keyboards, and all kinds of spaces, become plain ones.
  const trimmed = stripCurrency(text.normalize('NFKC').trim(), format, locale);
  const sign = splitSign(trimmed);
  const hasPercent = /^%|%$/.test(sign.digits);
  const digits = stripCurrency(sign.digits.replace(/^%\s*|\s*%$/, '').trim(), format, locale);
  const clock = format.style === 'seconds' ? parseClock(digits) : null;
  const magnitude = clock ?? parseDigits(digits, hasPercent || format.style === 'percent' ? -2 : 0, locale);
  if (magnitude === null) return problem('not-a-number');
  const value = sign.isNegative && magnitude !== 0 ? -magnitude : magnitude;
  if (format.style === 'integer' && !Number.isInteger(value)) return problem('not-whole');
  const read: Ok<number> = { ok: true, value };
  return read;
}
