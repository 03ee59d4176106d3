import { leavingShare, meanProficiency, shareAfterTraining } from '#shared/model/blocks/people.ts';
import type { Member } from '#shared/model/members.ts';
import { weeksPerPeriod } from '#shared/model/periods.ts';
import type { StaffGroup } from '#shared/model/scenario.ts';
import { type Book, type Cells, fixedCell, sheetOf } from './book.ts';
import type { Phrase } from './bookWords.ts';
import { footer, pageSetup, putContent, putText, putTitle } from './gridSheet.ts';
import { cellReference } from './references.ts';
import type { Shown } from './styles.ts';

const GROUP_ROW = 3;
const HEAD_ROW = 4;
const FIRST_ROW = 5;

/** What becomes of a hire by periods since joining. */
const COLUMNS = [
  { name: 'periods', head: 'Periods since joining', shown: 'whole' },
  { name: 'weeks', head: 'Weeks at the start', shown: 'exact' },
  { name: 'output', head: 'Weeks of output so far', shown: 'exact' },
  { name: 'new', head: 'Leaves more easily', shown: 'whole' },
  { name: 'kept', head: 'Kept at the end of training', shown: 'share' },
  { name: 'proficiency', head: 'Mean proficiency', shown: 'share' },
  { name: 'trained', head: 'Share after training', shown: 'share' },
] as const satisfies readonly { name: string; head: Phrase; shown: Shown }[];

export type RampColumn = (typeof COLUMNS)[number]['name'];

export interface Ramped {
  readonly member: Member;
  readonly group: StaffGroup;
}

/** Groups whose people are counted by cohorts. */
export function cohortGroups({ plan, scenario }: Book): readonly Ramped[] {
  return plan
    .graph()
    .members.of('groups')
    .flatMap((member) => {
      const group = scenario.staffGroups.find(({ id }) => id === member.id);
      return group === undefined || member.traits['hiring'] === 'follow' ? [] : { member, group };
    });
}

export function placeRamps(book: Book): void {
  cohortGroups(book).forEach(({ member }, at) => {
    COLUMNS.forEach(({ name }, place) => {
      const column = at * (COLUMNS.length + 1) + place;
      book.blocks.set(`ramp.${member.id}.${name}`, {
        sheet: sheetOf(book, 'Ramp'),
        firstRow: FIRST_ROW,
        lastRow: FIRST_ROW + book.frame.periods - 1,
        firstColumn: column,
        lastColumn: column,
      });
    });
  });
}

/** The cell of a column of the ramp after so many periods. */
export function rampCell(book: Book, id: string, name: RampColumn, k: number, from: string): string {
  const block = book.blocks.get(`ramp.${id}.${name}`);
  if (block === undefined) throw new Error(`"${id}" has no ramp`);
  const isOwn = block.sheet === from;
  return cellReference(block.sheet, block.firstRow + k, block.firstColumn, from, isOwn ? 'none' : 'both');
}

/** Weeks of a proficient agent's output that somebody has given by so many weeks after joining. */
export function outputText(book: Book, { member }: Ramped, weeks: string, from: string): string {
  const ramp = (name: string) => fixedCell(book, `${member.inputKey}.ramp.${name}`, from);
  const [training, nesting, productivity, rise] = [
    ramp('trainingWeeks'),
    ramp('nestingWeeks'),
    ramp('nestingProductivity'),
    ramp('rampWeeks'),
  ];
  const inRamp = `MIN(MAX(0,${weeks}-${training}-${nesting}),${rise})`;
  return [
    `MIN(MAX(0,${weeks}-${training}),${nesting})*${productivity}`,
    `${inRamp}*${productivity}`,
    `IF(${rise}=0,0,(1-${productivity})*${inRamp}^2/(2*${rise}))`,
    `MAX(0,${weeks}-${training}-${nesting}-${rise})`,
  ].join('+');
}

/** The output that the plan counts by so many weeks after joining. */
export function outputBy({ ramp }: StaffGroup, weeks: number): number {
  return weeks === 0 ? 0 : meanProficiency(ramp, 0, weeks) * weeks;
}

/** What is kept of those who end their training in a period. */
export function keptText(book: Book, { member }: Ramped, weeks: string, from: string): string {
  const training = fixedCell(book, `${member.inputKey}.ramp.trainingWeeks`, from);
  const dropout = fixedCell(book, `${member.inputKey}.trainingDropout`, from);
  const length = fixedCell(book, 'calendar.weeksPerPeriod', from);
  return `IF(AND(${weeks}<${training},${training}<=${weeks}+${length}),1-${dropout},1)`;
}

