import { meanProficiency, shareAfterTraining } from '#shared/model/blocks/people.ts';
import type { Member } from '#shared/model/members.ts';
import { weeksPerPeriod } from '#shared/model/periods.ts';
import {
  type Book,
  fixedBlock,
  fixedCell,
  type GridSheet,
  type Reader,
  type Row,
  sheetOf,
  unitOf,
} from './book.ts';
import type { Phrase } from './bookWords.ts';
import { helperRow } from './calendarSheet.ts';
import type { Maker } from './nodeRows.ts';
import {
  cohortGroups,
  keptText,
  newText,
  outputBy,
  outputText,
  rampCell,
  type Ramped,
  trainedText,
} from './rampSheet.ts';
import { blockReference } from './references.ts';
import { people, type People } from './cohortNumbers.ts';

/** People by cohort: proficient ones, those still learning when the plan begins, and hires by periods since joining. */

function rowMaker(book: Book, of: string) {
  const units = { people: 'people', share: 'share', exact: 'weeks', whole: 'number' } as const;
  return (
    id: string,
    label: Phrase,
    shown: 'people' | 'share' | 'exact' | 'whole',
    text: (reader: Reader) => string | undefined,
    value: (t: number) => number | undefined,
  ): Row =>
    helperRow(
      { id, label: book.words.say(label), of, unitText: unitOf(book, units[shown]), shown },
      text,
      (t) => value(t) ?? Number.NaN,
    );
}

function hazardText(book: Book, { member }: Ramped, reader: Reader, isNew: boolean): string {
  const factor = isNew ? `*${fixedCell(book, `${member.inputKey}.newHireFactor`, reader.sheet)}` : '';
  const x = `${reader.cell(`${member.inputKey}.attrition`)}${factor}*${reader.cell('calendar.y')}`;
  return `MIN(1,${x}/(1+${x}/2))`;
}

/** How many of one cohort that was still learning when the plan began are left. */
function openingPeople(
  book: Book,
  ramped: Ramped,
  cohort: Member,
  place: number,
  found: People,
): readonly Row[] {
  const { member } = ramped;
  const id = (name: string) => `${name}.${member.id}.${place}#`;
  const fixed = (reader: Reader) => fixedCell(book, 'calendar.weeksPerPeriod', reader.sheet);
  const row = rowMaker(book, cohort.name);
  return [
    row(
      id('weeks'),
      'Weeks since joining',
      'exact',
      (reader) => {
        const before = reader.find(id('weeks'), true);
        return before === undefined
          ? reader.cell(`${cohort.inputKey}.weeksSinceJoining`)
          : `${before}+${fixed(reader)}`;
      },
      (t) => found.opening[place]?.[t]?.weeks,
    ),
    row(
      id('leaving'),
      'Share that leaves',
      'share',
      (reader) => {
        const own = reader.cell(id('weeks'));
        const hazard = `IF(${newText(book, ramped, own, reader.sheet)}=1,${reader.cell(`newHazard.${member.id}#`)},${reader.cell(`hazard.${member.id}#`)})`;
        return `1-(1-${hazard})*${keptText(book, ramped, own, reader.sheet)}`;
      },
      (t) => found.opening[place]?.[t]?.share,
    ),
    row(
      id('people'),
      'People at the start of the period',
      'people',
      (reader) => {
        const [before, left] = [reader.find(id('people'), true), reader.find(id('leaving'), true)];
        return before === undefined || left === undefined
          ? reader.cell(`${cohort.inputKey}.people`)
          : `${before}*(1-${left})`;
      },
      (t) => found.opening[place]?.[t]?.people,
    ),
  ];
}

