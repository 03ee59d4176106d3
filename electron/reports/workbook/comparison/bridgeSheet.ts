import { type Bridge, type BridgedMeasure, fixedOrderBridge } from '#shared/model/compare/bridge.ts';
import { bridgeOver } from '#shared/model/compare/bridgeSpan.ts';
import { slotParts } from '#shared/model/compare/slots.ts';
import { type Cells, type Content, unitOf } from '../book.ts';
import type { Phrase } from '../bookWords.ts';
import { footer, pageSetup, putContent, putText } from '../gridSheet.ts';
import type { Model } from '../nodeRows.ts';
import { blockReference } from '../references.ts';
import { columnChart, labelAt } from '../summarySheet.ts';
import { type Pair, pairSheet, putPairTitle } from './pair.ts';
import { familyPhrases } from './familyPhrases.ts';

const HEAD_ROW = 3;
/** Column of all common periods, from 0. */
export const BRIDGE_COLUMN = 2;
const FIRST_COLUMN = BRIDGE_COLUMN;
const WIDTHS = [46, 16] as const;

/** A run of common days: the whole of them, or those of one fiscal year of B. */
interface Span {
  readonly head: string;
  readonly bridge: Bridge;
  /** The periods of a plan that they are, where they are whole ones. */
  readonly periods: (model: Model) => { readonly first: number; readonly last: number } | undefined;
}

function spanOf(bridge: Bridge, head: string, places: readonly number[]): Span {
  const own = bridgeOver(bridge, places);
  return {
    head,
    bridge: own,
    periods({ book }) {
      const parts = slotParts(own.slots, book.plan.graph().context.periods);
      const isWhole = parts.every((slot) => slot.length === 1 && slot.every(({ days, of }) => days === of));
      const [first, last] = [parts[0]?.[0]?.period, parts.at(-1)?.[0]?.period];
      return isWhole && first !== undefined && last !== undefined ? { first, last } : undefined;
    },
  };
}

function spansOf(pair: Pair, bridge: Bridge): readonly Span[] {
  const { plan, frame } = pair.b.book;
  const { periods } = plan.graph().context;
  const all = bridge.slots.map((_, place) => place);
  const years = frame.columns.flatMap(({ kind, head, first, last }): readonly Span[] => {
    const [from, to] = [periods[first]?.startDay, periods[last]];
    if (kind !== 'year' || from === undefined || to === undefined) return [];
    const places = all.filter((place) => {
      const start = bridge.slots[place]?.startDay ?? -1;
      return start >= from && start < to.startDay + to.days;
    });
    return places.length === 0 ? [] : [spanOf(bridge, head, places)];
  });
  return [spanOf(bridge, pair.words.say('All common periods'), all), ...years];
}

/** Where a plan's rows of a bridged measure stand: of the plan, or of all its groups, which add up to it. */
function rowsOf({ book }: Model, { id }: BridgedMeasure) {
  const own = book.places.get(`plan.${id}`);
  if (own !== undefined)
    return { ids: [`plan.${id}`], sheet: own.sheet, firstRow: own.row, lastRow: own.row };
  const ids = book.plan
    .graph()
    .members.of('groups')
    .map(({ key }) => `${key}.${id}`);
  const places = ids.flatMap((each) => book.places.get(each) ?? []);
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined || places.length !== ids.length) return undefined;
  return { ids, sheet: first.sheet, firstRow: first.row, lastRow: last.row };
}

/** What a plan has in a span: by formula where the days are whole periods of it. */
function endContent(
  pair: Pair,
  model: Model,
  measure: BridgedMeasure,
  { total }: BridgedMeasure['before'],
  span: Span,
): Content {
  const { book } = model;
  const result = total ?? Number.NaN;
  const rows = rowsOf(model, measure);
  const periods = span.periods(model);
  const days = book.places.get('calendar.days');
  if (rows === undefined || periods === undefined || days === undefined)
    return { value: result, tone: 'engine' };
  const columns = {
    firstColumn: book.frame.periodAt(periods.first),
    lastColumn: book.frame.periodAt(periods.last),
  };
  const sheet = pairSheet(pair, 'Bridge');
  const values = blockReference({ ...rows, ...columns }, sheet);
  const weights = blockReference(
    { sheet: days.sheet, firstRow: days.row, lastRow: days.row, ...columns },
    sheet,
  );
  const text = measure.rule === 'sum' ? `SUM(${values})` : `SUMPRODUCT(${values}*${weights})/SUM(${weights})`;
  return { formula: rows.ids.some(model.mayBeEmpty) ? `IFERROR(${text},"")` : text, result };
}

/** Rows of a bridged measure on the sheet, to be checked. */
export interface BridgeRows {
  readonly measure: BridgedMeasure;
  readonly before: number;
  readonly after: number;
}

function stepName(pair: Pair, bridge: Bridge, place: number): string {
  const families = bridge.steps[place]?.families ?? [];
  return families.map((family) => pair.words.say(familyPhrases[family])).join(' + ');
}

/** A step without the last digits that differences of large numbers leave where there is nothing. */
function plainStep(total: number | null, { after }: BridgedMeasure): number {
  if (total === null) return Number.NaN;
  return Math.abs(total) <= 1e-12 * Math.max(1, Math.abs(after.total ?? 0)) ? 0 : total;
}

