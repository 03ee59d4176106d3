/** A moment as people write it: day and time of day, in their own time. */
export function momentText(iso: string, locale: string): string {
  return new Date(iso).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
}
