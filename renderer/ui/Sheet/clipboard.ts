import { formatPortable, parseNumber } from '../numbers.ts';
import { carriedColumns, cellAt } from './grid.ts';
import type { Range, SheetModel } from './grid.ts';

/** Splits the text of a spreadsheet's clipboard: tabs, lines, and cells in quotes with doubled quotes inside. */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, next } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    line.push(cell);
    if (text[next] !== '\t') {
      lines.push(line);
      line = [];
    }
    at = text[next] === '\r' && text[next + 1] === '\n' ? next + 2 : next + 1;
    // A line end after the last line does not begin another one.
    if (at >= text.length && text[next] !== '\t') break;
  }
  return lines;
}

interface ReadCell {
  readonly cell: string;
  readonly next: number;
}

function plainCell(text: string, from: number): ReadCell {
  let next = from;
  while (next < text.length && !'\t\r\n'.includes(text[next] ?? '')) next += 1;
  return { cell: text.slice(from, next), next };
}

function quotedCell(text: string, from: number): ReadCell {
  const match = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(from));
  if (match === null) return plainCell(text, from);
  return { cell: (match[1] ?? '').replaceAll('""', '"'), next: from + match[0].length };
}

/** A cell of a table that a spreadsheet put on the clipboard: what was seen, and the number behind it. */
export interface CopiedCell {
  readonly text: string;
  readonly value: number | null;
}

/** The number that a spreadsheet stored beside a text. LibreOffice writes it with the decimal sign of its country. */
export function storedNumber(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

const plainNumber = { style: 'number' } as const;

/** Digits after the last sign, as far as they can be decimals. */
function shownDecimals(text: string): number {
  return /[.,](\d+)\D*$/.exec(text)?.[1]?.length ?? 0;
}

/** Whether a text shows a number, rounded as it may be, in any country's signs: a date or a time of day does not. */
function shows(text: string, value: number): boolean {
  const scale = /[%\uff05]/.test(text) ? 100 : 1;
  return ['en', 'de', 'fr'].some((locale) => {
    const read = parseNumber(text, plainNumber, locale);
    if (!read.ok) return false;
    const seen = Number((read.value * scale).toPrecision(15));
    const half = 0.5000001 * 10 ** (Number.isInteger(seen) ? 0 : -shownDecimals(text));
    return Math.abs(seen - value * scale) <= half + 1e-9 * Math.abs(value * scale);
  });
}

/**
 * What a copied cell would be typed as here. Spreadsheets put what is seen on the clipboard, rounded and in the signs of
 * their own country, and with it the number itself: that one is taken where it is the number that was seen.
 *
 * @param locale in whose signs the text is then read
 */
export function exactText({ text, value }: CopiedCell, locale: string): string {
  if (value === null || !shows(text, value)) return text;
  const isShare = /[%\uff05]/.test(text);
  return formatPortable(value, { style: isShare ? 'percent' : 'number' }, locale);
}

/**
 * The range as tab-separated text: numbers in full precision with the decimal sign of the locale and without
 * grouping, shares with a percent sign, errors and missing values empty. This is what Excel reads as numbers.
 * Totals between periods are left out, as paste leaves them out, so that what was copied fits where it came from.
 */
export function rangeText(model: SheetModel, range: Range): string {
  const columns = carriedColumns(model, range);
  const lines: string[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells = columns.map((column) => {
      const placed = cellAt(model, { row, column });
      const hasValue = placed !== null && placed.cell.error === undefined;
      return hasValue ? formatPortable(placed.cell.value, placed.row.format, model.locale) : '';
    });
    lines.push(cells.join('\t'));
  }
  return lines.join('\r\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * The same as a table for spreadsheets, with each number itself beside its text, so that it arrives in full precision
 * whatever country they are set to: LibreOffice reads `sdval`, Excel `x:num`.
 */
export function rangeHtml(model: SheetModel, range: Range): string {
  const columns = carriedColumns(model, range);
  const rows = Array.from({ length: range.bottom - range.top + 1 }, (_, at) => range.top + at);
  const lines = rows.map((row) => {
    const cells = columns.map((column) => {
      const placed = cellAt(model, { row, column });
      const value = placed === null || placed.cell.error !== undefined ? null : placed.cell.value;
      if (placed === null || value === null || !Number.isFinite(value)) return '<td></td>';
      const text = escaped(formatPortable(value, placed.row.format, model.locale));
      const isShare = placed.row.format.style === 'percent';
      const shape = isShare ? ' sdnum="1033;0;0.00%"' : ' sdnum="1033;"';
      return `<td x:num="${value}" sdval="${value}"${shape}>${text}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const head = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>';
  return `${head}<body><table>${lines.join('')}</table></body></html>`;
}
