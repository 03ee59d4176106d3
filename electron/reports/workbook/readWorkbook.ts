import { readXlsx, type Workbook } from 'hucre/xlsx';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { type Fault, fault, ok, type Problem, type Result } from '#shared/kernel/result.ts';
import { createBook } from './book.ts';
import { frameOf } from './frame.ts';
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

/** The plan that a workbook is read against. */
export interface WorkbookSource {
  readonly document: ScenarioDocument;
  readonly inputsSha256: string;
}

async function workbookOf(bytes: Uint8Array): Promise<Workbook | undefined> {
  try {
    return await readXlsx(bytes, { readStyles: false });
  } catch {
    // Whatever the reader stumbles over, the file is no workbook that can be used.
    return undefined;
  }
}

function originOf({ sheets }: Workbook): ReadonlyMap<string, string> {
  const rows = sheets.find(({ name }) => name === ORIGIN)?.rows ?? [];
  return new Map(rows.map(([name, value]) => [String(name ?? ''), String(value ?? '')]));
}

function originFault(workbook: Workbook, { inputsSha256 }: WorkbookSource): Result<void> {
  const origin = originOf(workbook);
  if (origin.get('format') !== ORIGIN_FORMAT) {
    return fault(
      'invalid-file',
      'This workbook was not exported from a plan, or its hidden sheet "Origin" was taken out. Export the plan as a workbook, change the blue cells there and bring that file in.',
    );
  }
  if (origin.get('layout') !== ORIGIN_LAYOUT) {
    return fault(
      'invalid-file',
      'This workbook was exported by another version of Headroom, which puts inputs elsewhere. Export the plan again and repeat the changes there.',
    );
  }
  if (origin.get('inputs') !== inputsSha256) {
    const name = origin.get('scenario') ?? '';
    return fault(
      'invalid-file',
      `This workbook was exported from "${name}" as it stood then, not from the plan as it is now. Bring it in against that version, or export the plan again and repeat the changes there.`,
    );
  }
  return ok(undefined);
}

/** The changed cells, found by putting the plan's own workbook in mind beside the file. */
function foundIn(workbook: Workbook, { document }: WorkbookSource): Result<Found> {
  const scenario = validateScenario(document);
  if (!scenario.ok) return scenario;
  const plan = createPlan(scenario.value);
  if (!plan.ok) return plan;
  const stamp = { scenarioName: '', inputsSha256: '', engineVersion: '', writtenAt: '' };
  const book = createBook(plan.value, stamp, frameOf(plan.value));
  const inputs = planInputs(plan.value);
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
  const text =
    'The workbook holds inputs that are not possible. Mend the cells that are named, save it and bring it in again; nothing was changed.';
  return fault('invalid-plan', text, problems);
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
  if (workbook === undefined) {
    return fault(
      'invalid-file',
      'This file cannot be read as an XLSX workbook. Save it as .xlsx in your spreadsheet and bring it in again.',
    );
  }
  const origin = originFault(workbook, source);
  if (!origin.ok) return origin;
  const found = foundIn(workbook, source);
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
