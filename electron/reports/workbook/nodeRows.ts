import { type Bound, dependenciesOf } from '#shared/engine/bound.ts';
import { compile } from '#shared/engine/compile.ts';
import { excelFormula, type ExcelPlaces, isEmptyByItself } from '#shared/engine/excelFormula.ts';
import type { NodeHead } from '#shared/model/plan.ts';
import { type Book, type Content, type Reader, type Row, unitOf } from './book.ts';
import type { FrameColumn } from './frame.ts';
import { chained } from './parts.ts';
import { blockReference } from './references.ts';
import type { Tone } from './styles.ts';

/** The formula of a node that is not a line's formula, in one period. */
export type Maker = (reader: Reader) => string;
export type Makers = ReadonlyMap<string, Maker>;

/** What decides how a node is written. */
export interface Model {
  readonly book: Book;
  readonly makers: Makers;
  /** True where a cell of the node may be empty now or after a change of inputs. */
  mayBeEmpty(id: string): boolean;
  /** True where nothing that could be changed stands behind a node. */
  isConstant(id: string): boolean;
}

function hasGap({ plan }: Book, id: string): boolean {
  const columns = [plan.column(id), plan.totals(id, 'year'), plan.totals(id, 'quarter')];
  return columns.some((column) => column.some(Number.isNaN));
}

/** Grows a set of nodes by those whose formulas `joins` it, until no more do. */
function grown(
  formulas: ReadonlyMap<string, Bound>,
  first: ReadonlySet<string>,
  joins: (bound: Bound, members: ReadonlySet<string>) => boolean,
): ReadonlySet<string> {
  const members = new Set(first);
  for (;;) {
    const before = members.size;
    for (const [id, bound] of formulas) if (!members.has(id) && joins(bound, members)) members.add(id);
    if (members.size === before) return members;
  }
}

export function createModel(book: Book, makers: Makers): Model {
  const { formulas } = book.plan.graph();
  const ids = [...book.plan.heads().keys()];
  const heads = book.plan.heads();
  const gaps = new Set(ids.filter((id) => hasGap(book, id)));
  const empty = grown(formulas, gaps, (bound, members) => {
    return isEmptyByItself(bound) || dependenciesOf(bound).some(({ id }) => members.has(id));
  });
  const plain = ids.filter((id) => heads.get(id)?.kind === 'measure' && !makers.has(id) && !formulas.has(id));
  const constant = grown(formulas, new Set(plain), (bound, members) =>
    dependenciesOf(bound).every(({ id }) => members.has(id)),
  );
  return {
    book,
    makers,
    mayBeEmpty: (id) => empty.has(id),
    isConstant: (id) => constant.has(id),
  };
}

/** One reference for cells of neighbouring rows in the same column. */
function rangeOf({ book }: Model, { column, sheet }: Reader, ids: readonly string[]): string | undefined {
  const places = ids.map((id) => book.places.get(id));
  const [first] = places;
  if (first === undefined) return undefined;
  const isBlock = places.every(
    (place, at) => place?.sheet === first.sheet && place.row === first.row + at && place.column === undefined,
  );
  if (!isBlock) return undefined;
  const rows = { firstRow: first.row, lastRow: first.row + ids.length - 1 };
  return blockReference(
    { sheet: first.sheet, ...rows, firstColumn: column.at, lastColumn: column.at },
    sheet,
  );
}

/** The value of a part of a formula in a period, year or quarter. */
function boundValue({ book: { plan } }: Model, { column: { kind, place } }: Reader, bound: Bound): number {
  const watch = { hasDividedByZero: false };
  const column = (id: string) => (kind === 'period' ? plan.column(id) : plan.totals(id, kind));
  const value = compile(bound, column, watch)(place);
  return watch.hasDividedByZero ? Number.NaN : value;
}

function placesOf(model: Model, reader: Reader, id: string): ExcelPlaces {
  const { book } = model;
  let sums = 0;
  return {
    sum(terms) {
      sums += 1;
      const told = terms.map(({ bound, text }) => ({ text, value: () => boundValue(model, reader, bound) }));
      return chained(book, reader, `${id}, ${sums}`, told, { mayBeEmpty: model.mayBeEmpty(id) });
    },
    reference: (node, isLagged) => reader.find(node, isLagged),
    mayBeEmpty: model.mayBeEmpty,
    range: (ids) => rangeOf(model, reader, ids),
  };
}

