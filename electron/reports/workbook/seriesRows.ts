import type { NodeHead } from '#shared/model/plan.ts';
import { periodsOf, yearFraction } from '#shared/model/periods.ts';
import { isFormulaSeries, type Series, seriesValue } from '#shared/model/series.ts';
import { rampShare } from '#shared/model/initiatives.ts';
import {
  type Book,
  type Content,
  fixedCell,
  type GridSheet,
  type Reader,
  type Row,
  sheetOf,
  unitOf,
} from './book.ts';
import type { SeriesEffect, SeriesLine } from './inputLines.ts';
import { nodeContent, nodeRow, type Model } from './nodeRows.ts';
import { partCell } from './parts.ts';

type Known = Exclude<Series, { formula: string }>;

/** Steps of a series in one formula. */
const MOST_STEPS = 20;

/** What a series says in one period, as a formula of the numbers that it is made of. */
function seriesText(
  book: Book,
  id: string,
  series: Exclude<Known, number | { values: unknown }>,
  reader: Reader,
): string {
  const part = (name: string) => fixedCell(book, `${id}~${name}`, reader.sheet);
  const start = reader.cell('calendar.start#');
  if ('growth' in series) {
    const years = `(${reader.cell('calendar.index#')}*${fixedCell(book, 'calendar.yearsPerPeriod', reader.sheet)})`;
    return `${part('base')}*(1+${part('growth')})^${years}`;
  }
  if ('steps' in series) {
    const latestFirst = series.steps
      .map((step, place) => ({ step, date: step.date, place }))
      .toSorted((a, b) => (a.date < b.date ? 1 : -1));
    // The oldest innermost; so many inside each other are as deep as spreadsheets go, the others get cells of their own.
    let text = part('base');
    latestFirst.toReversed().forEach(({ place }, at, oldestFirst) => {
      text = `IF(${start}>=${part(`date${place}`)},${part(`step${place}`)},${text})`;
      if ((at + 1) % MOST_STEPS !== 0 || at + 1 === oldestFirst.length) return;
      const before = { base: series.base, steps: oldestFirst.slice(0, at + 1).map(({ step }) => step) };
      const { periods, yearFraction: fraction } = book.plan.graph().context;
      const period = periods[reader.column.place];
      const value = period === undefined ? Number.NaN : seriesValue(before, period, fraction);
      text = partCell(book, reader, `${id}, ${at + 1}`, text, value);
    });
    return text;
  }
  const [from, to, first, last] = [part('from'), part('to'), part('fromDate'), part('toDate')];
  const between = `${from}+(${to}-${from})*(${start}-${first})/(${last}-${first})`;
  return `IF(${start}>=${last},${to},IF(${start}<=${first},${from},${between}))`;
}

function valuesOf(book: Book, series: Known): readonly number[] {
  const { calendar } = book.scenario;
  const fraction = yearFraction(calendar.grain);
  return periodsOf(calendar).map((period) => seriesValue(series, period, fraction));
}

/** The series as it was entered: numbers by period to change, or the formula of its parts. */
function enteredContent(
  book: Book,
  { head, series, canChange }: SeriesLine,
  values: readonly number[],
  reader: Reader,
): Content {
  const value = values[reader.column.place] ?? Number.NaN;
  if (typeof series === 'number')
    return { formula: fixedCell(book, `${head.id}~base`, reader.sheet), result: value };
  if ('values' in series) return { value, tone: canChange ? 'input' : 'fixed' };
  if (isFormulaSeries(series)) throw new Error('A formula is no entered value');
  return { formula: seriesText(book, head.id, series, reader), result: value };
}

function affected(value: number, { effect, initiative }: SeriesEffect, book: Book, t: number): number {
  const { periods, yearFraction: fraction } = book.plan.graph().context;
  const reach = rampShare(initiative, periods, t, fraction) * effect.confidence;
  if (effect.op === 'multiply') return value * (1 + (effect.value - 1) * reach);
  return effect.op === 'add' ? value + effect.value * reach : value + (effect.value - value) * reach;
}

