import { formatExact } from '../numbers.ts';
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
      return hasValue ? formatExact(placed.cell.value, placed.row.format, model.locale) : '';
    });
    lines.push(cells.join('\t'));
  }
  return lines.join('\r\n');
}
