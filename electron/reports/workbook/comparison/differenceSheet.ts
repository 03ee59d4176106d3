import type { NodeHead } from '#shared/model/plan.ts';
import { type Cells, unitOf } from '../book.ts';
import { footer, pageSetup, putContent, putText } from '../gridSheet.ts';
import { headStyle } from '../styles.ts';
import {
  canSubtract,
  type Pair,
  type PairColumn,
  pairCells,
  pairSheet,
  putPairTitle,
  sections,
} from './pair.ts';

const HEAD_ROW = 3;
const FIRST_COLUMN = 3;
const WIDTHS = [46, 28, 22] as const;

/** The row of every measure on the sheet of differences. */
export type DifferenceRows = ReadonlyMap<string, number>;

function isShown(pair: Pair, { id, kind, unit, isDetail, member }: NodeHead): boolean {
  if (kind !== 'measure' || id.startsWith('calendar.')) return false;
  if (isDetail && member.dimension !== 'plan') return false;
  const isInBoth = [pair.a, pair.b].every(({ book }) => book.places.has(id));
  return isInBoth && canSubtract(pair, unit) && !(pair.a.isConstant(id) && pair.b.isConstant(id));
}

function putHeads(pair: Pair, cells: Cells): void {
  const { say } = pair.words;
  (['Measure', 'Of', 'Unit'] as const).forEach((head, at) => putText(cells, HEAD_ROW, at, say(head), 'head'));
  const { grain } = pair.b.book.scenario.calendar;
  pair.columns.forEach(({ kind, head, b }, at) => {
    const period = pair.b.book.plan.graph().context.periods[b.place];
    if (kind !== 'period' || period === undefined)
      return putText(cells, HEAD_ROW, FIRST_COLUMN + at, head, 'head');
    const style = headStyle(grain === 'month' ? 'month' : 'date');
    cells.set(`${HEAD_ROW},${FIRST_COLUMN + at}`, { value: period.startDay + 25_569, style });
  });
}

function putMeasure(pair: Pair, head: NodeHead, row: number, sheet: string, cells: Cells): void {
  const { words } = pair;
  putText(cells, row, 0, words.label(head), 'label');
  putText(cells, row, 1, head.member.dimension === 'plan' ? '' : head.member.name, 'label');
  putText(cells, row, 2, unitOf(pair.b.book, head.unit), 'label');
  pair.columns.forEach((column, at) => {
    const { difference } = pairCells(pair, head.id, sheet, column);
    putContent(cells, row, FIRST_COLUMN + at, difference, head.unit, column.kind !== 'period');
  });
}

function widthOf({ kind }: PairColumn): number {
  return kind === 'year' ? 13 : 11.5;
}

/** B − A of every measure that both plans have, in every period, quarter and year that both have. */
export function writeDifferences(pair: Pair): DifferenceRows {
  const { say } = pair.words;
  const sheet = pairSheet(pair, 'Differences');
  const cells: Cells = new Map();
  const note = say(
    'B − A of every measure that both plans have, in the periods that both have. Of members that only one plan has, see {{assumptions}}.',
    { assumptions: pairSheet(pair, 'Changed assumptions') },
  );
  putPairTitle(pair, sheet, 'Differences', note, cells);
  putHeads(pair, cells);
  const heads = [...pair.b.book.plan.heads().values()].filter((head) => isShown(pair, head));
  const rows = new Map<string, number>();
  let row = HEAD_ROW + 1;
  const width = FIRST_COLUMN + pair.columns.length;
  for (const [dimension, heading] of sections) {
    const own = heads.filter(({ member }) => member.dimension === dimension);
    if (own.length === 0) continue;
    for (let at = 0; at < width; at += 1) putText(cells, row, at, at === 0 ? say(heading) : '', 'section');
    row += 1;
    for (const head of own) {
      putMeasure(pair, head, row, sheet, cells);
      rows.set(head.id, row);
      row += 1;
    }
  }
  pair.sheets.push({
    name: sheet,
    cells,
    columns: [
      ...WIDTHS.map((each) => ({ width: each })),
      ...pair.columns.map((column) => ({ width: widthOf(column) })),
    ],
    freezePane: { rows: HEAD_ROW + 1, columns: FIRST_COLUMN },
    pageSetup: pageSetup(width),
    headerFooter: { oddFooter: footer(pair) },
    view: { showGridLines: false },
  });
  pair.printTitles.set(sheet, { rows: HEAD_ROW + 1, columns: FIRST_COLUMN });
  return rows;
}

/** Column of the sheet of differences in which a common column stands. */
export function differenceColumn(place: number): number {
  return FIRST_COLUMN + place;
}
