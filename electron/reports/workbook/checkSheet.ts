import type { Dimension } from '#shared/model/members.ts';
import { type Book, type Cells, fixedCell, sheetOf } from './book.ts';
import type { Phrase } from './bookWords.ts';
import { footer, pageSetup, putContent, putText, putTitle } from './gridSheet.ts';
import type { Model } from './nodeRows.ts';
import { memberBlock } from './planPlaces.ts';
import { blockReference, cellReference, quoted } from './references.ts';
import { keyFigures } from './summarySheet.ts';

const HEAD_ROW = 3;
const KEPT_COLUMN = 4;

interface Check {
  readonly label: Phrase;
  /** What must be 0. */
  readonly difference: string;
  /** What it is small against. */
  readonly size: string;
}

function total(book: Book, dimension: Dimension, name: string, kind: 'period' | 'year' = 'period'): string {
  const members = book.plan.graph().members.of(dimension);
  const ids = members.map(({ key }) => `${key}.${name}`).filter((id) => book.plan.heads().has(id));
  const block = memberBlock(book, ids, sheetOf(book, 'Checks'), kind);
  return block === undefined ? '0' : `SUM(${block})`;
}

/** What opens, comes and goes must be what closes, row by row and period by period. */
function flowCheck(
  book: Book,
  label: Phrase,
  dimension: Dimension,
  names: readonly [string, string, string, string],
): readonly Check[] {
  const members = book.plan.graph().members.of(dimension);
  const blocks = names.map((name) =>
    memberBlock(
      book,
      members.map(({ key }) => `${key}.${name}`),
      sheetOf(book, 'Checks'),
    ),
  );
  const [opening, more, less, closing] = blocks;
  if (opening === undefined || more === undefined || less === undefined || closing === undefined) return [];
  return [
    { label, difference: `SUMPRODUCT(ABS(${opening}+${more}-${less}-${closing}))`, size: `SUM(${closing})` },
  ];
}

const COST_LINES = [
  'wages',
  'overtime',
  'bonus',
  'benefits',
  'vendor',
  'recruiting',
  'training',
  'severance',
  'support',
  'technology',
  'facilities',
];

function costBalances(book: Book): readonly Check[] {
  const plan = (name: string, kind: 'period' | 'year' = 'period') => total(book, 'plan', name, kind);
  const cost = plan('totalCost');
  const lines = COST_LINES.map((name) => plan(`cost.${name}`)).join('+');
  return [
    {
      label: 'Cost of the groups, telecom and budget lines make up the total cost',
      difference: `${total(book, 'groups', 'cost.total')}+${plan('telecom')}+${plan('budgetLines')}-${cost}`,
      size: cost,
    },
    {
      label: 'Direct, partner and indirect cost make up the total cost',
      difference: `${plan('directCost')}+${plan('vendorCost')}+${plan('indirectCost')}-${cost}`,
      size: cost,
    },
    {
      label: 'The cost lines make up the cost of the groups',
      difference: `${lines}-${total(book, 'groups', 'cost.total')}`,
      size: cost,
    },
    {
      label: 'Fiscal years make up the plan',
      difference: `${plan('totalCost', 'year')}-${cost}`,
      size: cost,
    },
    ...(book.scenario.queues.length > 0 && isEveryGroupBusy(book)
      ? [
          {
            label: 'Cost of the queues makes up the total cost' as const,
            difference: `${total(book, 'queues', 'cost')}-${cost}`,
            size: cost,
          },
        ]
      : []),
  ];
}

function flowBalances(book: Book): readonly Check[] {
  const hasQueues = book.scenario.queues.length > 0;
  const served = book.scenario.queues.every(({ id }) =>
    book.scenario.staffGroups.some(({ queues }) => queues.some((route) => route.id === id)),
  );
  const offered = total(book, 'plan', 'offered');
  return [
    {
      label: 'Contacts of the queues make up the contacts of the plan',
      difference: `${total(book, 'queues', 'offered')}-${offered}`,
      size: offered,
    },
    ...(hasQueues && served
      ? [
          {
            label: 'Hours of the groups make up the hours of the queues' as const,
            difference: `${total(book, 'groups', 'requiredHours')}-${total(book, 'queues', 'baseHours')}`,
            size: total(book, 'queues', 'baseHours'),
          },
        ]
      : []),
    ...flowCheck(book, 'Customers: opening + new − lost = closing', 'segments', [
      'opening',
      'new',
      'lost',
      'closing',
    ]),
    ...flowCheck(book, 'People: opening + hires − leavers = closing', 'groups', [
      'openingHeadcount',
      'hires',
      'leavers',
      'closingHeadcount',
    ]),
  ];
}

