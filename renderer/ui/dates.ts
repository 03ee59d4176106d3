import { isIsoDate } from '#shared/kernel/calendar.ts';
import { type Failed, ok, type Result } from '#shared/kernel/result.ts';

/** Dates as people of a locale write them. Stored dates are ISO text and have no time. */

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times more than using it. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}

/** 'Jan 31, 2027', '31. 1. 2027', '2027年1月31日'; a text that is no ISO date as it is. */
export function dateText(iso: string, locale: string): string {
  return isIsoDate(iso) ? formatter(locale, { dateStyle: 'medium' }).format(new Date(iso)) : iso;
}

/** 'January 2027' of an ISO date. */
export function monthText(iso: string, locale: string): string {
  return formatter(locale, { month: 'long', year: 'numeric' }).format(new Date(iso));
}

function plainWord(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('.', '');
}

/** How a locale names a month: alone and after a day, whole and short. Names that are numbers are left out. */
function monthNames(month: number, locale: string): readonly string[] {
  const date = new Date(Date.UTC(2001, month - 1, 1));
  const forms = (['long', 'short'] as const).flatMap((length) => [
    { month: length } as const,
    { month: length, day: 'numeric' } as const,
  ]);
  return [locale, 'en']
    .flatMap((spoken) => forms.map((form) => formatter(spoken, form).formatToParts(date)))
    .flatMap((parts) => parts.filter(({ type }) => type === 'month').map(({ value }) => plainWord(value)))
    .filter((name) => !/\d/.test(name));
}

/** The month 1..12 that a word names, or begins to name as no other month does. */
function monthOf(word: string, locale: string): number | undefined {
  const months = Array.from({ length: 12 }, (_, place) => monthNames(place + 1, locale));
  const whole = months.findIndex((names) => names.includes(word));
  if (whole >= 0) return whole + 1;
  const begun = months.flatMap((names, place) =>
    word.length > 2 && names.some((name) => name.startsWith(word)) ? [place + 1] : [],
  );
  return begun.length === 1 ? begun[0] : undefined;
}

type Part = 'year' | 'month' | 'day';

/** The order in which a locale writes the parts of a date in numbers. */
function orderOf(locale: string): readonly Part[] {
  return formatter(locale, { dateStyle: 'short' })
    .formatToParts(new Date(0))
    .flatMap(({ type }) => (type === 'year' || type === 'month' || type === 'day' ? [type] : []));
}

function isoOf(year: string, month: number, day: string): string {
  const whole = year.length <= 2 ? `20${year.padStart(2, '0')}` : year;
  return `${whole}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function fromNumbers(numbers: readonly string[], locale: string): string | undefined {
  if (numbers.length !== 3) return undefined;
  // Four digits in front are a year wherever one lives.
  const order = numbers[0]?.length === 4 ? (['year', 'month', 'day'] as const) : orderOf(locale);
  const at = (part: Part) => numbers[order.indexOf(part)] ?? '';
  return isoOf(at('year'), Number(at('month')), at('day'));
}

function fromName(numbers: readonly string[], month: number): string | undefined {
  const [first, second] = numbers;
  if (first === undefined || second === undefined || numbers.length > 2) return undefined;
  return first.length > 2 ? isoOf(first, month, second) : isoOf(second, month, first);
}

/**
 * Reads a date as people type it: '31. 1. 2027', '31 января 2027 г.', '2027年1月31日', 'Jan 31, 2027', '1/31/27' in the
 * order of the locale, and ISO everywhere. Years of two digits are of this century.
 *
 * @returns the ISO text
 */
export function parseDate(text: string, locale: string): Result<string, 'not-a-date'> {
  const plain = plainWord(text.replaceAll('.', ' '));
  const numbers = plain.match(/\d+/g) ?? [];
  const words = plain.match(/\p{L}+/gu) ?? [];
  const months = words.flatMap((word) => monthOf(word, locale) ?? []);
  const [month, ...more] = months;
  const read = month === undefined ? fromNumbers(numbers, locale) : fromName(numbers, month);
  const refused: Failed<'not-a-date'> = { ok: false, fault: 'not-a-date' };
  // What else stands there may be the word for a year or a day, but no other name.
  const isOdd = words.some((word) => word.length > 2 && monthOf(word, locale) === undefined);
  return read === undefined || more.length > 0 || isOdd || !isIsoDate(read) ? refused : ok(read);
}
