import { useRef } from 'react';
import type { MouseEvent, PointerEvent, RefObject } from 'react';
import { hitAt } from './geometry.ts';
import type { Geometry, Hit } from './geometry.ts';
import { rangeOf } from './grid.ts';
import type { SheetModel } from './grid.ts';
import type { SheetView } from './state.ts';
import type { SheetAction } from './step.ts';

interface PointerOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly geometry: Geometry;
  readonly view: SheetView;
  /** Place of the heading that covers the first line in sight; -1 where none does. */
  readonly stuckRow: number;
  readonly dispatch: (action: SheetAction) => void;
}

function isButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

function isOwnPointer(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-own-pointer]') !== null;
}

function isFillHandle(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-fill-handle]') !== null;
}

/** Names only say whose line their button edits. */
function editedRow(target: EventTarget): string | undefined {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-edits]') : null;
  return button?.dataset['edits'];
}

/** Group headings only say which row they toggle, so that drawing them needs no callback. */
function toggledRow(target: EventTarget): string | undefined {
  const heading = target instanceof Element ? target.closest<HTMLElement>('[data-toggles]') : null;
  return heading?.dataset['toggles'];
}

/** What a press at one place, dragged to another, selects: cells, whole lines, whole columns, or everything. */
function dragged(from: Hit, to: Hit, model: SheetModel): SheetAction {
  const last = { row: model.rows.length - 1, column: model.columns.length - 1 };
  switch (from.zone) {
    case 'cell':
      return { type: 'point', active: from.point, end: to.point };
    case 'rowLabel':
      return {
        type: 'point',
        active: { row: from.point.row, column: 0 },
        end: { row: to.point.row, column: last.column },
      };
    case 'columnHeader':
      return {
        type: 'point',
        active: { row: 0, column: from.point.column },
        end: { row: last.row, column: to.point.column },
      };
    case 'corner':
      return { type: 'point', active: { row: 0, column: 0 }, end: last };
  }
}

function hitOf(event: MouseEvent, { scroller, geometry, view, stuckRow }: PointerOptions): Hit | null {
  const element = scroller.current;
  const { model } = view;
  if (element === null || model.rows.length === 0) return null;
  const box = element.getBoundingClientRect();
  const viewport = { left: element.scrollLeft, top: element.scrollTop, width: box.width, height: box.height };
  const size = { rowCount: model.rows.length, columnCount: model.columns.length };
  const at = { x: event.clientX - box.left, y: event.clientY - box.top };
  const found = hitAt(geometry, viewport, at, size);
  const { headerHeight, rowHeight } = geometry;
  const isOnStuck = stuckRow >= 0 && at.y >= headerHeight && at.y < headerHeight + rowHeight;
  return isOnStuck ? { ...found, point: { ...found.point, row: stuckRow } } : found;
}

/** Drags of the handle at the corner of the selection: what they would fill is shown, and filled where they end. */
function useFillDrag({ view, dispatch }: PointerOptions, hit: (event: MouseEvent) => Hit | null) {
  const isFilling = useRef(false);
  return {
    begins(event: PointerEvent<HTMLDivElement>): boolean {
      if (!isFillHandle(event.target)) return false;
      isFilling.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      return true;
    },
    moves(event: PointerEvent<HTMLDivElement>): boolean {
      if (isFilling.current) dispatch({ type: 'previewFill', to: hit(event)?.point ?? null });
      return isFilling.current;
    },
    ends(event: PointerEvent<HTMLDivElement>): void {
      if (!isFilling.current) return;
      isFilling.current = false;
      dispatch({ type: 'dragFill', to: hit(event)?.point ?? view.selection.active });
    },
    isCancelled(): void {
      isFilling.current = false;
      dispatch({ type: 'previewFill', to: null });
    },
  };
}

