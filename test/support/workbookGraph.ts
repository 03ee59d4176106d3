import type { Workbook } from 'hucre/xlsx';
import { cellAt, type FormulaCell, formulaCells } from './workbookCells.ts';

/** Which cells a workbook's formulas read, as far as plain references and names say. */

const REFERENCE =
  /(?:('(?:[^']|'')+'|[A-Za-z]+)!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?(?![\w(.])/g;
const NAME = /[A-Za-z_][\w]*(?:\.[\w]+)+/g;

function columnOf(letters: string): number {
  return letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function key(sheet: string, row: number, column: number): string {
  return `${sheet}|${row}|${column}`;
}

/** Cells of the ranges in a text; texts in quotes are no references. */
function readBy(text: string, from: string): readonly string[] {
  const plain = text.replaceAll(/"(?:[^"]|"")*"/g, '""');
  return [...plain.matchAll(REFERENCE)].flatMap(([, sheet, left = '', top = '', right, bottom]) => {
    const name = sheet === undefined ? from : sheet.replaceAll(/^'|'$/g, '').replaceAll("''", "'");
    const [firstRow, lastRow] = [Number(top) - 1, Number(bottom ?? top) - 1];
    const [first, last] = [columnOf(left), columnOf(right ?? left)];
    const cells: string[] = [];
    for (let row = firstRow; row <= lastRow; row += 1)
      for (let column = first; column <= last; column += 1) cells.push(key(name, row, column));
    return cells;
  });
}

/** Numbers on these sheets are inputs, or the engine's. */
const SOURCES = new Set(['Inputs', 'Inputs by period', 'Profiles', 'Agents']);

/** The sheets of a comparison say whose they are. */
function isSourceSheet(sheet: string): boolean {
  return SOURCES.has(sheet.replace(/ [AB]$/, ''));
}

function precedents({ formula, sheet }: FormulaCell, names: ReadonlyMap<string, string>): readonly string[] {
  const named = [...formula.replaceAll(/"(?:[^"]|"")*"/g, '""').matchAll(NAME)].flatMap(
    ([name]) => names.get(name) ?? [],
  );
  return [...readBy(formula, sheet), ...named.flatMap((range) => readBy(range, sheet))];
}

/** Formulas behind which there is neither an input nor a number of the engine. */
export function ungrounded(workbook: Workbook): readonly string[] {
  const cells = formulaCells(workbook);
  const names = new Map((workbook.namedRanges ?? []).map(({ name, range }) => [name, range]));
  const readers = new Map<string, string[]>();
  const formulas = new Map(cells.map((cell) => [key(cell.sheet, cell.row, cell.column), cell]));
  const grounded = new Set<string>();
  const waiting: string[] = [];
  for (const [own, cell] of formulas) {
    for (const read of precedents(cell, names)) {
      const [sheet = '', row, column] = read.split('|');
      const isSource =
        isSourceSheet(sheet) &&
        !formulas.has(read) &&
        cellAt(workbook, sheet, Number(row), Number(column)) !== '';
      if (isSource && !grounded.has(own)) {
        grounded.add(own);
        waiting.push(own);
      }
      const known = readers.get(read);
      if (known === undefined) readers.set(read, [own]);
      else known.push(own);
    }
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const reader of readers.get(next) ?? []) {
      if (grounded.has(reader)) continue;
      grounded.add(reader);
      waiting.push(reader);
    }
  }
  return [...formulas].flatMap(([own, { formula }]) =>
    grounded.has(own) ? [] : [`${own} =${formula.slice(0, 100)}`],
  );
}
