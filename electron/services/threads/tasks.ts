import type { ReportOrder } from '#electron/reports/produceReport.ts';
import type { WorkbookSource } from '#electron/reports/workbook/readWorkbook.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import type { Task } from './define.ts';

/**
 * All that can run in a worker thread, by name. Each loads its own modules when it is asked for; the services import the
 * type of this table only, so that document libraries stay out of their process.
 */
export const tasks = {
  /** Gives back what it was given: shows that a worker can be started in this installation. */
  echo: async (input: string, { progress }) => {
    progress(1);
    return input;
  },
  /** The results of a plan, as they are saved with a version. */
  results: async (document: ScenarioDocument) => (await import('./planResultsTask.ts')).resultsOf(document),
  /** A pack in all its formats. */
  report: async (order: ReportOrder, { progress }) =>
    (await import('#electron/reports/produceReport.ts')).produceReport(order, progress),
  /** The pages of a pack, to be looked at. */
  preview: async (order: ReportOrder) =>
    (await import('#electron/reports/produceReport.ts')).previewReport(order),
  /** What was changed in a workbook since it was exported. */
  readWorkbook: async ({ bytes, source }: { readonly bytes: Uint8Array; readonly source: WorkbookSource }) =>
    (await import('#electron/reports/workbook/readWorkbook.ts')).readWorkbook(bytes, source),
  /** Which plans a workbook was made from. */
  workbookOrigins: async (bytes: Uint8Array) =>
    (await import('#electron/reports/workbook/readWorkbook.ts')).workbookOrigins(bytes),
} satisfies Readonly<Record<string, Task<never, unknown>>>;

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type TaskInput<K extends TaskName> = Parameters<Tasks[K]>[0];
export type TaskOutput<K extends TaskName> = Awaited<ReturnType<Tasks[K]>>;
