import JSZip from 'jszip';
import type { CellValue, Workbook } from 'hucre/xlsx';
import { buildWorkbook } from '#electron/reports/workbook/buildWorkbook.ts';
import type { ReportLanguage } from '#shared/model/packs/content.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { valueOf } from './workspaces.ts';

const stamp = {
  scenarioName: 'Test plan',
  versionName: 'Budget',
  inputsSha256: 'ab'.repeat(32),
  engineVersion: '1',
  writtenAt: '2026-11-22T09:30:00.000Z',
};

export const testHash = stamp.inputsSha256;

export async function workbookOf(
  document: ScenarioDocument,
  language: ReportLanguage = 'en',
): Promise<Uint8Array> {
  return valueOf(await buildWorkbook({ document, stamp }, { language }));
}

/** A cell as tests compare it: dates as numbers, nothing as an empty text. */
export function cellAt(
  { sheets }: Workbook,
  sheet: string,
  row: number,
  column: number,
): number | string | boolean {
  const value: CellValue | undefined = sheets.find(({ name }) => name === sheet)?.rows[row]?.[column];
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  return value ?? '';
}

export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

export function formulaCells({ sheets }: Workbook): readonly FormulaCell[] {
  return sheets.flatMap(({ name, cells }) =>
    [...(cells ?? [])].flatMap(([key, { formula }]) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      return formula === undefined ? [] : [{ sheet: name, row, column, formula }];
    }),
  );
}

/** The row of an input on the sheet of inputs, found by its path. */
export function inputRow({ sheets }: Workbook, path: string, sheet = 'Inputs'): number {
  const rows = sheets.find(({ name }) => name === sheet)?.rows ?? [];
  const row = rows.findIndex((cells) => cells[9] === path);
  if (row < 0) throw new Error(`There is no input "${path}" in the workbook`);
  return row;
}

/** The row of a measure on a sheet by its label and member. */
export function measureRow({ sheets }: Workbook, sheet: string, label: string, of = ''): number {
  const rows = sheets.find(({ name }) => name === sheet)?.rows ?? [];
  const row = rows.findIndex((cells) => cells[0] === label && (cells[1] ?? '') === of);
  if (row < 0) throw new Error(`There is no "${label}" of "${of}" on ${sheet}`);
  return row;
}

async function partOf(zip: JSZip, sheet: string): Promise<string> {
  const book = (await zip.file('xl/workbook.xml')?.async('string')) ?? '';
  const links = (await zip.file('xl/_rels/workbook.xml.rels')?.async('string')) ?? '';
  const id = new RegExp(`<sheet name="${sheet}"[^>]*r:id="([^"]+)"`).exec(book)?.[1] ?? '';
  const link = new RegExp(`<Relationship[^>]*Id="${id}"[^>]*>`).exec(links)?.[0] ?? '';
  const target = /Target="\/?(?:xl\/)?([^"]+)"/.exec(link)?.[1] ?? '';
  return `xl/${target}`;
}

/** Puts other XML into cells of a file, as a spreadsheet would when somebody types: `C12` → `<v>3</v>`. */
export async function withCells(
  bytes: Uint8Array,
  sheet: string,
  contents: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const part = await partOf(zip, sheet);
  let text = (await zip.file(part)?.async('string')) ?? '';
  for (const [cell, content] of contents) {
    const pattern = new RegExp(`<c r="${cell}"( s="\\d+")?[^>]*>.*?</c>`);
    if (!pattern.test(text)) throw new Error(`There is no cell ${cell} on ${sheet}`);
    text = text.replace(
      pattern,
      (_, style: string | undefined) => `<c r="${cell}"${style ?? ''}${content}</c>`,
    );
  }
  zip.file(part, text);
  return zip.generateAsync({ type: 'uint8array' });
}

/** The XML of a cell that holds a number. */
export function numberXml(value: number): string {
  return `><v>${value}</v>`;
}

/** The XML of a cell that holds a text. */
export function textXml(text: string): string {
  return ` t="inlineStr"><is><t>${text}</t></is>`;
}

/** Cells whose values differ by more than 1e-9 of themselves, or of the largest of their row. */
export function differentCells(
  expected: Workbook,
  actual: Workbook,
  cells: readonly FormulaCell[],
): readonly string[] {
  const largest = new Map<string, number>();
  for (const { sheet, row, column } of cells) {
    const value = cellAt(expected, sheet, row, column);
    const key = `${sheet} ${row}`;
    if (typeof value === 'number') largest.set(key, Math.max(largest.get(key) ?? 0, Math.abs(value)));
  }
  return cells.flatMap(({ sheet, row, column, formula }) => {
    const [want, found] = [cellAt(expected, sheet, row, column), cellAt(actual, sheet, row, column)];
    const allowed = 1e-9 * (largest.get(`${sheet} ${row}`) ?? 0);
    const isSame =
      typeof want === 'number' && typeof found === 'number'
        ? Math.abs(want - found) <= allowed
        : want === found;
    return isSame
      ? []
      : [`${sheet}[${row},${column}] =${formula.slice(0, 120)}: expected ${want}, got ${found}`];
  });
}

/** Sheets that hold inputs or numbers of the engine rather than results. */
const NOT_RESULTS = new Set(['Inputs', 'Inputs by period', 'Profiles', 'Agents', 'Origin', 'Definitions']);

/** Numbers on the sheets of results, and how many of them are formulas. */
export function resultCells({ sheets }: Workbook): { readonly numbers: number; readonly formulas: number } {
  let [numbers, formulas] = [0, 0];
  for (const { name, rows, cells } of sheets) {
    if (NOT_RESULTS.has(name.replace(/ [AB]$/, ''))) continue;
    for (const row of rows)
      numbers += row.filter((value) => typeof value === 'number' || value instanceof Date).length;
    for (const [key, { formula }] of cells ?? []) {
      const [at = 0, column = 0] = key.split(',').map(Number);
      const value = cellAt({ sheets }, name, at, column);
      if (formula !== undefined && typeof value === 'number') formulas += 1;
    }
  }
  return { numbers, formulas };
}

/** Cells with an error in place of a value. */
export function errorCells(workbook: Workbook): readonly string[] {
  return workbook.sheets.flatMap(({ name, rows, cells }) => [
    ...rows.flatMap((row, at) =>
      row.flatMap((value) =>
        typeof value === 'string' && /^#[A-Z/0!?]+$/.test(value) ? [`${name}[${at}]: ${value}`] : [],
      ),
    ),
    ...[...(cells ?? [])].flatMap(([key, { type }]) => (type === 'error' ? [`${name}[${key}]`] : [])),
  ]);
}
