import type { Point } from './grid.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';
export type Motion =
  | { readonly by: 'step' | 'edge' | 'page'; readonly direction: Direction }
  | { readonly by: 'rowStart' | 'rowEnd' | 'first' | 'last' };

export interface Bounds {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly pageRows: number;
  readonly hasValue: (point: Point) => boolean;
}

const deltas = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] } as const;

function clamp(value: number, last: number): number {
  return Math.max(0, Math.min(last, value));
}

/** To the end of the block of numbers, or across the gap to the next one, as Ctrl+arrow does in spreadsheets. */
function edge(from: Point, direction: Direction, bounds: Bounds): Point {
  const [rowDelta, columnDelta] = deltas[direction];
  const next = (point: Point): Point => ({ row: point.row + rowDelta, column: point.column + columnDelta });
  const isInside = ({ row, column }: Point) =>
    row >= 0 && row < bounds.rowCount && column >= 0 && column < bounds.columnCount;
  const isInBlock = (point: Point) => isInside(point) && bounds.hasValue(point);
  let at = from;
  if (isInBlock(from) && isInBlock(next(from))) {
    while (isInBlock(next(at))) at = next(at);
    return at;
  }
  while (isInside(next(at))) {
    at = next(at);
    if (bounds.hasValue(at)) return at;
  }
  return at;
}

/** Where a motion leads; always inside the sheet. */
export function moved(from: Point, motion: Motion, bounds: Bounds): Point {
  const lastRow = bounds.rowCount - 1;
  const lastColumn = bounds.columnCount - 1;
  switch (motion.by) {
    case 'edge':
      return edge(from, motion.direction, bounds);
    case 'step':
    case 'page': {
      const [rowDelta, columnDelta] = deltas[motion.direction];
      const length = motion.by === 'page' ? Math.max(1, bounds.pageRows) : 1;
      return {
        row: clamp(from.row + rowDelta * length, lastRow),
        column: clamp(from.column + columnDelta * length, lastColumn),
      };
    }
    case 'rowStart':
      return { row: from.row, column: 0 };
    case 'rowEnd':
      return { row: from.row, column: lastColumn };
    case 'first':
      return { row: 0, column: 0 };
    case 'last':
      return { row: clamp(lastRow, lastRow), column: clamp(lastColumn, lastColumn) };
  }
}
