import { statSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { storageFaultCode } from './faults.ts';

/**
 * Whether some process has the workspace open. Cheap for files at rest: only one that is open, or was left by a crash,
 * has a log beside it. Must not be asked about a file that this process has open.
 */
export function isOpenSomewhere(file: string): boolean {
  if (statSync(`${file}-wal`, { throwIfNoEntry: false }) === undefined) return false;
  let database: SqliteDatabase.Database | undefined;
  try {
    database = new SqliteDatabase(file, { readonly: true, timeout: 0 });
    database.pragma('user_version');
    return false;
  } catch (error) {
    // What is no database is nobody's; whatever else is the matter shows when it is opened.
    return storageFaultCode(error) === 'already-open';
  } finally {
    database?.close();
  }
}

/** Whether two paths lead to the same file, by links or by another way of writing them. */
export function isSameFile(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}
