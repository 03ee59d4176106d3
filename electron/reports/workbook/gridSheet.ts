import {
  type Book,
  type Cells,
  cellKey,
  type Content,
  type GridSheet,
  readerAt,
  type Row,
  sheetOf,
} from './book.ts';
import { type FrameColumn, HEAD_ROWS } from './frame.ts';
import { columnLetters, quoted, sheetPrefix } from './references.ts';
import { headStyle, numberStyle, type Shown, textStyle } from './styles.ts';

const WIDTHS = [46, 28, 22] as const;
const NUMBER_WIDTH = 11.5;

/** Gives every row of a sheet its place; formulas can be written only after all sheets have theirs. */
export function placeRows(book: Book, { name, rows }: GridSheet): void {
  book.rowCounts.set(name, rows.length);
  rows.forEach(({ id, isSingle }, at) => {
    if (id === undefined) return;
    if (book.places.has(id)) throw new Error(`"${id}" has two places in the workbook`);
    const single = isSingle === true ? { column: book.frame.periodAt(0) } : {};
    book.places.set(id, { sheet: name, row: HEAD_ROWS + at, ...single });
  });
}

function plain(value: number | string): number | string {
  return typeof value === 'number' && !Number.isFinite(value) ? '' : value;
}

/** One cell with its number or formula; a formula always carries the value that Headroom has for it. */
export function putContent(
  cells: Cells,
  row: number,
  at: number,
  content: Content,
  shown: Shown,
  isTotal = false,
): void {
  const style = numberStyle(shown, content.tone ?? 'result', isTotal);
  if ('formula' in content) {
    const { formula, result } = content;
    const isGap = Number.isNaN(result) && !/^IF\((?:ISNUMBER|COUNT)|^IFERROR\(/.test(formula);
    cells.set(cellKey(row, at), {
      formula: isGap ? `IFERROR(${formula},"")` : formula,
      formulaResult: plain(result),
      style,
    });
  } else cells.set(cellKey(row, at), { value: plain(content.value), style });
}

export function putText(
  cells: Cells,
  row: number,
  at: number,
  text: string,
  tone: Parameters<typeof textStyle>[0],
): void {
  cells.set(cellKey(row, at), { value: text, style: textStyle(tone) });
}

function putHeads(book: Book, name: string, cells: Cells): void {
  const row = HEAD_ROWS - 1;
  (['Measure', 'Of', 'Unit'] as const).forEach((head, at) =>
    putText(cells, row, at, book.words.say(head), 'head'),
  );
  for (const column of book.frame.columns) {
    if (column.kind !== 'period') {
      putText(cells, row, column.at, column.head, 'head');
      continue;
    }
    const reader = readerAt(book, name, column);
    const first = book.plan.graph().context.periods[column.place];
    if (first === undefined) continue;
    const shown = book.scenario.calendar.grain === 'month' ? 'month' : 'date';
    cells.set(`${row},${column.at}`, {
      formula: reader.cell('calendar.start#'),
      formulaResult: first.startDay + 25_569,
      style: headStyle(shown),
    });
  }
}

function putRow(book: Book, name: string, row: Row, at: number, cells: Cells): void {
  const tone = row.isSection === true ? 'section' : row.tone === 'detail' ? 'detail' : 'label';
  putText(cells, at, 0, row.label, tone);
  if (row.isSection === true) {
    for (let column = 1; column <= (book.frame.columns.at(-1)?.at ?? 2); column += 1)
      putText(cells, at, column, '', tone);
    return;
  }
  putText(cells, at, 1, row.of ?? '', tone === 'detail' ? 'label' : tone);
  putText(cells, at, 2, row.unitText ?? '', tone === 'detail' ? 'label' : tone);
  if (row.cell === undefined) return;
  for (const column of row.isSingle === true ? book.frame.columns.slice(0, 1) : book.frame.columns) {
    const content = row.cell(readerAt(book, name, column));
    if (content === undefined) continue;
    const toned =
      content.tone === undefined && row.tone !== undefined ? { ...content, tone: row.tone } : content;
    putContent(cells, at, column.at, toned, row.shown ?? 'number', column.kind !== 'period');
  }
}

/** Stands for a number that a formula puts into a sentence. */
const MARK = '\u0001';

function needsCell(book: Book, sheet: string): readonly string[] {
  const place = book.places.get('engine.needs#');
  if (place?.column === undefined) return [];
  const prefix = place.sheet === sheet ? '' : sheetPrefix(place.sheet);
  return [`${prefix}$${columnLetters(place.column)}$${place.row + 1}`];
}

interface Formula {
  readonly formula: string;
  readonly result: string;
}

/** The line that tells on every sheet whether the engine results of its plan or plans still belong to the inputs. */
export function stateContent(books: readonly Book[], sheet: string): Formula | undefined {
  const [book] = books;
  const cells = books.flatMap((one) => needsCell(one, sheet));
  if (book === undefined || cells.length === 0) return undefined;
  const { say } = book.words;
  const fine = say('Up to date: every result of the queueing engine belongs to the inputs of this workbook.');
  const stale = say(
    'Needs Headroom. Results of the queueing engine that no longer belong to the inputs (see {{sheet}}): {{count}}. Bring the changed inputs into Headroom; service and what depends on it are stale here.',
    { sheet: books.map((one) => sheetOf(one, 'Agents')).join(', '), count: MARK },
  );
  const count = cells.join('+');
  const pieces = stale.split(MARK).map((piece) => quoted(piece));
  return { formula: `IF(${count}=0,${quoted(fine)},${pieces.join(`&(${count})&`)})`, result: fine };
}

export function footer({ stamp, words }: Pick<Book, 'stamp' | 'words'>): string {
  const version = stamp.versionName === undefined ? '' : `, ${stamp.versionName}`;
  const name = `${stamp.scenarioName}${version}`.replaceAll('&', '&&').slice(0, 90);
  const made = words.say('Inputs {{hash}}, engine {{engine}}, {{date}}', {
    hash: stamp.inputsSha256.slice(0, 16),
    engine: stamp.engineVersion,
    date: stamp.writtenAt.slice(0, 10),
  });
  const place = words.say('{{sheet}}, page {{page}} of {{pages}}', { sheet: '&A', page: '&P', pages: '&N' });
  return `&L&8${name}&C&8${made}&R&8${place}`;
}

function titleOf({ words, stamp, side }: Book, title: string): string {
  const name = side === undefined ? stamp.scenarioName : `${side}, ${stamp.scenarioName}`;
  return words.say('{{title}}: {{name}}', { title, name });
}

/** Title, state and note at the head of a sheet. */
export function putTitle(book: Book, name: string, title: string, note: string, cells: Cells): void {
  putText(cells, 0, 0, titleOf(book, title), 'title');
  const state = stateContent([book], name);
  if (state !== undefined) {
    cells.set(cellKey(1, 0), {
      formula: state.formula,
      formulaResult: state.result,
      style: textStyle('state'),
    });
  }
  putText(cells, 2, 0, note, 'note');
}

const PORTRAIT_COLUMNS = 8;

export function pageSetup(columns: number) {
  return {
    paperSize: 'a4',
    orientation: columns > PORTRAIT_COLUMNS ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: Math.max(1, Math.ceil((columns - 3) / 16)),
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  } as const;
}

function widthOf(column: FrameColumn): number {
  return column.kind === 'year' ? NUMBER_WIDTH + 1.5 : NUMBER_WIDTH;
}

/** Rows of mere numbers, which the file's columns style: far lighter than a cell each. */
function bulkRows({ frame }: Book, rows: readonly Row[]): (number | string | null)[][] {
  if (!rows.some(({ bulk }) => bulk !== undefined)) return [];
  const labels = WIDTHS.map(() => null);
  const periods = Array.from({ length: frame.periods }, (_, t) => t);
  const written = rows.map(({ bulk }) => (bulk === undefined ? [] : [...labels, ...periods.map(bulk)]));
  return [...Array.from({ length: HEAD_ROWS }, () => []), ...written];
}

/** The pieces of formulas that would be too long in one cell, below the rows of the sheet. */
function putParts(book: Book, name: string, cells: Cells): void {
  const parts = book.parts.get(name);
  const [top] = parts?.rows.values() ?? [];
  if (parts === undefined || top === undefined) return;
  putText(cells, top - 1, 0, book.words.say('Parts of long formulas'), 'section');
  for (const [key, row] of parts.rows) putText(cells, row, 0, key, 'detail');
  for (const { row, column, content } of parts.cells.values())
    putContent(cells, row, column, content, 'exact');
}

/** Writes a sheet whose rows have their places. */
export function writeGrid(book: Book, sheet: GridSheet): void {
  const { name, title, note, rows } = sheet;
  const cells: Cells = new Map();
  putTitle(book, name, title, note, cells);
  putHeads(book, name, cells);
  rows.forEach((row, at) => putRow(book, name, row, HEAD_ROWS + at, cells));
  putParts(book, name, cells);
  const { columns } = book.frame;
  const bulk = bulkRows(book, rows);
  const style = bulk.length === 0 ? {} : { style: numberStyle('agents', 'engine') };
  book.sheets.push({
    name,
    cells,
    rows: bulk,
    columns: [
      ...WIDTHS.map((width) => ({ width })),
      ...columns.map((column) => ({
        width: widthOf(column),
        ...(column.kind === 'period' ? style : {}),
      })),
    ],
    freezePane: { rows: HEAD_ROWS, columns: WIDTHS.length },
    pageSetup: pageSetup(WIDTHS.length + columns.length),
    headerFooter: { oddFooter: footer(book) },
    view: { showGridLines: false },
  });
  book.printTitles.set(name, { rows: HEAD_ROWS, columns: WIDTHS.length });
}
