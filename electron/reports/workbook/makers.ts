import { isCounted } from '#shared/model/initiatives.ts';
import { dayNumberOfIso } from '#shared/kernel/calendar.ts';
import type { Member } from '#shared/model/members.ts';
import { type Book, fixedBlock, fixedCell, type Reader } from './book.ts';
import { calendarMakers, profileDays } from './calendarSheet.ts';
import { engineMakers } from './engineSheet.ts';
import { allocationMakers } from './allocationMakers.ts';
import { cohortMakers } from './cohortRows.ts';
import { followerMakers } from './followerRows.ts';
import { agentSpans, staffedParts } from './intervalAgents.ts';
import type { Maker, Makers } from './nodeRows.ts';
import { chained } from './parts.ts';
import { blockReference } from './references.ts';
import { workloadMakers } from './workloadRows.ts';

/** The formulas of everything that is no formula of a line: facts of the calendar, and what function nodes work out. */

type Entry = readonly [string, Maker];

function seasonMaker(book: Book, { id, key }: Member): Entry {
  const block = `season.${id}`;
  return [
    `${key}.season`,
    (reader) =>
      book.blocks.has(block)
        ? `INDEX(${fixedBlock(book, block, reader.sheet)},${reader.cell('calendar.month#')})`
        : fixedCell(book, `queues.${id}.seasonality`, reader.sheet),
  ];
}

function eventMakers(book: Book, { id, key }: Member): readonly Entry[] {
  const places = book.scenario.events.flatMap(({ queues }, place) => (queues.includes(id) ? [place] : []));
  if (places.length === 0) return [];
  const factor = (reader: Reader, place: number) => {
    const part = (name: string) => fixedCell(book, `events[${place}].${name}`, reader.sheet);
    const covered = `MIN(${part('to')},${reader.cell('calendar.end#')})-MAX(${part('from')},${reader.cell('calendar.start#')})+1`;
    return `(1+${part('uplift')}*MAX(0,${covered})/${reader.cell('calendar.days')})`;
  };
  const value = (place: number, t: number) => {
    const event = book.scenario.events[place];
    const period = book.plan.graph().context.periods[t];
    if (event === undefined || period === undefined) return Number.NaN;
    const [from, to] = [dayNumberOfIso(event.from), dayNumberOfIso(event.to)];
    const last = period.startDay + period.days - 1;
    const covered = Math.min(to, last) - Math.max(from, period.startDay) + 1;
    return 1 + (event.uplift * Math.max(0, covered)) / period.days;
  };
  const maker: Maker = (reader) => {
    const terms = places.map((place) => ({
      text: factor(reader, place),
      value: () => value(place, reader.column.place),
    }));
    return chained(book, reader, `${key}.eventFactor`, terms, { operator: '*' });
  };
  return [[`${key}.eventFactor`, maker]];
}

function openShareMaker(book: Book, { id, key }: Member): readonly Entry[] {
  const queue = book.scenario.queues.find((one) => one.id === id);
  const days = queue === undefined ? [] : profileDays(queue);
  if (days.length === 0) return [];
  const all = (reader: Reader) =>
    days
      .map(
        (day) =>
          `${reader.cell(`calendar.day${day}#`)}*${fixedCell(book, `weightSum.${id}.${day}`, reader.sheet)}`,
      )
      .join('+');
  return [
    [
      `${key}.openShare`,
      (reader) => `IF((${all(reader)})=0,1,${reader.cell(`openWeight.${id}#`)}/(${all(reader)}))`,
    ],
  ];
}

