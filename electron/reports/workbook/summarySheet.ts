import type { WriteSheet } from 'hucre/xlsx';
import { type Book, type Cells, cellKey } from './book.ts';
import type { FrameColumn } from './frame.ts';
import { footer, pageSetup, putContent, putText, putTitle } from './gridSheet.ts';
import type { NodeHead } from '#shared/model/plan.ts';
import type { Model } from './nodeRows.ts';
import { nodeReference, planBlock } from './planPlaces.ts';
import { quoted } from './references.ts';
import { textStyle } from './styles.ts';
import { unitText } from './unitText.ts';

const SUMMARY = 'Summary';

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
  return years.find(({ head }) => !head.endsWith('(part)')) ?? years[0];
}

function fixed(value: number, digits: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Three sentences that follow the numbers of the plan. */
function sentences(
  book: Book,
  year: FrameColumn,
): readonly { readonly formula: string; readonly result: string }[] {
  const value = (name: string) => book.plan.totals(`plan.${name}`, 'year')[year.place] ?? Number.NaN;
  const part = (name: string, digits: number, times = 1) => {
    const reference = nodeReference(book, `plan.${name}`, SUMMARY, year);
    const scaled = times === 1 ? reference : `${times}*${reference}`;
    return { formula: `FIXED(${scaled},${digits})`, result: fixed(times * value(name), digits) };
  };
  const sentence = (...pieces: readonly (string | ReturnType<typeof part>)[]) => {
    const texts = pieces.map((piece) => (typeof piece === 'string' ? quoted(piece) : piece.formula));
    const isGap = pieces.some((piece) => typeof piece !== 'string' && piece.result === 'NaN');
    const result = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.result)).join('');
    return { formula: `IFERROR(${texts.join('&')},"")`, result: isGap ? '' : result };
  };
  const { currency } = book.scenario;
  return [
    sentence(
      `${year.head}: `,
      part('handled', 0),
      ' of ',
      part('offered', 0),
      ' contacts are handled, ',
      part('serviceLevel', 1, 100),
      ' % of them in time.',
    ),
    sentence(
      'They need ',
      part('requiredFte', 1),
      ' FTE on average; ',
      part('effectiveFte', 1),
      ' are there, a difference of ',
      part('surplus', 1),
      '.',
    ),
    sentence(
      'The plan costs ',
      part('totalCost', 0),
      ` ${currency}, `,
      part('costPerContact', 2),
      ` ${currency} for each handled contact.`,
    ),
  ];
}

function putStamp({ stamp }: Book, cells: Cells): void {
  const version = stamp.versionName === undefined ? 'the plan as it stood' : `version ${stamp.versionName}`;
  putText(cells, 7, 0, `${version}, written ${stamp.writtenAt.slice(0, 16).replace('T', ' ')}`, 'note');
  putText(cells, 8, 0, `inputs ${stamp.inputsSha256}, engine ${stamp.engineVersion}`, 'note');
}

function putTable(book: Book, figures: readonly NodeHead[], cells: Cells): number {
  const years = book.frame.columns.filter(({ kind }) => kind === 'year');
  putText(cells, TABLE_ROW, 0, 'Key figures', 'head');
  putText(cells, TABLE_ROW, 1, 'Unit', 'head');
  years.forEach(({ head }, at) => putText(cells, TABLE_ROW, 2 + at, head, 'head'));
  figures.forEach((head, place) => {
    const row = TABLE_ROW + 1 + place;
    putText(cells, row, 0, head.label, 'label');
    putText(cells, row, 1, unitText(head.unit, book.scenario.currency), 'label');
    const totals = book.plan.totals(head.id, 'year');
    years.forEach((year, at) => {
      const formula = nodeReference(book, head.id, SUMMARY, year);
      putContent(cells, row, 2 + at, { formula, result: totals[year.place] ?? Number.NaN }, head.unit);
    });
  });
  return TABLE_ROW + figures.length + 3;
}

const COLOURS = { blue: '1F4E9E', orange: 'C55A11', green: '548235', grey: '7F7F7F' } as const;

function chart(
  book: Book,
  title: string,
  kind: 'line' | 'column',
  row: number,
  lines: readonly (readonly [id: string, colour: keyof typeof COLOURS])[],
): Chart {
  const last = book.frame.periods - 1;
  const categories = planBlock(book, 'heads', 0, last);
  return {
    type: kind,
    title,
    titleFontSize: 12,
    series: lines.map(([id, colour]) => ({
      name: book.plan.heads().get(id)?.label ?? id,
      values: planBlock(book, id, 0, last),
      categories,
      color: COLOURS[colour],
      ...(kind === 'line' ? { stroke: { width: 2.25 }, marker: { symbol: 'none' as const } } : {}),
    })),
    ...(kind === 'column' ? { barGrouping: 'stacked' as const, overlap: 100, gapWidth: 60 } : {}),
    legend: 'bottom',
    anchor: { from: { row, col: 0 }, to: { row: row + 17, col: 6 } },
    altText: `${title} by period`,
    axes: {
      x: { numberFormat: { formatCode: 'mmm yy', sourceLinked: false } },
      y: { numberFormat: { formatCode: '#,##0', sourceLinked: false }, gridlines: { major: true } },
    },
  };
}

function chartsOf(book: Book, row: number): readonly Chart[] {
  const hasPartners = book.plan.column('plan.vendorCost').some((cost) => cost > 0);
  return [
    chart(book, 'FTE required and there', 'line', row, [
      ['plan.requiredFte', 'orange'],
      ['plan.effectiveFte', 'blue'],
    ]),
    chart(book, `Cost, ${book.scenario.currency}`, 'column', row + 18, [
      ['plan.directCost', 'blue'],
      ['plan.indirectCost', 'grey'],
      ...(hasPartners ? ([['plan.vendorCost', 'orange']] as const) : []),
    ]),
    chart(book, 'Contacts offered', 'column', row + 36, [['plan.offered', 'green']]),
  ];
}

export function writeSummary(model: Model): void {
  const { book } = model;
  const cells: Cells = new Map();
  putTitle(
    book,
    SUMMARY,
    'Summary',
    'Every number in this workbook follows from the sheet Inputs; violet ones come from the queueing engine.',
    cells,
  );
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
    name: SUMMARY,
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
