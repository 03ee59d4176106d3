import { frozenWidth } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import { groupsAround } from './rowTree.ts';
import type { SheetRow } from './types.ts';
import styles from './Sheet.module.css';

interface StuckGroupProps {
  /** The visible rows, and the place of the heading among them; -1 for none. */
  readonly rows: readonly SheetRow[];
  readonly place: number;
  readonly geometry: Geometry;
  readonly width: number;
}

/**
 * The heading whose lines are in sight while it has scrolled away itself, with those that it lies in: every queue has its
 * goal. Screen readers know the line's group anyway.
 */
export function StuckGroup({ rows, place, geometry, width }: StuckGroupProps) {
  const row = rows[place];
  if (row === undefined) return null;
  const around = groupsAround(rows, row.id).flatMap((id) => rows.find((one) => one.id === id)?.label ?? []);
  return (
    <div
      aria-hidden
      className={styles.stuck}
      data-toggles={row.id}
      // To select the heading would scroll to it, away from under the pointer.
      data-own-pointer
      style={{ top: geometry.headerHeight, height: geometry.rowHeight, width }}
    >
      <div className={styles.label} style={{ width: frozenWidth(geometry), paddingInlineStart: 25 }}>
        <span className={styles.labelText}>
          {around.length > 0 && (
            <span className={styles.stuckPath}>{`${around.toReversed().join(' › ')} › `}</span>
          )}
          {row.label}
        </span>
      </div>
    </div>
  );
}
