import { readXlsx, type Workbook } from 'hucre/xlsx';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import { type ReportLanguage, reportLanguages } from '#shared/model/packs/content.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { type Fault, fault, ok, type Problem, type Result } from '#shared/kernel/result.ts';
import { createBook, type Side, sides } from './book.ts';
import { bookWords } from './bookWords.ts';
import { planInputs } from './inputLines.ts';
import { placeInputs } from './inputSheet.ts';
import { placeRows } from './gridSheet.ts';
import { createModel } from './nodeRows.ts';
import { ORIGIN, ORIGIN_FORMAT, ORIGIN_LAYOUT } from './origin.ts';
import { placeProfiles } from './profileSheet.ts';
import { changesIn, type Found, type WorkbookChange } from './changedCells.ts';
import { seriesSheet } from './seriesRows.ts';

/** What a workbook proposes: the changed inputs, and the commands that make the plan follow it. */
export interface WorkbookChanges {
  readonly changes: readonly WorkbookChange[];
  readonly commands: readonly Command[];
}

export interface PlanSource {
  readonly kind: 'scenario' | 'version';
  readonly id: string;
}

/** The plan that a workbook is read against. */
export interface WorkbookSource {
  readonly document: ScenarioDocument;
  readonly inputsSha256: string;
}

async function workbookOf(bytes: Uint8Array): Promise<Result<Workbook, Fault>> {
  try {
    return ok(await readXlsx(bytes, { readStyles: false }));
  } catch {
    // Whatever the reader stumbles over, the file is no workbook that can be used.
    return fault(
      'invalid-file',
      'This file cannot be read as an XLSX workbook. Save it as .xlsx in your spreadsheet and bring it in again.',
    );
  }
}

/** A plan that a workbook was made from. */
export interface WorkbookOrigin {
  readonly language: ReportLanguage;
  readonly side: Side | undefined;
  readonly inputsSha256: string;
  readonly scenarioName: string;
  readonly source: PlanSource | undefined;
}

function originsOf({ sheets }: Workbook): Result<readonly WorkbookOrigin[], Fault> {
  const rows = sheets.find(({ name }) => name === ORIGIN)?.rows ?? [];
  const facts = new Map(rows.map(([name, ...values]) => [String(name ?? ''), values.map(String)]));
  const at = (name: string, column = 0) => facts.get(name)?.[column] ?? '';
  if (at('format') !== ORIGIN_FORMAT) {
    return fault(
      'invalid-file',
      'This workbook was not exported from a plan, or its hidden sheet "Origin" was taken out. Export the plan as a workbook, change the blue cells there and bring that file in.',
    );
  }
  if (at('layout') !== ORIGIN_LAYOUT) {
    return fault(
      'invalid-file',
      'This workbook was exported by another version of Headroom, which puts inputs elsewhere. Export the plan again and repeat the changes there.',
    );
  }
  const columns = facts.get('inputs') ?? [];
  return ok(
    columns.flatMap((inputsSha256, column): readonly WorkbookOrigin[] => {
      const language = reportLanguages.find((known) => known === at('language', column));
      if (language === undefined) return [];
      const [kind, id] = at('source', column).split(':');
      return [
        {
          language,
          side: sides.find((known) => known === at('side', column)),
          inputsSha256,
          scenarioName: at('scenario', column),
          source: (kind === 'scenario' || kind === 'version') && id !== undefined ? { kind, id } : undefined,
        },
      ];
    }),
  );
}

/** The plan of the workbook that is the one it is read against. */
function originFor(workbook: Workbook, { inputsSha256 }: WorkbookSource): Result<WorkbookOrigin, Fault> {
  const origins = originsOf(workbook);
  if (!origins.ok) return origins;
  const own = origins.value.find((origin) => origin.inputsSha256 === inputsSha256);
  if (own !== undefined) return ok(own);
  const names = origins.value.map(({ scenarioName }) => `"${scenarioName}"`).join(', ');
  return fault(
    'invalid-file',
    `This workbook was exported from ${names} as it stood then, not from the plan as it is now. Bring it in against that version, or export the plan again and repeat the changes there.`,
  );
}

/** The changed cells, found by putting the plan's own workbook in mind beside the file. */
function foundIn(
  workbook: Workbook,
  { document }: WorkbookSource,
  { language, side }: WorkbookOrigin,
): Result<Found> {
  const scenario = validateScenario(document);
  if (!scenario.ok) return scenario;
  const plan = createPlan(scenario.value);
  if (!plan.ok) return plan;
  const stamp = { scenarioName: '', inputsSha256: '', engineVersion: '', writtenAt: '' };
  const book = createBook(plan.value, stamp, { words: bookWords(language), side });
  const inputs = planInputs(book);
  placeInputs(book, inputs);
  placeProfiles(book);
  placeRows(book, seriesSheet(createModel(book, new Map()), inputs.series));
  return ok(changesIn(workbook, book, inputs));
}

/** Says of what the changed plan would be refused for in which cell it stands. */
function inCells(problems: readonly Problem[], changes: readonly WorkbookChange[]): readonly Problem[] {
  return problems.map((problem) => {
    const change = changes.find(({ path }) => problem.path.startsWith(path) || path.startsWith(problem.path));
    return change === undefined ? problem : { ...problem, path: `${change.cell} (${problem.path})` };
  });
}

function refused(problems: readonly Problem[]): Result<never, Fault> {
  const message =
    'The workbook holds inputs that are not possible. Mend the cells that are named, save it and bring it in again; nothing was changed.';
  return fault('invalid-plan', message, problems);
}

/**
 * The inputs that were changed in an exported workbook, as commands against the plan that it was exported from.
 *
 * @returns `invalid-file` for anything but such a workbook, `invalid-plan` with cells for values that cannot be; no
 * changes when none was made
 */
export async function readWorkbook(
  bytes: Uint8Array,
  source: WorkbookSource,
): Promise<Result<WorkbookChanges>> {
  const workbook = await workbookOf(bytes);
  if (!workbook.ok) return workbook;
  const origin = originFor(workbook.value, source);
  if (!origin.ok) return origin;
  const found = foundIn(workbook.value, source, origin.value);
  if (!found.ok) return found;
  const { changes, commands, problems } = found.value;
  if (problems.length > 0) return refused(problems);
  let document = source.document;
  for (const command of commands) {
    const applied = applyCommand(document, command);
    if (!applied.ok) return applied;
    document = applied.value.next;
  }
  const valid = validateScenario(document);
  if (!valid.ok) return refused(inCells(valid.fault.problems ?? [], changes));
  return ok({ changes, commands });
}

/**
 * Which plans a workbook was made from: one, or the two of a comparison, what it is about first.
 *
 * @returns `invalid-file` for anything but such a workbook
 */
export async function workbookOrigins(bytes: Uint8Array): Promise<Result<readonly WorkbookOrigin[], Fault>> {
  const workbook = await workbookOf(bytes);
  if (!workbook.ok) return workbook;
  const origins = originsOf(workbook.value);
  return origins.ok ? ok(origins.value.toReversed()) : origins;
}
