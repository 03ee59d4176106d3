import { z } from 'zod';
import { commandSchema } from '#shared/model/commands.ts';
import { isoInstant, op, revision, scenarioId } from './define.ts';

/** The scenario was put on another parent, or on its own (null). */
const parentChange = z.strictObject({
  type: z.literal('setParent'),
  from: scenarioId.nullable(),
  to: scenarioId.nullable(),
});

const journalEntry = z.strictObject({
  /** Grows with every edit of the workspace; give the smallest one seen as `before` to read on. */
  sequence: z.int(),
  /** Revision of the scenario after the edit. */
  revision,
  at: isoInstant,
  who: z.string(),
  command: z.union([commandSchema, parentChange]),
  inverse: z.union([commandSchema, parentChange]),
});

const words = z.string().min(1).max(300);

/** Who changed what, when and why. */
export const journalOperations = {
  /** Newest first. */
  'scenario.journal': op({
    input: z.strictObject({
      id: scenarioId,
      limit: z.int().min(1).max(500),
      before: z.int().exactOptional(),
      /** Only edits of this input, or of something inside it. */
      path: words.exactOptional(),
      who: words.exactOptional(),
      /** Words of a reason, a path or a value. */
      search: words.exactOptional(),
      since: isoInstant.exactOptional(),
      until: isoInstant.exactOptional(),
    }),
    output: z.array(journalEntry),
    faults: ['not-found'],
  }),
  /** Everybody who edited a scenario. */
  'scenario.editors': op({
    input: z.strictObject({ id: scenarioId }),
    output: z.array(z.string()),
    faults: ['not-found'],
  }),
  /** Says why edits were made, or says it better; the edits themselves stay as they are. No words take the reason away. */
  'scenario.giveReason': op({
    input: z.strictObject({
      id: scenarioId,
      sequences: z.array(z.int().min(1)).min(1).max(500),
      reason: z.string().max(1000),
    }),
    output: z.strictObject({ id: scenarioId }),
    faults: ['not-found', 'not-writable'],
  }),
  /** Makes a scenario what it was right after an entry of its journal (0: before the first), as a new edit. */
  'scenario.restoreTo': op({
    input: z.strictObject({
      id: scenarioId,
      baseRevision: revision,
      sequence: z.int().min(0),
      reason: z.string().max(1000).exactOptional(),
    }),
    output: z.strictObject({ revision }),
    faults: ['not-found', 'stale-revision', 'invalid-plan', 'not-writable'],
  }),
} as const;
