import { dayNumberOf } from '#shared/kernel/calendar.ts';

/**
 * Day number of Easter Sunday as the western churches keep it.
 *
 * @see Meeus, "Astronomical Algorithms" (1991), after an anonymous correspondent of Nature (1876)
 * @example isoDateOf(westernEaster(2027)) // '2027-03-28'
 */
export function westernEaster(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return dayNumberOf({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}

/**
 * Day number (Gregorian) of Easter Sunday as the orthodox churches keep it, by the Julian calendar.
 *
 * @example isoDateOf(orthodoxEaster(2027)) // '2027-05-02'
 */
export function orthodoxEaster(year: number): number {
  const moon = (19 * (year % 19) + 15) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const sum = moon + weekday + 114;
  const behind = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return dayNumberOf({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 }) + behind;
}
