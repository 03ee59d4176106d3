import type { WriteSheet } from 'hucre/xlsx';
import { type Book, type Cells, cellKey, sheetOf, unitOf } from './book.ts';
import type { Phrase } from './bookWords.ts';
import type { FrameColumn } from './frame.ts';
import { footer, pageSetup, putContent, putText, putTitle } from './gridSheet.ts';
import type { NodeHead } from '#shared/model/plan.ts';
import type { Model } from './nodeRows.ts';
import { nodeReference, planBlock } from './planPlaces.ts';
import { quoted } from './references.ts';
import { textStyle } from './styles.ts';

const KEY_FIGURES = [
  'customers',
  'offered',
  'handled',
  'serviceLevel',
  'requiredFte',
  'effectiveFte',
  'surplus',
  'averageHeadcount',
  'hires',
  'leavers',
  'totalCost',
  'directCost',
  'indirectCost',
  'vendorCost',
  'costPerContact',
  'revenue',
  'margin',
] as const;

/** The key figures of a plan; those that can be nothing but 0, such as the cost of partners without a partner, are left out. */
export function keyFigures({ book, isConstant }: Model): readonly NodeHead[] {
  return KEY_FIGURES.flatMap((name) => book.plan.heads().get(`plan.${name}`) ?? []).filter(
    ({ id }) => !isConstant(id),
  );
}

type Chart = NonNullable<WriteSheet['charts']>[number];

const TABLE_ROW = 10;

/** The first whole fiscal year, else the first. */
function answerYear({ frame }: Book): FrameColumn | undefined {
  const years = frame.columns.filter(({ kind }) => kind === 'year');
  return years.find(({ isComplete }) => isComplete) ?? years[0];
}

/** A number in a sentence: its formula, and how Headroom would write it. */
interface Told {
  readonly formula: string;
  readonly text: string;
}

/** Stands in a sentence where a number goes. */
const MARK = '\u0001';

/** A sentence of a spreadsheet whose numbers follow the plan; nothing where one of them is not there. */
export function sentence(
  { words }: Pick<Book, 'words'>,
  phrase: Phrase,
  numbers: Readonly<Record<string, Told>>,
  texts: Readonly<Record<string, string>> = {},
): { readonly formula: string; readonly result: string } {
  const names = Object.keys(numbers);
  const marked = words.say(phrase, {
    ...texts,
    ...Object.fromEntries(names.map((name) => [name, `${MARK}${name}${MARK}`])),
  });
  // Texts and names of numbers take turns.
  const pieces = marked.split(MARK).map((piece, at) => (at % 2 === 0 ? piece : numbers[piece]));
  const formulas = pieces.flatMap((piece) => {
    if (typeof piece === 'string') return piece === '' ? [] : [quoted(piece)];
    return piece === undefined ? [] : [piece.formula];
  });
  const shown = pieces.map((piece) => (typeof piece === 'string' ? piece : (piece?.text ?? '')));
  const isGap = pieces.some((piece) => typeof piece !== 'string' && piece?.text === '');
  return { formula: `IFERROR(${formulas.join('&')},"")`, result: isGap ? '' : shown.join('') };
}

/** A number by the formula that it is, with so many decimals. */
export function told({ words }: Pick<Book, 'words'>, formula: string, value: number, digits: number): Told {
  return {
    formula: `FIXED(${formula},${digits})`,
    text: Number.isFinite(value) ? words.number(value, digits) : '',
  };
}

/** Three sentences that follow the numbers of the plan. */
function sentences(book: Book, year: FrameColumn) {
  const part = (name: string, digits: number, times = 1) => {
    const reference = nodeReference(book, `plan.${name}`, sheetOf(book, 'Summary'), year);
    const value = book.plan.totals(`plan.${name}`, 'year')[year.place] ?? Number.NaN;
    return told(book, times === 1 ? reference : `${times}*${reference}`, times * value, digits);
  };
  const { currency } = book.scenario;
  return [
    sentence(
      book,
      '{{year}}: {{handled}} of {{offered}} contacts are handled, {{level}} % of them in time.',
      { handled: part('handled', 0), offered: part('offered', 0), level: part('serviceLevel', 1, 100) },
      { year: year.head },
    ),
    sentence(
      book,
      'They need {{required}} FTE on average; {{effective}} are there, a difference of {{surplus}}.',
      {
        required: part('requiredFte', 1),
        effective: part('effectiveFte', 1),
        surplus: part('surplus', 1),
      },
    ),
    sentence(
      book,
      'The plan costs {{cost}} {{currency}}, {{each}} {{currency}} for each handled contact.',
      { cost: part('totalCost', 0), each: part('costPerContact', 2) },
      { currency },
    ),
  ];
}

/** Which state of the plan it is, and when it was written. */
export function stampTexts({ stamp, words: { say } }: Pick<Book, 'stamp' | 'words'>): readonly string[] {
  const time = stamp.writtenAt.slice(0, 16).replace('T', ' ');
  return [
    stamp.versionName === undefined
      ? say('The plan as it stood, written {{time}}', { time })
      : say('Version {{version}}, written {{time}}', { version: stamp.versionName, time }),
    say('Inputs {{hash}}, engine {{engine}}', { hash: stamp.inputsSha256, engine: stamp.engineVersion }),
  ];
}

function putStamp(book: Book, cells: Cells): void {
  stampTexts(book).forEach((text, at) => putText(cells, 7 + at, 0, text, 'note'));
}

