import { at } from './problem.ts';

/**
 * States of a view in one period that keep the same classes: a row of neighbouring cells of Y. Infinity marks a cell that
 * no plan worth looking at is in.
 */
export interface Row {
  readonly code: number;
  readonly first: number;
  readonly costs: Float64Array;
}

export type Rows = ReadonlyMap<number, Row>;

/** The row without the dead cells at its ends; undefined when all are dead. */
export function trimmed({ code, first, costs }: Row): Row | undefined {
  const from = costs.findIndex((cost) => cost !== Number.POSITIVE_INFINITY);
  if (from < 0) return undefined;
  const to = costs.findLastIndex((cost) => cost !== Number.POSITIVE_INFINITY) + 1;
  return { code, first: first + from, costs: costs.slice(from, to) };
}

/** Least of the cells that Y from `low` to `high` touches; Infinity outside the row. */
export function leastBetween({ first, costs }: Row, low: number, high: number, width: number): number {
  const from = Math.max(0, Math.floor(low / width - 1e-9) - first);
  const to = Math.min(costs.length - 1, Math.floor(high / width + 1e-9) - first);
  let least = Number.POSITIVE_INFINITY;
  for (let cell = from; cell <= to; cell += 1) least = Math.min(least, at(costs, cell));
  return least;
}

export function cellsOf(rows: Rows): number {
  let cells = 0;
  for (const { costs } of rows.values()) cells += costs.length;
  return cells;
}
