import type { SheetRow } from './types.ts';

/** The rows that are not inside a closed group. */
export function visibleRows(rows: readonly SheetRow[], collapsed: ReadonlySet<string>): readonly SheetRow[] {
  const visible: SheetRow[] = [];
  let closedLevel = Infinity;
  for (const row of rows) {
    if (row.level > closedLevel) continue;
    closedLevel = row.kind === 'group' && collapsed.has(row.id) ? row.level : Infinity;
    visible.push(row);
  }
  return visible;
}

/** The groups around a row, so that it can be brought into view. */
export function groupsAround(rows: readonly SheetRow[], rowId: string): readonly string[] {
  const index = rows.findIndex((row) => row.id === rowId);
  const groups: string[] = [];
  let level = rows[index]?.level ?? 0;
  for (let at = index - 1; at >= 0 && level > 0; at -= 1) {
    const row = rows[at];
    if (row === undefined || row.kind !== 'group' || row.level >= level) continue;
    groups.push(row.id);
    level = row.level;
  }
  return groups;
}

/**
 * The heading that stays in sight while its lines scroll under the header: the group, as its place among the visible
 * rows, around the first row that is seen; -1 where its heading is in sight itself or the row has none.
 */
export function stuckGroup(rows: readonly SheetRow[], scrolledRows: number): number {
  const first = Math.floor(scrolledRows);
  const row = rows[first];
  if (row === undefined || scrolledRows <= 0) return -1;
  // It covers the row below as well, the more the further that has come up: its lines are then what is seen.
  if (rows[first + 1]?.kind === 'group' && scrolledRows - first > 0.5) return first + 1;
  if (row.kind === 'group') return scrolledRows > first ? first : -1;
  for (let at = first - 1; at >= 0; at -= 1) {
    const above = rows[at];
    if (above?.kind === 'group' && above.level < row.level) return at;
  }
  return -1;
}
