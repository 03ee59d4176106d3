import type { SheetCell, SheetColumn, SheetPosition, SheetRow } from './types.ts';
import type { SheetTexts } from './sheetTexts.ts';

/** A place among the visible rows and all columns. */
export interface Point {
  readonly row: number;
  readonly column: number;
}

/** `active` is the cell that is typed into; `end` is the opposite corner of the range. */
export interface Selection {
  readonly active: Point;
  readonly end: Point;
}

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What the pure parts need to know of a sheet; `rows` are the visible ones. */
export interface SheetModel {
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
  readonly getCell: (rowId: string, columnIndex: number) => SheetCell;
  readonly locale: string;
  readonly texts: SheetTexts;
  readonly validate?: ((rowId: string, columnIndex: number, value: number) => string | null) | undefined;
}

export interface PlacedCell {
  readonly row: SheetRow;
  readonly column: SheetColumn;
  readonly cell: SheetCell;
  readonly position: SheetPosition;
  readonly isEditable: boolean;
}

const emptyCell: SheetCell = { value: null, state: 'result' };

/** The cell at a point, or null outside the sheet. Group rows hold no values. */
export function cellAt(model: SheetModel, { row: rowIndex, column: columnIndex }: Point): PlacedCell | null {
  const row = model.rows[rowIndex];
  const column = model.columns[columnIndex];
  if (row === undefined || column === undefined) return null;
  const cell = row.kind === 'group' ? emptyCell : model.getCell(row.id, columnIndex);
  const isEditable = row.kind !== 'group' && cell.state !== 'result';
  return { row, column, cell, isEditable, position: { rowId: row.id, columnIndex } };
}

export function rangeOf({ active, end }: Selection): Range {
  return {
    top: Math.min(active.row, end.row),
    bottom: Math.max(active.row, end.row),
    left: Math.min(active.column, end.column),
    right: Math.max(active.column, end.column),
  };
}

/**
 * The columns of a range that copy, paste, fill and Delete work on. A total between the months takes no value and
 * must not use one up, so totals are left out; a range of nothing but totals is worked on as it is.
 */
export function carriedColumns({ columns }: SheetModel, { left, right }: Range): readonly number[] {
  const inRange = columns.map((_, index) => index).filter((index) => index >= left && index <= right);
  const periods = inRange.filter((index) => columns[index]?.kind === 'period');
  return periods.length > 0 ? periods : inRange;
}

export function cellsIn(model: SheetModel, range: Range): readonly PlacedCell[] {
  const cells: PlacedCell[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const placed = cellAt(model, { row, column });
      if (placed !== null) cells.push(placed);
    }
  }
  return cells;
}

export interface SelectionStats {
  /** Null where a sum means nothing: of rates, of people over months, of different units. */
  readonly sum: number | null;
  readonly average: number | null;
  readonly count: number;
}

function hasOneUnit(lines: readonly SheetRow[]): boolean {
  const [first] = lines;
  return lines.every((row) => row.unit === first?.unit && row.format.style === first.format.style);
}

function canAdd(lines: readonly SheetRow[], periodCount: number): boolean {
  return lines.every(
    ({ adds = 'always' }) => adds === 'always' || (adds === 'acrossLines' && periodCount === 1),
  );
}

/**
 * Of the numbers in the range; null when there are none. Totals are left out beside the periods they are made of, which
 * would count twice. Different units have a count only, rates and people over time no sum.
 */
export function statsOf(cells: readonly PlacedCell[]): SelectionStats | null {
  const hasPeriods = cells.some(({ column }) => column.kind === 'period');
  const counted = cells.filter(
    ({ cell, column }) =>
      cell.value !== null && cell.error === undefined && (column.kind === 'period' || !hasPeriods),
  );
  if (counted.length === 0) return null;
  const lines = counted.map(({ row }) => row);
  const sum = counted.reduce((total, { cell }) => total + (cell.value ?? 0), 0);
  const isOneKind = hasOneUnit(lines);
  const periodCount = new Set(counted.map(({ position }) => position.columnIndex)).size;
  return {
    sum: isOneKind && canAdd(lines, periodCount) ? sum : null,
    average: isOneKind ? sum / counted.length : null,
    count: counted.length,
  };
}
