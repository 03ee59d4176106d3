import { harmlessText } from '#shared/kernel/spreadsheetText.ts';
import { formatPortable } from './numbers.ts';
import type { NumberFormat } from './numbers.ts';

/** A name, or a number in its full precision. */
export type CsvCell = string | { readonly value: number | null; readonly format: NumberFormat };

/** A table as Excel set to the same locale reads it: semicolons where the comma is the decimal sign. */
export function csvText(rows: readonly (readonly CsvCell[])[], locale: string): string {
  const separator = formatPortable(0.5, { style: 'number' }, locale).includes(',') ? ';' : ',';
  const cellText = (cell: CsvCell): string =>
    typeof cell === 'string' ? quoted(cell, separator) : formatPortable(cell.value, cell.format, locale);
  return rows.map((cells) => `${cells.map(cellText).join(separator)}\r\n`).join('');
}

/** A name that begins like a formula must not run as one when the file is opened. */
function quoted(text: string, separator: string): string {
  const safe = harmlessText(text);
  const needsQuotes = safe.includes(separator) || /["\r\n]/.test(safe);
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}
