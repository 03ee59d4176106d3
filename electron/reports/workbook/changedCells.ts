import type { CellValue, Workbook } from 'hucre/xlsx';
import { isoDateOf } from '#shared/kernel/calendar.ts';
import { foundText } from '#shared/kernel/foundText.ts';
import type { Problem } from '#shared/kernel/result.ts';
import type { Command } from '#shared/model/commands.ts';
import { weekdays } from '#shared/model/scenario.ts';
import { type Book, sheetOf } from './book.ts';
import { profileDays } from './calendarSheet.ts';
import type { PlanInputs, SeriesLine } from './inputLines.ts';
import type { InputKind, InputLine } from './inputLine.ts';
import { PATH_COLUMN, VALUE_COLUMN } from './inputSheet.ts';
import { cellReference } from './references.ts';

/** An input that stands otherwise in a workbook than in the plan it was made from. */
export interface WorkbookChange {
  /** `Inputs!C12`. */
  readonly cell: string;
  readonly path: string;
  readonly label: string;
  readonly before: number | string | boolean;
  readonly after: number | string | boolean;
}

/** The blue cells of a workbook beside the plan that it was made from. */
export interface Found {
  readonly changes: readonly WorkbookChange[];
  readonly commands: readonly Command[];
  readonly problems: readonly Problem[];
}

type Value = number | string | boolean;

type Sheets = (name: string) => readonly (readonly CellValue[])[];

const NOISE = 1e-12;

/** Spreadsheets keep 15 digits or so of a number. */
function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= NOISE * Math.max(Math.abs(one), Math.abs(other));
}

function cellText(sheet: string, row: number, column: number): string {
  return cellReference(sheet, row, column, '');
}

/** The number in a cell, dates as days; undefined for anything else. */
function numberIn(value: CellValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof Date ? value.getTime() / 86_400_000 + 25_569 : undefined;
}

const EXPECTED: Readonly<Record<InputKind, string>> = {
  number: 'a number',
  date: 'a date',
  flag: '1 for yes or 0 for no',
};

/** A number of a cell as the scenario holds it; undefined where it can be none. */
function valueOf(found: number, kind: InputKind): Value | undefined {
  if (kind === 'number') return found;
  if (kind === 'flag') return found === 0 || found === 1 ? found === 1 : undefined;
  return Number.isInteger(found) && found > 0 ? isoDateOf(found - 25_569) : undefined;
}

function problem(cell: string, path: string, found: CellValue | undefined, expected: string): Problem {
  const text = found === null || found === undefined ? 'nothing' : foundText(found);
  return { path: `${cell} (${path})`, found: text, expected };
}

const NOTHING: Found = { changes: [], commands: [], problems: [] };

