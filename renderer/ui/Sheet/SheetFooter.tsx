import { useMemo } from 'react';
import { formatPlain } from '../numbers.ts';
import type { NumberFormat } from '../numbers.ts';
import { cellsIn, rangeOf, statsOf } from './grid.ts';
import type { PlacedCell } from './grid.ts';
import type { SheetView } from './state.ts';
import styles from './Sheet.module.css';

const mixedFormat: NumberFormat = { style: 'number', digits: 2 };

/** Cells of one kind add up in their own format; a mix of people and euros only as plain numbers. */
function commonFormat(cells: readonly PlacedCell[]): NumberFormat {
  const lines = cells.filter(({ row }) => row.kind !== 'group').map(({ row }) => row);
  const [first] = lines;
  if (first === undefined) return mixedFormat;
  const isCommon = lines.every((row) => row.unit === first.unit && row.format.style === first.format.style);
  return isCommon ? first.format : mixedFormat;
}

/** What was refused or why a number is missing, and the sum of what is selected. */
export function SheetFooter({ view }: { readonly view: SheetView }) {
  const { model, selection, state, active } = view;
  const { top, bottom, left, right } = rangeOf(selection);
  const cells = useMemo(
    () => cellsIn(model, { top, bottom, left, right }),
    [model, top, bottom, left, right],
  );
  const stats = useMemo(() => (cells.length > 1 ? statsOf(cells) : null), [cells]);
  const format = commonFormat(cells);
  const averageFormat = format.style === 'integer' ? mixedFormat : format;
  const show = (value: number, as: NumberFormat) => formatPlain(value, as, model.locale);
  const { texts } = model;
  return (
    <div className={styles.footer}>
      <div role="status" className={styles.message}>
        {state.message ?? active?.cell.error?.reason ?? ''}
      </div>
      {stats !== null && (
        <dl className={styles.stats}>
          <dt>{texts.sum}</dt>
          <dd>{show(stats.sum, format)}</dd>
          <dt>{texts.average}</dt>
          <dd>{show(stats.average, averageFormat)}</dd>
          <dt>{texts.count}</dt>
          <dd>{show(stats.count, { style: 'integer' })}</dd>
        </dl>
      )}
    </div>
  );
}
