import type { NodeHead } from '#shared/model/plan.ts';
import { type Cells, cellKey, unitOf } from '../book.ts';
import { footer, pageSetup, putContent, putText } from '../gridSheet.ts';
import { planBlock } from '../planPlaces.ts';
import { columnLetters } from '../references.ts';
import { textStyle } from '../styles.ts';
import { keyFigures, labelAt, lineChart, sentence, stampTexts, told } from '../summarySheet.ts';
import { canSubtract, type Pair, type PairColumn, pairCells, pairSheet, putPairTitle } from './pair.ts';

const FIRST_YEAR = 2;
const PER_YEAR = 4;
const SENTENCE_ROW = 3;
const STAMP_ROW = 7;
const TABLE_ROW = 12;

function yearsOf({ columns }: Pair): readonly PairColumn[] {
  return columns.filter(({ kind }) => kind === 'year');
}

/** The first whole fiscal year that both plans have, else the first. */
function answerYear(pair: Pair): PairColumn | undefined {
  const years = yearsOf(pair);
  return years.find(({ b }) => b.isComplete) ?? years[0];
}

function putSentences(pair: Pair, sheet: string, year: PairColumn, cells: Cells): void {
  const number = (id: string, which: 'b' | 'difference', digits: number) => {
    const content = pairCells(pair, `plan.${id}`, sheet, year)[which];
    if (!('formula' in content)) throw new Error(`"${id}" is a formula in both plans`);
    return told(pair, content.formula, Number(content.result), digits);
  };
  const [before, after] = pair.names;
  const { currency } = pair.b.book.scenario;
  const texts = { year: year.head, before, after, currency };
  const sentences = [
    ...(pair.hasOneCurrency
      ? [
          sentence(
            pair,
            '{{year}}: {{after}} costs {{cost}} {{currency}}, a difference of {{difference}} {{currency}} against {{before}}.',
            { cost: number('totalCost', 'b', 0), difference: number('totalCost', 'difference', 0) },
            texts,
          ),
        ]
      : []),
    sentence(
      pair,
      '{{year}}: {{after}} needs {{required}} FTE on average, a difference of {{difference}}.',
      { required: number('requiredFte', 'b', 1), difference: number('requiredFte', 'difference', 1) },
      texts,
    ),
    sentence(
      pair,
      '{{year}}: {{effective}} FTE are there in {{after}}, a difference of {{difference}}.',
      { effective: number('effectiveFte', 'b', 1), difference: number('effectiveFte', 'difference', 1) },
      texts,
    ),
  ];
  sentences.forEach(({ formula, result }, at) => {
    cells.set(cellKey(SENTENCE_ROW + at, 0), { formula, formulaResult: result, style: textStyle('strong') });
  });
}

function putStamps(pair: Pair, cells: Cells): void {
  [pair.a, pair.b].forEach(({ book }, at) => {
    const [version = '', inputs = ''] = stampTexts(book);
    const name = `${book.side ?? ''}, ${book.stamp.scenarioName}`;
    putText(cells, STAMP_ROW + 2 * at, 0, `${name}. ${version}`, 'note');
    putText(cells, STAMP_ROW + 1 + 2 * at, 0, inputs, 'note');
  });
}

function putHeads(pair: Pair, cells: Cells): void {
  const { say } = pair.words;
  putText(cells, TABLE_ROW, 0, say('Key figures'), 'head');
  putText(cells, TABLE_ROW, 1, say('Unit'), 'head');
  yearsOf(pair).forEach(({ head }, at) => {
    [`A, ${head}`, `B, ${head}`, say('B − A'), say('B − A, %')].forEach((text, part) =>
      putText(cells, TABLE_ROW, FIRST_YEAR + at * PER_YEAR + part, text, 'head'),
    );
  });
}