/** How productive they are. */
function openingOutput(
  book: Book,
  ramped: Ramped,
  cohort: Member,
  place: number,
  found: People,
): readonly Row[] {
  const { member, group } = ramped;
  const id = (name: string) => `${name}.${member.id}.${place}#`;
  const length = weeksPerPeriod(book.scenario.calendar.grain);
  const fixed = (reader: Reader) => fixedCell(book, 'calendar.weeksPerPeriod', reader.sheet);
  const row = rowMaker(book, cohort.name);
  const weeks = (t: number) => found.opening[place]?.[t]?.weeks ?? Number.NaN;
  return [
    row(
      id('from'),
      'Weeks of output until the start',
      'exact',
      (reader) => outputText(book, ramped, reader.cell(id('weeks')), reader.sheet),
      (t) => outputBy(group, weeks(t)),
    ),
    row(
      id('until'),
      'Weeks of output until the end',
      'exact',
      (reader) => outputText(book, ramped, `(${reader.cell(id('weeks'))}+${fixed(reader)})`, reader.sheet),
      (t) => outputBy(group, weeks(t) + length),
    ),
    row(
      id('proficiency'),
      'Mean proficiency',
      'share',
      (reader) => `(${reader.cell(id('until'))}-${reader.cell(id('from'))})/${fixed(reader)}`,
      (t) => meanProficiency(group.ramp, weeks(t), length),
    ),
    row(
      id('trained'),
      'Share after training',
      'share',
      (reader) => trainedText(book, ramped, reader.cell(id('weeks')), reader.sheet),
      (t) => shareAfterTraining(group.ramp, weeks(t), length),
    ),
  ];
}

/** People in one column of the hires: by periods since joining, from top to bottom. */
function hiredBlock(book: Book, { member }: Ramped, reader: Reader): string {
  const first = book.places.get(`age.${member.id}.0#`);
  if (first === undefined) throw new Error(`"${member.id}" has no hires`);
  const columns = { firstColumn: reader.column.at, lastColumn: reader.column.at };
  return blockReference(
    { sheet: first.sheet, firstRow: first.row, lastRow: first.row + book.frame.periods - 1, ...columns },
    reader.sheet,
  );
}

/** The share of each row of hires that stays, for the whole block. */
function stayingText(book: Book, { member }: Ramped, reader: Reader): string {
  const [hazard, isNew] = [reader.cell(`hazard.${member.id}#`), reader.cell(`newHazard.${member.id}#`)];
  const block = (name: string) => fixedBlock(book, `ramp.${member.id}.${name}`, reader.sheet);
  return `(1-${hazard}-(${isNew}-${hazard})*${block('new')})*${block('kept')}`;
}

function ageRow(book: Book, ramped: Ramped, k: number, found: People): Row {
  const { member } = ramped;
  const id = (age: number) => `age.${member.id}.${age}#`;
  return {
    id: id(k),
    label:
      k === 0
        ? book.words.say('Hired in the period')
        : book.words.say('Hired {{number}} periods before', { number: k }),
    of: member.name,
    unitText: unitOf(book, 'people'),
    shown: 'people',
    tone: 'detail',
    cell(reader) {
      const { kind, place } = reader.column;
      if (kind !== 'period' || place < k) return undefined;
      const result = found.hired[k]?.[place] ?? Number.NaN;
      if (k === 0) return { formula: reader.cell(`${member.key}.hires`), result };
      const [before, hazard, isNew] = [id(k - 1), `hazard.${member.id}#`, `newHazard.${member.id}#`].map(
        (one) => reader.find(one, true) ?? '0',
      );
      const cell = (name: 'new' | 'kept') => rampCell(book, member.id, name, k - 1, reader.sheet);
      return {
        formula: `${before}*(1-${hazard}-(${isNew}-${hazard})*${cell('new')})*${cell('kept')}`,
        result,
      };
    },
  };
}

function hiredTotals(book: Book, ramped: Ramped, found: People): readonly Row[] {
  const { member } = ramped;
  const row = rowMaker(book, member.name);
  const block = (name: string, reader: Reader) => fixedBlock(book, `ramp.${member.id}.${name}`, reader.sheet);
  const weighted = (name: 'proficiency' | 'trained') => (reader: Reader) =>
    `SUMPRODUCT(${hiredBlock(book, ramped, reader)}*(1+${stayingText(book, ramped, reader)})/2*${block(name, reader)})`;
  return [
    row(
      `hiredLeavers.${member.id}#`,
      'Leavers among the hires',
      'people',
      (reader) => `SUMPRODUCT(${hiredBlock(book, ramped, reader)}*(1-${stayingText(book, ramped, reader)}))`,
      (t) => found.hiredTotals[t]?.leavers,
    ),
    row(
      `hiredEffective.${member.id}#`,
      'Hires on average, by proficiency',
      'people',
      weighted('proficiency'),
      (t) => found.hiredTotals[t]?.effective,
    ),
    row(
      `hiredTrained.${member.id}#`,
      'Hires on average, past training',
      'people',
      weighted('trained'),
      (t) => found.hiredTotals[t]?.trained,
    ),
  ];
}

