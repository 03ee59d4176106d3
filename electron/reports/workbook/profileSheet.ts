import { type Queue, weekdays } from '#shared/model/scenario.ts';
import { type Book, type Cells, fixedBlock, sheetOf } from './book.ts';
import type { Phrase } from './bookWords.ts';
import { profileDays } from './calendarSheet.ts';
import { footer, pageSetup, putContent, putText, putTitle } from './gridSheet.ts';
import { blockReference, columnLetters } from './references.ts';

const QUEUE_ROW = 3;
const DAY_ROW = 4;
const SUM_ROW = 5;
const CHANGED_ROW = 6;
const FIRST_ROW = 7;

interface Spot {
  readonly queue: Queue;
  readonly days: readonly number[];
  /** Column of the times; those of the days follow. */
  readonly first: number;
  /** First column of the copy of the weights. */
  readonly copy: number;
  readonly intervals: number;
}

function spotsOf({ scenario }: Book): readonly Spot[] {
  let first = 0;
  const spots = scenario.queues.map((queue) => {
    const days = profileDays(queue);
    const spot = { queue, days, first, intervals: 1440 / queue.profile.intervalMinutes };
    first += days.length + 2;
    return spot;
  });
  const width = first;
  return spots.map((spot) => ({ ...spot, copy: width + spot.first + 1 }));
}

/** `08:30` of the interval at a place. */
export function timeText(place: number, intervalMinutes: number): string {
  const minutes = place * intervalMinutes;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Gives the weights of every queue their cells. */
export function placeProfiles(book: Book): void {
  const sheet = sheetOf(book, 'Profiles');
  for (const { queue, days, first, copy, intervals } of spotsOf(book)) {
    const rows = { sheet, firstRow: FIRST_ROW, lastRow: FIRST_ROW + intervals - 1 };
    days.forEach((day, at) => {
      const column = first + 1 + at;
      book.blocks.set(`weights.${queue.id}.${day}`, { ...rows, firstColumn: column, lastColumn: column });
      book.places.set(`weightSum.${queue.id}.${day}`, { sheet, row: SUM_ROW, column });
    });
    if (days.length === 0) continue;
    const last = days.length - 1;
    book.blocks.set(`weights.${queue.id}`, { ...rows, firstColumn: first + 1, lastColumn: first + 1 + last });
    book.blocks.set(`copy.${queue.id}`, { ...rows, firstColumn: copy, lastColumn: copy + last });
    book.places.set(`profileChanged.${queue.id}`, { sheet, row: CHANGED_ROW, column: first + 1 });
  }
}

function putQueue(book: Book, { queue, days, first, copy, intervals }: Spot, cells: Cells): void {
  const { say, weekday } = book.words;
  const sheet = sheetOf(book, 'Profiles');
  const name = queue.name ?? queue.id;
  putText(cells, QUEUE_ROW, first, name, 'strong');
  putText(cells, QUEUE_ROW, copy, say('{{label}}, as computed', { label: name }), 'note');
  putText(cells, DAY_ROW, first, say('From'), 'head');
  putText(cells, SUM_ROW, first, say('Sum'), 'strong');
  putText(cells, CHANGED_ROW, first, say('Changed'), 'strong');
  for (let place = 0; place < intervals; place += 1)
    putText(cells, FIRST_ROW + place, first, timeText(place, queue.profile.intervalMinutes), 'label');
  days.forEach((day, at) => {
    const weights = queue.profile.weights[weekdays[day] ?? 'mon'] ?? [];
    const column = first + 1 + at;
    putText(cells, DAY_ROW, column, weekday(day, 'short'), 'head');
    putText(cells, DAY_ROW, copy + at, weekday(day, 'short'), 'head');
    const block = blockReference(
      {
        sheet,
        firstRow: FIRST_ROW,
        lastRow: FIRST_ROW + intervals - 1,
        firstColumn: column,
        lastColumn: column,
      },
      sheet,
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    putContent(cells, SUM_ROW, column, { formula: `SUM(${block})`, result: sum }, 'exact');
    weights.forEach((value, place) => {
      putContent(cells, FIRST_ROW + place, column, { value, tone: 'input' }, 'exact');
      putContent(cells, FIRST_ROW + place, copy + at, { value, tone: 'fixed' }, 'exact');
    });
  });
  if (days.length === 0) return;
  const [live, kept] = [
    fixedBlock(book, `weights.${queue.id}`, sheet),
    fixedBlock(book, `copy.${queue.id}`, sheet),
  ];
  putContent(cells, CHANGED_ROW, first + 1, { formula: `SUMXMY2(${live},${kept})`, result: 0 }, 'exact');
}

const NOTE: Phrase =
  'How contacts fall on a week. Agents depend on these weights, so a change needs Headroom; a copy of those it computed with stands to the right.';

export function writeProfiles(book: Book): void {
  const cells: Cells = new Map();
  const { say } = book.words;
  const name = sheetOf(book, 'Profiles');
  putTitle(book, name, say('Weekly profiles'), say(NOTE), cells);
  const spots = spotsOf(book);
  for (const spot of spots) putQueue(book, spot, cells);
  const width = Math.max(0, ...spots.map(({ copy, days }) => copy + days.length));
  const live = Math.max(1, ...spots.map(({ first, days }) => first + days.length + 1));
  const bottom = FIRST_ROW + Math.max(0, ...spots.map(({ intervals }) => intervals));
  const times = new Set(spots.map(({ first }) => first));
  book.sheets.push({
    name,
    cells,
    columns: Array.from({ length: width }, (_, at) => ({ width: times.has(at) ? 12 : 9 })),
    freezePane: { rows: FIRST_ROW, columns: 0 },
    pageSetup: {
      ...pageSetup(live),
      fitToWidth: Math.max(1, Math.ceil(live / 18)),
    },
    headerFooter: { oddFooter: footer(book) },
    view: { showGridLines: false },
  });
  const area = `$A$1:$${columnLetters(live - 1)}$${bottom}`;
  book.printTitles.set(name, { rows: FIRST_ROW, columns: 0, area });
}