/** A right click outside what is selected selects the cell; then the menu opens where the pointer is. */
function contextMenu(event: MouseEvent<HTMLDivElement>, options: PointerOptions, at: Hit | null): void {
  const { scroller, input, view, dispatch } = options;
  const element = scroller.current;
  // In an open entry the menu is the browser's own.
  if (event.target === input.current || element === null || at === null) return;
  event.preventDefault();
  const { top, bottom, left, right } = rangeOf(view.selection);
  const { row, column } = at.point;
  const isInside = row >= top && row <= bottom && column >= left && column <= right;
  if (!isInside || at.zone !== 'cell') dispatch(dragged(at, at, view.model));
  const box = element.getBoundingClientRect();
  dispatch({
    type: 'openMenuAt',
    at: {
      x: event.clientX - box.left + element.scrollLeft,
      y: event.clientY - box.top + element.scrollTop,
    },
  });
}

/** What is open over the sheet hears its own pointer: events of portals also arrive at their parents in the tree. */
function isForeign(event: MouseEvent<HTMLDivElement>): boolean {
  return !(event.target instanceof Node && event.currentTarget.contains(event.target));
}

/** One click toggles a heading or edits a line as a series, two edit a cell. */
function clicks({ view, dispatch }: PointerOptions, hit: (event: MouseEvent) => Hit | null) {
  return {
    onClick: (event: MouseEvent<HTMLDivElement>): void => {
      if (isForeign(event)) return;
      // Who clicks a heading twice wants it toggled, not toggled and back; the button takes every click.
      if (event.detail > 1 && !isButton(event.target)) return;
      const edited = editedRow(event.target);
      if (edited !== undefined) return dispatch({ type: 'editSeries', rowId: edited });
      const rowId = toggledRow(event.target);
      if (rowId !== undefined) dispatch({ type: 'toggle', rowId });
    },
    onDoubleClick: (event: MouseEvent<HTMLDivElement>): void => {
      if (isForeign(event)) return;
      if (isButton(event.target) || isFillHandle(event.target) || view.state.editor !== null) return;
      const at = hit(event);
      if (at?.zone === 'cell') dispatch({ type: 'edit' });
    },
  };
}

/** Click, shift-click and drag select; a double click edits; labels and headers select their line or column. */
export function usePointer(options: PointerOptions) {
  const { scroller, input, view, dispatch } = options;
  const dragFrom = useRef<{ readonly from: Hit; readonly to: Hit } | null>(null);
  const { model, selection } = view;
  const hit = (event: MouseEvent) => hitOf(event, options);
  const fill = useFillDrag(options, hit);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (isForeign(event)) return;
    // A press on the scroller itself is a press on its scroll bars; one in the open editor places the caret.
    const isElsewhere =
      event.target === scroller.current || isButton(event.target) || isOwnPointer(event.target);
    if (event.button === 0 && fill.begins(event)) return;
    if (event.button !== 0 || isElsewhere || event.target === input.current) return;
    const at = hit(event);
    if (at === null) return;
    const isExtending = event.shiftKey && at.zone === 'cell';
    const from: Hit = isExtending ? { zone: 'cell', point: selection.active } : at;
    dragFrom.current = { from, to: at };
    // Captured from the start, a click on a heading would arrive as one on the scroller.
    if (toggledRow(event.target) === undefined) event.currentTarget.setPointerCapture(event.pointerId);
    dispatch(dragged(from, at, model));
  };

  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (fill.moves(event) || dragFrom.current === null) return;
    const { from, to } = dragFrom.current;
    const at = hit(event);
    if (at === null || (at.point.row === to.point.row && at.point.column === to.point.column)) return;
    dragFrom.current = { from, to: at };
    event.currentTarget.setPointerCapture(event.pointerId);
    dispatch(dragged(from, at, model));
  };

  return {
    onPointerDown,
    onPointerMove,
    onPointerUp: (event: PointerEvent<HTMLDivElement>): void => {
      dragFrom.current = null;
      fill.ends(event);
    },
    onPointerCancel: (): void => {
      dragFrom.current = null;
      fill.isCancelled();
    },
    onContextMenu: (event: MouseEvent<HTMLDivElement>): void => {
      if (!isForeign(event)) contextMenu(event, options, hit(event));
    },
    onMouseDown: (event: MouseEvent<HTMLDivElement>): void => {
      if (isForeign(event)) return;
      if (event.target === scroller.current || event.target === input.current) return;
      event.preventDefault();
      input.current?.focus({ preventScroll: true });
    },
    ...clicks(options, hit),
  };
}