function groupRows(book: Book, ramped: Ramped): readonly Row[] {
  const { member } = ramped;
  const found = people(book, ramped);
  const row = rowMaker(book, member.name);
  const [hazard, proficient] = [`hazard.${member.id}#`, `proficient.${member.id}#`];
  return [
    { label: member.name, isSection: true },
    row(
      hazard,
      'Share of a cohort that leaves',
      'share',
      (reader) => hazardText(book, ramped, reader, false),
      (t) => found.hazard[t],
    ),
    row(
      `newHazard.${member.id}#`,
      'Share of new hires that leaves',
      'share',
      (reader) => hazardText(book, ramped, reader, true),
      (t) => found.newHazard[t],
    ),
    row(
      proficient,
      'Proficient at the start of the plan, still there',
      'people',
      (reader) => {
        const [before, left] = [reader.find(proficient, true), reader.find(hazard, true)];
        const first = fixedCell(book, `${member.inputKey}.proficientHeadcount`, reader.sheet);
        return before === undefined || left === undefined ? first : `${before}*(1-${left})`;
      },
      (t) => found.proficient[t],
    ),
    ...(member.collections.get('openingCohorts') ?? []).flatMap((cohort, place) => [
      ...openingPeople(book, ramped, cohort, place, found),
      ...openingOutput(book, ramped, cohort, place, found),
    ]),
    ...hiredTotals(book, ramped, found),
    ...book.plan.graph().context.periods.map((_, k) => ageRow(book, ramped, k, found)),
  ];
}

export function cohortSheet(book: Book): GridSheet | undefined {
  const groups = cohortGroups(book);
  if (groups.length === 0) return undefined;
  const { say } = book.words;
  return {
    name: sheetOf(book, 'Cohorts'),
    title: say('Cohorts'),
    note: say(
      'Hires by periods since joining: each row of people moves one row down and one period to the right, less those who leave. The sheet {{ramp}} says what each row is worth.',
      { ramp: sheetOf(book, 'Ramp') },
    ),
    rows: groups.flatMap((ramped) => groupRows(book, ramped)),
  };
}

function makersOf(book: Book, ramped: Ramped): readonly (readonly [string, Maker])[] {
  const { member } = ramped;
  const cohorts = (member.collections.get('openingCohorts') ?? []).map((_, place) => place);
  const step = (reader: Reader, name: string) => reader.cell(`${name}.${member.id}#`);
  const opening = (reader: Reader, name: string, place: number) =>
    reader.cell(`${name}.${member.id}.${place}#`);
  const average = (reader: Reader, place: number) =>
    `${opening(reader, 'people', place)}*(1-${opening(reader, 'leaving', place)}/2)`;
  const weighted =
    (hired: string, name: 'proficiency' | 'trained'): Maker =>
    (reader) =>
      [
        `${step(reader, 'proficient')}*(1-${step(reader, 'hazard')}/2)`,
        ...cohorts.map((place) => `${average(reader, place)}*${opening(reader, name, place)}`),
        step(reader, hired),
      ].join('+');
  const leavers: Maker = (reader) =>
    [
      `${step(reader, 'proficient')}*${step(reader, 'hazard')}`,
      ...cohorts.map((place) => `${opening(reader, 'people', place)}*${opening(reader, 'leaving', place)}`),
      step(reader, 'hiredLeavers'),
    ].join('+');
  const headcount: Maker = (reader) =>
    `${[step(reader, 'proficient'), ...cohorts.map((place) => opening(reader, 'people', place)), `SUM(${hiredBlock(book, ramped, reader)})`].join('+')}-${reader.cell(`${member.key}.leavers`)}/2`;
  return [
    [`${member.key}.leavers`, leavers],
    [`${member.key}.averageHeadcount`, headcount],
    [`${member.key}.effectiveHeadcount`, weighted('hiredEffective', 'proficiency')],
    [`${member.key}.trainedHeadcount`, weighted('hiredTrained', 'trained')],
  ];
}

export function cohortMakers(book: Book): ReadonlyMap<string, Maker> {
  return new Map(cohortGroups(book).flatMap((ramped) => makersOf(book, ramped)));
}
