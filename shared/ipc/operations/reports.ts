import { z } from 'zod';
import { commandSchema } from '#shared/model/commands.ts';
import { type ReportContent, reportFormats, reportLanguages } from '#shared/model/packs/content.ts';
import { packIds } from '#shared/model/packs/define.ts';
import {
  downloadOffer,
  fiscalYear,
  isRecord,
  nothing,
  op,
  planSource,
  scenarioId,
  uploadId,
} from './define.ts';

const inputValue = z.union([z.number(), z.string(), z.boolean()]);

const jobId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const order = {
  plan: planSource,
  /** Set beside the first, such as the approved version. */
  compareWith: planSource.exactOptional(),
  pack: z.enum(packIds),
  language: z.enum(reportLanguages),
  /** Id of the partner's group, for a partner pack of a plan with several. */
  partner: scenarioId.exactOptional(),
  /** The only fiscal year that it is about; without it the whole plan. */
  fiscalYear: fiscalYear.exactOptional(),
};

/** Built by the report itself, so the wire checks only that it is one. */
const content = z.custom<ReportContent>((value) => isRecord(value) && Array.isArray(value['pages']), {
  error: 'expected the pages of a report',
});

/** Reports for each kind of reader. */
export const reportOperations = {
  /** The pages of a pack as data, to be looked at before files are made. */
  'report.preview': op({
    input: z.strictObject({
      ...order,
      /** The next preview of the same name takes the place of this one, and `report.cancel` ends it. */
      job: jobId.exactOptional(),
    }),
    output: content,
    faults: ['not-found', 'invalid-plan', 'not-in-plan', 'cancelled'],
  }),
  /**
   * A pack in several formats at once. Progress comes as `report-progress` events with the job's id, which the caller
   * chooses; `report.cancel` ends it.
   */
  'report.produce': op({
    input: z.strictObject({
      ...order,
      job: jobId,
      formats: z.array(z.enum(reportFormats)).min(1).max(reportFormats.length),
    }),
    output: z.strictObject({
      files: z.array(z.strictObject({ format: z.enum(reportFormats), ...downloadOffer.shape })),
    }),
    faults: ['not-found', 'invalid-plan', 'not-in-plan', 'cancelled'],
  }),
  /**
   * What was changed in an uploaded workbook since it was exported from this plan. Without a plan it finds that by
   * itself: a workbook says which it was made from. Changes nothing.
   */
  'report.readWorkbook': op({
    input: z.strictObject({ upload: uploadId, plan: planSource.exactOptional() }),
    output: z.strictObject({
      /** What it was read against. */
      plan: planSource,
      changes: z.array(
        z.strictObject({
          /** Such as `Inputs!C12`. */
          cell: z.string(),
          path: z.string(),
          label: z.string(),
          before: inputValue,
          after: inputValue,
        }),
      ),
      /** What makes the plan follow the workbook. */
      commands: z.array(commandSchema),
    }),
    faults: ['not-found', 'invalid-file', 'invalid-plan'],
  }),
  /** Ends a job; nothing happens if it has ended by itself. */
  'report.cancel': op({ input: z.strictObject({ job: jobId }), output: nothing, faults: [] }),
} as const;
