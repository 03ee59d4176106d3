import { weekdayOf } from '#shared/kernel/calendar.ts';
import {
  type DateOrder,
  dateOrderOf,
  parsedDay,
  parsedMinute,
  parsedTimestamp,
  type WallClock,
} from './timestamps.ts';
import { slotsPerDay, type WeekGrid } from './shapes.ts';

/** The profile of a week from a log with a line for each contact, or for each interval with a count. */

const SEPARATORS = [',', ';', '\t', '|'] as const;
const SAMPLE_LINES = 200;

/** The fields of a line; a quoted field may hold separators and doubled quotes. */
export function fieldsOf(line: string, separator: string): readonly string[] {
  if (!line.includes('"')) return line.split(separator);
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    if (sign === '"' && isQuoted && line[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      fields.push(field);
      field = '';
    } else field += sign;
  }
  return [...fields, field];
}

function linesOf(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
}

export interface LogColumn {
  readonly place: number;
  readonly name: string;
  readonly examples: readonly string[];
  /** Most of its first fields are a date with a time, or a date alone. */
  readonly holds: 'moment' | 'date' | 'other';
  /** True when all of its first fields are numbers of at least 0. */
  readonly isNumber: boolean;
}

export interface CallLogLayout {
  readonly separator: string;
  readonly hasHeader: boolean;
  readonly columns: readonly LogColumn[];
}

function separatorOf(lines: readonly string[]): string {
  const spread = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => fieldsOf(line, separator).length);
    const [first = 1] = counts;
    const same = counts.filter((count) => count === first).length;
    return { separator, score: first > 1 ? same * 100 + first : 0 };
  });
  const best = spread.reduce((left, right) => (right.score > left.score ? right : left));
  return best.score === 0 ? ',' : best.separator;
}

const ORDERS = ['ymd', 'dmy', 'mdy'] as const;

function isMoment(text: string): boolean {
  return ORDERS.some((order) => parsedTimestamp(text, order) !== undefined);
}

function isDate(text: string): boolean {
  return ORDERS.some((order) => parsedDay(text, order) !== undefined);
}

function holdsOf(texts: readonly string[]): LogColumn['holds'] {
  const most = (test: (text: string) => boolean) => texts.filter(test).length * 2 > texts.length;
  if (most(isMoment)) return 'moment';
  return most(isDate) ? 'date' : 'other';
}

function numberOf(text: string): number | undefined {
  const trimmed = text.trim().replace(/^(\d+),(\d+)$/, '$1.$2');
  const value = Number(trimmed);
  return trimmed === '' || !Number.isFinite(value) || value < 0 ? undefined : value;
}

/** How a log is laid out: its separator, whether it has a header, and what its columns hold. */
export function callLogLayout(text: string): CallLogLayout {
  // Only the beginning is looked at, however long the log is.
  const lines = linesOf(text.slice(0, 200_000)).slice(0, SAMPLE_LINES);
  const separator = separatorOf(lines.slice(0, 50));
  const rows = lines.map((line) => fieldsOf(line, separator));
  const [first = []] = rows;
  const hasHeader = !first.some((field) => isDate(field) || numberOf(field) !== undefined);
  const body = hasHeader ? rows.slice(1) : rows;
  const columns = first.map((field, place): LogColumn => {
    const texts = body.map((row) => row[place] ?? '').filter((cell) => cell.trim() !== '');
    return {
      place,
      name: hasHeader ? field.trim() : String(place + 1),
      examples: texts.slice(0, 3),
      holds: holdsOf(texts),
      isNumber: texts.length > 0 && texts.every((cell) => numberOf(cell) !== undefined),
    };
  });
  return { separator, hasHeader, columns };
}

export interface CallLogQuestion {
  readonly layout: CallLogLayout;
  /** The column with date and time, or with the date alone. */
  readonly dateColumn: number;
  /** The column with the time of day, or seconds since midnight, where it stands apart from the date. */
  readonly timeColumn?: number;
  /** The column that counts contacts; without one every line is a contact. */
  readonly countColumn?: number;
  readonly intervalMinutes: number;
}

export interface CallLogProfile {
  /** Mean contacts of an interval of that weekday. */
  readonly grid: WeekGrid;
  readonly contacts: number;
  /** Lines without a readable time or count. */
  readonly skipped: number;
  readonly days: number;
  readonly firstDay: number;
  readonly lastDay: number;
}

interface Tally {
  readonly sums: readonly number[][];
  readonly days: Set<number>;
  contacts: number;
  skipped: number;
}

function momentOf(
  fields: readonly string[],
  { dateColumn, timeColumn }: CallLogQuestion,
  order: DateOrder,
): WallClock | undefined {
  const date = fields[dateColumn] ?? '';
  if (timeColumn === undefined) return parsedTimestamp(date, order);
  const [day, minute] = [parsedDay(date, order), parsedMinute(fields[timeColumn] ?? '')];
  return day === undefined || minute === undefined ? undefined : { day, minute };
}

function count(tally: Tally, fields: readonly string[], question: CallLogQuestion, order: DateOrder): void {
  const { countColumn, intervalMinutes } = question;
  const moment = momentOf(fields, question, order);
  const contacts = countColumn === undefined ? 1 : numberOf(fields[countColumn] ?? '');
  const row = moment === undefined ? undefined : tally.sums[weekdayOf(moment.day)];
  if (moment === undefined || contacts === undefined || row === undefined) {
    tally.skipped += 1;
    return;
  }
  const slot = Math.floor(moment.minute / intervalMinutes);
  row[slot] = (row[slot] ?? 0) + contacts;
  tally.days.add(moment.day);
  tally.contacts += contacts;
}

/** Every so many lines somebody may be told how far it is. */
const LINES_PER_REPORT = 20_000;

/**
 * The mean week of a log: contacts by weekday and interval, divided by how many such weekdays lie between its first and
 * last day and have any contact at all, so that a holiday without a line does not lower its weekday.
 *
 * @returns undefined where no line has a readable time
 */
export function callLogProfile(
  text: string,
  question: CallLogQuestion,
  onProgress: (share: number) => void = () => undefined,
): CallLogProfile | undefined {
  const { layout, dateColumn, intervalMinutes } = question;
  const all = linesOf(text);
  const lines = layout.hasHeader ? all.slice(1) : all;
  const sample = lines.slice(0, 2_000).map((line) => fieldsOf(line, layout.separator)[dateColumn] ?? '');
  const order = dateOrderOf(sample);
  const tally: Tally = {
    sums: Array.from({ length: 7 }, () => Array.from({ length: slotsPerDay(intervalMinutes) }, () => 0)),
    days: new Set(),
    contacts: 0,
    skipped: 0,
  };
  lines.forEach((line, place) => {
    if (place % LINES_PER_REPORT === 0) onProgress(place / lines.length);
    count(tally, fieldsOf(line, layout.separator), question, order);
  });
  if (tally.days.size === 0) return undefined;
  const daysOf = tally.sums.map(
    (_, weekday) => [...tally.days].filter((day) => weekdayOf(day) === weekday).length,
  );
  const sorted = [...tally.days].toSorted((a, b) => a - b);
  return {
    grid: tally.sums.map((row, weekday) => row.map((sum) => sum / Math.max(1, daysOf[weekday] ?? 0))),
    contacts: tally.contacts,
    skipped: tally.skipped,
    days: tally.days.size,
    firstDay: sorted[0] ?? 0,
    lastDay: sorted.at(-1) ?? 0,
  };
}