/** What one effect of an initiative makes of the row above. */
function effectText(
  book: Book,
  before: string,
  { initiative, place, effect }: SeriesEffect,
  reader: Reader,
): string {
  const path = `initiatives.${initiative.id}`;
  const part = (name: string) => fixedCell(book, `${path}.effects[${place}].${name}`, reader.sheet);
  const reach = `${reader.cell(`${path}.reach#`)}*${part('confidence')}`;
  if (effect.op === 'multiply') return `${before}*(1+(${part('value')}-1)*${reach})`;
  return effect.op === 'add'
    ? `${before}+${part('value')}*${reach}`
    : `${before}+(${part('value')}-${before})*${reach}`;
}

function effectRows(model: Model, line: SeriesLine, values: readonly number[]): readonly Row[] {
  const { book } = model;
  const { head, effects } = line;
  const label = book.words.label(head);
  const id = (place: number) => (place === 0 ? `${head.id}~entered` : `${head.id}~after${place}`);
  let current = values;
  const steps = effects.map((one, place) => {
    current = current.map((value, t) => affected(value, one, book, t));
    return { one, place, after: current };
  });
  const common = {
    of: head.member.name,
    unitText: unitOf(book, head.unit),
    shown: head.unit,
  };
  const entered: Row = {
    ...common,
    id: id(0),
    label: book.words.say('{{label}}, before initiatives', { label }),
    tone: 'detail',
    cell: (reader) =>
      reader.column.kind === 'period' ? enteredContent(book, line, values, reader) : undefined,
  };
  const rows = steps.map(({ one, place, after }): Row => {
    const isLast = place === effects.length - 1;
    const text = (reader: Reader) => effectText(book, reader.cell(id(place)), one, reader);
    return {
      ...common,
      id: isLast ? head.id : id(place + 1),
      label: book.words.say('{{label}}, with {{initiative}}', {
        label,
        initiative: one.initiative.name ?? one.initiative.id,
      }),
      tone: isLast ? 'result' : 'detail',
      cell(reader) {
        if (reader.column.kind !== 'period') return isLast ? nodeContent(model, head, reader) : undefined;
        return { formula: text(reader), result: after[reader.column.place] ?? Number.NaN };
      },
    };
  });
  return [entered, ...rows];
}

function rowsOf(model: Model, line: SeriesLine): readonly Row[] {
  const { head, series, effects } = line;
  if (isFormulaSeries(series)) return [nodeRow(model, head)];
  const values = valuesOf(model.book, series);
  if (effects.length > 0) return effectRows(model, line, values);
  const row = nodeRow(model, head, 'result');
  return [
    {
      ...row,
      cell: (reader) =>
        reader.column.kind === 'period'
          ? enteredContent(model.book, line, values, reader)
          : nodeContent(model, head, reader),
    },
  ];
}

/** Inputs that change over the plan: entered by period, worked out from their parts, or moved by initiatives. */
export function seriesSheet(model: Model, lines: readonly SeriesLine[]): GridSheet {
  const { say } = model.book.words;
  const sections = new Map<NodeHead['member']['dimension'], Row[]>();
  for (const line of lines) {
    const { dimension } = line.head.member;
    const known = sections.get(dimension);
    if (known === undefined) sections.set(dimension, [...rowsOf(model, line)]);
    else known.push(...rowsOf(model, line));
  }
  return {
    name: sheetOf(model.book, 'Inputs by period'),
    title: say('Inputs by period'),
    note: say(
      'Blue cells are inputs. Black ones follow from numbers on the sheet {{inputs}}, from other measures, or from initiatives.',
      { inputs: sheetOf(model.book, 'Inputs') },
    ),
    rows: [...sections.values()].flat(),
  };
}
