import { setImmediate } from 'node:timers/promises';
import { writeXlsx } from 'hucre/xlsx';
import { createPlan } from '#shared/model/plan.ts';
import { validateScenario } from '#shared/model/validate.ts';
import type { ReportInput } from '../reportInput.ts';
import { type Book, createBook, type GridSheet } from './book.ts';
import { businessCaseSheet } from './businessCaseSheet.ts';
import { calendarSheet } from './calendarSheet.ts';
import { writeChecks } from './checkSheet.ts';
import { cohortSheet } from './cohortRows.ts';
import { writeDefinitions } from './definitionSheet.ts';
import { engineSheet } from './engineSheet.ts';
import { frameOf } from './frame.ts';
import { placeRows, writeGrid } from './gridSheet.ts';
import { planInputs } from './inputLines.ts';
import { placeInputs, writeInputs } from './inputSheet.ts';
import { allMakers } from './makers.ts';
import { createModel } from './nodeRows.ts';
import { placeProfiles, writeProfiles } from './profileSheet.ts';
import { placeRamps, writeRamps } from './rampSheet.ts';
import { columnLetters, sheetPrefix } from './references.ts';
import { sectionSheets } from './sectionSheets.ts';
import { seriesSheet } from './seriesRows.ts';
import { writeOrigin } from './origin.ts';
import { writeSummary } from './summarySheet.ts';

export interface WorkbookOptions {
  /** Told how far the workbook has come, 0..1. */
  readonly onProgress?: (fraction: number) => void;
  /** Ends the work with the signal's reason; nothing has been written then. */
  readonly signal?: AbortSignal;
}

function printTitles(book: Book) {
  return [...book.printTitles].map(([name, { rows, columns }]) => {
    const prefix = sheetPrefix(name);
    const parts = [
      ...(columns === 0 ? [] : [`${prefix}$A:$${columnLetters(columns - 1)}`]),
      `${prefix}$1:$${rows}`,
    ];
    return { name: '_xlnm.Print_Titles', range: parts.join(','), scope: name };
  });
}

async function bookBytes(book: Book): Promise<Uint8Array> {
  const { stamp } = book;
  return writeXlsx({
    sheets: book.sheets,
    namedRanges: [...[...book.names].map(([name, range]) => ({ name, range })), ...printTitles(book)],
    properties: {
      title: stamp.scenarioName,
      creator: 'Headroom',
      description: `Inputs ${stamp.inputsSha256}, engine ${stamp.engineVersion}`,
      created: new Date(stamp.writtenAt),
    },
    defaultFont: { name: 'Calibri', size: 10 },
    activeSheet: 0,
  });
}

function startBook({ document, stamp }: ReportInput): Book {
  const scenario = validateScenario(document);
  if (!scenario.ok) throw new Error(`This plan cannot be exported: ${scenario.fault.message}`);
  const plan = createPlan(scenario.value);
  if (!plan.ok) throw new Error(`This plan cannot be exported: ${plan.fault.message}`);
  return createBook(plan.value, stamp, frameOf(plan.value));
}

/**
 * A scenario as an XLSX workbook in which every measure is the formula of its line, so that it recalculates in a
 * spreadsheet; only what needs the queueing engine stands there as numbers, marked.
 *
 * @returns the bytes of the whole file; nothing is written anywhere
 * @throws the reason of `signal` when it is aborted; for a document that is no possible plan
 */
export async function buildWorkbook(
  input: ReportInput,
  { onProgress = () => undefined, signal }: WorkbookOptions = {},
): Promise<Uint8Array> {
  const step = async (fraction: number) => {
    onProgress(fraction);
    await setImmediate();
    signal?.throwIfAborted();
  };
  await step(0);
  const book = startBook(input);
  await step(0.3);
  const inputs = planInputs(book.plan);
  placeInputs(book, inputs);
  placeProfiles(book);
  placeRamps(book);
  const model = createModel(book, allMakers(book));
  const sections = sectionSheets(model);
  const engine = engineSheet(book);
  const series = seriesSheet(model, inputs.series);
  const optional = (sheet: GridSheet | undefined) => (sheet === undefined ? [] : [sheet]);
  const early = [...(series.rows.length === 0 ? [] : [series]), calendarSheet(model)];
  const late = [...optional(cohortSheet(book)), ...optional(businessCaseSheet(book)), engine];
  for (const sheet of [...early, ...sections, ...late]) placeRows(book, sheet);
  writeSummary(model);
  writeInputs(book, inputs);
  for (const sheet of early) writeGrid(book, sheet);
  writeProfiles(book);
  await step(0.4);
  const rest = [...sections, ...late];
  for (const [place, sheet] of rest.entries()) {
    writeGrid(book, sheet);
    if (sheet.name === 'Cohorts') writeRamps(book);
    await step(0.4 + (0.3 * (place + 1)) / rest.length);
  }
  writeChecks(model);
  writeDefinitions(book);
  writeOrigin(book);
  const bytes = await bookBytes(book);
  await step(1);
  return bytes;
}
