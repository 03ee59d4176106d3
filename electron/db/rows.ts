import { z } from 'zod';
import { commandSchema } from '#shared/model/commands.ts';
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

function isDocument(value: unknown): value is ScenarioDocument {
  return (
    typeof value === 'object' && value !== null && 'format' in value && value.format === 'headroom/scenario'
  );
}

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
  document: json.pipe(z.custom<ScenarioDocument>(isDocument)),
});

export const storedEdit = z.strictObject({
  sequence: z.int(),
  revision: z.int(),
  at: z.string(),
  who: z.string(),
  command: json.pipe(commandSchema),
  inverse: json.pipe(commandSchema),
});

export const settingRow = z.strictObject({ key: z.string(), value: json });

export type ListedScenario = z.infer<typeof listedScenario>;
export type StoredScenario = z.infer<typeof storedScenario>;
export type StoredEdit = z.infer<typeof storedEdit>;
