import { closeSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { makeFolder } from '#electron/platform/folders.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import { fileFault, storageFaultCode } from './faults.ts';
import type { StorageFaultCode } from './faults.ts';
import { applicationId, schemaVersionOf } from './migrate.ts';

export type OpenFault = Fault<StorageFaultCode | 'newer-file'>;

/** Where the copies of a workspace are kept. */
export function backupFolderOf(file: string): string {
  return `${dirname(file)}/backups`;
}

/** The name by which the copies of a workspace begin. */
export function stemOf(file: string): string {
  return basename(file, extname(file));
}

function hasBackups(file: string): boolean {
  try {
    return readdirSync(backupFolderOf(file)).some((name) => name.startsWith(`${stemOf(file)}.`));
  } catch {
    return false;
  }
}

/** Creates the file, readable by its owner only, unless it is there. SQLite gives its side files the same mode. */
function createIfMissing(file: string): Result<void, OpenFault> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    makeFolder(dirname(file));
    closeSync(openSync(file, 'wx', 0o600));
    return ok(undefined);
  }
  if (!found.isFile()) return fileFault('not-writable', file, 'this is a folder, not a file');
  if (found.size === 0 && hasBackups(file)) {
    return fileFault('damaged-file', file, 'it is empty, although it has backups; restore the newest one');
  }
  return ok(undefined);
}

/**
 * Is it ours, and not from the future? Only reads, so that it can be asked of a file before touching it. An empty
 * database is taken as a new workspace.
 */
function checkHeader(
  database: SqliteDatabase.Database,
  file: string,
  supportedVersion: number,
): Result<void, OpenFault> {
  const version = schemaVersionOf(database);
  const application = Number(database.pragma('application_id', { simple: true }));
  const isOurs = application === applicationId && version > 0;
  const tables = Number(database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  const isEmpty = application === 0 && version === 0 && tables === 0;
  if (!isOurs && !isEmpty) return fileFault('damaged-file', file, 'a database of another program');
  if (version > supportedVersion) return fileFault('newer-file', file);
  return ok(undefined);
}

/** Looks at the file through a read-only connection, which leaves the bytes of the file and of its log alone. */
function probe(file: string, supportedVersion: number): Result<void, OpenFault> {
  const database = new SqliteDatabase(file, { readonly: true, timeout: 0 });
  try {
    return checkHeader(database, file, supportedVersion);
  } finally {
    database.close();
  }
}

/**
 * Order matters: in WAL mode the exclusive lock must be asked for before the first access, which then takes it for
 * good. A file that may only be read fails here.
 */
function configure(database: SqliteDatabase.Database): void {
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
}

function firstDamage(database: SqliteDatabase.Database): string | undefined {
  const finding: unknown = database.prepare('PRAGMA quick_check(1)').pluck().get();
  return finding === 'ok' ? undefined : String(finding);
}

function prepare(
  database: SqliteDatabase.Database,
  file: string,
  supportedVersion: number,
): Result<void, OpenFault> {
  configure(database);
  const header = checkHeader(database, file, supportedVersion);
  if (!header.ok) return header;
  // The file is ours alone now and its log is indexed in memory: what the read-only look left behind has no use.
  rmSync(`${file}-shm`, { force: true });
  const damage = firstDamage(database);
  return damage === undefined ? ok(undefined) : fileFault('damaged-file', file, damage);
}

/** Turns what SQLite and the file system throw into the fault that the user can act on. */
function guarded<T>(file: string, work: () => Result<T, OpenFault>): Result<T, OpenFault> {
  try {
    return work();
  } catch (error) {
    const code = storageFaultCode(error);
    if (code === undefined) throw error;
    return fileFault(code, file, error instanceof Error ? error.message : undefined);
  }
}

/**
 * Opens a workspace file for this process alone, creating it if it is missing.
 *
 * @param supportedVersion newest schema version that this program knows
 */
export function openDatabase(
  file: string,
  supportedVersion: number,
): Result<SqliteDatabase.Database, OpenFault> {
  return guarded(file, () => {
    const created = createIfMissing(file);
    if (!created.ok) return created;
    const probed = probe(file, supportedVersion);
    if (!probed.ok) return probed;
    const database = new SqliteDatabase(file, { timeout: 0 });
    let isReady = false;
    try {
      const prepared = prepare(database, file, supportedVersion);
      isReady = prepared.ok;
      return prepared.ok ? ok(database) : prepared;
    } finally {
      if (!isReady) database.close();
    }
  });
}
