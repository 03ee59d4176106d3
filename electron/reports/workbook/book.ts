import type { Cell, WriteSheet } from 'hucre/xlsx';
import type { Plan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Unit } from '#shared/model/units.ts';
import type { ReportStamp } from '../reportInput.ts';
import type { BookWords, Phrase } from './bookWords.ts';
import { type Frame, type FrameColumn, frameOf } from './frame.ts';
import type { Part } from './parts.ts';
import { type Block, blockReference, cellReference, definedName, type Place } from './references.ts';
import type { Shown, Tone } from './styles.ts';

/** What stands in a cell; a formula always comes with the value that Headroom has for it. NaN is shown as nothing. */
export type Content =
  | { readonly value: number | string; readonly tone?: Tone }
  | { readonly formula: string; readonly result: number | string; readonly tone?: Tone };

/** What a row writer asks for the places of other things, seen from the cell that it writes. */
export interface Reader {
  readonly column: FrameColumn;
  readonly sheet: string;
  /** The cell of a node or helper in this column; of a lagged one in the column before, undefined before the first. */
  find(id: string, isLagged?: boolean): string | undefined;
  /** The same where it must be there. */
  cell(id: string): string;
  /** The cells of a row from one period to another. */
  span(id: string, first: number, last: number, fixed?: 'none' | 'both'): string;
}

/** One row of a sheet by period. */
export interface Row {
  /** By which formulas find it. */
  readonly id?: string;
  readonly label: string;
  readonly of?: string;
  readonly unitText?: string;
  readonly shown?: Shown;
  readonly tone?: Tone;
  readonly isSection?: boolean;
  /** True where only the first period has a cell, which holds for the whole plan. */
  readonly isSingle?: boolean;
  readonly cell?: (reader: Reader) => Content | undefined;
  /** In place of `cell`, for the many numbers of the engine: the value of a period. */
  readonly bulk?: (t: number) => number | string;
}

/** A sheet of rows by period. */
export interface GridSheet {
  readonly name: string;
  readonly title: string;
  /** What a reader must know of it, under the title. */
  readonly note: string;
  readonly rows: readonly Row[];
}

/** The sheets of a workbook by their English names. */
export type SheetKey = Extract<
  Phrase,
  | 'Summary'
  | 'Inputs'
  | 'Inputs by period'
  | 'Calendar'
  | 'Profiles'
  | 'Customers'
  | 'Demand'
  | 'Requirement'
  | 'People'
  | 'Service'
  | 'Cost'
  | 'Plan'
  | 'Initiatives'
  | 'Own measures'
  | 'Cohorts'
  | 'Ramp'
  | 'Business case'
  | 'Agents'
  | 'Checks'
  | 'Definitions'
  | 'Comparison'
  | 'Differences'
  | 'Changed assumptions'
  | 'Bridge'
>;

/** A plan of a comparison: A is what B is held against. */
export const sides = ['A', 'B'] as const;
export type Side = (typeof sides)[number];

export interface PrintTitles {
  readonly rows: number;
  readonly columns: number;
  /** What is printed of the sheet, such as `$A$1:$I$40`; without it all. */
  readonly area?: string;
}

export interface Book {
  readonly plan: Plan;
  /** The scenario as it was entered, before initiatives. */
  readonly scenario: Scenario;
  readonly stamp: ReportStamp;
  readonly words: BookWords;
  /** Which plan of a comparison it is; its sheets and names say so. */
  readonly side: Side | undefined;
  readonly frame: Frame;
  readonly places: Map<string, Place>;
  /** Blocks of several cells, such as the weights of a weekday. */
  readonly blocks: Map<string, Block>;
  readonly names: Map<string, string>;
  readonly takenNames: Set<string>;
  readonly sheets: WriteSheet[];
  /** Rows of each sheet by period. */
  readonly rowCounts: Map<string, number>;
  /** Pieces of long formulas by sheet, with the row of each. */
  readonly parts: Map<string, { readonly rows: Map<string, number>; readonly cells: Map<string, Part> }>;
  /** Rows and columns that are printed on every page of a sheet. */
  readonly printTitles: Map<string, PrintTitles>;
}

export interface BookOptions {
  readonly words: BookWords;
  readonly side?: Side | undefined;
}

export function createBook(plan: Plan, stamp: ReportStamp, { words, side }: BookOptions): Book {
  return {
    plan,
    scenario: plan.scenario(),
    stamp,
    words,
    side,
    frame: frameOf(plan, words),
    places: new Map(),
    blocks: new Map(),
    names: new Map(),
    takenNames: new Set(),
    sheets: [],
    rowCounts: new Map(),
    parts: new Map(),
    printTitles: new Map(),
  };
}

const LONGEST_SHEET_NAME = 31;

/** What a sheet is called in this workbook. */
export function sheetOf({ words, side }: Pick<Book, 'words' | 'side'>, key: SheetKey): string {
  const end = side === undefined ? '' : ` ${side}`;
  return `${words.say(key).slice(0, LONGEST_SHEET_NAME - end.length)}${end}`;
}

/** What a measure is counted in. */
export function unitOf({ words, scenario }: Book, unit: Unit): string {
  return words.unit(unit, scenario.currency);
}

export function cellKey(row: number, column: number): string {
  return `${row},${column}`;
}

export type Cells = Map<string, Partial<Cell>>;

/** Gives a cell a name by which formulas call it. */
export function nameCell(book: Book, path: string, sheet: string, row: number, column: number): string {
  const name = definedName(book.side === undefined ? path : `plan${book.side}.${path}`, book.takenNames);
  book.names.set(name, cellReference(sheet, row, column, '', 'both'));
  return name;
}

function placeOf(book: Book, id: string): Place {
  const place = book.places.get(id);
  if (place === undefined) throw new Error(`"${id}" has no place in the workbook`);
  return place;
}

/** A cell that stands for the whole plan: by its name, else by its address. */
export function fixedCell(book: Book, id: string, from: string): string {
  const { sheet, row, column = 0, name } = placeOf(book, id);
  return name ?? cellReference(sheet, row, column, from, 'both');
}

/** A block of cells, always with dollar signs. */
export function fixedBlock(book: Book, id: string, from: string): string {
  const block = book.blocks.get(id);
  if (block === undefined) throw new Error(`"${id}" has no block in the workbook`);
  return blockReference(block, from, 'both');
}

export function readerAt(book: Book, sheet: string, column: FrameColumn): Reader {
  function find(id: string, isLagged = false): string | undefined {
    if (isLagged && column.place === 0) return undefined;
    const place = placeOf(book, id);
    if (place.column !== undefined) return fixedCell(book, id, sheet);
    return cellReference(place.sheet, place.row, column.at - (isLagged ? 1 : 0), sheet);
  }
  return {
    column,
    sheet,
    find,
    cell(id) {
      const found = find(id);
      if (found === undefined) throw new Error(`"${id}" has no cell here`);
      return found;
    },
    span(id, first, last, fixed = 'none') {
      const place = placeOf(book, id);
      const firstColumn = place.column ?? book.frame.periodAt(first);
      const lastColumn = place.column ?? book.frame.periodAt(last);
      const rows = { firstRow: place.row, lastRow: place.row };
      return blockReference({ sheet: place.sheet, ...rows, firstColumn, lastColumn }, sheet, fixed);
    },
  };
}
