import { useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Geometry } from './geometry.ts';
import { initialState, modelOf, viewOf, withShown } from './state.ts';
import type { SheetState } from './state.ts';
import { step } from './step.ts';
import type { SheetAction } from './step.ts';
import type { SheetPosition, SheetProps } from './types.ts';

function isSame(a: SheetPosition | null, b: SheetPosition | null): boolean {
  return a?.rowId === b?.rowId && a?.columnIndex === b?.columnIndex;
}

/** Holds the state of a sheet and tells the app what was done. All rules are in `step`. */
export function useSheet(props: SheetProps, scroller: RefObject<HTMLDivElement | null>, geometry: Geometry) {
  const { rows, columns, getCell, locale, texts, validate, selected } = props;
  const [state, setState] = useState(() => initialState(rows));
  const model = useMemo(
    () => modelOf({ rows, columns, getCell, locale, texts, ...(validate && { validate }) }, state.collapsed),
    [rows, columns, getCell, locale, texts, validate, state.collapsed],
  );
  // Two events can arrive before React renders; the second must see what the first did, or keys would be lost.
  const latest = useRef(state);
  const keep = (next: SheetState): void => {
    latest.current = next;
    setState(next);
  };

  const dispatch = (action: SheetAction): void => {
    const before = latest.current;
    const pageRows = Math.floor((scroller.current?.clientHeight ?? 0) / geometry.rowHeight) - 2;
    const current = before.collapsed === state.collapsed ? model : modelOf(props, before.collapsed);
    const {
      state: next,
      edits = [],
      history,
      resets = [],
    } = step(viewOf(before, current, rows, pageRows), action);
    keep(next);
    if (edits.length > 0) props.onCommit(edits);
    if (resets.length > 0) props.onReset?.(resets);
    if (history === 'undo') props.onUndo?.();
    if (history === 'redo') props.onRedo?.();
    if (next.active !== null && !isSame(next.active, before.active)) props.onSelect?.(next.active);
  };

  // The app may echo what it was told by onSelect, and rows may change; only a new wish moves the selection.
  const wished = useRef<SheetPosition | null>(null);
  useEffect(() => {
    if (selected === undefined || isSame(selected, wished.current)) return;
    wished.current = selected;
    if (isSame(selected, latest.current.active)) return;
    latest.current = withShown(latest.current, rows, selected);
    setState(latest.current);
  }, [selected, rows]);

  // The length of a page matters to acts only, not to what is shown.
  return { view: viewOf(state, model, rows, 1), dispatch };
}