function putMeasure(
  pair: Pair,
  spans: readonly Span[],
  place: number,
  top: number,
  cells: Cells,
): BridgeRows | undefined {
  const [whole] = spans;
  const measure = whole?.bridge.measures[place];
  if (whole === undefined || measure === undefined) return undefined;
  const { say } = pair.words;
  const { unit } = measure;
  const label = measure.id === 'paidFte' ? say('Paid FTE') : labelAt(pair.b.book, `plan.${measure.id}`);
  const last = top + 2 + measure.steps.length;
  const [before, after] = pair.names;
  const labels: readonly (readonly [number, string])[] = [
    [top + 1, `A, ${before}`],
    ...measure.steps.map((_, at) => [top + 2 + at, stepName(pair, whole.bridge, at)] as const),
    [last, `B, ${after}`],
  ];
  for (let at = 0; at < FIRST_COLUMN + spans.length; at += 1)
    putText(cells, top, at, at === 0 ? label : '', 'section');
  labels.forEach(([row, text], at) => {
    putText(cells, row, 0, text, at === 0 || row === last ? 'strong' : 'unit');
    putText(cells, row, 1, unitOf(pair.b.book, unit), 'label');
  });
  spans.forEach((span, at) => {
    const own = span.bridge.measures[place];
    const column = FIRST_COLUMN + at;
    if (own === undefined) return;
    putContent(cells, top + 1, column, endContent(pair, pair.a, own, own.before, span), unit, true);
    own.steps.forEach(({ total }, step) => {
      const content = { value: plainStep(total, own), tone: 'engine' } as const;
      putContent(cells, top + 2 + step, column, content, unit);
    });
    putContent(cells, last, column, endContent(pair, pair.b, own, own.after, span), unit, true);
  });
  return { measure, before: top + 1, after: last };
}

function chartsOf(pair: Pair, rows: readonly BridgeRows[], spans: number) {
  const sheet = pairSheet(pair, 'Bridge');
  const wanted = rows.filter(({ measure }) => measure.id === 'totalCost' || measure.id === 'requiredFte');
  return wanted.map(({ measure, before, after }, at) => {
    const block = (column: number) =>
      blockReference(
        { sheet, firstRow: before + 1, lastRow: after - 1, firstColumn: column, lastColumn: column },
        '',
        'both',
      );
    const title = pair.words.say('{{measure}}: what each family adds', {
      measure: labelAt(pair.b.book, `plan.${measure.id}`),
    });
    const from = { row: HEAD_ROW + at * 19, col: FIRST_COLUMN + spans + 1 };
    const series = [
      { name: title, values: block(FIRST_COLUMN), categories: block(0), colour: 'blue' as const },
    ];
    return columnChart(title, series, { from, to: { row: from.row + 17, col: from.col + 8 } });
  });
}

function noteOf({ words: { say } }: Pair, bridge: Bridge): string {
  const parts: Phrase[] = [
    'From A to B, one family of inputs after the other. The steps (violet) are computations of Headroom; both ends are formulas.',
    ...(bridge.isCut || bridge.hasTwoCalendars
      ? (['Only the days that both plans cover are compared.'] as const)
      : []),
    ...(bridge.missing.length === 0
      ? []
      : (['The plans are in two currencies, so money is not compared.'] as const)),
  ];
  return parts.map((part) => say(part)).join(' ');
}

/** From A to B step by step; nothing where the plans have no day in common. */
export function writeBridge(pair: Pair): readonly BridgeRows[] {
  const made = fixedOrderBridge(pair.a.book.scenario, pair.b.book.scenario);
  if (!made.ok) return [];
  const bridge = made.value;
  const sheet = pairSheet(pair, 'Bridge');
  const cells: Cells = new Map();
  putPairTitle(pair, sheet, 'Bridge', noteOf(pair, bridge), cells);
  const spans = spansOf(pair, bridge);
  (['Measure', 'Unit'] as const).forEach((head, at) =>
    putText(cells, HEAD_ROW, at, pair.words.say(head), 'head'),
  );
  spans.forEach(({ head }, at) => putText(cells, HEAD_ROW, FIRST_COLUMN + at, head, 'head'));
  let top = HEAD_ROW + 1;
  const rows = bridge.measures.flatMap((_, place) => {
    const put = putMeasure(pair, spans, place, top, cells);
    if (put !== undefined) top = put.after + 2;
    return put ?? [];
  });
  const hasSteps = bridge.steps.length > 0;
  pair.sheets.push({
    name: sheet,
    cells,
    columns: [...WIDTHS.map((width) => ({ width })), ...spans.map(() => ({ width: 18 }))],
    rowDefs: new Map([[HEAD_ROW, { height: 28 }]]),
    charts: hasSteps ? [...chartsOf(pair, rows, spans.length)] : [],
    freezePane: { rows: HEAD_ROW + 1, columns: FIRST_COLUMN },
    pageSetup: { ...pageSetup(20), fitToWidth: 1 },
    headerFooter: { oddFooter: footer(pair) },
    view: { showGridLines: false },
  });
  return rows;
}
