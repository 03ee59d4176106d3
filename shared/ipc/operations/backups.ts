import { z } from 'zod';
import { isoInstant, nothing, op } from './define.ts';

/** A copy of a workspace, in the folder `backups` beside it. */
export const backup = z.strictObject({
  file: z.string(),
  kind: z.enum(['manual', 'daily', 'migration', 'replaced']),
  createdAt: isoInstant,
  bytes: z.int().min(0),
});

/** Copies of the workspace. */
export const backupOperations = {
  'backup.create': op({ input: nothing, output: backup, faults: ['not-writable', 'damaged-file'] }),
  /** Newest first. */
  'backup.list': op({ input: nothing, output: z.array(backup), faults: [] }),
} as const;
