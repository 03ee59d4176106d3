import type { Member } from '#shared/model/members.ts';
import { daysByWeekday } from '#shared/model/periods.ts';
import type { NodeHead } from '#shared/model/plan.ts';
import { type Book, type GridSheet, type Reader, type Row, sheetOf, unitOf } from './book.ts';
import { profileDays } from './calendarSheet.ts';
import { keptRows, needsRow, watchedThings } from './engineState.ts';
import { agentRows, staffedParts } from './intervalAgents.ts';
import type { Maker } from './nodeRows.ts';
import { blockReference } from './references.ts';

const SERVICE = [
  'inTime',
  'countedForService',
  'waitSeconds',
  'abandoned',
  'handled',
  'carriedHours',
  'slotHours',
  'overloadedIntervals',
] as const;

function heads({ plan }: Book, ids: readonly string[]): readonly NodeHead[] {
  return ids.flatMap((id) => plan.heads().get(id) ?? []);
}

/** Results by period that only the engine can work out: service of queues, partners' own service, planned hiring. */
function engineHeads(book: Book): readonly NodeHead[] {
  const { members } = book.plan.graph();
  const waiting = members.of('queues').filter(({ traits }) => traits['kind'] === 'waiting');
  const ofQueue = (member: Member) => [
    ...SERVICE.map((name) => `${member.key}.${name}`),
    ...(member.traits['pooling'] === 'own'
      ? (member.collections.get('servers') ?? []).map(({ key }) => `${key}.handled`)
      : []),
  ];
  const ofGroup = ({ key, traits }: Member) => [
    ...(traits['sourcing'] === 'vendor' ? [`${key}.ownServiceLevel`] : []),
    ...(traits['hiring'] === 'auto' ? [`${key}.hires`] : []),
  ];
  return heads(book, [...waiting.flatMap(ofQueue), ...members.of('groups').flatMap(ofGroup)]);
}

/** Stands where the engine has no number, such as the wait in a period of overload. */
const NO_NUMBER = '–';

function engineRow(book: Book, head: NodeHead): Row {
  const column = book.plan.column(head.id);
  return {
    id: `engine.${head.id}`,
    label: book.words.label(head),
    of: head.member.name,
    unitText: unitOf(book, head.unit),
    shown: head.unit,
    tone: 'engine',
    cell({ column: { kind, place } }) {
      const value = column[place] ?? Number.NaN;
      return kind === 'period' ? { value: Number.isNaN(value) ? NO_NUMBER : value } : undefined;
    },
  };
}

/** On their own sheets these measures are references to the engine's numbers; nothing where it has none. */
export function engineMakers(book: Book): ReadonlyMap<string, Maker> {
  return new Map(
    engineHeads(book).map(({ id }) => {
      const hasGap = book.plan.column(id).some(Number.isNaN);
      const maker = (reader: Reader) => {
        const cell = reader.cell(`engine.${id}`);
        return hasGap ? `IF(ISNUMBER(${cell}),${cell},"")` : cell;
      };
      return [id, maker] as const;
    }),
  );
}

/** The open days of the queues as numbers, as the calendar sheet has them. */
function openCodes({ plan, scenario }: Book): ReadonlyMap<string, readonly number[]> {
  const { periods, holidays } = plan.graph().context;
  return new Map(
    scenario.queues.map((queue) => {
      const closed = queue.closedOnHolidays ? holidays : new Set<number>();
      const codes = periods.map((period) => {
        const days = daysByWeekday(period, closed);
        return profileDays(queue).reduce((sum, day) => sum + (days[day] ?? 0) * 100 ** day, 0);
      });
      return [`openCode.${queue.id}#`, codes];
    }),
  );
}

function needsTotal(book: Book, ids: readonly string[]): Row {
  return {
    id: 'engine.needs#',
    label: book.words.say('Results that need Headroom'),
    unitText: book.words.say('results'),
    shown: 'whole',
    isSingle: true,
    cell(reader) {
      if (ids.length === 0) return { value: 0, tone: 'fixed' };
      const last = book.frame.periods - 1;
      // The rows of the marks stand below one another.
      const [from, to] = [ids[0], ids.at(-1)].map((id) => book.places.get(id ?? '')?.row ?? 0);
      const columns = { firstColumn: book.frame.periodAt(0), lastColumn: book.frame.periodAt(last) };
      const block = { sheet: reader.sheet, firstRow: from ?? 0, lastRow: to ?? 0, ...columns };
      return { formula: `SUM(${blockReference(block, reader.sheet)})`, result: 0 };
    },
  };
}

export function engineSheet(book: Book): GridSheet {
  const watched = watchedThings(book);
  const codes = openCodes(book);
  const { say } = book.words;
  return {
    name: sheetOf(book, 'Agents'),
    title: say('Agents and service from the queueing engine'),
    note: say(
      "Numbers in violet were worked out by Headroom's queueing engine and do not recalculate. Below them stands what they were worked out from.",
    ),
    rows: [
      { label: say('Do these results still belong to the inputs?'), isSection: true },
      needsTotal(
        book,
        watched.map(({ id }) => `needs.${id}`),
      ),
      ...watched.map((one) => needsRow(book, one)),
      { label: say('Results by period'), isSection: true },
      ...engineHeads(book).map((head) => engineRow(book, head)),
      { label: say('What they were worked out from'), isSection: true },
      ...watched.flatMap((one) => keptRows(book, one, codes)),
      { label: say('Agents in every open interval of the week'), isSection: true },
      ...staffedParts(book).flatMap((part) => agentRows(book, part)),
    ],
  };
}
