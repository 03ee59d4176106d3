import { type Book, fixedCell } from './book.ts';
import { type FrameColumn, HEAD_ROWS } from './frame.ts';
import { blockReference, cellReference, type Place } from './references.ts';

function placeOf(book: Book, id: string): Place {
  const place = book.places.get(id);
  if (place === undefined) throw new Error(`"${id}" has no place in the workbook`);
  return place;
}

/** The cell of a measure in a column, seen from a sheet with other columns. */
export function nodeReference(book: Book, id: string, from: string, column: FrameColumn): string {
  const { sheet, row, column: single } = placeOf(book, id);
  return single === undefined ? cellReference(sheet, row, column.at, from) : fixedCell(book, id, from);
}

/** The row of a measure of the plan from one period to another, or the heads above it, as charts name it. */
export function planBlock(book: Book, id: string, first: number, last: number): string {
  const { sheet, row } = placeOf(book, id === 'heads' ? 'plan.totalCost' : id);
  const at = id === 'heads' ? HEAD_ROWS - 1 : row;
  const columns = { firstColumn: book.frame.periodAt(first), lastColumn: book.frame.periodAt(last) };
  return blockReference({ sheet, firstRow: at, lastRow: at, ...columns }, '', 'both');
}

/** The rows of one measure of all members, which stand below one another, over columns of one kind. */
export function memberBlock(
  book: Book,
  ids: readonly string[],
  from: string,
  kind: FrameColumn['kind'] = 'period',
): string | undefined {
  const places = ids.flatMap((id) => book.places.get(id) ?? []);
  const [top, bottom] = [places[0], places.at(-1)];
  const columns = book.frame.columns.filter((column) => column.kind === kind);
  const [first, last] = [columns[0], columns.at(-1)];
  if (top === undefined || bottom === undefined || first === undefined || last === undefined)
    return undefined;
  const rows = { sheet: top.sheet, firstRow: top.row, lastRow: bottom.row };
  return blockReference({ ...rows, firstColumn: first.at, lastColumn: last.at }, from);
}