function together(parts: readonly Found[]): Found {
  return {
    changes: parts.flatMap(({ changes }) => changes),
    commands: parts.flatMap(({ commands }) => commands),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

function reason(cell: string): string {
  return `From a workbook, ${cell}`;
}

function lineFound(book: Book, sheets: Sheets, line: InputLine): Found {
  const place = book.places.get(line.id);
  if (line.isFixed === true || place?.column === undefined || typeof line.value !== 'number') return NOTHING;
  const { row, sheet } = place;
  const cell = cellText(sheet, row, VALUE_COLUMN);
  const cells = sheets(sheet)[row] ?? [];
  if (cells[PATH_COLUMN] !== line.path) {
    const expected = `the input "${line.path}" in this row, as it was exported; do not add, remove or sort rows`;
    return { ...NOTHING, problems: [problem(cell, line.path, cells[PATH_COLUMN], expected)] };
  }
  const found = numberIn(cells[VALUE_COLUMN]);
  const after = found === undefined ? undefined : valueOf(found, line.kind);
  if (found === undefined || after === undefined) {
    return { ...NOTHING, problems: [problem(cell, line.path, cells[VALUE_COLUMN], EXPECTED[line.kind])] };
  }
  if (isSame(found, line.value)) return NOTHING;
  const before = valueOf(line.value, line.kind) ?? line.value;
  return {
    changes: [{ cell, path: line.path, label: `${line.label}, ${line.where}`, before, after }],
    commands: [{ type: 'setInput', path: line.path, value: after, reason: reason(cell) }],
    problems: [],
  };
}

/** Neighbouring periods whose numbers changed, as one command each. */
function runsOf(
  changed: ReadonlyMap<number, number>,
): readonly { readonly from: number; readonly values: number[] }[] {
  const runs: { from: number; values: number[] }[] = [];
  for (const [t, value] of changed) {
    const last = runs.at(-1);
    if (last !== undefined && last.from + last.values.length === t) last.values.push(value);
    else runs.push({ from: t, values: [value] });
  }
  return runs;
}

function seriesFound(book: Book, sheets: Sheets, { head, series, effects, canChange }: SeriesLine): Found {
  if (typeof series === 'number' || !('values' in series) || !canChange) return NOTHING;
  const place = book.places.get(effects.length === 0 ? head.id : `${head.id}~entered`);
  if (place === undefined) return NOTHING;
  const { sheet } = place;
  const label = `${book.words.label(head)}, ${head.member.name}`;
  const cells = sheets(sheet)[place.row] ?? [];
  const problems: Problem[] = [];
  const changes: WorkbookChange[] = [];
  const changed = new Map<number, number>();
  for (let t = 0; t < book.frame.periods; t += 1) {
    const column = book.frame.periodAt(t);
    const cell = cellText(sheet, place.row, column);
    const before = series.values[Math.min(t, series.values.length - 1)] ?? 0;
    const after = numberIn(cells[column]);
    if (after === undefined) problems.push(problem(cell, head.id, cells[column], 'a number'));
    else if (!isSame(before, after)) {
      changed.set(t, after);
      changes.push({ cell, path: head.id, label, before, after });
    }
  }
  const commands = runsOf(changed).map(({ from, values }): Command => {
    const cell = cellText(sheet, place.row, book.frame.periodAt(from));
    return { type: 'setPeriods', path: head.id, from, values, reason: reason(cell) };
  });
  return { changes, commands, problems };
}

function profileFound(book: Book, sheets: Sheets): readonly Found[] {
  const sheet = sheetOf(book, 'Profiles');
  return book.scenario.queues.flatMap((queue) =>
    profileDays(queue).flatMap((day) => {
      const name = weekdays[day] ?? 'mon';
      const block = book.blocks.get(`weights.${queue.id}.${day}`);
      if (block === undefined) return [];
      return (queue.profile.weights[name] ?? []).map((before, place): Found => {
        const row = block.firstRow + place;
        const value = sheets(sheet)[row]?.[block.firstColumn];
        const after = numberIn(value);
        const cell = cellText(sheet, row, block.firstColumn);
        const path = `queues.${queue.id}.profile.weights.${name}[${place}]`;
        if (after === undefined) return { ...NOTHING, problems: [problem(cell, path, value, 'a number')] };
        if (isSame(before, after)) return NOTHING;
        return {
          changes: [
            {
              cell,
              path,
              label: book.words.say('Weekly profile, {{name}}', { name: queue.name ?? queue.id }),
              before,
              after,
            },
          ],
          commands: [{ type: 'setInput', path, value: after, reason: reason(cell) }],
          problems: [],
        };
      });
    }),
  );
}

/** Every blue cell that differs from the plan, and every one that holds nothing that an input could be. */
export function changesIn(workbook: Workbook, book: Book, inputs: PlanInputs): Found {
  const rows = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet.rows]));
  const sheets: Sheets = (name) => rows.get(name) ?? [];
  return together([
    ...inputs.lines.map((line) => lineFound(book, sheets, line)),
    ...inputs.series.map((line) => seriesFound(book, sheets, line)),
    ...profileFound(book, sheets),
  ]);
}
