import { inputDefinitions } from '#shared/model/inputs.ts';
import type { Member } from '#shared/model/members.ts';
import type { Book, Row } from './book.ts';
import { fixedCell } from './book.ts';
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
    return { label: 'Open days in one number', shown: 'code', values: (t) => helper[t] ?? Number.NaN };
  const column = book.plan.column(source);
  return { label: head.label, shown: head.unit, values: (t) => column[t] ?? Number.NaN };
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
      label: `${label}, as computed`,
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

/** 1 in every period in which something that went into the engine's results is another number now. */
export function needsRow(book: Book, watched: Watched): Row {
  return {
    id: `needs.${watched.id}`,
    label: 'Needs Headroom',
    of: watched.of,
    unitText: '1 where stale',
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
      return { formula: `IF(OR(${[...pairs, ...zeros].join(',')}),1,0)`, result: 0 };
    },
  };
}
