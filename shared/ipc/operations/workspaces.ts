import { z } from 'zod';
import { backup } from './backups.ts';
import { downloadOffer, isoInstant, nothing, op, uploadId } from './define.ts';

/** A file of the user's own disk; only ever a place where workspaces are looked for, kept or made. */
const filePath = z
  .string()
  .max(4096)
  .regex(/^(?:\/|[A-Za-z]:[\\/]|\\\\)[^\0]*$/, { error: 'the whole path of a file, from the root on' });

/** Name of a workspace: that of its file without the ending, as every system takes it. */
export const workspaceName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^(?!\.)[^\\/:*?"<>|\p{Cc}]*[^\\/:*?"<>|\p{Cc}. ]$/u, {
    error: 'a name without \\ / : * ? " < > |, and without a dot at either end',
  })
  .regex(/^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))/i, {
    error: 'a name that Windows does not keep for its devices',
  });

const backupFile = z.string().min(1).max(300);

/** Where a new file goes: under a name into the workspaces folder, or where the system's own dialog said. */
const target = z
  .strictObject({ name: workspaceName.exactOptional(), path: filePath.exactOptional() })
  .refine(({ name, path }) => (name === undefined) !== (path === undefined), {
    error: 'either a name or a path',
  });

/** Why a file could not be opened, as far as it decides what to do about it. */
const openingProblemKind = z.enum([
  'missing',
  'folder',
  'empty',
  'foreign',
  'truncated',
  'damaged',
  'newer',
  'open-elsewhere',
  'read-only-file',
  'read-only-folder',
  'disk-full',
  'not-writable',
  'migration-failed',
]);

const wayOn = z.enum(['try-again', 'open-read-only', 'save-elsewhere', 'restore', 'open-another', 'create']);

const opened = z.strictObject({
  path: z.string(),
  name: z.string(),
  folder: z.string(),
  access: z.enum(['edit', 'read-only']),
  bytes: z.int().min(0),
  /** Whoever had it open before never came to an end: a crash, or a loss of power. */
  wasCutShort: z.boolean(),
});

const problem = z.strictObject({
  path: z.string(),
  name: z.string(),
  kind: openingProblemKind,
  /** The full sentence with the cause that the system gave. */
  message: z.string(),
  waysOn: z.array(wayOn),
  /** Copies of that file, newest first. */
  backups: z.array(backup),
});

const workspaceInfo = z.strictObject({
  /** The workspace that is open; null while none is. */
  open: opened.nullable(),
  /** Why none is open. */
  problem: problem.nullable(),
  /** Where workspaces are made that get a name only. */
  folder: z.string(),
});

const listed = z.strictObject({
  path: z.string(),
  name: z.string(),
  folder: z.string(),
  state: z.enum(['current', 'present', 'missing', 'open-elsewhere']),
  /** Null when the file is missing. */
  bytes: z.int().min(0).nullable(),
  changedAt: isoInstant.nullable(),
  /** When it was last opened here; null when it never was. */
  openedAt: isoInstant.nullable(),
});

const place = z.strictObject({ path: z.string(), name: z.string() });

const opening = [
  'not-found',
  'already-open',
  'newer-file',
  'damaged-file',
  'not-writable',
  'internal',
] as const;

/** The workspace file as a whole: which one is open, and how another takes its place. */
export const workspaceOperations = {
  'workspace.info': op({ input: nothing, output: workspaceInfo, faults: [] }),
  /** The files of the workspaces folder and those opened lately, the latest first. */
  'workspace.list': op({ input: nothing, output: z.array(listed), faults: [] }),
  /** Every window saves first. When the file cannot be opened, the one that is open stays open. */
  'workspace.open': op({
    input: z.strictObject({ path: filePath }),
    output: workspaceInfo,
    faults: opening,
  }),
  /** Opens a copy for looking at; the file itself is not touched. */
  'workspace.openReadOnly': op({
    input: z.strictObject({ path: filePath }),
    output: workspaceInfo,
    faults: ['not-found', 'newer-file', 'damaged-file', 'not-writable', 'internal'],
  }),
  /** Makes a workspace with the sample, and opens it. */
  'workspace.create': op({ input: target, output: workspaceInfo, faults: ['name-taken', 'not-writable'] }),
  /** Writes a copy of the open workspace under another name; the open one stays open. */
  'workspace.saveCopy': op({
    input: target,
    output: place,
    faults: ['name-taken', 'damaged-file', 'not-writable'],
  }),
  /**
   * Puts a backup in the place of its workspace and opens it. What stood there before becomes a backup itself, whose
   * name comes back, so that restoring that one undoes this.
   */
  'workspace.restore': op({
    input: z.strictObject({ path: filePath.exactOptional(), backup: backupFile }),
    output: z.strictObject({ info: workspaceInfo, replaced: z.string().nullable() }),
    faults: opening,
  }),
  /** The open workspace as a file to download. */
  'workspace.export': op({ input: nothing, output: downloadOffer, faults: ['damaged-file', 'not-writable'] }),
  /** What an uploaded workspace holds, before anything is done with it. */
  'workspace.preview': op({
    input: z.strictObject({ upload: uploadId }),
    output: z.strictObject({
      bytes: z.int().min(0),
      suggestedName: z.string(),
      scenarios: z.array(z.strictObject({ name: z.string(), changedAt: isoInstant, edits: z.int().min(0) })),
    }),
    faults: ['not-found', 'newer-file', 'damaged-file', 'not-writable'],
  }),
  /** Puts an uploaded workspace into the workspaces folder; nothing that is there is replaced. */
  'workspace.import': op({
    input: z.strictObject({ upload: uploadId, name: workspaceName }),
    output: place,
    faults: ['not-found', 'name-taken', 'newer-file', 'damaged-file', 'not-writable'],
  }),
  /** A window's answer to `workspace-leaving`: it has edits to save, and then whether it could. */
  'workspace.settle': op({
    input: z.strictObject({ turn: z.int().min(0), state: z.enum(['saving', 'saved', 'failed']) }),
    output: nothing,
    faults: [],
  }),
  /** Announces a file that comes in pieces, since one request carries 8 MB at most. */
  'upload.begin': op({
    input: z.strictObject({
      name: z.string().max(300),
      bytes: z
        .int()
        .min(1)
        .max(2 ** 31),
    }),
    output: z.strictObject({ id: uploadId }),
    faults: ['not-writable'],
  }),
  /** The next piece, in order; complete when as many bytes have come as were announced. */
  'upload.append': op({
    input: z.strictObject({ id: uploadId, offset: z.int().min(0), base64: z.base64().min(1).max(7_000_000) }),
    output: z.strictObject({ received: z.int().min(0) }),
    faults: ['not-found', 'not-writable'],
  }),
} as const;
