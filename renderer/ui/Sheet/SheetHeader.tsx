import { memo } from 'react';
import type { VirtualItem } from '@tanstack/react-virtual';
import { LabelResizer } from './LabelResizer.tsx';
import type { Geometry } from './geometry.ts';
import type { SheetColumn } from './types.ts';
import type { SheetTexts } from './sheetTexts.ts';
import styles from './Sheet.module.css';

interface SheetHeaderProps {
  readonly columns: readonly SheetColumn[];
  readonly items: readonly VirtualItem[];
  readonly geometry: Geometry;
  readonly width: number;
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly texts: SheetTexts;
  readonly onLabelWidth: (width: number) => void;
}

/** The frozen line of period names. */
export const SheetHeader = memo(function SheetHeader(props: SheetHeaderProps) {
  const { columns, items, geometry, width, selectedFrom, selectedTo, texts, onLabelWidth } = props;
  const { labelWidth, unitWidth, headerHeight } = geometry;
  return (
    <div role="row" aria-rowindex={1} className={styles.header} style={{ width, height: headerHeight }}>
      <div role="columnheader" aria-colindex={1} className={styles.label} style={{ width: labelWidth }}>
        {texts.lineHeader}
        <LabelResizer label={texts.labelWidth} width={labelWidth} onResize={onLabelWidth} />
      </div>
      <div
        role="columnheader"
        aria-colindex={2}
        className={styles.unit}
        style={{ width: unitWidth, left: labelWidth }}
      >
        {texts.unitHeader}
      </div>
      {items.map((item) => {
        const column = columns[item.index];
        if (column === undefined) return null;
        const isSelected = item.index >= selectedFrom && item.index <= selectedTo;
        const kind = column.kind === 'total' ? styles.totalColumn : '';
        return (
          <div
            key={item.key}
            role="columnheader"
            aria-colindex={item.index + 3}
            className={`${styles.cell} ${kind} ${isSelected ? styles.selectedHeader : ''}`}
            style={{ left: item.start, width: item.size }}
            title={column.longLabel}
          >
            {column.label}
          </div>
        );
      })}
    </div>
  );
});
