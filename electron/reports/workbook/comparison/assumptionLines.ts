import { type AssumptionDifference, assumptionDiff } from '#shared/model/compare/assumptionDiff.ts';
import type { ShownInput } from '#shared/model/compare/shownInput.ts';
import { type Book, type Content, fixedCell, sheetOf, unitOf } from '../book.ts';
import type { InputLine } from '../inputLine.ts';
import { planInputs } from '../inputLines.ts';
import { blockReference } from '../references.ts';
import type { Shown } from '../styles.ts';
import { familyPhrases } from './familyPhrases.ts';
import { type Pair, pairSheet } from './pair.ts';

/** One line of the sheet of assumptions. */
export interface AssumptionLine {
  readonly label: string;
  readonly of: string;
  readonly family: string;
  readonly a: Content | undefined;
  readonly b: Content | undefined;
  /** Absent where there is nothing to subtract. */
  readonly difference?: Content;
  readonly shown: Shown;
  readonly unitText: string;
  readonly path: string;
}

interface Sides {
  readonly pair: Pair;
  readonly sheet: string;
  readonly lines: readonly [a: readonly InputLine[], b: readonly InputLine[]];
}

type Numbers = readonly [a: ReadonlyMap<string, InputLine>, b: ReadonlyMap<string, InputLine>];

/** The numbers with a cell of their own that an input is made of. */
function numbersOf({ lines }: Sides, path: string): Numbers {
  const own = (side: readonly InputLine[]) =>
    new Map(
      side
        .filter((line) => typeof line.value === 'number')
        .filter((line) => line.path === path || /^[.[]/.test(line.path.slice(path.length)))
        .filter((line) => line.path.startsWith(path))
        .map((line) => [line.path, line]),
    );
  return [own(lines[0]), own(lines[1])];
}

function cellOf(book: Book, line: InputLine | undefined, sheet: string): Content | undefined {
  if (line === undefined || !book.places.has(line.id)) return undefined;
  return { formula: fixedCell(book, line.id, sheet), result: line.value };
}

function resultOf(content: Content | undefined): number {
  if (content === undefined) return Number.NaN;
  const value = 'formula' in content ? content.result : content.value;
  return typeof value === 'number' ? value : Number.NaN;
}

function lessOf(a: Content | undefined, b: Content | undefined): Content | undefined {
  if (a === undefined || b === undefined || !('formula' in a) || !('formula' in b)) return undefined;
  return { formula: `${b.formula}-${a.formula}`, result: resultOf(b) - resultOf(a) };
}

/** Inputs that are the same kind of numbers in both plans: line by line. */
function numberLines(
  sides: Sides,
  difference: AssumptionDifference,
  [first, last]: Numbers,
): readonly AssumptionLine[] {
  const { pair, sheet } = sides;
  return [...new Set([...last.keys(), ...first.keys()])].flatMap((path): readonly AssumptionLine[] => {
    const [one, other] = [first.get(path), last.get(path)];
    const line = other ?? one;
    if (line === undefined || one?.value === other?.value) return [];
    const [a, b] = [cellOf(pair.a.book, one, sheet), cellOf(pair.b.book, other, sheet)];
    const less = line.kind === 'number' ? lessOf(a, b) : undefined;
    return [
      {
        label: line.label,
        of: line.where,
        family: pair.words.say(familyPhrases[difference.family]),
        a,
        b,
        ...(less === undefined ? {} : { difference: less }),
        shown: line.shown,
        unitText: line.unitText,
        path,
      },
    ];
  });
}

/** The mean of an input over its plan, whatever its form. */
function meanOf(book: Book, path: string, sheet: string): Content | undefined {
  const id = book.places.has(`${path}~entered`) ? `${path}~entered` : path;
  const place = book.places.get(id);
  const head = book.plan.heads().get(path);
  if (place === undefined || head === undefined || id !== path) return undefined;
  const column = book.plan.column(path);
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  if (place.column !== undefined) return { formula: fixedCell(book, path, sheet), result: mean };
  const [firstColumn, lastColumn] = [book.frame.periodAt(0), book.frame.periodAt(book.frame.periods - 1)];
  const rows = { sheet: place.sheet, firstRow: place.row, lastRow: place.row };
  return { formula: `AVERAGE(${blockReference({ ...rows, firstColumn, lastColumn }, sheet)})`, result: mean };
}

function meanLine(
  { pair, sheet }: Sides,
  { path, family }: AssumptionDifference,
): AssumptionLine | undefined {
  const head = pair.b.book.plan.heads().get(path);
  const [a, b] = [meanOf(pair.a.book, path, sheet), meanOf(pair.b.book, path, sheet)];
  if (head === undefined || a === undefined || b === undefined) return undefined;
  const less = lessOf(a, b);
  const label = pair.words.label(head);
  return {
    label: pair.words.say('{{label}}, mean over the plan', { label }),
    of: head.member.name,
    family: pair.words.say(familyPhrases[family]),
    a,
    b,
    ...(less === undefined ? {} : { difference: less }),
    shown: head.unit,
    unitText: unitOf(pair.b.book, head.unit),
    path,
  };
}

const LONGEST = 120;

function shownText(book: Book, shown: ShownInput | null): string {
  const { say } = book.words;
  if (shown === null) return '';
  const { form, value } = shown;
  if (form === 'profile') return say('see {{sheet}}', { sheet: sheetOf(book, 'Profiles') });
  if (form === 'member') return say('in the plan');
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** What is no number, or is there in only one of the plans. */
function textLine({ pair }: Sides, difference: AssumptionDifference): AssumptionLine {
  const { label, member, family, path, before, after } = difference;
  const absent = pair.words.say('not there');
  const text = (book: Book, shown: ShownInput | null): Content => ({
    value: shown === null ? absent : shownText(book, shown),
  });
  return {
    label: pair.words.model(label),
    of: member,
    family: pair.words.say(familyPhrases[family]),
    a: text(pair.a.book, before),
    b: text(pair.b.book, after),
    shown: 'number',
    unitText: '',
    path,
  };
}

function linesOf(sides: Sides, difference: AssumptionDifference): readonly AssumptionLine[] {
  const { kind, path } = difference;
  if (kind === 'added' || kind === 'removed') return [textLine(sides, difference)];
  const numbers = numbersOf(sides, path);
  const [first, last] = numbers;
  const isSameForm =
    first.size > 0 && first.size === last.size && [...first.keys()].every((key) => last.has(key));
  const own = isSameForm ? numberLines(sides, difference, numbers) : [];
  if (own.length > 0) return own;
  return [meanLine(sides, difference) ?? textLine(sides, difference)];
}

/** Every input in which the plans differ, numbers as references to the cells of both. */
export function assumptionLines(pair: Pair): readonly AssumptionLine[] {
  const sides: Sides = {
    pair,
    sheet: pairSheet(pair, 'Changed assumptions'),
    lines: [planInputs(pair.a.book).lines, planInputs(pair.b.book).lines],
  };
  return assumptionDiff(pair.a.book.scenario, pair.b.book.scenario).inputs.flatMap((difference) =>
    linesOf(sides, difference),
  );
}
