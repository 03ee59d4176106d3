import { civilDateOf, dayNumberOfIso, isoDateOf, monthStart, weekdayOf } from '#shared/kernel/calendar.ts';

/** The calendar of a scenario as far as periods depend on it. */
export interface PeriodCalendar {
  readonly start: string;
  readonly periods: number;
  readonly grain: 'month' | 'week';
  /** Month 1..12 in which the fiscal year begins; 1 means calendar years. */
  readonly fiscalYearStart: number;
}

export interface Period {
  readonly index: number;
  /** ISO date of the first day. */
  readonly start: string;
  readonly startDay: number;
  readonly days: number;
  /** Calendar month 1..12 that holds the middle day. */
  readonly month: number;
  /** Named after the calendar year in which it ends. */
  readonly fiscalYear: number;
  /** 1..4. Three calendar months each; 13 weeks each (4-4-5) in a weekly plan. */
  readonly fiscalQuarter: number;
  /** 1..12 from the start of the fiscal year; by 4, 4 and 5 weeks in a weekly plan. */
  readonly fiscalMonth: number;
}

/** Days of the period that begins on `startDay`. */
function lengthOf(startDay: number, grain: 'month' | 'week'): number {
  return grain === 'week' ? 7 : monthStart(startDay, 1) - startDay;
}

function fiscalYearOf(startDay: number, days: number, fiscalYearStart: number): number {
  const middle = civilDateOf(startDay + Math.floor(days / 2));
  return fiscalYearStart > 1 && middle.month >= fiscalYearStart ? middle.year + 1 : middle.year;
}

/** How many weeks of the same fiscal year come before the week that begins on `startDay`. */
function weekOfFiscalYear(startDay: number, fiscalYearStart: number): number {
  const year = fiscalYearOf(startDay, 7, fiscalYearStart);
  let weeks = 0;
  while (fiscalYearOf(startDay - 7 * (weeks + 1), 7, fiscalYearStart) === year) weeks += 1;
  return weeks;
}

/** Quarter and month by the 4-4-5 pattern; a 53rd week belongs to the last ones. */
function fourFourFive(week: number): { fiscalQuarter: number; fiscalMonth: number } {
  const quarter = Math.min(3, Math.floor(week / 13));
  const inQuarter = week - quarter * 13;
  const month = inQuarter < 4 ? 0 : inQuarter < 8 ? 1 : 2;
  return { fiscalQuarter: quarter + 1, fiscalMonth: quarter * 3 + month + 1 };
}

/**
 * The periods of a plan in order: calendar months from `start`, or 7 days each.
 *
 * A period belongs to the calendar month that holds its middle day (start + ⌊days/2⌋), and to the fiscal
 * year named after the year in which that ends.
 */
export function periodsOf({ start, periods, grain, fiscalYearStart }: PeriodCalendar): readonly Period[] {
  const first = dayNumberOfIso(start);
  return Array.from({ length: periods }, (_, index) => {
    const startDay = grain === 'week' ? first + 7 * index : monthStart(first, index);
    const days = lengthOf(startDay, grain);
    const { month } = civilDateOf(startDay + Math.floor(days / 2));
    const byMonth = (month - fiscalYearStart + 12) % 12;
    const fiscal =
      grain === 'week'
        ? fourFourFive(weekOfFiscalYear(startDay, fiscalYearStart))
        : { fiscalQuarter: Math.floor(byMonth / 3) + 1, fiscalMonth: byMonth + 1 };
    return {
      index,
      start: isoDateOf(startDay),
      startDay,
      days,
      month,
      fiscalYear: fiscalYearOf(startDay, days, fiscalYearStart),
      ...fiscal,
    };
  });
}

/** Days of a period by weekday, Monday first, leaving out those in `closed`. */
export function daysByWeekday(period: Period, closed: ReadonlySet<number> = new Set()): readonly number[] {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (let day = period.startDay; day < period.startDay + period.days; day += 1) {
    if (closed.has(day)) continue;
    const weekday = weekdayOf(day);
    counts[weekday] = (counts[weekday] ?? 0) + 1;
  }
  return counts;
}

/** True when a date lies in a period. */
export function isInPeriod(isoDate: string, period: Period): boolean {
  const day = dayNumberOfIso(isoDate);
  return day >= period.startDay && day < period.startDay + period.days;
}

/** Year fraction of a period: 1/12, or 7/365. */
export function yearFraction(grain: 'month' | 'week'): number {
  return grain === 'month' ? 1 / 12 : 7 / 365;
}

/** Weeks that a cohort grows older in one period: 365/84, or 1. */
export function weeksPerPeriod(grain: 'month' | 'week'): number {
  return grain === 'month' ? 365 / 84 : 1;
}

export interface PeriodGroup {
  /** `2027`, `2027-Q3`, `2027-05`; unique within a grain. */
  readonly key: string;
  readonly fiscalYear: number;
  readonly fiscalQuarter?: number;
  readonly fiscalMonth?: number;
  readonly first: number;
  readonly last: number;
  readonly days: number;
  /** False where the plan starts after its beginning or ends before its end. */
  readonly isComplete: boolean;
}

export type Grain = 'period' | 'month' | 'quarter' | 'year';

function keyOf(period: Period, grain: Grain): string {
  if (grain === 'period') return period.start;
  if (grain === 'year') return String(period.fiscalYear);
  if (grain === 'quarter') return `${period.fiscalYear}-Q${period.fiscalQuarter}`;
  return `${period.fiscalYear}-${String(period.fiscalMonth).padStart(2, '0')}`;
}

/** Neighbouring periods of one fiscal month, quarter or year, with the mark whether all of it is in the plan. */
export function groupPeriods(calendar: PeriodCalendar, grain: Grain): readonly PeriodGroup[] {
  const margin = 1;
  const first = dayNumberOfIso(calendar.start);
  const before = isoDateOf(calendar.grain === 'week' ? first - 7 : monthStart(first, -1));
  const wide = periodsOf({ ...calendar, start: before, periods: calendar.periods + 2 * margin });
  const periods = wide.slice(margin, -margin);
  const groups: PeriodGroup[] = [];
  for (let from = 0; from < periods.length;) {
    const head = periods[from];
    if (head === undefined) break;
    const key = keyOf(head, grain);
    let to = from;
    let days = 0;
    for (let at = from; at < periods.length; at += 1) {
      const period = periods[at];
      if (period === undefined || keyOf(period, grain) !== key) break;
      to = at;
      days += period.days;
    }
    const [previous, next] = [wide[from], wide[to + 2]];
    groups.push({
      key,
      fiscalYear: head.fiscalYear,
      ...(grain === 'year' ? {} : { fiscalQuarter: head.fiscalQuarter }),
      ...(grain === 'month' ? { fiscalMonth: head.fiscalMonth } : {}),
      first: from,
      last: to,
      days,
      isComplete:
        previous !== undefined &&
        next !== undefined &&
        keyOf(previous, grain) !== key &&
        keyOf(next, grain) !== key,
    });
    from = to + 1;
  }
  return groups;
}
