import type { Book, Cells } from './book.ts';
import { putText } from './gridSheet.ts';

/** The hidden sheet that says which plan a workbook was made from, so that it can be read back. */
export const ORIGIN = 'Origin';
export const ORIGIN_FORMAT = 'headroom/workbook';
/** Raised whenever inputs get other cells, since cells are found by their place. */
export const ORIGIN_LAYOUT = '1';

export function writeOrigin(book: Book): void {
  const { stamp } = book;
  const cells: Cells = new Map();
  const facts = [
    ['format', ORIGIN_FORMAT],
    ['layout', ORIGIN_LAYOUT],
    ['inputs', stamp.inputsSha256],
    ['scenario', stamp.scenarioName],
    ['version', stamp.versionName ?? ''],
    ['engine', stamp.engineVersion],
    ['written', stamp.writtenAt],
  ] as const;
  facts.forEach(([name, value], row) => {
    putText(cells, row, 0, name, 'label');
    putText(cells, row, 1, value, 'label');
  });
  book.sheets.push({ name: ORIGIN, cells, veryHidden: true });
}
