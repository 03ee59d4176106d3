import { refusedAt, skippedCells } from './edits.ts';
import type { EditOutcome } from './edits.ts';
import { carriedColumns, cellAt } from './grid.ts';
import type { PlacedCell, Point, Range, SheetModel } from './grid.ts';
import type { SheetEdit } from './types.ts';

export type FillDirection = 'right' | 'left' | 'down' | 'up';

export interface FillTarget {
  /** The cells beyond the source, without it. */
  readonly range: Range;
  readonly direction: FillDirection;
}

/** Where a drag of the fill handle leads: along the axis in which the pointer is farther from the source; null inside it. */
export function fillTarget(source: Range, to: Point): FillTarget | null {
  const { top, bottom, left, right } = source;
  const across = Math.max(to.column - right, left - to.column, 0);
  const along = Math.max(to.row - bottom, top - to.row, 0);
  if (across === 0 && along === 0) return null;
  if (along > across) {
    return to.row > bottom
      ? { range: { ...source, top: bottom + 1, bottom: to.row }, direction: 'down' }
      : { range: { ...source, top: to.row, bottom: top - 1 }, direction: 'up' };
  }
  return to.column > right
    ? { range: { ...source, left: right + 1, right: to.column }, direction: 'right' }
    : { range: { ...source, left: to.column, right: left - 1 }, direction: 'left' };
}

/** Rounding of the steps must not make an even row uneven. */
function isSameStep(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-12);
}

/**
 * How a row of numbers goes on: one number is repeated, several with even steps go on with the step, others repeat as
 * a pattern, as the fill handle of a spreadsheet does it.
 *
 * @param place 1 for the first number after the row
 * @example continued([10, 20], 2) // 40
 */
export function continued(source: readonly (number | null)[], place: number): number | null {
  const numbers = source.filter((value) => value !== null);
  const [first = 0, second = 0] = numbers;
  const step = second - first;
  const isEven =
    numbers.length > 1 &&
    numbers.length === source.length &&
    numbers.every((value, at) => at === 0 || isSameStep(value - (numbers[at - 1] ?? 0), step));
  if (isEven) return (numbers.at(-1) ?? 0) + step * place;
  return source[(place - 1) % source.length] ?? null;
}

function periodsOf(model: SheetModel, range: Range): readonly number[] {
  const columns = carriedColumns(model, range);
  return columns.every((column) => model.columns[column]?.kind === 'total') ? [] : columns;
}

interface Lane {
  readonly source: readonly Point[];
  readonly target: readonly Point[];
}

/** The source and target cells of every line (or column), in the order in which they are filled. */
function lanes(model: SheetModel, source: Range, { range, direction }: FillTarget): readonly Lane[] {
  const rowsOf = ({ top, bottom }: Range) => Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
  const isBack = direction === 'left' || direction === 'up';
  const ordered = (points: readonly Point[]) => (isBack ? points.toReversed() : points);
  if (direction === 'right' || direction === 'left') {
    const [from, to] = [periodsOf(model, source), periodsOf(model, range)];
    return rowsOf(source).map((row) => ({
      source: ordered(from.map((column) => ({ row, column }))),
      target: ordered(to.map((column) => ({ row, column }))),
    }));
  }
  const isLine = (row: number) => model.rows[row]?.kind !== 'group';
  return periodsOf(model, source).map((column) => ({
    source: ordered(
      rowsOf(source)
        .filter(isLine)
        .map((row) => ({ row, column })),
    ),
    target: ordered(
      rowsOf(range)
        .filter(isLine)
        .map((row) => ({ row, column })),
    ),
  }));
}

/** What dragging the fill handle from a source writes. Computed cells are left as they are, totals are passed over. */
export function dragFillEdits(model: SheetModel, source: Range, target: FillTarget): EditOutcome {
  const edits: SheetEdit[] = [];
  const skipped: PlacedCell[] = [];
  for (const lane of lanes(model, source, target)) {
    const values = lane.source.map((point) => cellAt(model, point)?.cell.value ?? null);
    if (values.length === 0) continue;
    for (const [at, point] of lane.target.entries()) {
      const placed = cellAt(model, point);
      if (placed === null || placed.row.kind === 'group') continue;
      if (!placed.isEditable) {
        skipped.push(placed);
        continue;
      }
      const value = continued(values, at + 1);
      const refusal = value === null ? null : (model.validate?.(placed.row.id, point.column, value) ?? null);
      if (refusal !== null) return refusedAt(model, placed, refusal);
      edits.push({ ...placed.position, value });
    }
  }
  return { kind: 'edits', edits, skipped: skippedCells(skipped) };
}

/** The source and what was filled from it, which is selected afterwards. */
export function joinedRange(a: Range, b: Range): Range {
  return {
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
  };
}
