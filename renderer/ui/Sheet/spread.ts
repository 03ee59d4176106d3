import { refusedAt, skippedCells } from './edits.ts';
import type { EditOutcome } from './edits.ts';
import { carriedColumns, cellAt, rangeOf } from './grid.ts';
import type { PlacedCell, Selection, SheetModel } from './grid.ts';

export type SpreadMethod = 'byDays' | 'evenly' | 'byShape';

/** The periods of the year around a column: those between the totals on both sides of it. */
function yearAround({ columns }: SheetModel, column: number): readonly number[] {
  const isTotal = (index: number) => columns[index]?.kind === 'total';
  const inside = isTotal(column) ? column - 1 : column;
  let first = inside;
  while (first > 0 && !isTotal(first - 1)) first -= 1;
  let last = inside;
  while (last < columns.length - 1 && !isTotal(last + 1)) last += 1;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The cells that a total is spread over: the periods that are selected when there are several, otherwise those of the year. */
export function spreadCells(model: SheetModel, selection: Selection): readonly PlacedCell[] {
  const range = rangeOf(selection);
  const carried = carriedColumns(model, range).filter((column) => model.columns[column]?.kind === 'period');
  const columns = carried.length > 1 ? carried : yearAround(model, selection.active.column);
  return columns.flatMap((column) => {
    const placed = cellAt(model, { row: selection.active.row, column });
    return placed?.isEditable === true ? [placed] : [];
  });
}

/** A total means something on lines of amounts only: the sum of rates or of people is nothing that could be spread. */
export function canSpread(model: SheetModel, selection: Selection): boolean {
  const row = model.rows[selection.active.row];
  const isAmount =
    row?.kind === 'input' && (row.adds ?? 'always') === 'always' && row.format.style !== 'percent';
  return isAmount && spreadCells(model, selection).length > 1;
}

function weightsOf(model: SheetModel, cells: readonly PlacedCell[], method: SpreadMethod): readonly number[] {
  const days = cells.map(({ position }) => model.columns[position.columnIndex]?.days ?? 1);
  if (method === 'byDays') return days;
  if (method === 'evenly') return cells.map(() => 1);
  const shape = cells.map(({ cell }) => cell.value ?? 0);
  // Nothing to take the shape from.
  return shape.every((value) => value === 0) ? cells.map(() => 1) : shape;
}

/** Whole numbers that add up to a whole total: what is cut off goes to those that lost most. */
function wholeParts(parts: readonly number[], total: number): readonly number[] {
  const floors = parts.map(Math.floor);
  let missing = Math.round(total) - floors.reduce((sum, part) => sum + part, 0);
  const byLoss = parts
    .map((part, at) => ({ at, loss: part - Math.floor(part) }))
    .toSorted((a, b) => b.loss - a.loss);
  for (const { at } of byLoss) {
    if (missing <= 0) break;
    floors[at] = (floors[at] ?? 0) + 1;
    missing -= 1;
  }
  return floors;
}

/**
 * A total parted by weights. The parts add up to it; of whole numbers each is whole.
 *
 * @example partsOf(100, [31, 28, 31], true) // [35, 31, 34]: the one that rounding down loses goes to the largest remainder
 */
export function partsOf(total: number, weights: readonly number[], isWhole: boolean): readonly number[] {
  const sum = weights.reduce((so, weight) => so + weight, 0);
  const parts = weights.map((weight) => (sum === 0 ? total / weights.length : (total * weight) / sum));
  return isWhole && Number.isInteger(total) ? wholeParts(parts, total) : parts;
}

export function spreadEdits(
  model: SheetModel,
  selection: Selection,
  total: number,
  method: SpreadMethod,
): EditOutcome {
  const cells = spreadCells(model, selection);
  const isWhole = cells[0]?.row.format.style === 'integer';
  const parts = partsOf(total, weightsOf(model, cells, method), isWhole);
  const refused = cells.flatMap((placed, at) => {
    const problem = model.validate?.(placed.row.id, placed.position.columnIndex, parts[at] ?? 0) ?? null;
    return problem === null ? [] : [refusedAt(model, placed, problem)];
  });
  if (refused[0] !== undefined) return refused[0];
  return {
    kind: 'edits',
    edits: cells.map(({ position }, at) => ({ ...position, value: parts[at] ?? 0 })),
    skipped: skippedCells([]),
  };
}
