/** '5 Jul 2027, Monday' in the order of the locale. */
export function dayWithWeekday(iso: string, locale: string): string {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

export function dayText(day: number, locale: string): string {
  return new Date(day * 86_400_000).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** 'January', 1 = January. */
export function monthName(month: number, locale: string, length: 'short' | 'long'): string {
  const date = new Date(Date.UTC(2001, month - 1, 1));
  return new Intl.DateTimeFormat(locale, { month: length, timeZone: 'UTC' }).format(date);
}

/** 'Mon', 0 = Monday. 2001 began on a Monday. */
export function weekdayName(weekday: number, locale: string, length: 'short' | 'long'): string {
  const date = new Date(Date.UTC(2001, 0, 1 + weekday));
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(date);
}
