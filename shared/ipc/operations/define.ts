import { z } from 'zod';
import type { FaultCode } from '#shared/kernel/result.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';

/** One call between the UI and the services: what goes in, what comes out, how it can fail. */
export function op<I extends z.ZodType, O extends z.ZodType, F extends FaultCode>(operation: {
  readonly input: I;
  readonly output: O;
  readonly faults: readonly F[];
}): { readonly input: I; readonly output: O; readonly faults: readonly F[] } {
  return operation;
}

/** Longest name of a scenario, in characters. */
export const maxNameLength = 200;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const nothing = z.strictObject({});
export const scenarioId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const scenarioName = z.string().trim().min(1).max(maxNameLength);
export const isoInstant = z.iso.datetime();
export const revision = z.int().min(0);

/** A document has been validated before it was stored, so the wire checks only that it is one. */
export const document = z.custom<ScenarioDocument>(
  (value) => isRecord(value) && value['format'] === 'headroom/scenario',
  {
    error: 'expected a scenario document',
  },
);

/** A file that waits to be fetched once from `/download/<id>`; the page hands it to the user under its name. */
export const downloadOffer = z.strictObject({
  id: z.string().regex(/^[\w-]{43}$/),
  name: z.string(),
  bytes: z.int().min(0),
});

/** A scenario as it is now, or a saved version as it was. */
export const planSource = z.strictObject({ kind: z.enum(['scenario', 'version']), id: scenarioId });

/** Named after the calendar year in which it ends. */
export const fiscalYear = z.int().min(1900).max(3000);

/** A file on its way in, by `upload.begin`. */
export const uploadId = z.string().regex(/^[\w-]{1,64}$/);

export type DownloadOffer = z.infer<typeof downloadOffer>;