function putTable(book: Book, figures: readonly NodeHead[], cells: Cells): number {
  const years = book.frame.columns.filter(({ kind }) => kind === 'year');
  const { say, label } = book.words;
  putText(cells, TABLE_ROW, 0, say('Key figures'), 'head');
  putText(cells, TABLE_ROW, 1, say('Unit'), 'head');
  years.forEach(({ head }, at) => putText(cells, TABLE_ROW, 2 + at, head, 'head'));
  figures.forEach((head, place) => {
    const row = TABLE_ROW + 1 + place;
    putText(cells, row, 0, label(head), 'label');
    putText(cells, row, 1, unitOf(book, head.unit), 'label');
    const totals = book.plan.totals(head.id, 'year');
    years.forEach((year, at) => {
      const formula = nodeReference(book, head.id, sheetOf(book, 'Summary'), year);
      putContent(cells, row, 2 + at, { formula, result: totals[year.place] ?? Number.NaN }, head.unit);
    });
  });
  return TABLE_ROW + figures.length + 3;
}

const COLOURS = { blue: '1F4E9E', orange: 'C55A11', green: '548235', grey: '7F7F7F' } as const;

interface ChartSeries {
  readonly name: string;
  readonly values: string;
  readonly categories: string;
  readonly colour: keyof typeof COLOURS;
}

function chartOf(title: string, series: readonly ChartSeries[], anchor: Chart['anchor']) {
  return {
    title,
    titleFontSize: 12,
    series: series.map(({ colour, ...one }) => ({ ...one, color: COLOURS[colour] })),
    legend: 'bottom' as const,
    anchor,
    altText: title,
  };
}

const MONEY_AXIS = {
  numberFormat: { formatCode: '#,##0', sourceLinked: false },
  gridlines: { major: true },
  minorTickMark: 'none',
} as const;
const TIME_AXES = {
  x: { numberFormat: { formatCode: 'mmm yy', sourceLinked: false }, minorTickMark: 'none' },
  y: MONEY_AXIS,
} as const;

/** Lines over periods. */
export function lineChart(title: string, series: readonly ChartSeries[], anchor: Chart['anchor']): Chart {
  const made = chartOf(title, series, anchor);
  const drawn = made.series.map((one) => ({
    ...one,
    stroke: { width: 2.25 },
    marker: { symbol: 'none' as const },
  }));
  return { ...made, type: 'line', series: drawn, axes: TIME_AXES };
}

/** Columns by name, such as the steps of a bridge. */
export function columnChart(title: string, series: readonly ChartSeries[], anchor: Chart['anchor']): Chart {
  return {
    ...chartOf(title, series, anchor),
    type: 'column',
    gapWidth: 60,
    legend: false,
    // Names stand below the columns, not in those that go down.
    axes: { x: { tickLblPos: 'low', minorTickMark: 'none' }, y: MONEY_AXIS },
  };
}

export function labelAt({ plan, words }: Book, id: string): string {
  const head = plan.heads().get(id);
  return head === undefined ? id : words.label(head);
}

function chart(
  book: Book,
  title: string,
  kind: 'line' | 'column',
  row: number,
  lines: readonly (readonly [id: string, colour: keyof typeof COLOURS])[],
): Chart {
  const last = book.frame.periods - 1;
  const categories = planBlock(book, 'heads', 0, last);
  const series = lines.map(([id, colour]) => ({
    name: labelAt(book, id),
    values: planBlock(book, id, 0, last),
    categories,
    colour,
  }));
  const anchor = { from: { row, col: 0 }, to: { row: row + 17, col: 6 } };
  const altText = book.words.say('{{title}} by period', { title });
  if (kind === 'line') return { ...lineChart(title, series, anchor), altText };
  return {
    ...chartOf(title, series, anchor),
    type: 'column',
    barGrouping: 'stacked',
    overlap: 100,
    gapWidth: 60,
    axes: TIME_AXES,
    altText,
  };
}

function chartsOf(book: Book, row: number): readonly Chart[] {
  const hasPartners = book.plan.column('plan.vendorCost').some((cost) => cost > 0);
  const { say } = book.words;
  const cost = say('Cost, {{currency}}', { currency: book.scenario.currency });
  return [
    chart(book, say('FTE required and there'), 'line', row, [
      ['plan.requiredFte', 'orange'],
      ['plan.effectiveFte', 'blue'],
    ]),
    chart(book, cost, 'column', row + 18, [
      ['plan.directCost', 'blue'],
      ['plan.indirectCost', 'grey'],
      ...(hasPartners ? ([['plan.vendorCost', 'orange']] as const) : []),
    ]),
    chart(book, say('Contacts offered'), 'column', row + 36, [['plan.offered', 'green']]),
  ];
}

export function writeSummary(model: Model): void {
  const { book } = model;
  const { say } = book.words;
  const name = sheetOf(book, 'Summary');
  const cells: Cells = new Map();
  const note = say(
    'Every number in this workbook follows from the sheet {{inputs}}; violet ones come from the queueing engine.',
    { inputs: sheetOf(book, 'Inputs') },
  );
  putTitle(book, name, say('Summary'), note, cells);
  const year = answerYear(book);
  if (year !== undefined) {
    sentences(book, year).forEach(({ formula, result }, at) => {
      cells.set(cellKey(3 + at, 0), { formula, formulaResult: result, style: textStyle('strong') });
    });
  }
  putStamp(book, cells);
  const next = putTable(book, keyFigures(model), cells);
  const years = book.frame.columns.filter(({ kind }) => kind === 'year').length;
  book.sheets.unshift({
    name,
    cells,
    columns: [
      { width: 30 },
      { width: 18 },
      ...Array.from({ length: Math.max(4, years) }, () => ({ width: 15 })),
    ],
    charts: [...chartsOf(book, next)],
    rowBreaks: [next + 17],
    pageSetup: { ...pageSetup(4), fitToWidth: 1 },
    headerFooter: { oddFooter: footer(book) },
    view: { showGridLines: false },
  });
}
