import SqliteDatabase from 'better-sqlite3';
import { fault, faultSentences } from '#shared/kernel/result.ts';
import type { Failed, Fault } from '#shared/kernel/result.ts';

export type StorageFaultCode = 'already-open' | 'damaged-file' | 'not-writable';

/** Codes of SQLite by their beginning, so that extended codes (SQLITE_IOERR_WRITE …) are covered. */
const sqliteCodes: readonly (readonly [string, StorageFaultCode])[] = [
  ['SQLITE_BUSY', 'already-open'],
  ['SQLITE_LOCKED', 'already-open'],
  ['SQLITE_NOTADB', 'damaged-file'],
  ['SQLITE_CORRUPT', 'damaged-file'],
  ['SQLITE_READONLY', 'not-writable'],
  ['SQLITE_FULL', 'not-writable'],
  ['SQLITE_IOERR', 'not-writable'],
  ['SQLITE_CANTOPEN', 'not-writable'],
  ['SQLITE_PERM', 'not-writable'],
];

const fileCodes: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'EIO',
  'ENAMETOOLONG',
]);

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What an error of SQLite or the file system means to the user; undefined for a defect of ours. */
export function storageFaultCode(error: unknown): StorageFaultCode | undefined {
  const code = codeOf(error);
  if (code === undefined) return undefined;
  if (error instanceof SqliteDatabase.SqliteError)
    return sqliteCodes.find(([start]) => code.startsWith(start))?.[1];
  return fileCodes.has(code) ? 'not-writable' : undefined;
}

/** The fault's sentence, followed by the file it is about and, if known, what the system said. */
export function fileFault<C extends StorageFaultCode | 'newer-file'>(
  code: C,
  file: string,
  detail?: string,
): Failed<Fault<C>> {
  const sentence = faultSentences[code];
  return fault(
    code,
    detail === undefined ? `${sentence} File: ${file}` : `${sentence} File: ${file} (${detail})`,
  );
}
