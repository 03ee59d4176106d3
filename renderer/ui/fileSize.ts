const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** @example sizeText(1_300_000, 'en') // '1.3 MB' */
export function sizeText(bytes: number, locale: string): string {
  const place = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[place] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: place < 2 ? 0 : 1,
  }).format(bytes / 1000 ** place);
}
