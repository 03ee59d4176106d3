import { type Book, cellKey, type Content, type Reader } from './book.ts';
import { HEAD_ROWS } from './frame.ts';
import { cellReference } from './references.ts';

/**
 * A long formula in pieces: spreadsheets take only so many signs, so what is added up is added up in cells of their own,
 * in the same column below the rows of the sheet.
 */

/** Pieces longer than this get a cell of their own; several of them together still make a formula. */
const LONGEST_PIECE = 1500;
/** Rows between those of the sheet and the pieces: a blank one and a heading. */
const GAP = 2;

/** A piece of a long formula, and where it stands. */
export interface Part {
  readonly row: number;
  readonly column: number;
  readonly content: Extract<Content, { formula: string }>;
}

export interface Term {
  readonly text: string;
  /** Asked only for what becomes a cell. */
  readonly value: () => number;
}

/** Gives a piece its cell. @returns the reference to it from the formula that it is a piece of */
export function partCell(
  book: Book,
  { sheet, column }: Reader,
  key: string,
  formula: string,
  result: number,
) {
  const parts = book.parts.get(sheet) ?? { rows: new Map<string, number>(), cells: new Map<string, Part>() };
  book.parts.set(sheet, parts);
  const first = HEAD_ROWS + (book.rowCounts.get(sheet) ?? 0) + GAP;
  const row = parts.rows.get(key) ?? first + parts.rows.size;
  parts.rows.set(key, row);
  // Several formulas may share a piece.
  parts.cells.set(cellKey(row, column.at), {
    row,
    column: column.at,
    content: { formula, result, tone: 'detail' },
  });
  return cellReference(sheet, row, column.at, sheet);
}

/** Neighbouring terms that make a piece together. */
function pieces(terms: readonly Term[]): readonly (readonly Term[])[] {
  const made: Term[][] = [];
  let length = LONGEST_PIECE;
  for (const term of terms) {
    if (length + term.text.length > LONGEST_PIECE) {
      made.push([]);
      length = 0;
    }
    made.at(-1)?.push(term);
    length += term.text.length + 1;
  }
  return made;
}

const JOINED = {
  '+': (sum: number, value: number) => sum + value,
  '*': (product: number, value: number) => product * value,
} as const;

export interface ChainOptions {
  readonly operator?: '+' | '*';
  /** True where a term may have no number, which the piece then has not either. */
  readonly mayBeEmpty?: boolean;
}

/**
 * Terms joined to one formula, by way of cells of their own where that would be long.
 *
 * @param key tells the pieces of this formula from those of others on the sheet
 */
export function chained(
  book: Book,
  reader: Reader,
  key: string,
  terms: readonly Term[],
  { operator = '+', mayBeEmpty = false }: ChainOptions = {},
): string {
  const text = terms.map((term) => term.text).join(operator);
  if (text.length <= LONGEST_PIECE) return text;
  const join = JOINED[operator];
  const joined = pieces(terms).map((piece, at): Term => {
    const formula = piece.map((term) => term.text).join(operator);
    const result = piece.map(({ value }) => value()).reduce(join);
    const whole = mayBeEmpty ? `IFERROR(${formula},"")` : formula;
    return { text: partCell(book, reader, `${key}, ${at + 1}`, whole, result), value: () => result };
  });
  return chained(book, reader, `${key}, +`, joined, { operator, mayBeEmpty });
}
