import { z } from 'zod';
import { commandSchema } from '#shared/model/commands.ts';
import { document, isoInstant, nothing, op, revision, scenarioId, scenarioName } from './define.ts';

const head = z.strictObject({ id: scenarioId, name: z.string(), revision });

const listed = z.strictObject({
  ...head.shape,
  createdAt: isoInstant,
  updatedAt: isoInstant,
  parentId: scenarioId.nullable(),
});

const journalEntry = z.strictObject({
  /** Grows with every edit of the workspace; give the smallest one seen as `before` to read on. */
  sequence: z.int(),
  /** Revision of the scenario after the edit. */
  revision,
  at: isoInstant,
  who: z.string(),
  command: commandSchema,
  inverse: commandSchema,
});

/** Scenarios, their edits and their journal. */
export const scenarioOperations = {
  'scenario.list': op({ input: nothing, output: z.array(listed), faults: [] }),
  'scenario.open': op({
    input: z.strictObject({ id: scenarioId }),
    output: z.strictObject({ ...head.shape, document }),
    faults: ['not-found'],
  }),
  /** Without a document the new scenario starts from the built-in starter plan. A taken name gets a number. */
  'scenario.create': op({
    input: z.strictObject({ name: scenarioName, document: document.exactOptional() }),
    output: head,
    faults: ['invalid-plan', 'not-writable'],
  }),
  'scenario.duplicate': op({
    input: z.strictObject({ id: scenarioId, name: scenarioName.exactOptional() }),
    output: head,
    faults: ['not-found', 'not-writable'],
  }),
  /** An edit like any other: journalled, and the revision grows. */
  'scenario.rename': op({
    input: z.strictObject({ id: scenarioId, name: scenarioName }),
    output: head,
    faults: ['not-found', 'not-writable'],
  }),
  /** Hides the scenario; it can be restored for 30 days. */
  'scenario.delete': op({
    input: z.strictObject({ id: scenarioId }),
    output: z.strictObject({ id: scenarioId }),
    faults: ['not-found', 'not-writable'],
  }),
  'scenario.restoreDeleted': op({
    input: z.strictObject({ id: scenarioId }),
    output: head,
    faults: ['not-found', 'not-writable'],
  }),
  'scenario.apply': op({
    input: z.strictObject({
      id: scenarioId,
      baseRevision: revision,
      commands: z.array(commandSchema).min(1).max(500),
    }),
    output: z.strictObject({ revision }),
    faults: ['not-found', 'stale-revision', 'invalid-plan', 'not-writable'],
  }),
  /** Newest first. */
  'scenario.journal': op({
    input: z.strictObject({
      id: scenarioId,
      limit: z.int().min(1).max(500),
      before: z.int().exactOptional(),
    }),
    output: z.array(journalEntry),
    faults: ['not-found'],
  }),
} as const;
