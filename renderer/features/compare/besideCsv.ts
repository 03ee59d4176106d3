import type { TFunction } from 'i18next';
import { type CsvCell, csvText } from '#renderer/ui/csv.ts';
import type { SheetCell, SheetColumn, SheetRow } from '#renderer/ui/Sheet/types.ts';

interface BesideTable {
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
  readonly getCell: (rowId: string, columnIndex: number) => SheetCell;
  readonly locale: string;
  readonly t: TFunction;
}

/** The grid as a file; the measure stands in every line, so that lines can be sorted and filtered. */
export function besideCsv({ rows, columns, getCell, locale, t }: BesideTable): string {
  const names = columns.map(({ longLabel, label }) => longLabel ?? label);
  const head = [t('compare.measure'), t('compare.plan'), t('sheet.unit'), ...names];
  let measure = '';
  const lines: (readonly CsvCell[])[] = [];
  for (const row of rows) {
    if (row.kind === 'group') {
      measure = row.label;
      continue;
    }
    const values = columns.map((_, at) => ({ value: getCell(row.id, at).value, format: row.format }));
    lines.push([measure, row.label, row.unit, ...values]);
  }
  return csvText([head, ...lines], locale);
}
