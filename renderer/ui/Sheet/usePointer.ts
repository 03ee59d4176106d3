import { useRef } from 'react';
import type { MouseEvent, PointerEvent, RefObject } from 'react';
import { hitAt } from './geometry.ts';
import type { Geometry, Hit } from './geometry.ts';
import type { SheetModel } from './grid.ts';
import type { SheetView } from './state.ts';
import type { SheetAction } from './step.ts';

interface PointerOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly geometry: Geometry;
  readonly view: SheetView;
  readonly dispatch: (action: SheetAction) => void;
}

function isButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button') !== null;
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

function hitOf(
  event: MouseEvent,
  element: HTMLElement | null,
  geometry: Geometry,
  model: SheetModel,
): Hit | null {
  if (element === null || model.rows.length === 0) return null;
  const box = element.getBoundingClientRect();
  const viewport = { left: element.scrollLeft, top: element.scrollTop, width: box.width, height: box.height };
  const size = { rowCount: model.rows.length, columnCount: model.columns.length };
  return hitAt(geometry, viewport, { x: event.clientX - box.left, y: event.clientY - box.top }, size);
}

/** Click, shift-click and drag select; a double click edits; labels and headers select their line or column. */
export function usePointer({ scroller, input, geometry, view, dispatch }: PointerOptions) {
  const dragFrom = useRef<{ readonly from: Hit; readonly to: Hit } | null>(null);
  const { model, selection, state } = view;
  const hit = (event: MouseEvent) => hitOf(event, scroller.current, geometry, model);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    // A press on the scroller itself is a press on its scroll bars; one in the open editor places the caret.
    const isElsewhere = event.target === scroller.current || isButton(event.target);
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
    if (dragFrom.current === null) return;
    const { from, to } = dragFrom.current;
    const at = hit(event);
    if (at === null || (at.point.row === to.point.row && at.point.column === to.point.column)) return;
    dragFrom.current = { from, to: at };
    event.currentTarget.setPointerCapture(event.pointerId);
    dispatch(dragged(from, at, model));
  };

  const stop = (): void => {
    dragFrom.current = null;
  };

  return {
    onPointerDown,
    onPointerMove,
    onPointerUp: stop,
    onPointerCancel: stop,
    onMouseDown: (event: MouseEvent<HTMLDivElement>): void => {
      if (event.target === scroller.current || event.target === input.current) return;
      event.preventDefault();
      input.current?.focus({ preventScroll: true });
    },
    onClick: (event: MouseEvent<HTMLDivElement>): void => {
      // Who clicks a heading twice wants it toggled, not toggled and back; the button takes every click.
      if (event.detail > 1 && !isButton(event.target)) return;
      const rowId = toggledRow(event.target);
      if (rowId !== undefined) dispatch({ type: 'toggle', rowId });
    },
    onDoubleClick: (event: MouseEvent<HTMLDivElement>): void => {
      if (isButton(event.target) || state.editor !== null) return;
      const at = hit(event);
      if (at?.zone === 'cell') dispatch({ type: 'edit' });
    },
  };
}
