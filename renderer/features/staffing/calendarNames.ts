/** 2001 began on a Monday. */
function dayText(locale: string, weekday: number, length: 'short' | 'long'): string {
  const date = new Date(Date.UTC(2001, 0, 1 + weekday));
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(date);
}

/** 'Mon' … 'Sun', 0 = Monday. */
export function shortWeekday(locale: string, weekday: number): string {
  return dayText(locale, weekday, 'short');
}

export function longWeekday(locale: string, weekday: number): string {
  return dayText(locale, weekday, 'long');
}
