import type { TFunction } from 'i18next';
import { type CsvCell, csvText } from '#renderer/ui/csv.ts';
import type { SheetCell, SheetColumn, SheetRow } from '#renderer/ui/Sheet/types.ts';

export interface SheetTable {
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
  readonly getCell: (rowId: string, columnIndex: number) => SheetCell;
}

/**
 * A grid as CSV in full precision, lines of closed groups included. The groups stand in every line, so that lines can be
 * sorted and filtered.
 */
export function sheetCsv({ rows, columns, getCell }: SheetTable, t: TFunction, locale: string): string {
  const names = columns.map(({ longLabel, label }) => longLabel ?? label);
  const lines: (readonly CsvCell[])[] = [[t('sheet.group'), t('sheet.line'), t('sheet.unit'), ...names]];
  let groups: readonly string[] = [];
  for (const { id, kind, label, level, unit, format } of rows) {
    if (kind === 'group') {
      groups = [...groups.slice(0, level), label];
      continue;
    }
    const values = columns.map((_, at) => ({ value: getCell(id, at).value, format }));
    lines.push([groups.slice(0, level).join(' / '), label, unit, ...values]);
  }
  return csvText(lines, locale);
}
