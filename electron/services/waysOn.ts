import type { OpeningProblemKind } from '#electron/db/openingProblem.ts';

type WayOn = 'try-again' | 'open-read-only' | 'save-elsewhere' | 'restore' | 'open-another' | 'create';

const elsewhere = ['open-another', 'create'] as const;
const whileNotWritable = ['try-again', 'open-read-only', 'save-elsewhere', ...elsewhere] as const;
const whenBroken = ['restore', 'try-again', ...elsewhere] as const;

const waysOf: Readonly<Record<OpeningProblemKind, readonly WayOn[]>> = {
  missing: ['try-again', 'restore', ...elsewhere],
  folder: elsewhere,
  empty: whenBroken,
  foreign: whenBroken,
  truncated: whenBroken,
  damaged: whenBroken,
  newer: ['try-again', 'restore', ...elsewhere],
  'open-elsewhere': ['try-again', 'open-read-only', 'save-elsewhere', ...elsewhere],
  'read-only-file': whileNotWritable,
  'read-only-folder': whileNotWritable,
  'disk-full': whileNotWritable,
  'not-writable': whileNotWritable,
  'migration-failed': ['try-again', 'restore', ...elsewhere],
};

/** What the user can do about a workspace that did not open, the most promising first. */
export function waysOn(kind: OpeningProblemKind, hasBackups: boolean): readonly WayOn[] {
  return waysOf[kind].filter((way) => way !== 'restore' || hasBackups);
}
