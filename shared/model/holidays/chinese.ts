import { dayNumberOf, dayNumberOfIso } from '#shared/kernel/calendar.ts';

/**
 * Days off that follow the moon or the sun, as far ahead as they are listed here. The thirteen statutory days only: which
 * weekend days are worked in exchange for longer breaks is announced each year.
 */
const moving = [
  { year: 2025, newYear: '2025-01-29', qingming: '2025-04-04', dragon: '2025-05-31', autumn: '2025-10-06' },
  { year: 2026, newYear: '2026-02-17', qingming: '2026-04-05', dragon: '2026-06-19', autumn: '2026-09-25' },
  { year: 2027, newYear: '2027-02-06', qingming: '2027-04-05', dragon: '2027-06-09', autumn: '2027-09-15' },
  { year: 2028, newYear: '2028-01-26', qingming: '2028-04-04', dragon: '2028-05-28', autumn: '2028-10-03' },
  { year: 2029, newYear: '2029-02-13', qingming: '2029-04-04', dragon: '2029-06-16', autumn: '2029-09-22' },
  { year: 2030, newYear: '2030-02-03', qingming: '2030-04-05', dragon: '2030-06-05', autumn: '2030-09-12' },
  { year: 2031, newYear: '2031-01-23', qingming: '2031-04-05', dragon: '2031-06-24', autumn: '2031-10-01' },
  { year: 2032, newYear: '2032-02-11', qingming: '2032-04-04', dragon: '2032-06-12', autumn: '2032-09-19' },
] as const;

export const chineseYears = { first: 2025, last: 2032 } as const;

const FIXED = [
  [1, 1],
  [5, 1],
  [5, 2],
  [10, 1],
  [10, 2],
  [10, 3],
] as const;

/** Statutory days off in China; the moving ones only in the years that are listed. */
export function chineseHolidays(year: number): readonly number[] {
  const days = FIXED.map(([month, day]) => dayNumberOf({ year, month, day }));
  const found = moving.find((listed) => listed.year === year);
  if (found === undefined) return days;
  const newYear = dayNumberOfIso(found.newYear);
  // From the eve to the third day of the new year.
  const spring = [newYear - 1, newYear, newYear + 1, newYear + 2];
  return [...days, ...spring, ...[found.qingming, found.dragon, found.autumn].map(dayNumberOfIso)];
}
