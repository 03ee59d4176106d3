import type { WriteSheet } from 'hucre/xlsx';
import type { Book, Cells } from './book.ts';
import { putText } from './gridSheet.ts';

/** The hidden sheet that says which plans a workbook was made from, so that it can be read back. */
export const ORIGIN = 'Origin';
export const ORIGIN_FORMAT = 'headroom/workbook';
/** Raised whenever inputs get other cells, since cells are found by their place. */
export const ORIGIN_LAYOUT = '2';

/** One column for each plan: a workbook of a comparison has two. */
export function originSheet(books: readonly Pick<Book, 'stamp' | 'side' | 'words'>[]): WriteSheet {
  const cells: Cells = new Map();
  books.forEach(({ stamp, side, words }, at) => {
    const facts = [
      ['format', ORIGIN_FORMAT],
      ['layout', ORIGIN_LAYOUT],
      ['language', words.language],
      ['side', side ?? ''],
      ['inputs', stamp.inputsSha256],
      ['source', stamp.source === undefined ? '' : `${stamp.source.kind}:${stamp.source.id}`],
      ['scenario', stamp.scenarioName],
      ['version', stamp.versionName ?? ''],
      ['engine', stamp.engineVersion],
      ['written', stamp.writtenAt],
    ] as const;
    facts.forEach(([name, value], row) => {
      if (at === 0) putText(cells, row, 0, name, 'label');
      putText(cells, row, 1 + at, value, 'label');
    });
  });
  return { name: ORIGIN, cells, veryHidden: true };
}
