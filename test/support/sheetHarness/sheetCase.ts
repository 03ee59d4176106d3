import type { Range } from '#renderer/ui/Sheet/grid.ts';
import { harnessCell, harnessColumns, harnessRows, harnessTexts } from './harnessData.ts';

/** A sheet of two groups over some months without a page, that refuses negative numbers. */
export function sheetCase(months: number, inputs: ReadonlyMap<string, number>) {
  const rows = harnessRows(2);
  const columns = harnessColumns(months);
  return {
    rows,
    columns,
    getCell: (rowId: string, column: number) => harnessCell(inputs, columns, rowId, column),
    locale: 'en',
    texts: harnessTexts,
    validate: (_: string, __: number, value: number) => (value < 0 ? 'It cannot be negative.' : null),
  };
}

export function range(top: number, left: number, bottom = top, right = left): Range {
  return { top, left, bottom, right };
}
