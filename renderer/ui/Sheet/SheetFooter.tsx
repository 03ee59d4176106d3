import { useMemo } from 'react';
import { formatPlain } from '../numbers.ts';
import type { NumberFormat } from '../numbers.ts';
import { cellsIn, rangeOf, statsOf } from './grid.ts';
import type { PlacedCell } from './grid.ts';
import type { SheetView } from './state.ts';
import styles from './SheetFooter.module.css';

const plainFormat: NumberFormat = { style: 'number', digits: 2 };
const wholeFormat: NumberFormat = { style: 'integer' };

/** Sums and averages are shown where all numbers are of one kind, in its format. */
function formatOfAll(cells: readonly PlacedCell[]): NumberFormat {
  return cells.find(({ row }) => row.kind !== 'group')?.row.format ?? plainFormat;
}

interface FigureProps {
  readonly name: string;
  readonly value: number | null;
  readonly format: NumberFormat;
  readonly locale: string;
  /** Says why there is none. */
  readonly missing?: string;
}

function Figure({ name, value, format, locale, missing }: FigureProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd title={value === null ? missing : undefined}>{formatPlain(value, format, locale)}</dd>
    </>
  );
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
  const format = formatOfAll(cells);
  const averageFormat = format.style === 'integer' ? plainFormat : format;
  const { texts, locale } = model;
  return (
    <div className={styles.footer}>
      <div role="status" className={styles.message} title={state.message ?? undefined}>
        {state.message ?? active?.cell.error?.reason ?? ''}
      </div>
      {stats !== null && (
        <dl className={styles.stats}>
          <Figure
            name={texts.sum}
            value={stats.sum}
            format={format}
            locale={locale}
            missing={texts.notAdded}
          />
          <Figure
            name={texts.average}
            value={stats.average}
            format={averageFormat}
            locale={locale}
            missing={texts.notAdded}
          />
          <Figure name={texts.count} value={stats.count} format={wholeFormat} locale={locale} />
        </dl>
      )}
    </div>
  );
}
