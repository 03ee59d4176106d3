export function dateText(isoInstant: string, locale: string): string {
  return new Date(isoInstant).toLocaleString(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
}