export function newText(book: Book, { member }: Ramped, weeks: string, from: string): string {
  return `IF(${weeks}<${fixedCell(book, `${member.inputKey}.newHireWeeks`, from)},1,0)`;
}

export function trainedText(book: Book, { member }: Ramped, weeks: string, from: string): string {
  const training = fixedCell(book, `${member.inputKey}.ramp.trainingWeeks`, from);
  const length = fixedCell(book, 'calendar.weeksPerPeriod', from);
  return `MIN(1,MAX(0,(${weeks}+${length}-${training})/${length}))`;
}

function putAge(book: Book, ramped: Ramped, k: number, weeks: number, cells: Cells): void {
  const sheet = sheetOf(book, 'Ramp');
  const { group, member } = ramped;
  const length = weeksPerPeriod(book.scenario.calendar.grain);
  const cell = (name: RampColumn, row = k) => rampCell(book, member.id, name, row, sheet);
  const fixed = fixedCell(book, 'calendar.weeksPerPeriod', sheet);
  const at = (name: RampColumn) => book.blocks.get(`ramp.${member.id}.${name}`)?.firstColumn ?? 0;
  const row = FIRST_ROW + k;
  const isLast = k === book.frame.periods;
  putContent(cells, row, at('periods'), { value: k, tone: 'fixed' }, 'whole');
  const weeksContent =
    k === 0
      ? ({ value: 0, tone: 'fixed' } as const)
      : { formula: `${cell('weeks', k - 1)}+${fixed}`, result: weeks };
  putContent(cells, row, at('weeks'), weeksContent, 'exact');
  const output = { formula: outputText(book, ramped, cell('weeks'), sheet), result: outputBy(group, weeks) };
  putContent(cells, row, at('output'), output, 'exact');
  if (isLast) return;
  const isNew = weeks < group.newHireWeeks;
  const kept = 1 - leavingShare({ ...group, newHireFactor: 0 }, 0, 1, weeks, length);
  putContent(
    cells,
    row,
    at('new'),
    { formula: newText(book, ramped, cell('weeks'), sheet), result: isNew ? 1 : 0 },
    'whole',
  );
  putContent(
    cells,
    row,
    at('kept'),
    { formula: keptText(book, ramped, cell('weeks'), sheet), result: kept },
    'share',
  );
  const mean = {
    formula: `(${cell('output', k + 1)}-${cell('output')})/${fixed}`,
    result: meanProficiency(group.ramp, weeks, length),
  };
  putContent(cells, row, at('proficiency'), mean, 'share');
  const trained = shareAfterTraining(group.ramp, weeks, length);
  putContent(
    cells,
    row,
    at('trained'),
    { formula: trainedText(book, ramped, cell('weeks'), sheet), result: trained },
    'share',
  );
}

const NOTE: Phrase = 'How productive a hire is, and how easily lost, by periods since joining.';

export function writeRamps(book: Book): void {
  const groups = cohortGroups(book);
  if (groups.length === 0) return;
  const cells: Cells = new Map();
  const { say } = book.words;
  const name = sheetOf(book, 'Ramp');
  putTitle(book, name, say('Ramp of new hires'), say(NOTE), cells);
  const length = weeksPerPeriod(book.scenario.calendar.grain);
  groups.forEach((ramped, at) => {
    const first = at * (COLUMNS.length + 1);
    putText(cells, GROUP_ROW, first, ramped.member.name, 'strong');
    COLUMNS.forEach(({ head }, place) => putText(cells, HEAD_ROW, first + place, say(head), 'head'));
    let weeks = 0;
    for (let k = 0; k <= book.frame.periods; k += 1) {
      putAge(book, ramped, k, weeks, cells);
      weeks += length;
    }
  });
  const width = groups.length * (COLUMNS.length + 1) - 1;
  book.sheets.push({
    name,
    cells,
    columns: Array.from({ length: width }, () => ({ width: 13 })),
    rowDefs: new Map([[HEAD_ROW, { height: 42 }]]),
    freezePane: { rows: FIRST_ROW, columns: 0 },
    pageSetup: pageSetup(width),
    headerFooter: { oddFooter: footer(book) },
    view: { showGridLines: false },
  });
  book.printTitles.set(name, { rows: FIRST_ROW, columns: 0 });
}
