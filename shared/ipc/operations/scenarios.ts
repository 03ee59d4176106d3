import { z } from 'zod';
import { commandSchema } from '#shared/model/commands.ts';
import { overrideSchema } from '#shared/model/variants/override.ts';
import { document, isoInstant, nothing, op, revision, scenarioId, scenarioName } from './define.ts';

const head = z.strictObject({ id: scenarioId, name: z.string(), revision });

const listed = z.strictObject({
  ...head.shape,
  createdAt: isoInstant,
  updatedAt: isoInstant,
  /** The scenario that it builds on. */
  parentId: scenarioId.nullable(),
});

const opened = z.strictObject({
  ...head.shape,
  document,
  /** For a scenario that builds on another: that one with all that flows through, and what it has of its own. */
  variant: z
    .strictObject({
      parentId: scenarioId,
      parentName: z.string(),
      base: document,
      overrides: z.array(overrideSchema),
      /** Overrides whose place the base no longer has. */
      lost: z.array(overrideSchema),
    })
    .nullable(),
});

const problem = z.strictObject({ path: z.string(), found: z.string(), expected: z.string() });

/** Scenarios and what they build on. */
export const scenarioOperations = {
  'scenario.list': op({ input: nothing, output: z.array(listed), faults: [] }),
  'scenario.open': op({ input: z.strictObject({ id: scenarioId }), output: opened, faults: ['not-found'] }),
  /** Without a document the new scenario starts from the built-in starter plan. A taken name gets a number. */
  'scenario.create': op({
    input: z.strictObject({ name: scenarioName, document: document.exactOptional() }),
    output: head,
    faults: ['invalid-plan', 'not-writable'],
  }),
  /** A scenario that overrides only what differs from its parent; with a document, that is what it comes to. */
  'scenario.createVariant': op({
    input: z.strictObject({ parentId: scenarioId, name: scenarioName, document: document.exactOptional() }),
    output: head,
    faults: ['not-found', 'invalid-plan', 'not-writable'],
  }),
  /** What would become of a scenario on another parent (null: on its own). Changes nothing. */
  'scenario.previewParent': op({
    input: z.strictObject({ id: scenarioId, parentId: scenarioId.nullable() }),
    output: z.strictObject({
      kept: z.array(overrideSchema),
      /** What has no place on the other parent, and would be given up. */
      lost: z.array(overrideSchema),
      /** Why the plan would not be possible there. */
      problems: z.array(problem),
    }),
    faults: ['not-found', 'invalid-plan'],
  }),
  /** Lets a scenario build on another one, or stand on its own. */
  'scenario.setParent': op({
    input: z.strictObject({ id: scenarioId, parentId: scenarioId.nullable() }),
    output: head,
    faults: ['not-found', 'invalid-plan', 'not-writable'],
  }),
  /** A variant's copy is a variant of the same parent. */
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
  /**
   * Hides the scenario; it can be restored for 30 days. Its variants are deleted with it, or stand on their own with
   * all they have, or are the reason to refuse.
   */
  'scenario.delete': op({
    input: z.strictObject({
      id: scenarioId,
      variants: z.enum(['refuse', 'delete', 'detach']).default('refuse'),
    }),
    output: z.strictObject({ id: scenarioId }),
    faults: ['not-found', 'has-variants', 'not-writable'],
  }),
  /** The latest first. */
  'scenario.listDeleted': op({
    input: nothing,
    output: z.array(z.strictObject({ ...listed.shape, deletedAt: isoInstant })),
    faults: [],
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
} as const;
