import { howFor } from '#shared/model/lines/define.ts';
import type { NodeHead } from '#shared/model/plan.ts';
import type { Goal, Queue } from '#shared/model/scenario.ts';
import { type Book, type Cells, sheetOf, unitOf } from './book.ts';
import type { BookWords, Phrase } from './bookWords.ts';
import { footer, pageSetup, putText, putTitle } from './gridSheet.ts';
import { textWidth } from './styles.ts';

const HEAD_ROW = 3;
const LINE_HEIGHT = 13.5;

const COUNTED: Readonly<Record<Goal['abandonsCount'], Phrase>> = {
  offered: 'answered within the threshold ÷ offered contacts',
  answered: 'answered within the threshold ÷ answered contacts',
  excludeShort: 'answered within the threshold ÷ (offered − abandoned within the threshold)',
};

const MODELS: Readonly<Record<Queue['model'], Phrase>> = {
  erlangC: 'Erlang C: nobody hangs up',
  erlangA: 'Erlang A: customers hang up after a patience of their own',
  workload: 'deferred work: hours of work against hours of staff',
};

function goalText({ say, number }: BookWords, { goal, model }: Queue): string {
  const { serviceLevel, within, asa, maxOccupancy, maxAbandon, minAgents, rounding } = goal;
  const percent = (share: number) => {
    const shown = Number((100 * share).toFixed(4));
    return `${number(shown, String(shown).split('.')[1]?.length ?? 0)} %`;
  };
  const parts = [
    ...(serviceLevel === undefined
      ? []
      : [say('{{share}} within {{seconds}} s', { share: percent(serviceLevel), seconds: within })]),
    ...(model === 'workload' ? [say('done within {{seconds}} s of open time', { seconds: within })] : []),
    ...(asa === undefined ? [] : [say('mean wait of at most {{seconds}} s', { seconds: asa })]),
    ...(maxOccupancy === undefined
      ? []
      : [say('occupancy of at most {{share}}', { share: percent(maxOccupancy) })]),
    ...(maxAbandon === undefined
      ? []
      : [say('abandonment of at most {{share}}', { share: percent(maxAbandon) })]),
    ...(minAgents === 0 ? [] : [say('at least {{count}} agents', { count: minAgents })]),
    say(rounding === 'up' ? 'whole agents' : 'fractions of agents'),
  ];
  return parts.join(', ');
}

function queueTerms({ scenario, words }: Book): readonly (readonly [string, string])[] {
  return scenario.queues.flatMap((queue) => {
    const name = queue.name ?? queue.id;
    const level =
      queue.model === 'workload'
        ? ('share of the period in which the backlog can be done within the threshold' as const)
        : COUNTED[queue.goal.abandonsCount];
    return [
      [words.say('Service level, {{name}}', { name }), words.say(level)] as const,
      [
        words.say('Requirement, {{name}}', { name }),
        `${words.say(MODELS[queue.model])}; ${goalText(words, queue)}`,
      ] as const,
    ];
  });
}

const TERMS: readonly (readonly [term: Phrase, text: Phrase])[] = [
  [
    'Shrinkage',
    '1 − (1 − sum of its causes out of office) · (1 − sum of its causes in the office); without public holidays and the training of new hires',
  ],
  [
    'Attrition',
    'leavers of a year ÷ average headcount; it may exceed 100 %. The share of a cohort that leaves in a period is x ÷ (1 + x ÷ 2), x = attrition · years in the period',
  ],
  ['Occupancy', 'time spent handling ÷ time staffed, over all open intervals'],
  [
    'Abandonment',
    'abandoned ÷ offered contacts; contacts that an overloaded interval cannot serve count as abandoned',
  ],
  ['FTE', 'people · contracted share of full time; effective FTE are weighted by proficiency'],
  ['Handle time', 'talk + hold + wrap-up of proficient agents'],
  ['Cost per contact', 'total cost ÷ handled contacts'],
  [
    'Fiscal years and quarters',
    'money, contacts, hires and leavers are added; headcount, FTE and rates are averaged by days; ratios are worked out again from their totals',
  ],
  ['Rounding', 'numbers are shown rounded and kept in full'],
];

/** What is disputed most, as this plan counts it. */
function termsInUse(book: Book): readonly (readonly [string, string])[] {
  const { say } = book.words;
  const periods =
    book.scenario.calendar.grain === 'month'
      ? say('calendar months; a month is 1/12 of a year')
      : say('weeks; a week is 7/365 of a year');
  return [
    ...queueTerms(book),
    ...TERMS.map(([term, text]) => [say(term), say(text)] as const),
    [say('Periods'), periods],
  ];
}

/** How a measure comes about, in the words of formulas. */
function howText({ say }: BookWords, { member, name }: NodeHead): string {
  const line = member.lines.get(name);
  const how = line === undefined ? undefined : howFor(line, member);
  if (how === undefined) return '';
  if ('formula' in how) return how.formula;
  return say(
    'block' in how
      ? 'worked out step by step, or by the queueing engine'
      : 'a fact of the calendar and fixed inputs',
  );
}

function measures(book: Book): readonly (readonly string[])[] {
  const seen = new Set<string>();
  return [...book.plan.heads().values()].flatMap((head) => {
    const formula = howText(book.words, head);
    const key = `${head.member.dimension} ${head.name} ${formula}`;
    if (head.kind === 'input' || seen.has(key)) return [];
    seen.add(key);
    return [
      [
        book.words.label(head),
        head.name,
        head.member.dimension,
        unitOf(book, head.unit),
        book.words.model(head.text),
        formula,
      ],
    ];
  });
}

export function writeDefinitions(book: Book): void {
  const { say } = book.words;
  const name = sheetOf(book, 'Definitions');
  const cells: Cells = new Map();
  const note = say('How this plan counts, and the formula of every measure by its names.');
  putTitle(book, name, say('Definitions'), note, cells);
  const widths = [30, 26, 15, 22, 60, 70];
  putText(cells, HEAD_ROW, 0, say('In use'), 'head');
  widths
    .slice(1)
    .forEach((_, at) => putText(cells, HEAD_ROW, 1 + at, at === 0 ? say('Definition') : '', 'head'));
  const terms = termsInUse(book);
  terms.forEach(([term, text], at) => {
    putText(cells, HEAD_ROW + 1 + at, 0, term, 'label');
    putText(cells, HEAD_ROW + 1 + at, 1, text, 'label');
  });
  const top = HEAD_ROW + terms.length + 2;
  (['Measure', 'Name', 'Of', 'Unit', 'Meaning', 'Formula'] as const).forEach((head, at) =>
    putText(cells, top, at, say(head), 'head'),
  );
  const rowDefs = new Map<number, { height: number }>();
  measures(book).forEach((texts, at) => {
    // Spreadsheets do not make room for wrapped text by themselves.
    const lines = texts.map((text, column) => Math.ceil((textWidth(text) * 1.15) / (widths[column] ?? 10)));
    rowDefs.set(top + 1 + at, { height: LINE_HEIGHT * Math.max(1, ...lines) });
    texts.forEach((text, column) => putText(cells, top + 1 + at, column, text, 'wrapped'));
  });
  book.sheets.push({
    name,
    cells,
    rowDefs,
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: HEAD_ROW, columns: 0 },
    pageSetup: { ...pageSetup(20), fitToWidth: 1 },
    headerFooter: { oddFooter: footer(book) },
    view: { showGridLines: false },
  });
}
