import { useLayoutEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { VirtualItem } from '@tanstack/react-virtual';
import { formatPlain } from '../numbers.ts';
import { CellEditor } from './CellEditor.tsx';
import { FillHandle } from './FillHandle.tsx';
import { frozenWidth, geometryOf, scrollFor } from './geometry.ts';
import type { Geometry, Viewport } from './geometry.ts';
import { rangeOf } from './grid.ts';
import { cellMarks } from './marks.ts';
import { stuckGroup } from './rowTree.ts';
import { SheetFind } from './SheetFind.tsx';
import { SheetFooter } from './SheetFooter.tsx';
import { SheetHeader } from './SheetHeader.tsx';
import { SheetLine } from './SheetLine.tsx';
import { SheetPanels } from './SheetPanels.tsx';
import type { SheetView } from './state.ts';
import type { SheetAction } from './step.ts';
import type { SheetProps } from './types.ts';
import { StuckGroup } from './StuckGroup.tsx';
import { useLabelWidth } from './useLabelWidth.ts';
import { usePointer } from './usePointer.ts';
import { useSheet } from './useSheet.ts';
import styles from './Sheet.module.css';

function viewportOf(element: HTMLElement): Viewport {
  return {
    left: element.scrollLeft,
    top: element.scrollTop,
    width: element.clientWidth,
    height: element.clientHeight,
  };
}

/** Keeps the moving corner of the selection in sight; selecting whole lines or columns scrolls nowhere. */
function useFollowSelection(
  scroller: RefObject<HTMLDivElement | null>,
  geometry: Geometry,
  view: SheetView,
): void {
  // What is selected, by id: data or groups that change under the selection must not scroll.
  const followed = useRef<string | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    const { active: activeId, end: endId } = view.state;
    const selected = JSON.stringify([activeId, endId]);
    if (element === null || followed.current === selected) return;
    followed.current = selected;
    const { active, end } = view.selection;
    const { rows, columns } = view.model;
    const stuckHeight = (rows[end.row]?.level ?? 0) > 0 ? geometry.rowHeight : 0;
    const target = scrollFor(geometry, viewportOf(element), end, stuckHeight);
    const isWholeColumn = rows.length > 1 && active.row === 0 && end.row === rows.length - 1;
    const isWholeLine = columns.length > 1 && active.column === 0 && end.column === columns.length - 1;
    element.scrollTo({
      ...(!isWholeColumn && { top: target.top }),
      ...(!isWholeLine && { left: target.left }),
    });
  });
}

function useVirtual(scroller: RefObject<HTMLDivElement | null>, geometry: Geometry, view: SheetView) {
  const { rows, columns } = view.model;
  // The virtualizer keeps its own state, which a compiler cannot see; nothing here is memoised on it.
  // oxlint-disable-next-line react/incompatible-library
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => geometry.rowHeight,
    paddingStart: geometry.headerHeight,
    overscan: 8,
  });
  const periods = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => geometry.columnWidth,
    paddingStart: frozenWidth(geometry),
    overscan: 3,
  });
  // It keeps the widths that it was told first.
  const measured = useRef(geometry.columnWidth);
  useLayoutEffect(() => {
    if (measured.current === geometry.columnWidth) return;
    measured.current = geometry.columnWidth;
    periods.measure();
  });
  const stuckRow = stuckGroup(rows, (lines.scrollOffset ?? 0) / geometry.rowHeight);
  return { lines: lines.getVirtualItems(), periods: periods.getVirtualItems(), stuckRow };
}

/** What a screen reader says about the active cell. */
function announcement({ active, model }: SheetView): string {
  if (active === null) return '';
  const { row, column, cell, isEditable } = active;
  return model.texts.activeCell({
    label: row.label,
    period: column.longLabel ?? column.label,
    value: cell.value === null ? model.texts.noValue : formatPlain(cell.value, row.format, model.locale),
    unit: row.unit,
    isEditable,
    marks: cellMarks(active, model.texts, model.locale),
    ...(cell.error && { error: cell.error.reason }),
    ...(cell.note !== undefined && { note: cell.note }),
  });
}

