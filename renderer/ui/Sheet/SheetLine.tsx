import { memo } from 'react';
import type { VirtualItem } from '@tanstack/react-virtual';
import { IconChevronDown, IconChevronRight, IconTrendingUp } from '@tabler/icons-react';
import { formatPlain } from '../numbers.ts';
import type { Geometry } from './geometry.ts';
import { cellAt } from './grid.ts';
import type { PlacedCell, SheetModel } from './grid.ts';
import { cellMarks } from './marks.ts';
import styles from './Sheet.module.css';

interface SheetLineProps {
  readonly model: SheetModel;
  readonly index: number;
  readonly columns: readonly VirtualItem[];
  readonly geometry: Geometry;
  readonly width: number;
  readonly isCollapsed: boolean;
  /** First and last selected column, -1 when the line has no selected cell. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly activeColumn: number;
}

function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== false && name !== undefined).join(' ');
}

function cellClass({ row, column, cell, isEditable }: PlacedCell, isSelected: boolean): string {
  return classes(
    styles.cell,
    column.kind === 'total' && styles.totalColumn,
    row.kind !== 'group' && isEditable && styles.editable,
    cell.state === 'default' && styles.default,
    cell.note !== undefined && styles.noted,
    cell.state === 'overridden' && styles.overridden,
    cell.isUnsourced === true && styles.unsourced,
    cell.error !== undefined && styles.error,
    isSelected && styles.selected,
  );
}

function Label({ model, index, geometry, isCollapsed }: SheetLineProps) {
  const row = model.rows[index];
  if (row === undefined) return null;
  const isGroup = row.kind === 'group';
  const Chevron = isCollapsed ? IconChevronRight : IconChevronDown;
  const toggleText = isCollapsed ? model.texts.expand(row.label) : model.texts.collapse(row.label);
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className={styles.label}
      data-toggles={isGroup ? row.id : undefined}
      style={{ width: geometry.labelWidth, paddingInlineStart: 6 + row.level * 14 + (isGroup ? 0 : 4) }}
      title={row.description === undefined ? row.label : `${row.label}\n${row.description}`}
    >
      {isGroup && (
        <button
          type="button"
          className={styles.toggle}
          tabIndex={-1}
          aria-expanded={!isCollapsed}
          aria-label={toggleText}
        >
          <Chevron size={14} aria-hidden />
        </button>
      )}
      <span className={styles.labelText}>{row.label}</span>
      {row.hasSeries === true && (
        <button
          type="button"
          className={styles.editSeries}
          tabIndex={-1}
          data-edits={row.id}
          aria-label={model.texts.editSeries(row.label)}
          title={model.texts.editSeries(row.label)}
        >
          <IconTrendingUp size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}

/** What hovering a cell says: why there is no number, why it cannot be changed, or what is special about it. */
function reasonOf(placed: PlacedCell, { texts, locale }: SheetModel): string | undefined {
  const { cell } = placed;
  const marks = cell.state === 'default' ? [] : cellMarks(placed, texts, locale);
  return cell.error?.reason ?? cell.note ?? (marks.length === 0 ? undefined : marks.join('\n'));
}

interface CellViewProps {
  readonly column: number;
  readonly left: number;
  readonly width: number;
  readonly text: string;
  readonly reason: string | undefined;
  readonly className: string;
  readonly isSelected: boolean;
  readonly isEditable: boolean;
}

/** Memoised on what is seen: scrolling sideways draws the cells that come in, an edit those that changed. */
const CellView = memo(function CellView(props: CellViewProps) {
  const { column, left, width, text, reason, className, isSelected, isEditable } = props;
  return (
    <div
      role="gridcell"
      aria-colindex={column + 3}
      aria-selected={isSelected}
      // ARIA 1.2 lists it for cells of grids.
      // oxlint-disable-next-line jsx-a11y/role-supports-aria-props
      aria-readonly={!isEditable}
      className={className}
      style={{ left, width }}
      title={reason}
    >
      {text}
    </div>
  );
});

/** One line. Memoised on primitives, so that moving the selection draws two lines anew and not fifty. */
export const SheetLine = memo(function SheetLine(props: SheetLineProps) {
  const { model, index, columns, geometry, width, selectedFrom, selectedTo, activeColumn } = props;
  const row = model.rows[index];
  if (row === undefined) return null;
  const top = geometry.headerHeight + index * geometry.rowHeight;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes(
        styles.line,
        row.kind === 'group' && styles.group,
        row.isTotal === true && styles.totalLine,
        activeColumn >= 0 && styles.activeLine,
      )}
      style={{ top, height: geometry.rowHeight, width }}
    >
      <Label {...props} />
      <div
        role="gridcell"
        aria-colindex={2}
        className={styles.unit}
        style={{ width: geometry.unitWidth, left: geometry.labelWidth }}
        title={row.unit}
      >
        {row.unit}
      </div>
      {columns.map((item) => {
        const placed = cellAt(model, { row: index, column: item.index });
        if (placed === null) return null;
        const { cell } = placed;
        const isSelected = item.index >= selectedFrom && item.index <= selectedTo;
        const text = cell.error?.short ?? formatPlain(cell.value, row.format, model.locale);
        return (
          <CellView
            key={item.key}
            column={item.index}
            left={item.start}
            width={item.size}
            text={row.kind === 'group' ? '' : text}
            reason={reasonOf(placed, model)}
            className={cellClass(placed, isSelected && item.index !== activeColumn)}
            isSelected={isSelected}
            isEditable={placed.isEditable}
          />
        );
      })}
    </div>
  );
});
