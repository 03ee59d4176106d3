import { z } from 'zod';
import { commandSchema } from '#shared/model/commands.ts';
import { overrideSchema } from '#shared/model/variants/override.ts';
import type { PlanResults } from '#shared/model/results.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';

/** What rows become. A row that does not fit is a broken assumption and throws. */

function parsedJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
}

const json = z.string().transform(parsedJson);

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isDocument(value: unknown): value is ScenarioDocument {
  return isRecord(value) && 'format' in value && value.format === 'headroom/scenario';
}

/** What is stored of a scenario that builds on another. */
const variantContent = z.strictObject({
  format: z.literal('headroom/variant'),
  version: z.literal(1),
  overrides: z.array(overrideSchema),
});

/** An edit of what a scenario builds on, beside those of its inputs. */
export const parentChangeSchema = z.strictObject({
  type: z.literal('setParent'),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

export const versionStatus = z.enum(['draft', 'proposed', 'approved', 'archived']);

export const listedScenario = z.strictObject({
  id: z.string(),
  name: z.string(),
  revision: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  parentId: z.string().nullable(),
});

export const storedScenario = z.strictObject({
  id: z.string(),
  name: z.string(),
  revision: z.int(),
  parentId: z.string().nullable(),
  content: json.pipe(z.union([z.custom<ScenarioDocument>(isDocument), variantContent])),
});

export const deletedScenario = z.strictObject({ ...listedScenario.shape, deletedAt: z.string() });

export const storedEdit = z.strictObject({
  sequence: z.int(),
  revision: z.int(),
  at: z.string(),
  who: z.string(),
  command: json.pipe(z.union([commandSchema, parentChangeSchema])),
  inverse: json.pipe(z.union([commandSchema, parentChangeSchema])),
});

export const listedVersion = z.strictObject({
  id: z.string(),
  scenarioId: z.string(),
  name: z.string(),
  status: versionStatus,
  note: z.string(),
  revision: z.int(),
  createdAt: z.string(),
  createdBy: z.string(),
  engineVersion: z.string(),
  inputsSha256: z.string(),
  sha256: z.string(),
});

export const storedVersion = z.strictObject({
  ...listedVersion.shape,
  document: json.pipe(z.custom<ScenarioDocument>(isDocument)),
  results: json.pipe(z.custom<PlanResults>(isRecord)),
});

export const statusChange = z.strictObject({
  status: versionStatus,
  at: z.string(),
  who: z.string(),
  note: z.string(),
});

export const settingRow = z.strictObject({ key: z.string(), value: json });

export type ListedScenario = z.infer<typeof listedScenario>;
export type StoredScenario = z.infer<typeof storedScenario>;
export type VariantContent = z.infer<typeof variantContent>;
export type DeletedScenario = z.infer<typeof deletedScenario>;
export type ParentChange = z.infer<typeof parentChangeSchema>;
export type ListedVersion = z.infer<typeof listedVersion>;
export type StoredVersion = z.infer<typeof storedVersion>;
export type StatusChange = z.infer<typeof statusChange>;
export type StoredEdit = z.infer<typeof storedEdit>;