interface GridProps {
  readonly label: string;
  readonly view: SheetView;
  readonly geometry: Geometry;
  readonly width: number;
  readonly lines: readonly VirtualItem[];
  readonly periods: readonly VirtualItem[];
  readonly stuckRow: number;
  readonly onLabelWidth: (width: number) => void;
}

function Grid({ label, view, geometry, width, lines, periods, stuckRow, onLabelWidth }: GridProps) {
  const { model, selection, state } = view;
  const range = rangeOf(selection);
  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={model.rows.length + 1}
      aria-colcount={model.columns.length + 2}
      aria-multiselectable
      className={styles.grid}
    >
      <SheetHeader
        columns={model.columns}
        items={periods}
        geometry={geometry}
        width={width}
        selectedFrom={range.left}
        selectedTo={range.right}
        texts={model.texts}
        onLabelWidth={onLabelWidth}
      />
      <StuckGroup rows={model.rows} place={stuckRow} geometry={geometry} width={width} />
      {lines.map(({ index }) => {
        const row = model.rows[index];
        const isInRange = index >= range.top && index <= range.bottom;
        return (
          <SheetLine
            key={row?.id ?? index}
            model={model}
            index={index}
            columns={periods}
            geometry={geometry}
            width={width}
            isCollapsed={row !== undefined && state.collapsed.has(row.id)}
            selectedFrom={isInRange ? range.left : -1}
            selectedTo={isInRange ? range.right : -1}
            activeColumn={index === selection.active.row ? selection.active.column : -1}
          />
        );
      })}
    </div>
  );
}

function canvasSize(geometry: Geometry, { model }: SheetView) {
  return {
    width: frozenWidth(geometry) + model.columns.length * geometry.columnWidth,
    height: geometry.headerHeight + model.rows.length * geometry.rowHeight,
  };
}

/**
 * A spreadsheet of measures by period: data and callbacks in, edits out. It fills its parent.
 * Keys, clipboard and selection work as in Excel; what is editable follows from each cell's state.
 */
export function Sheet(props: SheetProps) {
  const { label, unitWidth, columnWidth } = props;
  const scroller = useRef<HTMLDivElement | null>(null);
  const input = useRef<HTMLInputElement | null>(null);
  const { labelWidth, setLabelWidth } = useLabelWidth(props.labelWidth, props.onLabelWidth);
  const geometry = useMemo(
    () => geometryOf({ labelWidth, unitWidth, columnWidth }),
    [labelWidth, unitWidth, columnWidth],
  );
  const { view, dispatch } = useSheet(props, scroller, geometry);
  // Here and not in the grid inside: a child's effects run before the scroller around it is there.
  const { lines, periods, stuckRow } = useVirtual(scroller, geometry, view);
  useFollowSelection(scroller, geometry, view);
  const pointer = usePointer({ scroller, input, geometry, view, stuckRow, dispatch });
  const { width, height } = canvasSize(geometry, view);
  const focusCells = (): void => input.current?.focus({ preventScroll: true });
  const act = (action: SheetAction): void => {
    if (action.type === 'widenLabels') setLabelWidth(geometry.labelWidth + action.by);
    else dispatch(action);
  };
  const placed = { view, geometry, dispatch: act };

  return (
    <div className={styles.sheet}>
      {view.state.isFindOpen && (
        <SheetFind
          view={view}
          dispatch={dispatch}
          onClose={() => {
            dispatch({ type: 'closeFind' });
            focusCells();
          }}
        />
      )}
      <div ref={scroller} className={styles.scroller} {...pointer}>
        <div className={styles.canvas} style={{ width, height }}>
          <Grid
            {...{ label, view, geometry, width, lines, periods, stuckRow }}
            onLabelWidth={setLabelWidth}
          />
          <CellEditor
            {...placed}
            inputRef={input}
            takesUndo={props.onUndo !== undefined}
            takesRedo={props.onRedo !== undefined}
          />
          <FillHandle view={view} geometry={geometry} />
          <SheetPanels {...placed} sheet={props} focusCells={focusCells} />
        </div>
      </div>
      <div aria-live="polite" className={styles.hidden}>
        {announcement(view)}
      </div>
      <SheetFooter view={view} />
    </div>
  );
}