function baseHourMakers(book: Book): readonly Entry[] {
  return staffedParts(book).flatMap((part): readonly Entry[] => {
    const spans = agentSpans(part);
    if (spans.length === 0) return [];
    const { intervalMinutes } = part.queue.profile;
    const hasGap = book.plan.column(part.hoursId).some(Number.isNaN);
    const blockText = (reader: Reader, first: string, last: string) => {
      const [top, bottom] = [book.places.get(first), book.places.get(last)];
      if (top === undefined || bottom === undefined) throw new Error(`"${first}" has no row`);
      const columns = { firstColumn: reader.column.at, lastColumn: reader.column.at };
      return blockReference(
        { sheet: top.sheet, firstRow: top.row, lastRow: bottom.row, ...columns },
        reader.sheet,
      );
    };
    const maker: Maker = (reader) => {
      const blocks = spans.map(({ day, first, last }) => ({ day, text: blockText(reader, first, last) }));
      const sums = blocks.map(
        ({ day, text }) => `${reader.cell(`open.${part.queue.id}.${day}#`)}*SUM(${text})`,
      );
      const hours = `(${sums.join('+')})*${intervalMinutes}/60`;
      return hasGap ? `IF(COUNT(${blocks.map(({ text }) => text).join(',')})=0,"",${hours})` : hours;
    };
    return [[part.hoursId, maker]];
  });
}

function groupMakers(book: Book, { id, key }: Member): readonly Entry[] {
  const group = book.scenario.staffGroups.find((one) => one.id === id);
  const cell = (name: string, reader: Reader) => fixedCell(book, `staffGroups.${id}.${name}`, reader.sheet);
  const holidays: Maker = (reader) => {
    const days = [0, 1, 2, 3, 4].map((day) => reader.cell(`calendar.holiday${day}#`));
    return `${cell('observesHolidays', reader)}*(${days.join('+')})`;
  };
  const weeks: Maker = (reader) => {
    if (group?.hoursBasis === 'calendar') return `${reader.cell('calendar.days')}/7`;
    if (group?.hoursBasis === 'average') return `365*${reader.cell('calendar.y')}/7`;
    return `${reader.cell('calendar.weekdays')}/5`;
  };
  const classes = group?.hiring.mode === 'manual' && group.hiring.classes.length > 0;
  const starts: Maker = (reader) => {
    const planned = group?.hiring.mode === 'manual' ? group.hiring.classes : [];
    const [start, end] = [reader.cell('calendar.start#'), reader.cell('calendar.end#')];
    const period = book.plan.graph().context.periods[reader.column.place];
    const terms = planned.map((one, place) => {
      const [from, people] = ['start', 'people'].map((name) =>
        cell(`hiring.classes[${place}].${name}`, reader),
      );
      const since = dayNumberOfIso(one.start) - (period?.startDay ?? 0);
      return {
        text: `IF(AND(${from}>=${start},${from}<=${end}),${people},0)`,
        value: () => (since >= 0 && since < (period?.days ?? 0) ? one.people : 0),
      };
    });
    return chained(book, reader, `${key}.classStarts`, terms);
  };
  return [
    [`${key}.paidWeeks`, weeks],
    [`${key}.observedHolidays`, holidays],
    ...(classes ? [[`${key}.classStarts`, starts] as const] : []),
  ];
}

function beginsMaker(book: Book, { id, key }: Member): Entry {
  const initiative = book.scenario.initiatives.find((one) => one.id === id);
  return [
    `${key}.begins`,
    (reader) => {
      if (initiative !== undefined && !isCounted(initiative)) return '0';
      const start = fixedCell(book, `initiatives.${id}.start`, reader.sheet);
      const before = reader.find('calendar.end#', true);
      const isReached = `${reader.cell('calendar.end#')}>=${start}`;
      return before === undefined ? `IF(${isReached},1,0)` : `IF(AND(${isReached},${before}<${start}),1,0)`;
    },
  ];
}

export function allMakers(book: Book): Makers {
  const { members } = book.plan.graph();
  const queues = members.of('queues');
  return new Map<string, Maker>([
    ...calendarMakers(book),
    ...queues.flatMap((member) => [
      seasonMaker(book, member),
      ...eventMakers(book, member),
      ...openShareMaker(book, member),
    ]),
    ...baseHourMakers(book),
    ...members.of('groups').flatMap((member) => groupMakers(book, member)),
    ...members.of('initiatives').map((member) => beginsMaker(book, member)),
    ...engineMakers(book),
    ...allocationMakers(book),
    ...cohortMakers(book),
    ...followerMakers(book),
    ...workloadMakers(book),
  ]);
}
