import type { Dimension } from '#shared/model/members.ts';
import { type Book, type Cells, fixedCell } from './book.ts';
import { footer, pageSetup, putContent, putText, putTitle } from './gridSheet.ts';
import type { Model } from './nodeRows.ts';
import { memberBlock } from './planPlaces.ts';
import { blockReference, cellReference } from './references.ts';
import { keyFigures } from './summarySheet.ts';

const CHECKS = 'Checks';
const HEAD_ROW = 3;
const KEPT_COLUMN = 4;

interface Check {
  readonly label: string;
  /** What must be 0. */
  readonly difference: string;
  /** What it is small against. */
  readonly size: string;
}

function total(book: Book, dimension: Dimension, name: string, kind: 'period' | 'year' = 'period'): string {
  const members = book.plan.graph().members.of(dimension);
  const ids = members.map(({ key }) => `${key}.${name}`).filter((id) => book.plan.heads().has(id));
  const block = memberBlock(book, ids, CHECKS, kind);
  return block === undefined ? '0' : `SUM(${block})`;
}

/** What opens, comes and goes must be what closes, row by row and period by period. */
function flowCheck(
  book: Book,
  label: string,
  dimension: Dimension,
  names: readonly [string, string, string, string],
): readonly Check[] {
  const members = book.plan.graph().members.of(dimension);
  const blocks = names.map((name) =>
    memberBlock(
      book,
      members.map(({ key }) => `${key}.${name}`),
      CHECKS,
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
            label: 'Cost of the queues makes up the total cost',
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
            label: 'Hours of the groups make up the hours of the queues',
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

function putCheck(cells: Cells, row: number, label: string, formula: string): void {
  putText(cells, row, 0, label, 'wrapped');
  putContent(cells, row, 1, { formula, result: 0 }, 'exact');
  const cell = cellReference(CHECKS, row, 1, CHECKS);
  putContent(cells, row, 2, { formula: `IF(${cell}=0,"ok","look")`, result: 'ok' }, 'exact');
}

function putBalances(book: Book, cells: Cells): number {
  putText(cells, HEAD_ROW, 0, 'What must add up', 'head');
  ['Difference', 'State'].forEach((head, at) => putText(cells, HEAD_ROW, 1 + at, head, 'head'));
  const checks = hasErrors(book) ? [] : [...costBalances(book), ...flowBalances(book)];
  checks.forEach(({ label, difference, size }, at) => {
    putCheck(cells, HEAD_ROW + 1 + at, label, `ROUND((${difference})/MAX(1,ABS(${size})),9)`);
  });
  const row = HEAD_ROW + 1 + checks.length;
  const place = book.places.get('engine.needs#');
  if (place !== undefined)
    putCheck(
      cells,
      row,
      'Engine results that no longer belong to the inputs',
      fixedCell(book, 'engine.needs#', CHECKS),
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
  const years = book.frame.columns.filter(({ kind }) => kind === 'year');
  putText(cells, top, 0, "Against Headroom's results (0 until an input is changed)", 'head');
  ['Difference', 'State'].forEach((head, at) => putText(cells, top, 1 + at, head, 'head'));
  years.forEach(({ head }, at) => putText(cells, top, KEPT_COLUMN + at, `${head}, Headroom`, 'head'));
  const known = keyFigures(model).filter(({ id }) => !book.plan.totals(id, 'year').some(Number.isNaN));
  known.forEach(({ id, label, unit }, at) => {
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
    const kept = blockReference({ sheet: CHECKS, firstRow: row, lastRow: row, ...columns }, CHECKS);
    const live = memberBlock(book, [id], CHECKS, 'year') ?? kept;
    putCheck(cells, row, label, `ROUND(SUMPRODUCT(ABS(${live}-${kept}))/MAX(1,SUMPRODUCT(ABS(${kept}))),9)`);
  });
}

export function writeChecks(model: Model): void {
  const { book } = model;
  const cells: Cells = new Map();
  putTitle(
    book,
    CHECKS,
    'Checks',
    'Every difference is 0, as a share of what it is measured against.',
    cells,
  );
  const keptRow = putBalances(book, cells);
  putKept(model, cells, keptRow);
  const years = book.frame.columns.filter(({ kind }) => kind === 'year').length;
  book.sheets.push({
    name: CHECKS,
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
