import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTsv, rangeText } from '#renderer/ui/Sheet/clipboard.ts';
import { modelOf } from '#renderer/ui/Sheet/state.ts';
import {
  harnessCell,
  harnessColumns,
  harnessRows,
  harnessTexts,
} from '#test/support/sheetHarness/harnessData.ts';

const columns = harnessColumns(12);
const inputs = new Map([
  ['g0.0 0', 24],
  ['g0.0 1', 30],
  ['g0.3 0', 0.125],
]);
const model = modelOf(
  {
    rows: harnessRows(2),
    columns,
    getCell: (rowId, column) => harnessCell(inputs, columns, rowId, column),
    locale: 'en',
    texts: harnessTexts,
  },
  new Set(),
);

function range(top: number, left: number, bottom = top, right = left) {
  return { top, left, bottom, right };
}

describe('clipboard text', () => {
  it.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['1', [['1']]],
    ['', [['']]],
    ['1\t', [['1', '']]],
    ['1\n\n2', [['1'], [''], ['2']]],
    [
      '"two\nlines"\t"say ""yes"""\n3\t4',
      [
        ['two\nlines', 'say "yes"'],
        ['3', '4'],
      ],
    ],
    ['5" pipe\t6', [['5" pipe', '6']]],
    ['"unclosed\t6', [['"unclosed', '6']]],
    ['\t\n', [['', '']]],
  ])('splits %j', (text, cells) => {
    expect(parseTsv(text)).toEqual(cells);
  });

  it('splits what it joined, whatever the cells hold', () => {
    const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(fc.array(fc.string(), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 5,
      }),
    );
    fc.assert(
      fc.property(table, (cells) => {
        const text = cells
          .map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\t'))
          .join('\r\n');
        expect(parseTsv(text)).toEqual(cells);
      }),
    );
  });

  it('writes numbers in full precision, and errors, gaps and groups as empty cells', () => {
    expect(rangeText(model, range(0, 0, 4, 1))).toBe(
      '\t\r\n24\t30\r\n1200\t1200\r\n1.35\t1.35\r\n12.5%\t12%',
    );
    expect(rangeText(model, range(8, 4))).toBe('');
  });
});
