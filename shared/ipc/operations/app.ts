import { z } from 'zod';
import { nothing, op } from './define.ts';

/** The app itself. */
export const appOperations = {
  'app.info': op({
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      nodeVersion: z.string(),
      sqliteVersion: z.string(),
      schemaVersion: z.int(),
      /** Name of the workspace file, without its folder. */
      workspaceFile: z.string(),
      /** The name under which edits are journalled. */
      profile: z.string(),
    }),
    faults: [],
  }),
} as const;
