import { formatPlain } from '../numbers.ts';
import type { PlacedCell } from './grid.ts';
import type { SheetTexts } from './sheetTexts.ts';

/** What is to be known of a cell beside its number, in words: shown on hover and read out. */
export function cellMarks({ cell, row }: PlacedCell, texts: SheetTexts, locale: string): readonly string[] {
  const isOverridden = cell.state === 'overridden';
  const base = cell.base === undefined ? undefined : formatPlain(cell.base, row.format, locale);
  return [
    ...(isOverridden ? [texts.overridden(base)] : []),
    ...(cell.state === 'default' ? [texts.standard] : []),
    ...(cell.isUnsourced === true ? [texts.unsourced] : []),
  ];
}
