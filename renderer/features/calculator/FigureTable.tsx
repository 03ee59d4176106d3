import type { FigureCell, FigureColumn, FigureRow, FigureTableData } from './figureTable.ts';
import styles from './Figures.module.css';

interface PlacedCell {
  readonly cell: FigureCell;
  /** The first of the columns that the cell covers. */
  readonly column: FigureColumn | undefined;
}

function placed(cells: readonly FigureCell[], columns: readonly FigureColumn[]): readonly PlacedCell[] {
  const starts = cells.map((_, place) => cells.slice(0, place).reduce((sum, { span = 1 }) => sum + span, 0));
  return cells.map((cell, place) => ({ cell, column: columns[starts[place] ?? 0] }));
}

/** A table of results. It scrolls sideways where there is no room, so it can be reached by keyboard. */
export function FigureTable({ table }: { readonly table: FigureTableData }) {
  const { label, lineHeader, unitHeader, groups, columns, rows } = table;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.tableFrame} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.figures} aria-label={label}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {lineHeader}
            </th>
            <th scope="col" rowSpan={2} data-words>
              {unitHeader}
            </th>
            {groups.map((group) => (
              <th key={group.label} scope="colgroup" colSpan={group.span} data-group>
                {group.label}
              </th>
            ))}
          </tr>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                data-group={column.startsGroup || undefined}
                data-strong={column.isStrong || undefined}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FigureLine key={row.id} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FigureLine({
  row,
  columns,
}: {
  readonly row: FigureRow;
  readonly columns: readonly FigureColumn[];
}) {
  return (
    <tr data-strong={row.isStrong || undefined} data-group={row.startsGroup || undefined}>
      <th scope="row">{row.label}</th>
      <td data-unit>{row.unit}</td>
      {placed(row.cells, columns).map(({ cell, column }) => (
        <td
          key={column?.id}
          colSpan={cell.span}
          data-tone={cell.tone}
          data-words={cell.span === undefined ? undefined : true}
          data-group={column?.startsGroup || undefined}
          data-strong={column?.isStrong || undefined}
        >
          {cell.text}
        </td>
      ))}
    </tr>
  );
}
