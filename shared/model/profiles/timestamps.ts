import { dayNumberOf, isIsoDate } from '#shared/kernel/calendar.ts';

/** A moment as it is written in a log, without any time zone: what the clock on the wall showed. */
export interface WallClock {
  readonly day: number;
  readonly minute: number;
}

/** In which order a log writes day, month and year. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

const YEAR_FIRST = /^\D?(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/;
const YEAR_LAST = /^\D?(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=[T ]?\d{4}|$)/;
const TIME = /(\d{1,2})[:.h](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(am|pm)?/i;
const COMPACT_TIME = /^[T ]?(\d{2})(\d{2})/;

function pad(value: string): string {
  return value.padStart(2, '0');
}

function dayOf(year: string, month: string, day: string): number | undefined {
  const fullYear = year.length === 2 ? `20${year}` : year;
  if (!isIsoDate(`${fullYear}-${pad(month)}-${pad(day)}`)) return undefined;
  return dayNumberOf({ year: Number(fullYear), month: Number(month), day: Number(day) });
}

interface DatePart {
  readonly day: number | undefined;
  readonly rest: string;
}

function datePart(text: string, order: DateOrder): DatePart | undefined {
  const compact = COMPACT.exec(text);
  const yearFirst = compact ?? YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const [all, year = '', month = '', day = ''] = yearFirst;
    return { day: dayOf(year, month, day), rest: text.slice(all.length) };
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast === null) return undefined;
  const [all, first = '', second = '', year = ''] = yearLast;
  const day = order === 'mdy' ? dayOf(year, first, second) : dayOf(year, second, first);
  return { day, rest: text.slice(all.length) };
}

function minuteOf(rest: string): number | undefined {
  const [, hours, minutes, half] = TIME.exec(rest) ?? COMPACT_TIME.exec(rest) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const isPm = half?.toLowerCase() === 'pm';
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isPm ? 12 : 0);
  return hour > 23 || Number(minutes) > 59 ? undefined : hour * 60 + Number(minutes);
}

/**
 * The wall clock that a text shows. A zone or offset behind it is not applied: the log is taken as written.
 *
 * @returns undefined for a text without a date and a time
 * @example parsedTimestamp('31/12/2026 4:05 pm', 'dmy') // { day: 20818, minute: 965 }
 */
export function parsedTimestamp(text: string, order: DateOrder): WallClock | undefined {
  const date = datePart(text.trim(), order);
  if (date?.day === undefined) return undefined;
  const minute = minuteOf(date.rest);
  return minute === undefined ? undefined : { day: date.day, minute };
}

/** The day that a text begins with, whatever stands behind it. */
export function parsedDay(text: string, order: DateOrder): number | undefined {
  return datePart(text.trim(), order)?.day;
}

/**
 * Minute of the day of a text that is a time of day alone, or a count of seconds since midnight.
 *
 * @example parsedMinute('30600') // 510, which is 8:30
 */
export function parsedMinute(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) {
    const minute = Math.floor(Number(trimmed) / 60);
    return minute < 1440 ? minute : undefined;
  }
  return TIME.test(trimmed) ? minuteOf(trimmed) : undefined;
}

/**
 * The order that a column is written in: the one in which more of its texts are dates. Where both fit, day first, unless
 * dates with the month first run more evenly.
 */
export function dateOrderOf(texts: readonly string[]): DateOrder {
  const count = (order: DateOrder) => texts.filter((text) => parsedDay(text, order) !== undefined).length;
  if (texts.some((text) => YEAR_FIRST.test(text.trim()) || COMPACT.test(text.trim()))) return 'ymd';
  const [dayFirst, monthFirst] = [count('dmy'), count('mdy')];
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'dmy' : 'mdy';
  const span = (order: DateOrder): number => {
    const days = texts.flatMap((text) => parsedDay(text, order) ?? []);
    return Math.max(...days) - Math.min(...days);
  };
  return texts.length > 1 && span('mdy') < span('dmy') ? 'mdy' : 'dmy';
}