/** True for a ratio of parts that always have numbers: it is empty by itself where it should be. */
function isPlainRatio(model: Model, bound: Bound): boolean {
  const isRatio = bound.kind === 'call' && bound.name === 'ratio' && !bound.inputs.some(isEmptyByItself);
  return isRatio && !dependenciesOf(bound).some(({ id }) => model.mayBeEmpty(id));
}

function boundText(model: Model, reader: Reader, id: string, bound: Bound): string {
  const text = excelFormula(bound, placesOf(model, reader, id));
  const isFine = !model.mayBeEmpty(id) || bound.kind === 'node' || isPlainRatio(model, bound);
  return isFine ? text : `IFERROR(${text},"")`;
}

function totalText(model: Model, reader: Reader, head: NodeHead): string {
  const { id, rollup } = head;
  const { first, last } = reader.column;
  const bound = rollup === 'formula' ? model.book.plan.graph().formulas.get(id) : undefined;
  if (bound !== undefined) return boundText(model, reader, id, bound);
  if (rollup === 'first') return reader.span(id, first, first).replace(/:.*$/, '');
  if (rollup === 'last') return reader.span(id, last, last).replace(/:.*$/, '');
  const span = reader.span(id, first, last);
  const days = reader.span('calendar.days', first, last);
  const text = rollup === 'sum' ? `SUM(${span})` : `SUMPRODUCT(${span},${days})/SUM(${days})`;
  return model.mayBeEmpty(id) ? `IF(COUNT(${span})=${last - first + 1},${text},"")` : text;
}

/** What Headroom has for a measure in a period, year or quarter. */
export function valueIn({ plan }: Book, id: string, { kind, place }: FrameColumn): number {
  const values = kind === 'period' ? plan.column(id) : plan.totals(id, kind);
  return values[place] ?? Number.NaN;
}

function periodText(model: Model, reader: Reader, id: string): string | undefined {
  const maker = model.makers.get(id);
  if (maker !== undefined) {
    const text = maker(reader);
    const isReference = /^(?:[^(+*/-]+|IF\(ISNUMBER.*)$/.test(text);
    return model.mayBeEmpty(id) && !isReference ? `IFERROR(${text},"")` : text;
  }
  const bound = model.book.plan.graph().formulas.get(id);
  return bound === undefined ? undefined : boundText(model, reader, id, bound);
}

/** A node without values in any period, such as one in a circle, has nothing that a formula could say. */
function isBroken({ book }: Model, id: string): boolean {
  const kind = book.plan.error(id, 0)?.kind;
  return kind === 'cycle' || kind === 'unknown-name';
}

export function nodeContent(model: Model, head: NodeHead, reader: Reader): Content {
  const result = valueIn(model.book, head.id, reader.column);
  if (isBroken(model, head.id)) return { formula: '""', result: '' };
  if (model.isConstant(head.id)) return { value: result, tone: 'fixed' };
  const text =
    reader.column.kind === 'period' ? periodText(model, reader, head.id) : totalText(model, reader, head);
  return text === undefined ? { value: result, tone: 'fixed' } : { formula: text, result };
}

/** The row of an input or measure: the formula of its line in every period, its total in every year and quarter. */
export function nodeRow(model: Model, head: NodeHead, tone?: Tone): Row {
  return {
    id: head.id,
    label: model.book.words.label(head),
    of: head.member.dimension === 'plan' ? '' : memberText(head),
    unitText: unitOf(model.book, head.unit),
    shown: head.unit,
    tone: tone ?? (head.isDetail ? 'detail' : 'result'),
    cell: (reader) => nodeContent(model, head, reader),
  };
}

function memberText({ member }: NodeHead): string {
  const group = member.links['group'];
  return member.dimension === 'support' && group !== undefined
    ? `${group.name}, ${member.name}`
    : member.name;
}
