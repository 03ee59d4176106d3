import type { Column } from './compile.ts';
import type { CellError } from './graph.ts';
import type { Errors } from './same.ts';

/** Values and errors of all nodes by id. Columns stay the same arrays as long as the plan has the same periods. */
export interface Store {
  readonly periods: number;
  readonly columns: Map<string, Column>;
  readonly errors: Map<string, Errors>;
}

export function createStore(periods: number): Store {
  return { periods, columns: new Map(), errors: new Map() };
}

/** The column of a node, empty when it is new. */
export function columnOf({ periods, columns }: Store, id: string): Column {
  const found = columns.get(id);
  if (found !== undefined) return found;
  const created = new Float64Array(periods).fill(Number.NaN);
  columns.set(id, created);
  return created;
}

export function setError({ errors }: Store, id: string, t: number, error: CellError): void {
  const known = errors.get(id);
  if (known === undefined) errors.set(id, new Map([[t, error]]));
  else known.set(t, error);
}

/** Forgets every node that is not among those present. */
export function keepOnly({ columns, errors }: Store, present: ReadonlySet<string>): void {
  for (const id of columns.keys()) {
    if (present.has(id)) continue;
    columns.delete(id);
    errors.delete(id);
  }
}