/** A group without a queue has no queue that could bear its cost. */
function isEveryGroupBusy({ scenario }: Book): boolean {
  return scenario.staffGroups.every(({ queues }) => queues.length > 0);
}

export function putCheck(
  book: Pick<Book, 'words'>,
  cells: Cells,
  row: number,
  label: string,
  formula: string,
): void {
  const { say } = book.words;
  putText(cells, row, 0, label, 'wrapped');
  putContent(cells, row, 1, { formula, result: 0 }, 'exact');
  const cell = cellReference('', row, 1, '');
  putContent(
    cells,
    row,
    2,
    { formula: `IF(${cell}=0,${quoted(say('ok'))},${quoted(say('look'))})`, result: say('ok') },
    'exact',
  );
}

export function putCheckHeads({ words }: Pick<Book, 'words'>, cells: Cells, row: number): void {
  (['Difference', 'State'] as const).forEach((head, at) =>
    putText(cells, row, 1 + at, words.say(head), 'head'),
  );
}

function putBalances(book: Book, cells: Cells): number {
  const { say } = book.words;
  putText(cells, HEAD_ROW, 0, say('What must add up'), 'head');
  putCheckHeads(book, cells, HEAD_ROW);
  const checks = hasErrors(book) ? [] : [...costBalances(book), ...flowBalances(book)];
  checks.forEach(({ label, difference, size }, at) => {
    putCheck(book, cells, HEAD_ROW + 1 + at, say(label), `ROUND((${difference})/MAX(1,ABS(${size})),9)`);
  });
  const row = HEAD_ROW + 1 + checks.length;
  const place = book.places.get('engine.needs#');
  if (place !== undefined)
    putCheck(
      book,
      cells,
      row,
      say('Engine results that no longer belong to the inputs'),
      fixedCell(book, 'engine.needs#', sheetOf(book, 'Checks')),
    );
  return row + 3;
}

/** Sums pass over cells without a number, so that they would not add up. */
function hasErrors({ plan }: Book): boolean {
  return [...plan.heads().values()].some(
    ({ id, rollup }) =>
      rollup === 'sum' && plan.column(id).some(Number.isNaN) && !id.endsWith('.waitSeconds'),
  );
}

/** The totals that Headroom had, beside what the workbook says now. */
function putKept(model: Model, cells: Cells, top: number): void {
  const { book } = model;
  const { say, label: labelOf } = book.words;
  const sheet = sheetOf(book, 'Checks');
  const years = book.frame.columns.filter(({ kind }) => kind === 'year');
  putText(cells, top, 0, say("Against Headroom's results (0 until an input is changed)"), 'head');
  putCheckHeads(book, cells, top);
  years.forEach(({ head }, at) =>
    putText(cells, top, KEPT_COLUMN + at, say('{{head}}, Headroom', { head }), 'head'),
  );
  const known = keyFigures(model).filter(({ id }) => !book.plan.totals(id, 'year').some(Number.isNaN));
  known.forEach((head, at) => {
    const { id, unit } = head;
    const row = top + 1 + at;
    const totals = book.plan.totals(id, 'year');
    years.forEach(({ place }, column) => {
      putContent(
        cells,
        row,
        KEPT_COLUMN + column,
        { value: totals[place] ?? Number.NaN, tone: 'fixed' },
        unit,
      );
    });
    const columns = { firstColumn: KEPT_COLUMN, lastColumn: KEPT_COLUMN + years.length - 1 };
    const kept = blockReference({ sheet, firstRow: row, lastRow: row, ...columns }, sheet);
    const live = memberBlock(book, [id], sheet, 'year') ?? kept;
    putCheck(
      book,
      cells,
      row,
      labelOf(head),
      `ROUND(SUMPRODUCT(ABS(${live}-${kept}))/MAX(1,SUMPRODUCT(ABS(${kept}))),9)`,
    );
  });
}

export function writeChecks(model: Model): void {
  const { book } = model;
  const { say } = book.words;
  const name = sheetOf(book, 'Checks');
  const cells: Cells = new Map();
  const note = say('Every difference is 0, as a share of what it is measured against.');
  putTitle(book, name, say('Checks'), note, cells);
  const keptRow = putBalances(book, cells);
  putKept(model, cells, keptRow);
  const years = book.frame.columns.filter(({ kind }) => kind === 'year').length;
  book.sheets.push({
    name,
    cells,
    columns: [
      { width: 62 },
      { width: 14 },
      { width: 10 },
      { width: 3 },
      ...Array.from({ length: years }, () => ({ width: 20 })),
    ],
    rowDefs: new Map([[keptRow, { height: 28 }]]),
    freezePane: { rows: HEAD_ROW, columns: 1 },
    pageSetup: { ...pageSetup(10), fitToWidth: 1 },
    headerFooter: { oddFooter: footer(book) },
    view: { showGridLines: false },
  });
}
