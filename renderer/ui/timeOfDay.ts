/** 09:30, on a 24-hour clock: half-day clocks do not fit a column of times. The end of a day is 24:00. */
export function timeOfDay(locale: string, minuteOfDay: number): string {
  const date = new Date(Date.UTC(2001, 0, 1, 0, minuteOfDay));
  const hourCycle = minuteOfDay === 1440 ? 'h24' : 'h23';
  const options = { hour: '2-digit', minute: '2-digit', hourCycle, timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, options).format(date);
}
