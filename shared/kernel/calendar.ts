/**
 * Dates as day numbers: whole days since 1970-01-01, proleptic Gregorian, no time zone, no clock.
 * Weekdays run from Monday (0) to Sunday (6), as in a staffing week.
 */

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_PER_ERA = 146_097;

export interface CivilDate {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  /** 1..31 */
  readonly day: number;
}

/**
 * Day number of a civil date (days since 1970-01-01).
 *
 * @see Howard Hinnant, "chrono-compatible low-level date algorithms"
 * @example dayNumberOf({ year: 2027, month: 1, day: 1 }) // 20819
 */
export function dayNumberOf({ year, month, day }: CivilDate): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - 719_468;
}

/** The civil date of a day number; inverse of {@link dayNumberOf}. */
export function civilDateOf(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** True for a text `YYYY-MM-DD` that names a day which exists (no 30 February). */
export function isIsoDate(text: string): boolean {
  const match = ISO_DATE.exec(text);
  if (!match) return false;
  return (
    isoDateOf(dayNumberOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })) ===
    text
  );
}

/**
 * Day number of an ISO date.
 *
 * @throws when the text is no date; check with {@link isIsoDate} first
 * @example dayNumberOfIso('1970-01-02') // 1
 */
export function dayNumberOfIso(text: string): number {
  const match = ISO_DATE.exec(text);
  if (!match) throw new Error(`"${text}" is not an ISO date`);
  return dayNumberOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
}

/** ISO text of a day number. */
export function isoDateOf(dayNumber: number): string {
  const { year, month, day } = civilDateOf(dayNumber);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 0 = Monday … 6 = Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

/** First day of the calendar month `months` after the month of the given day. */
export function monthStart(dayNumber: number, months: number): number {
  const { year, month } = civilDateOf(dayNumber);
  const index = year * 12 + (month - 1) + months;
  return dayNumberOf({ year: Math.floor(index / 12), month: (index % 12) + 1, day: 1 });
}
