import { inputDefinitions } from '#shared/model/inputs.ts';
import type { Member } from '#shared/model/members.ts';
import type { Book, Reader, Row } from './book.ts';
import { fixedCell } from './book.ts';
import { partCell } from './parts.ts';
import type { Shown } from './styles.ts';

/**
 * What the engine's results belong to: a copy of every number that went into them, and a mark where one of them is no
 * longer what it was.
 */

/** Something whose results the engine worked out: a queue, or the hiring of a group. */
interface Watched {
  readonly id: string;
  readonly of: string;
  /** Rows by period that went in. */
  readonly rows: readonly string[];
  /** Numbers for the whole plan that went in. */
  readonly cells: readonly string[];
  /** Cells that are 0 as long as nothing changed. */
  readonly zeros: readonly string[];
}

function queueWatched({ plan, places }: Book, member: Member): Watched {
  const known = (ids: readonly string[]) => ids.filter((id) => plan.heads().has(id));
  const servers = member.collections.get('servers') ?? [];
  const constants = Object.keys(inputDefinitions.queues ?? {}).filter(
    (name) => name.startsWith('goal.') || name === 'concurrency',
  );
  const changed = `profileChanged.${member.id}`;
  return {
    id: member.key,
    of: member.name,
    rows: [
      ...known(['offered', 'aht', 'patience'].map((name) => `${member.key}.${name}`)),
      ...known(servers.map(({ inputKey }) => `${inputKey}.share`)),
      ...known(servers.map(({ key }) => `${key}.staffingRatio`)),
      `openCode.${member.id}#`,
    ],
    cells: known(constants.map((name) => `${member.inputKey}.${name}`)),
    zeros: places.has(changed) ? [changed] : [],
  };
}

/** Inputs of a group that do not move the cheapest hiring. */
const BESIDE_HIRING = new Set([
  'costs.severancePerLeaver',
  'costs.technologyPerSeat',
  'costs.seatsPerHead',
  'costs.facilityPerSeat',
  'vendor.price',
]);

function hiringWatched({ plan }: Book, member: Member): Watched {
  const inputs = [...plan.heads().values()].filter(
    ({ kind, name, member: owner }) =>
      kind === 'input' &&
      (owner.inputKey === member.inputKey ||
        (owner.dimension === 'openingCohorts' && owner.links['group'] === member)) &&
      !BESIDE_HIRING.has(name),
  );
  const measures = ['requiredFte', 'availableHours', 'outOfOfficeShare'].map(
    (name) => `${member.key}.${name}`,
  );
  return {
    id: `${member.key}.hiring`,
    of: member.name,
    rows: [...measures, ...inputs.map(({ id }) => id)],
    cells: [],
    zeros: [],
  };
}

/** Everything whose results come from the engine as numbers. */
export function watchedThings(book: Book): readonly Watched[] {
  const { members } = book.plan.graph();
  const queues = members.of('queues').filter(({ traits }) => traits['kind'] === 'waiting');
  const groups = members.of('groups').filter(({ traits }) => traits['hiring'] === 'auto');
  return [
    ...queues.map((member) => queueWatched(book, member)),
    ...groups.map((member) => hiringWatched(book, member)),
  ];
}

function keptId({ id }: Watched, source: string): string {
  return `kept.${id}.${source}`;
}

interface Source {
  readonly label: string;
  readonly shown: Shown;
  readonly values: (t: number) => number;
}

function sourceOf(book: Book, source: string, helpers: ReadonlyMap<string, readonly number[]>): Source {
  const head = book.plan.heads().get(source);
  const helper = helpers.get(source) ?? [];
  if (head === undefined)
    return {
      label: book.words.say('Open days in one number'),
      shown: 'code',
      values: (t) => helper[t] ?? Number.NaN,
    };
  const column = book.plan.column(source);
  return { label: book.words.label(head), shown: head.unit, values: (t) => column[t] ?? Number.NaN };
}

/** The copies of what went into the engine. */
export function keptRows(
  book: Book,
  watched: Watched,
  helpers: ReadonlyMap<string, readonly number[]>,
): readonly Row[] {
  const row = (source: string, isSingle: boolean): Row => {
    const { label, shown, values } = sourceOf(book, source, helpers);
    return {
      id: keptId(watched, source),
      label: book.words.say('{{label}}, as computed', { label }),
      of: watched.of,
      shown,
      tone: 'fixed',
      isSingle,
      cell: ({ column }) => (column.kind === 'period' ? { value: values(column.place) } : undefined),
    };
  };
  return [
    ...watched.rows.map((source) => row(source, false)),
    ...watched.cells.map((source) => row(source, true)),
  ];
}

/** So many of the longest conditions make a formula that spreadsheets take. */
const MOST_CONDITIONS = 25;

/** 1 where one of the conditions holds; many of them by way of cells of their own. */
function anyOf(book: Book, reader: Reader, id: string, conditions: readonly string[]): string {
  const whole = (some: readonly string[]) => `IF(OR(${some.join(',')}),1,0)`;
  if (conditions.length <= MOST_CONDITIONS) return whole(conditions);
  const count = Math.ceil(conditions.length / MOST_CONDITIONS);
  const cells = Array.from({ length: count }, (_, at) => {
    const some = conditions.slice(at * MOST_CONDITIONS, (at + 1) * MOST_CONDITIONS);
    return `${partCell(book, reader, `needs.${id}, ${at + 1}`, whole(some), 0)}=1`;
  });
  return anyOf(book, reader, `${id}, +`, cells);
}

/** 1 in every period in which something that went into the engine's results is another number now. */
export function needsRow(book: Book, watched: Watched): Row {
  return {
    id: `needs.${watched.id}`,
    label: book.words.say('Needs Headroom'),
    of: watched.of,
    unitText: book.words.say('1 where stale'),
    shown: 'whole',
    tone: 'result',
    cell(reader) {
      if (reader.column.kind !== 'period') return undefined;
      const pairs = [...watched.rows, ...watched.cells].map((source) => {
        const [live, kept] = [reader.cell(source), reader.cell(keptId(watched, source))];
        const hasGap = book.plan.heads().has(source) && book.plan.column(source).some(Number.isNaN);
        return hasGap ? `${live}<>${kept}` : `ABS(${live}-${kept})>0.000000001*ABS(${kept})`;
      });
      const zeros = watched.zeros.map((id) => `${fixedCell(book, id, reader.sheet)}<>0`);
      return { formula: anyOf(book, reader, watched.id, [...pairs, ...zeros]), result: 0 };
    },
  };
}
