import { type Book, type Cells, cellKey, nameCell, sheetOf } from './book.ts';
import type { Phrase } from './bookWords.ts';
import { footer, pageSetup, putContent, putText, putTitle } from './gridSheet.ts';
import { inputsBySection, type PlanInputs } from './inputLines.ts';
import type { InputLine } from './inputLine.ts';
import { textStyle, textWidth } from './styles.ts';

const HEADS: readonly Phrase[] = [
  'Input',
  'Of',
  'Value',
  'Unit',
  'Source',
  'Owner',
  'Confidence',
  'Reviewed',
  'Note',
  'Path',
];
const WIDTHS = [38, 30, 16, 38, 30, 18, 12, 12, 40, 60];
const LINE_HEIGHT = 13.5;
const HEAD_ROW = 3;
/** Column of the values, from 0. */
export const VALUE_COLUMN = 2;
export const PATH_COLUMN = 9;

/** The rows of the sheet: a line of text for each section, then its inputs. */
function rowsOf(inputs: PlanInputs): readonly (InputLine | Phrase)[] {
  return [...inputsBySection(inputs.lines)].flatMap(([section, lines]) => [section, ...lines]);
}

/** The lists whose members are read as a block: they stand below one another. */
function listOf(path: string): string | undefined {
  if (path.startsWith('calendar.holidays[')) return 'calendar.holidays';
  return /^queues\.(.+)\.seasonality\[\d+\]$/.exec(path)?.[1]?.replace(/^/, 'season.');
}

function growBlock(book: Book, id: string, row: number): void {
  const firstRow = book.blocks.get(id)?.firstRow ?? row;
  const column = { firstColumn: VALUE_COLUMN, lastColumn: VALUE_COLUMN };
  book.blocks.set(id, { sheet: sheetOf(book, 'Inputs'), firstRow, lastRow: row, ...column });
}

/** Gives every input its cell and its name. */
export function placeInputs(book: Book, inputs: PlanInputs): void {
  const sheet = sheetOf(book, 'Inputs');
  rowsOf(inputs).forEach((line, at) => {
    if (typeof line === 'string' || typeof line.value === 'string') return;
    const row = HEAD_ROW + 1 + at;
    const name = nameCell(book, line.path, sheet, row, VALUE_COLUMN);
    book.places.set(line.id, { sheet, row, column: VALUE_COLUMN, name });
    const list = listOf(line.path);
    if (list !== undefined) growBlock(book, list, row);
  });
}

function putAssumption(book: Book, { assumption }: InputLine, row: number, cells: Cells): void {
  const known = assumption === undefined ? undefined : book.scenario.assumptions[assumption];
  if (known === undefined) return;
  const { source = '', owner = '', confidence = '', reviewed = '', note = '' } = known;
  [source, owner, confidence, reviewed, note].forEach((text, place) => {
    cells.set(cellKey(row, 4 + place), { value: text, style: textStyle('wrapped') });
  });
}

/** Spreadsheets do not make room for wrapped text by themselves. */
function heightOf(book: Book, { assumption, label, where, value }: InputLine): number {
  const known = assumption === undefined ? undefined : book.scenario.assumptions[assumption];
  const texts = [
    label,
    where,
    typeof value === 'string' ? value : '',
    '',
    known?.source,
    known?.owner,
    '',
    '',
    known?.note,
  ];
  const lines = texts.map((text, at) => Math.ceil((textWidth(text ?? '') * 1.1) / (WIDTHS[at] ?? 10)));
  return LINE_HEIGHT * Math.max(1, ...lines);
}

function putLine(book: Book, line: InputLine, row: number, cells: Cells): void {
  putText(cells, row, 0, line.label, 'wrapped');
  putText(cells, row, 1, line.where, 'wrapped');
  if (typeof line.value === 'string') putText(cells, row, VALUE_COLUMN, line.value, 'wrapped');
  else {
    const tone = line.isFixed === true ? 'fixed' : 'input';
    putContent(cells, row, VALUE_COLUMN, { value: line.value, tone }, line.shown);
  }
  putText(cells, row, 3, line.unitText, 'unit');
  putText(cells, row, PATH_COLUMN, line.path, 'wrapped');
  putAssumption(book, line, row, cells);
}

const NOTE: Phrase =
  'Blue cells are inputs: change them and the workbook follows. What needs the queueing engine is marked. Text and grey cells follow from the plan.';

export function writeInputs(book: Book, inputs: PlanInputs): void {
  const cells: Cells = new Map();
  const rowDefs = new Map<number, { height: number }>();
  const { say } = book.words;
  const name = sheetOf(book, 'Inputs');
  putTitle(book, name, say('Inputs'), say(NOTE), cells);
  HEADS.forEach((head, at) => putText(cells, HEAD_ROW, at, say(head), 'head'));
  rowsOf(inputs).forEach((line, at) => {
    const row = HEAD_ROW + 1 + at;
    if (typeof line !== 'string') {
      rowDefs.set(row, { height: heightOf(book, line) });
      return putLine(book, line, row, cells);
    }
    HEADS.forEach((_, column) => putText(cells, row, column, column === 0 ? say(line) : '', 'section'));
  });
  book.sheets.push({
    name,
    cells,
    rowDefs,
    columns: WIDTHS.map((width) => ({ width })),
    freezePane: { rows: HEAD_ROW + 1, columns: VALUE_COLUMN + 1 },
    pageSetup: { ...pageSetup(WIDTHS.length), fitToWidth: 1 },
    headerFooter: { oddFooter: footer(book) },
    view: { showGridLines: false },
  });
  const area = `$A$1:$I$${HEAD_ROW + 1 + rowsOf(inputs).length}`;
  book.printTitles.set(name, { rows: HEAD_ROW + 1, columns: 0, area });
}
