import { frozenWidth } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import type { SheetRow } from './types.ts';
import styles from './Sheet.module.css';

interface StuckGroupProps {
  readonly row: SheetRow | undefined;
  readonly geometry: Geometry;
  readonly width: number;
}

/** The heading whose lines are in sight while it has scrolled away itself. Screen readers know the line's group anyway. */
export function StuckGroup({ row, geometry, width }: StuckGroupProps) {
  if (row === undefined) return null;
  return (
    <div
      aria-hidden
      className={styles.stuck}
      data-toggles={row.id}
      // To select the heading would scroll to it, away from under the pointer.
      data-own-pointer
      style={{ top: geometry.headerHeight, height: geometry.rowHeight, width }}
    >
      <div
        className={styles.label}
        style={{ width: frozenWidth(geometry), paddingInlineStart: 31 + row.level * 14 }}
      >
        <span className={styles.labelText}>{row.label}</span>
      </div>
    </div>
  );
}
