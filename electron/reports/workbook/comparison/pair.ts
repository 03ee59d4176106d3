import type { WriteSheet } from 'hucre/xlsx';
import { type Unit, units } from '#shared/model/units.ts';
import type { ReportStamp } from '../../reportInput.ts';
import { type Book, type Cells, cellKey, type Content, sheetOf, type SheetKey } from '../book.ts';
import type { BookWords, Phrase } from '../bookWords.ts';
import type { ColumnKind, FrameColumn } from '../frame.ts';
import { stateContent } from '../gridSheet.ts';
import { type Model, valueIn } from '../nodeRows.ts';
import { nodeReference } from '../planPlaces.ts';
import { textStyle } from '../styles.ts';

/** A period, quarter or year that both plans have, with the same days. */
export interface PairColumn {
  readonly kind: ColumnKind;
  readonly head: string;
  /** Its column on the sheets of each plan. */
  readonly a: FrameColumn;
  readonly b: FrameColumn;
}

/** Two plans of one workbook: A is what B is held against. */
export interface Pair {
  readonly a: Model;
  readonly b: Model;
  readonly words: BookWords;
  /** Of B, whose name the workbook bears. */
  readonly stamp: ReportStamp;
  readonly names: readonly [a: string, b: string];
  readonly columns: readonly PairColumn[];
  readonly hasOneCurrency: boolean;
  readonly sheets: WriteSheet[];
  readonly printTitles: Book['printTitles'];
}

/** The sheets that are about both plans. */
export type PairSheetKey = Extract<
  SheetKey,
  'Comparison' | 'Differences' | 'Changed assumptions' | 'Bridge' | 'Checks'
>;

export function pairSheet({ words }: Pick<Pair, 'words'>, key: PairSheetKey): string {
  return sheetOf({ words, side: undefined }, key);
}

/** First day and length of what a plan covers in a column. */
function daysOf({ plan }: Book, { first, last }: FrameColumn): string {
  const periods = plan.graph().context.periods.slice(first, last + 1);
  return `${periods[0]?.start} ${periods.reduce((sum, { days }) => sum + days, 0)}`;
}

function commonColumns(a: Book, b: Book): readonly PairColumn[] {
  return b.frame.columns.flatMap((own): readonly PairColumn[] => {
    const other = a.frame.columns.find(({ kind, key }) => kind === own.kind && key === own.key);
    if (other === undefined || daysOf(a, other) !== daysOf(b, own)) return [];
    return [{ kind: own.kind, head: own.head, a: other, b: own }];
  });
}

function nameOf({ stamp: { scenarioName, versionName } }: Book): string {
  return versionName === undefined ? scenarioName : `${scenarioName}, ${versionName}`;
}

export function createPair(a: Model, b: Model): Pair {
  return {
    a,
    b,
    words: b.book.words,
    stamp: b.book.stamp,
    names: [nameOf(a.book), nameOf(b.book)],
    columns: commonColumns(a.book, b.book),
    hasOneCurrency: a.book.scenario.currency === b.book.scenario.currency,
    sheets: [],
    printTitles: new Map(),
  };
}

/** True where the two numbers of a measure may be subtracted from each other. */
export function canSubtract({ hasOneCurrency }: Pair, unit: Unit): boolean {
  return hasOneCurrency || units[unit].style !== 'money';
}

/** A number of each plan and what B has more, seen from a sheet. */
export interface PairCells {
  readonly a: Content;
  readonly b: Content;
  readonly difference: Content;
}

export function pairCells(pair: Pair, id: string, sheet: string, column: PairColumn): PairCells {
  const [a, b] = [pair.a, pair.b].map((model, side) => ({
    formula: nodeReference(model.book, id, sheet, side === 0 ? column.a : column.b),
    result: valueIn(model.book, id, side === 0 ? column.a : column.b),
  }));
  if (a === undefined || b === undefined) throw new Error('A pair has two plans');
  const mayBeEmpty = pair.a.mayBeEmpty(id) || pair.b.mayBeEmpty(id);
  const less = `${b.formula}-${a.formula}`;
  const formula = mayBeEmpty ? `IF(COUNT(${a.formula},${b.formula})=2,${less},"")` : less;
  return { a, b, difference: { formula, result: b.result - a.result } };
}

/** Title, the state of the engine's results of both plans, and a note. */
export function putPairTitle(pair: Pair, sheet: string, title: Phrase, note: string, cells: Cells): void {
  const { words } = pair;
  const [before, after] = pair.names;
  const name = words.say('B, {{after}}, against A, {{before}}', { before, after });
  cells.set(cellKey(0, 0), {
    value: words.say('{{title}}: {{name}}', { title: words.say(title), name }),
    style: textStyle('title'),
  });
  const state = stateContent([pair.a.book, pair.b.book], sheet);
  if (state !== undefined) {
    cells.set(cellKey(1, 0), {
      formula: state.formula,
      formulaResult: state.result,
      style: textStyle('state'),
    });
  }
  cells.set(cellKey(2, 0), { value: note, style: textStyle('note') });
}

/** Dimensions in the order in which people ask for them, with their headings. */
export const sections: readonly (readonly [dimension: string, heading: Phrase])[] = [
  ['plan', 'The plan as a whole'],
  ['segments', 'Customer segments'],
  ['queues', 'Queues'],
  ['groups', 'Staff groups'],
  ['demand', 'Demand of segments on queues'],
  ['routes', 'Queues by group'],
  ['support', 'Support staff'],
  ['budgetLines', 'Budget lines'],
  ['initiatives', 'Initiatives'],
];
