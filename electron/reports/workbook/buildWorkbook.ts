import { setImmediate } from 'node:timers/promises';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { ReportLanguage } from '#shared/model/packs/content.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { createPlan } from '#shared/model/plan.ts';
import { validateScenario } from '#shared/model/validate.ts';
import type { ReportInput } from '../reportInput.ts';
import { type Book, type BookOptions, createBook, type GridSheet } from './book.ts';
import { bookWords } from './bookWords.ts';
import { businessCaseSheet } from './businessCaseSheet.ts';
import { calendarSheet } from './calendarSheet.ts';
import { writeChecks } from './checkSheet.ts';
import { cohortSheet } from './cohortRows.ts';
import { writeDefinitions } from './definitionSheet.ts';
import { engineSheet } from './engineSheet.ts';
import { placeRows, writeGrid } from './gridSheet.ts';
import { planInputs } from './inputLines.ts';
import { placeInputs, writeInputs } from './inputSheet.ts';
import { withinLimits } from './limits.ts';
import { allMakers } from './makers.ts';
import { createModel, type Model } from './nodeRows.ts';
import { originSheet } from './origin.ts';
import { placeProfiles, writeProfiles } from './profileSheet.ts';
import { placeRamps, writeRamps } from './rampSheet.ts';
import { columnLetters, sheetPrefix } from './references.ts';
import { sectionSheets } from './sectionSheets.ts';
import { seriesSheet } from './seriesRows.ts';
import { writeSummary } from './summarySheet.ts';

export interface WorkbookOptions {
  /** English without it. */
  readonly language?: ReportLanguage;
  /** Told how far the workbook has come, 0..1. */
  readonly onProgress?: (fraction: number) => void;
  /** Ends the work with the signal's reason; nothing has been written then. */
  readonly signal?: AbortSignal;
}

export type Step = (fraction: number) => Promise<void>;

/** Tells how far the work is, lets others have a turn, and ends it when nobody wants it any more. */
export function stepper({ onProgress = () => undefined, signal }: WorkbookOptions): Step {
  return async (fraction) => {
    onProgress(fraction);
    await setImmediate();
    signal?.throwIfAborted();
  };
}

/** What is printed of the sheets, as names that spreadsheets know. The library would not put sheet names in quotes. */
function printNames({ printTitles }: Pick<Book, 'printTitles'>) {
  return [...printTitles].flatMap(([name, { rows, columns, area }]) => {
    const prefix = sheetPrefix(name);
    const parts = [
      ...(columns === 0 ? [] : [`${prefix}$A:$${columnLetters(columns - 1)}`]),
      `${prefix}$1:$${rows}`,
    ];
    return [
      { name: '_xlnm.Print_Titles', range: parts.join(','), scope: name },
      ...(area === undefined ? [] : [{ name: '_xlnm.Print_Area', range: `${prefix}${area}`, scope: name }]),
    ];
  });
}

/** Sheets of one or more plans as a file. */
export async function packed(
  title: string,
  books: readonly Pick<Book, 'stamp' | 'names' | 'printTitles'>[],
  sheets: readonly WriteSheet[],
): Promise<Result<Uint8Array, Fault<'invalid-plan'>>> {
  const fitting = withinLimits(sheets);
  if (!fitting.ok) return fitting;
  const stamps = books.map(({ stamp }) => stamp);
  const bytes = await writeXlsx({
    sheets: [...sheets],
    namedRanges: [
      ...books.flatMap(({ names }) => [...names].map(([name, range]) => ({ name, range }))),
      ...books.flatMap(printNames),
    ],
    properties: {
      title,
      creator: 'Headroom',
      description: stamps
        .map(({ inputsSha256, engineVersion }) => `Inputs ${inputsSha256}, engine ${engineVersion}`)
        .join('; '),
      created: new Date(stamps[0]?.writtenAt ?? 0),
    },
    defaultFont: { name: 'Calibri', size: 10 },
    activeSheet: 0,
  });
  return ok(bytes);
}

export function startBook({ document, stamp }: ReportInput, options: BookOptions): Book {
  const scenario = validateScenario(document);
  if (!scenario.ok) throw new Error(`This plan cannot be exported: ${scenario.fault.message}`);
  const plan = createPlan(scenario.value);
  if (!plan.ok) throw new Error(`This plan cannot be exported: ${plan.fault.message}`);
  return createBook(plan.value, stamp, options);
}

/** All sheets of a plan, written into its book. */
export async function fillBook(book: Book, step: Step): Promise<Model> {
  const inputs = planInputs(book);
  placeInputs(book, inputs);
  placeProfiles(book);
  placeRamps(book);
  const model = createModel(book, allMakers(book));
  const sections = sectionSheets(model);
  const engine = engineSheet(book);
  const series = seriesSheet(model, inputs.series);
  const optional = (sheet: GridSheet | undefined) => (sheet === undefined ? [] : [sheet]);
  const early = [...(series.rows.length === 0 ? [] : [series]), calendarSheet(model)];
  const cohorts = cohortSheet(book);
  const late = [...optional(cohorts), ...optional(businessCaseSheet(book)), engine];
  for (const sheet of [...early, ...sections, ...late]) placeRows(book, sheet);
  writeSummary(model);
  writeInputs(book, inputs);
  for (const sheet of early) writeGrid(book, sheet);
  writeProfiles(book);
  await step(0.2);
  const rest = [...sections, ...late];
  for (const [place, sheet] of rest.entries()) {
    writeGrid(book, sheet);
    if (sheet === cohorts) writeRamps(book);
    await step(0.2 + (0.8 * (place + 1)) / rest.length);
  }
  writeChecks(model);
  writeDefinitions(book);
  return model;
}

/**
 * A scenario as an XLSX workbook in which every measure is the formula of its line, so that it recalculates in a
 * spreadsheet; only what needs the queueing engine stands there as numbers, marked.
 *
 * @returns the bytes of the whole file; `invalid-plan` for a plan that is too large for a spreadsheet
 * @throws the reason of `signal` when it is aborted; for a document that is no possible plan
 */
export async function buildWorkbook(
  input: ReportInput,
  options: WorkbookOptions = {},
): Promise<Result<Uint8Array, Fault<'invalid-plan'>>> {
  const step = stepper(options);
  await step(0);
  const book = startBook(input, { words: bookWords(options.language ?? 'en') });
  await step(0.3);
  await fillBook(book, (fraction) => step(0.3 + 0.4 * fraction));
  const bytes = await packed(book.stamp.scenarioName, [book], [...book.sheets, originSheet([book])]);
  await step(1);
  return bytes;
}
