import type { CSSProperties } from 'react';
import { VisuallyHidden } from '@mantine/core';
import { formatPlain } from '../numbers.ts';
import { heatShare, highestOf } from './heatScale.ts';
import type { HeatChartData, HeatRow } from './types.ts';
import styles from './HeatMap.module.css';

type HeatStyle = CSSProperties & { readonly '--heat': number };

interface HeatMapProps {
  readonly label: string;
  readonly heat: Omit<HeatChartData, 'kind'>;
  readonly locale: string;
}

/** A table of numbers, the darker the more. It fills its parent and scrolls in it. */
export function HeatMap({ label, heat, locale }: HeatMapProps) {
  const { columns, rows, header, footer } = heat;
  const highest = highestOf(heat);
  return (
    // It scrolls, so it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.frame} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{header}</th>
            {columns.map(({ id, label: name, note }) => (
              <th key={id} scope="col">
                {name}
                {note !== undefined && <span className={styles.note}>{note}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              <Cells row={row} heat={heat} highest={highest} locale={locale} />
            </tr>
          ))}
        </tbody>
        {footer !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">{footer.label}</th>
              {columns.map(({ id }, place) => {
                const value = footer.values[place] ?? null;
                return <td key={id}>{value === null ? '' : formatPlain(value, footer.format, locale)}</td>;
              })}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

interface CellsProps extends Pick<HeatMapProps, 'heat' | 'locale'> {
  readonly row: HeatRow;
  readonly highest: number;
}

function Cells({ row, heat, highest, locale }: CellsProps) {
  const { columns, format, emptyLabel, marked, limit } = heat;
  return columns.map(({ id }, place) => {
    const value = row.values[place] ?? null;
    if (value === null) {
      return (
        <td key={id}>
          <VisuallyHidden>{emptyLabel}</VisuallyHidden>
        </td>
      );
    }
    const style: HeatStyle = { '--heat': heatShare(value, highest) };
    const isMarked = marked?.rowId === row.id && marked.columnId === id;
    const isOver = limit !== undefined && value > limit.value;
    const classes = [styles.filled, isMarked && styles.marked, isOver && styles.over]
      .filter(Boolean)
      .join(' ');
    return (
      <td key={id} className={classes} style={style} title={isOver ? limit.label : undefined}>
        {formatPlain(value, format, locale)}
        {isOver && <VisuallyHidden>{limit.label}</VisuallyHidden>}
      </td>
    );
  });
}
