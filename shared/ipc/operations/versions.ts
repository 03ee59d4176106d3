import { z } from 'zod';
import type { PlanResults } from '#shared/model/results.ts';
import { document, isoInstant, isRecord, op, revision, scenarioId, scenarioName } from './define.ts';

const versionId = scenarioId;
const status = z.enum(['draft', 'proposed', 'approved', 'archived']);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const note = z.string().max(2000);

const head = z.strictObject({
  id: versionId,
  scenarioId,
  name: z.string(),
  status,
  note,
  /** Of the scenario when it was saved. */
  revision,
  createdAt: isoInstant,
  createdBy: z.string(),
  engineVersion: z.string(),
  /** Over the canonical text of the inputs alone. */
  inputsSha256: sha256,
  /** Over the canonical text of inputs, engine version and results. */
  sha256,
});

/** Results were plain when they were stored, so the wire checks only that they are there. */
const results = z.custom<PlanResults>((value) => isRecord(value) && Array.isArray(value['periods']), {
  error: 'expected the results of a plan',
});

const difference = z.strictObject({
  /** Such as `plan.totalCost` or `groups.prague.requiredFte`. */
  measure: z.string(),
  period: z.int().min(0).nullable(),
  saved: z.union([z.number(), z.string(), z.boolean()]).nullable(),
  now: z.union([z.number(), z.string(), z.boolean()]).nullable(),
});

/** Saved versions: a plan's inputs and results as they were, for good. */
export const versionOperations = {
  /** Of one scenario, or of all; newest first. */
  'version.list': op({
    input: z.strictObject({ scenarioId: scenarioId.exactOptional() }),
    output: z.array(head),
    faults: [],
  }),
  'version.open': op({
    input: z.strictObject({ id: versionId }),
    output: z.strictObject({
      ...head.shape,
      document,
      results,
      /** Who gave it which status, oldest first. */
      history: z.array(z.strictObject({ status, at: isoInstant, who: z.string(), note })),
    }),
    faults: ['not-found'],
  }),
  /** Saves what the scenario is now. Give the revision that was seen, so that nobody approves what they did not see. */
  'version.save': op({
    input: z.strictObject({
      scenarioId,
      baseRevision: revision,
      name: scenarioName,
      status: z.enum(['draft', 'proposed', 'approved']).default('draft'),
      note: note.default(''),
    }),
    output: head,
    faults: ['not-found', 'stale-revision', 'invalid-plan', 'not-writable'],
  }),
  /** Draft, proposed and archived may follow on each other; what was approved can only be archived, and back. */
  'version.setStatus': op({
    input: z.strictObject({ id: versionId, status, note: note.default('') }),
    output: head,
    faults: ['not-found', 'locked', 'not-writable'],
  }),
  'version.rename': op({
    input: z.strictObject({ id: versionId, name: scenarioName }),
    output: head,
    faults: ['not-found', 'locked', 'not-writable'],
  }),
  /** Only what was never approved. */
  'version.delete': op({
    input: z.strictObject({ id: versionId }),
    output: z.strictObject({ id: versionId }),
    faults: ['not-found', 'locked', 'not-writable'],
  }),
  /** Whether a version is what was saved, and what this program would compute from its inputs. */
  'version.verify': op({
    input: z.strictObject({ id: versionId }),
    output: z.strictObject({
      /** The stored content has the stored hash. */
      isIntact: z.boolean(),
      engineVersion: z.string(),
      /** Of the program that verifies. */
      engineVersionNow: z.string(),
      differenceCount: z.int().min(0),
      /** The first of them. */
      differences: z.array(difference).max(200),
      /** Why the inputs can no longer be computed at all; null when they can. */
      problem: z.string().nullable(),
    }),
    faults: ['not-found'],
  }),
} as const;
