import { rangeBox } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import { rangeOf } from './grid.ts';
import type { SheetView } from './state.ts';
import styles from './Sheet.module.css';

interface FillHandleProps {
  readonly view: SheetView;
  readonly geometry: Geometry;
}

/** The corner of the selection that is dragged to fill, and the cells that it would fill. Ctrl+R and Ctrl+D do it by key. */
export function FillHandle({ view, geometry }: FillHandleProps) {
  const { state, active } = view;
  const range = rangeOf(view.selection);
  const box = rangeBox(geometry, range);
  const isShown = active?.isEditable === true && state.editor === null;
  return (
    <>
      {state.filling !== null && (
        <div className={styles.filling} style={rangeBox(geometry, state.filling)} data-testid="filling" />
      )}
      {isShown && (
        <div
          className={styles.fillHandle}
          style={{ left: box.left + box.width, top: box.top + box.height }}
          data-fill-handle
          aria-hidden
        />
      )}
    </>
  );
}
