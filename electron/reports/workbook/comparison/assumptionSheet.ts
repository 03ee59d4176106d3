import { assumptionDiff } from '#shared/model/compare/assumptionDiff.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { type Cells, type Content, type Side, sides } from '../book.ts';
import type { Phrase } from '../bookWords.ts';
import { footer, pageSetup, putContent, putText } from '../gridSheet.ts';
import { textWidth } from '../styles.ts';
import { type AssumptionLine, assumptionLines } from './assumptionLines.ts';
import { type Pair, pairSheet, putPairTitle } from './pair.ts';

const HEAD_ROW = 3;
const LINE_HEIGHT = 13.5;
const HEADS: readonly (Phrase | Side)[] = [
  'Input',
  'Of',
  'Family',
  ...sides,
  'B − A',
  'Unit',
  'Source',
  'Owner',
  'Path',
];
const WIDTHS = [40, 26, 24, 18, 18, 14, 20, 30, 18, 50] as const;
const [A_COLUMN, B_COLUMN, DIFFERENCE_COLUMN] = [3, 4, 5];

function putValue(cells: Cells, row: number, at: number, content: Content | undefined, line: AssumptionLine) {
  if (content === undefined) return;
  if ('value' in content && typeof content.value === 'string')
    return putText(cells, row, at, content.value, 'wrapped');
  putContent(cells, row, at, content, line.shown);
}

/** The note on an input, or on the input that it is a part of. */
function noteFor({ assumptions }: Scenario, path: string): Scenario['assumptions'][string] | undefined {
  const known = Object.keys(assumptions).filter((key) => path === key || path.startsWith(`${key}.`));
  const nearest = known.toSorted((left, right) => right.length - left.length)[0];
  return nearest === undefined ? undefined : assumptions[nearest];
}

function heightOf(texts: readonly string[]): number {
  const lines = texts.map((text, at) => Math.ceil((textWidth(text) * 1.1) / (WIDTHS[at] ?? 10)));
  return LINE_HEIGHT * Math.max(1, ...lines);
}

function putLine(pair: Pair, line: AssumptionLine, row: number, cells: Cells): number {
  const note = noteFor(pair.b.book.scenario, line.path) ?? noteFor(pair.a.book.scenario, line.path);
  const [source = '', owner = ''] = [note?.source, note?.owner];
  const texts: readonly (readonly [number, string])[] = [
    [0, line.label],
    [1, line.of],
    [2, line.family],
    [7, source],
    [8, owner],
    [9, line.path],
  ];
  for (const [at, text] of texts) putText(cells, row, at, text, 'wrapped');
  putText(cells, row, 6, line.unitText, 'unit');
  putValue(cells, row, A_COLUMN, line.a, line);
  putValue(cells, row, B_COLUMN, line.b, line);
  if (line.difference !== undefined) putContent(cells, row, DIFFERENCE_COLUMN, line.difference, line.shown);
  return heightOf([line.label, line.of, line.family, '', '', '', line.unitText, source, owner, line.path]);
}

function noteText(note: Scenario['assumptions'][string] | null): string {
  return [note?.source, note?.owner, note?.reviewed, note?.note]
    .filter((part) => part !== undefined)
    .join('; ');
}

/** Sources, owners and notes that differ, below the numbers. */
function putNotes(pair: Pair, top: number, cells: Cells): number {
  const { notes } = assumptionDiff(pair.a.book.scenario, pair.b.book.scenario);
  if (notes.length === 0) return top;
  HEADS.forEach((_, at) =>
    putText(
      cells,
      top,
      at,
      at === 0 ? pair.words.say('Sources, owners and notes that differ') : '',
      'section',
    ),
  );
  notes.forEach(({ path, before, after }, at) => {
    putText(cells, top + 1 + at, 0, path, 'wrapped');
    putText(cells, top + 1 + at, A_COLUMN, noteText(before), 'wrapped');
    putText(cells, top + 1 + at, B_COLUMN, noteText(after), 'wrapped');
  });
  return top + 1 + notes.length;
}

/** What the two plans assume differently, both values live. */
export function writeAssumptions(pair: Pair): void {
  const { say } = pair.words;
  const sheet = pairSheet(pair, 'Changed assumptions');
  const cells: Cells = new Map();
  const lines = assumptionLines(pair);
  const note = say(
    lines.length === 0
      ? 'The two plans rest on the same assumptions.'
      : 'The inputs in which the two plans differed when this workbook was written; their numbers follow the inputs of both.',
  );
  putPairTitle(pair, sheet, 'Changed assumptions', note, cells);
  HEADS.forEach((head, at) =>
    putText(cells, HEAD_ROW, at, head === 'A' || head === 'B' ? head : say(head), 'head'),
  );
  const rowDefs = new Map<number, { height: number }>();
  lines.forEach((line, at) => {
    const row = HEAD_ROW + 1 + at;
    rowDefs.set(row, { height: putLine(pair, line, row, cells) });
  });
  const bottom = putNotes(pair, HEAD_ROW + 2 + lines.length, cells);
  pair.sheets.push({
    name: sheet,
    cells,
    rowDefs,
    columns: WIDTHS.map((width) => ({ width })),
    freezePane: { rows: HEAD_ROW + 1, columns: 1 },
    pageSetup: { ...pageSetup(WIDTHS.length), fitToWidth: 1 },
    headerFooter: { oddFooter: footer(pair) },
    view: { showGridLines: false },
  });
  pair.printTitles.set(sheet, { rows: HEAD_ROW + 1, columns: 0, area: `$A$1:$I$${bottom}` });
}
