import type { Result } from '#shared/kernel/result.ts';
import { parseNumber } from '../numbers.ts';
import { carriedColumns, cellAt, cellsIn } from './grid.ts';
import type { PlacedCell, Point, Range, SheetModel } from './grid.ts';
import type { SheetEdit } from './types.ts';

/** Cells that an act met and left alone, by the reason. */
export interface Skipped {
  readonly computed: number;
  /** Names of the lines whose computed cells were met. */
  readonly lines: readonly string[];
  /** Headings, whose closed groups nothing is written into. */
  readonly headings: number;
  /** Beyond the last line or period. */
  readonly outside: number;
}

/** Either all of it, with what was left alone, or nothing. */
export type EditOutcome =
  | { readonly kind: 'edits'; readonly edits: readonly SheetEdit[]; readonly skipped: Skipped }
  | { readonly kind: 'refused'; readonly message: string };

/** Counts what was left alone while an act goes over its cells. */
export function skippedCells(cells: readonly (PlacedCell | null)[]): Skipped {
  const there = cells.filter((placed) => placed !== null);
  const computed = there.filter(({ row }) => row.kind !== 'group');
  return {
    computed: computed.length,
    lines: [...new Set(computed.map(({ row }) => row.label))],
    headings: there.length - computed.length,
    outside: cells.length - there.length,
  };
}

const longestQuote = 60;

/** What stood in a cell, on one line and not without end. */
function quotable(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
}

/** Reads what was typed for a cell: a number, or null when it was emptied. A failure is a sentence for the user. */
export function readEntry(
  model: SheetModel,
  target: PlacedCell,
  text: string,
): Result<number | null, string> {
  if (text.trim() === '') return { ok: true, value: null };
  const parsed = parseNumber(text, target.row.format, model.locale);
  if (!parsed.ok) {
    const { notWhole, notANumber } = model.texts;
    return { ok: false, fault: (parsed.fault === 'not-whole' ? notWhole : notANumber)(quotable(text)) };
  }
  const { rowId, columnIndex } = target.position;
  const refusal = model.validate?.(rowId, columnIndex, parsed.value) ?? null;
  return refusal === null ? parsed : { ok: false, fault: refusal };
}

export function refusedAt(model: SheetModel, target: PlacedCell, problem: string): EditOutcome {
  const period = target.column.longLabel ?? target.column.label;
  return { kind: 'refused', message: model.texts.pasteRefused({ label: target.row.label, period, problem }) };
}

interface PasteTarget {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly number[];
}

/** So many period columns from one on; places beyond the sheet when it ends before. From a total on, all stay on the total. */
function columnsFrom({ columns }: SheetModel, first: number, width: number): readonly number[] {
  if (columns[first]?.kind !== 'period') return Array.from({ length: width }, () => first);
  const rest = columns
    .map((_, index) => index)
    .filter((index) => index >= first && columns[index]?.kind === 'period');
  return Array.from({ length: width }, (_, at) => rest[at] ?? columns.length);
}

/** One clipboard cell fills the whole range; a block repeats where the range is a multiple of it. */
function pasteTarget(model: SheetModel, range: Range, height: number, width: number): PasteTarget {
  const { top, bottom, left } = range;
  const columns = carriedColumns(model, range);
  const isMultiple = (bottom - top + 1) % height === 0 && columns.length % width === 0;
  if (isMultiple) return { top, bottom, columns };
  return { top, bottom: top + height - 1, columns: columnsFrom(model, columns[0] ?? left, width) };
}

/** All or nothing: half a paste with a typo in it would be worse than a message that names the cell. */
export function pasteEdits(
  model: SheetModel,
  range: Range,
  cells: readonly (readonly string[])[],
): EditOutcome {
  const height = cells.length;
  const width = Math.max(0, ...cells.map((line) => line.length));
  if (height === 0 || width === 0) return { kind: 'edits', edits: [], skipped: skippedCells([]) };
  const target = pasteTarget(model, range, height, width);
  const edits: SheetEdit[] = [];
  const skipped: (PlacedCell | null)[] = [];
  for (let row = target.top; row <= target.bottom; row += 1) {
    for (const [at, column] of target.columns.entries()) {
      const placed = cellAt(model, { row, column });
      const text = cells[(row - target.top) % height]?.[at % width] ?? '';
      if (placed === null || !placed.isEditable) {
        if (text.trim() !== '') skipped.push(placed);
        continue;
      }
      const entry = readEntry(model, placed, text);
      if (!entry.ok) return refusedAt(model, placed, entry.fault);
      edits.push({ ...placed.position, value: entry.value });
    }
  }
  return { kind: 'edits', edits, skipped: skippedCells(skipped) };
}

interface FillPlan {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly sourceOf: (target: Point) => Point;
}

function fillPlan(model: SheetModel, range: Range, direction: 'right' | 'down'): FillPlan {
  const { top, bottom, left, right } = range;
  const columns = carriedColumns(model, range);
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  if (direction === 'down') {
    const row = top === bottom ? top - 1 : top;
    return { rows: rows.filter((at) => at !== row), columns, sourceOf: ({ column }) => ({ row, column }) };
  }
  const before = model.columns.findLastIndex(({ kind }, index) => index < left && kind === 'period');
  const column = left === right ? before : (columns[0] ?? left);
  return { rows, columns: columns.filter((at) => at !== column), sourceOf: ({ row }) => ({ row, column }) };
}

/** Copies the first column (or row) of the range over the rest; of a single cell, its left (upper) neighbour. */
export function fillEdits(model: SheetModel, range: Range, direction: 'right' | 'down'): EditOutcome {
  const { rows, columns, sourceOf } = fillPlan(model, range, direction);
  const edits: SheetEdit[] = [];
  const skipped: PlacedCell[] = [];
  for (const point of rows.flatMap((row) => columns.map((column) => ({ row, column })))) {
    const placed = cellAt(model, point);
    const source = cellAt(model, sourceOf(point));
    if (placed === null || source === null || placed.row.kind === 'group') continue;
    if (!placed.isEditable || source.row.kind === 'group' || source.cell.error !== undefined) {
      skipped.push(placed);
      continue;
    }
    const { value } = source.cell;
    const refusal = value === null ? null : (model.validate?.(placed.row.id, point.column, value) ?? null);
    if (refusal !== null) return refusedAt(model, placed, refusal);
    edits.push({ ...placed.position, value });
  }
  return { kind: 'edits', edits, skipped: skippedCells(skipped) };
}

/** Clears what was set; inputs that stand at their default are left as they are. */
export function clearEdits(model: SheetModel, range: Range): EditOutcome {
  const columns = new Set(carriedColumns(model, range));
  const cells = cellsIn(model, range).filter(
    ({ row, position }) => row.kind !== 'group' && columns.has(position.columnIndex),
  );
  const editable = cells.filter(({ isEditable }) => isEditable);
  const set = editable.filter(({ cell }) => cell.state !== 'default' && cell.value !== null);
  const edits = set.map(({ position }) => ({ ...position, value: null }));
  return { kind: 'edits', edits, skipped: skippedCells(cells.filter(({ isEditable }) => !isEditable)) };
}

/** One entry into every editable cell of the range (Ctrl+Enter). */
export function entryEdits(model: SheetModel, range: Range, text: string): EditOutcome {
  return pasteEdits(model, range, [[text]]);
}
