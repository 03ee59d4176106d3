const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as people write it: day and time of day, in their own time. */
export function momentText(iso: string, locale: string): string {
  const known = formats.get(locale);
  if (known !== undefined) return known.format(new Date(iso));
  // Making a format costs a hundred times more than using it.
  const made = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  formats.set(locale, made);
  return made.format(new Date(iso));
}
