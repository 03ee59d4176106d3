import { type Cells, sheetOf } from '../book.ts';
import { putCheck, putCheckHeads } from '../checkSheet.ts';
import { footer, pageSetup, putContent, putText } from '../gridSheet.ts';
import { valueIn } from '../nodeRows.ts';
import { blockReference, cellReference, sheetPrefix } from '../references.ts';
import { keyFigures, labelAt } from '../summarySheet.ts';
import { BRIDGE_COLUMN, type BridgeRows } from './bridgeSheet.ts';
import { type DifferenceRows, differenceColumn } from './differenceSheet.ts';
import { type Pair, pairSheet, putPairTitle } from './pair.ts';

const HEAD_ROW = 3;
const KEPT_COLUMN = 4;

interface Check {
  readonly label: string;
  readonly formula: string;
}

/** All differences on the checks of the two plans by themselves. */
function sideChecks(pair: Pair): readonly Check[] {
  return [pair.a, pair.b].map(({ book }) => {
    const column = `${sheetPrefix(sheetOf(book, 'Checks'))}$B$${HEAD_ROW + 2}:$B$200`;
    return {
      label: pair.words.say('Everything on the sheet {{sheet}}', { sheet: sheetOf(book, 'Checks') }),
      formula: `SUMIF(${column},">0")-SUMIF(${column},"<0")`,
    };
  });
}

function bridgeChecks(pair: Pair, bridges: readonly BridgeRows[]): readonly Check[] {
  const [sheet, own] = [pairSheet(pair, 'Bridge'), pairSheet(pair, 'Checks')];
  return bridges
    .filter(({ measure }) => measure.before.total !== null && measure.after.total !== null)
    .map(({ measure, before, after }) => {
      const cell = (row: number) => cellReference(sheet, row, BRIDGE_COLUMN, own);
      const columns = { firstColumn: BRIDGE_COLUMN, lastColumn: BRIDGE_COLUMN };
      const steps = blockReference({ sheet, firstRow: before, lastRow: after - 1, ...columns }, own);
      const name =
        measure.id === 'paidFte' ? pair.words.say('Paid FTE') : labelAt(pair.b.book, `plan.${measure.id}`);
      return {
        label: pair.words.say('Bridge, {{measure}}: A and the steps make up B', { measure: name }),
        formula: `ROUND((SUM(${steps})-${cell(after)})/MAX(1,ABS(${cell(after)})),9)`,
      };
    });
}

/** Differences of the periods, added up, beside the ends of the bridge. */
function sumChecks(pair: Pair, rows: DifferenceRows, bridges: readonly BridgeRows[]): readonly Check[] {
  const [own, sheet] = [pairSheet(pair, 'Checks'), pairSheet(pair, 'Differences')];
  const periods = pair.columns.filter(({ kind }) => kind === 'period').length;
  return bridges.flatMap(({ measure, before, after }): readonly Check[] => {
    const row = rows.get(`plan.${measure.id}`);
    const isSame = measure.before.bySlot.length === periods && measure.rule === 'sum';
    if (row === undefined || !isSame || measure.before.total === null || measure.after.total === null)
      return [];
    const columns = { firstColumn: differenceColumn(0), lastColumn: differenceColumn(periods - 1) };
    const all = blockReference({ sheet, firstRow: row, lastRow: row, ...columns }, own);
    const [a, b] = [before, after].map((at) =>
      cellReference(pairSheet(pair, 'Bridge'), at, BRIDGE_COLUMN, own),
    );
    return [
      {
        label: pair.words.say('Differences of the periods make up that of the whole: {{measure}}', {
          measure: labelAt(pair.b.book, `plan.${measure.id}`),
        }),
        formula: `ROUND((SUM(${all})-(${b}-${a}))/MAX(1,ABS(${b})),9)`,
      },
    ];
  });
}

/** What Headroom had for the differences of the years, beside what the workbook says now. */
function putKept(pair: Pair, rows: DifferenceRows, top: number, cells: Cells): void {
  const { say, label } = pair.words;
  const sheet = pairSheet(pair, 'Checks');
  const years = pair.columns.flatMap((column, place) => (column.kind === 'year' ? [{ column, place }] : []));
  if (years.length === 0) return;
  putText(cells, top, 0, say("Against Headroom's results (0 until an input is changed)"), 'head');
  putCheckHeads(pair, cells, top);
  years.forEach(({ column: { head } }, at) =>
    putText(cells, top, KEPT_COLUMN + at, say('{{head}}, Headroom', { head }), 'head'),
  );
  const known = keyFigures(pair.b).flatMap((head) => {
    const row = rows.get(head.id);
    const values = years.map(
      ({ column }) => valueIn(pair.b.book, head.id, column.b) - valueIn(pair.a.book, head.id, column.a),
    );
    return row === undefined || values.some(Number.isNaN) ? [] : [{ head, row, values }];
  });
  known.forEach(({ head, row, values }, at) => {
    const own = top + 1 + at;
    values.forEach((value, column) =>
      putContent(cells, own, KEPT_COLUMN + column, { value, tone: 'fixed' }, head.unit),
    );
    const first = years[0]?.place ?? 0;
    const block = (name: string, line: number, from: number) =>
      blockReference(
        {
          sheet: name,
          firstRow: line,
          lastRow: line,
          firstColumn: from,
          lastColumn: from + years.length - 1,
        },
        sheet,
      );
    const live = block(pairSheet(pair, 'Differences'), row, differenceColumn(first));
    const kept = block(sheet, own, KEPT_COLUMN);
    const size = `MAX(1,SUMPRODUCT(ABS(${kept})))`;
    putCheck(pair, cells, own, label(head), `ROUND(SUMPRODUCT(ABS(${live}-${kept}))/${size},9)`);
  });
}

/** That the two plans, the differences and the bridge fit together. */
export function writePairChecks(pair: Pair, rows: DifferenceRows, bridges: readonly BridgeRows[]): void {
  const { say } = pair.words;
  const sheet = pairSheet(pair, 'Checks');
  const cells: Cells = new Map();
  const note = say('Every difference is 0, as a share of what it is measured against.');
  putPairTitle(pair, sheet, 'Checks', note, cells);
  putText(cells, HEAD_ROW, 0, say('What must add up'), 'head');
  putCheckHeads(pair, cells, HEAD_ROW);
  const checks = [...sideChecks(pair), ...bridgeChecks(pair, bridges), ...sumChecks(pair, rows, bridges)];
  checks.forEach(({ label, formula }, at) => putCheck(pair, cells, HEAD_ROW + 1 + at, label, formula));
  const keptRow = HEAD_ROW + 3 + checks.length;
  putKept(pair, rows, keptRow, cells);
  const years = pair.columns.filter(({ kind }) => kind === 'year').length;
  pair.sheets.push({
    name: sheet,
    cells,
    columns: [62, 14, 10, 3, ...Array.from({ length: years }, () => 20)].map((width) => ({ width })),
    rowDefs: new Map([[keptRow, { height: 28 }]]),
    freezePane: { rows: HEAD_ROW, columns: 1 },
    pageSetup: { ...pageSetup(10), fitToWidth: 1 },
    headerFooter: { oddFooter: footer(pair) },
    view: { showGridLines: false },
  });
}