function putFigure(pair: Pair, head: NodeHead, row: number, sheet: string, cells: Cells): void {
  putText(cells, row, 0, pair.words.label(head), 'label');
  putText(cells, row, 1, unitOf(pair.b.book, head.unit), 'label');
  yearsOf(pair).forEach((year, at) => {
    const first = FIRST_YEAR + at * PER_YEAR;
    const { a, b, difference } = pairCells(pair, head.id, sheet, year);
    putContent(cells, row, first, a, head.unit);
    putContent(cells, row, first + 1, b, head.unit);
    if (!canSubtract(pair, head.unit)) return;
    const [own, less] = [first, first + 2].map((column) => `${columnLetters(column)}${row + 1}`);
    const [from, to] = [a, difference].map((content) =>
      'formula' in content ? Number(content.result) : NaN,
    );
    const share = from === 0 || from === undefined || to === undefined ? Number.NaN : to / Math.abs(from);
    putContent(cells, row, first + 2, difference, head.unit, true);
    putContent(
      cells,
      row,
      first + 3,
      {
        formula: `IF(COUNT(${own},${less})<2,"",IF(${own}=0,"",${less}/ABS(${own})))`,
        result: Number.isNaN(share) ? '' : share,
      },
      'share',
    );
  });
}

/** What both plans say of two measures, over the periods that both have. */
function chartsOf(pair: Pair, top: number) {
  const periods = pair.columns.filter(({ kind }) => kind === 'period');
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined || periods.length < 2) return [];
  const [before, after] = pair.names;
  const chart = (id: string, row: number) => {
    const title = labelAt(pair.b.book, id);
    const categories = planBlock(pair.b.book, 'heads', first.b.place, last.b.place);
    const series = [
      {
        name: `A, ${before}`,
        values: planBlock(pair.a.book, id, first.a.place, last.a.place),
        categories,
        colour: 'grey' as const,
      },
      {
        name: `B, ${after}`,
        values: planBlock(pair.b.book, id, first.b.place, last.b.place),
        categories,
        colour: 'blue' as const,
      },
    ];
    const anchor = { from: { row, col: 0 }, to: { row: row + 17, col: FIRST_YEAR + PER_YEAR + 1 } };
    return lineChart(title, series, anchor);
  };
  return [
    chart('plan.requiredFte', top),
    ...(pair.hasOneCurrency ? [chart('plan.totalCost', top + 18)] : []),
  ];
}

function headsOf(pair: Pair): readonly NodeHead[] {
  const inA = new Set(keyFigures(pair.a).map(({ id }) => id));
  const ofB = keyFigures(pair.b);
  const known = new Set(ofB.map(({ id }) => id));
  const others = keyFigures(pair.a).filter(({ id }) => !known.has(id) && pair.b.book.places.has(id));
  return [...ofB.filter(({ id }) => inA.has(id) || pair.a.book.places.has(id)), ...others];
}

/** The first sheet: what differs, in sentences, key figures and charts. */
export function writeOverview(pair: Pair): void {
  const { say } = pair.words;
  const sheet = pairSheet(pair, 'Comparison');
  const cells: Cells = new Map();
  const year = answerYear(pair);
  const note = say(
    year === undefined
      ? 'The plans have no fiscal year with the same days, so their years are not put beside each other.'
      : 'Every number follows from the inputs of the two plans; a change of either moves the differences too.',
  );
  putPairTitle(pair, sheet, 'Comparison', note, cells);
  if (year !== undefined) putSentences(pair, sheet, year, cells);
  putStamps(pair, cells);
  const heads = year === undefined ? [] : headsOf(pair);
  if (heads.length > 0) putHeads(pair, cells);
  heads.forEach((head, at) => putFigure(pair, head, TABLE_ROW + 1 + at, sheet, cells));
  const top = TABLE_ROW + heads.length + 3;
  pair.sheets.unshift({
    name: sheet,
    cells,
    columns: [
      { width: 30 },
      { width: 18 },
      ...yearsOf(pair).flatMap(() => [15, 15, 14, 10].map((width) => ({ width }))),
    ],
    rowDefs: new Map([[TABLE_ROW, { height: 28 }]]),
    charts: [...chartsOf(pair, top)],
    rowBreaks: [top + 17],
    pageSetup: { ...pageSetup(FIRST_YEAR + PER_YEAR * yearsOf(pair).length), fitToWidth: 1 },
    headerFooter: { oddFooter: footer(pair) },
    view: { showGridLines: false },
  });
}
