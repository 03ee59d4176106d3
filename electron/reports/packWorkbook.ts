import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { ReportContent, ReportPage } from '#shared/model/packs/content.ts';
import { packHeads } from './content/packHeads.ts';
import { pageNumberText } from './content/pageNumber.ts';
import type { ReportSource } from './content/source.ts';
import { longColumns, longRows } from './planCsv.ts';

/** Signs that the name of a sheet may not hold, and its longest length. */
const NOT_IN_NAMES = /[\\/?*[\]:]/g;
const LONGEST_NAME = 31;

function sheetName(title: string, taken: Set<string>): string {
  const plain = title.replaceAll(NOT_IN_NAMES, ' ').replaceAll(/^'|'$/g, ' ').trim().slice(0, LONGEST_NAME);
  const free = (attempt: number): string => {
    const name = attempt === 1 ? plain : `${plain.slice(0, LONGEST_NAME - 4)} ${attempt}`;
    return taken.has(name.toLowerCase()) ? free(attempt + 1) : name;
  };
  const name = free(1);
  taken.add(name.toLowerCase());
  return name;
}

function pageRows({ title, message, sentences, table, footnotes }: ReportPage): CellValue[][] {
  return [
    [title],
    [message],
    ...sentences.map((text) => [text]),
    [],
    ...(table === undefined
      ? []
      : [table.columns.map((column) => column.title), ...table.rows.map((row) => [...row])]),
    [],
    ...footnotes.map((text) => [text]),
  ];
}

function sheetOf(content: ReportContent, page: ReportPage, place: number, taken: Set<string>): WriteSheet {
  const { stamp, pageText, pages } = content;
  const first = 3 + page.sentences.length;
  return {
    name: sheetName(page.title, taken),
    rows: [...pageRows(page), [], [stamp], [pageNumberText(pageText, place + 1, pages.length)]],
    columns: (page.table?.columns ?? []).map(({ weight }) => ({ width: Math.max(12, weight) })),
    cells: new Map([
      ['0,0', { style: { font: { bold: true, size: 14 } } }],
      ['1,0', { style: { font: { bold: true } } }],
      ...(page.table?.columns ?? []).map(
        (_, column) => [`${first},${column}`, { style: { font: { bold: true } } }] as const,
      ),
    ]),
    pageSetup: { orientation: 'landscape' },
  };
}

/**
 * A pack as a workbook for readers who do not get the whole plan: its pages as sheets, and the numbers behind them for
 * every period.
 */
export async function packWorkbook(source: ReportSource, content: ReportContent): Promise<Uint8Array> {
  const taken = new Set<string>();
  const pages = content.pages.map((page, place) => sheetOf(content, page, place, taken));
  const numbers: WriteSheet = {
    name: sheetName(source.words.t('general', 'numbers'), taken),
    rows: [
      [...longColumns],
      ...longRows(source.plan, packHeads(source), source.span).map((row) =>
        row.map((value) => (value === '' ? null : value)),
      ),
    ],
    columns: [22, 34, 12, 16, 20, 34, 24].map((width) => ({ width })),
    freezePane: { rows: 1 },
  };
  return writeXlsx({
    sheets: [...pages, numbers],
    properties: { title: `${content.title}: ${content.subtitle}`, creator: 'Headroom' },
    defaultFont: { name: 'Calibri', size: 10 },
  });
}
