import type SqliteDatabase from 'better-sqlite3';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import { backUp, backUpBeforeMigration, listBackups, pruneBackups, removePartialBackups } from './backups.ts';
import type { Backup, BackupFault } from './backups.ts';
import { copyDatabase } from './copies.ts';
import type { CopyFault } from './copies.ts';
import { fileFault, storageFaultCode } from './faults.ts';
import { findDamage, findSchemaDifferences } from './integrity.ts';
import { latestVersion, migrate, schemaVersionOf } from './migrate.ts';
import type { Migration } from './migrate.ts';
import { openDatabase } from './openDatabase.ts';
import type { OpenFault } from './openDatabase.ts';
import { copyPrivately } from './privateCopy.ts';
import { createJournalRepo } from './journalRepo.ts';
import type { JournalRepo } from './journalRepo.ts';
import { createScenarioRepo } from './scenarioRepo.ts';
import type { ScenarioRepo } from './scenarioRepo.ts';
import { createSettingRepo } from './settingRepo.ts';
import type { SettingRepo } from './settingRepo.ts';
import { createVersionRepo } from './versionRepo.ts';
import type { VersionRepo } from './versionRepo.ts';

/** An open workspace file: its repositories, and what concerns the file as a whole. */
export interface Workspace {
  readonly file: string;
  /** Read-only: a copy of the file for looking at. Everything is there, and every write is refused. */
  readonly access: 'edit' | 'read-only';
  readonly scenarios: ScenarioRepo;
  readonly journal: JournalRepo;
  readonly versions: VersionRepo;
  readonly settings: SettingRepo;
  readonly schemaVersion: number;
  readonly sqliteVersion: string;
  /**
   * Runs `work` as one transaction: all of it is on the disk when this returns, or none of it. A failed result
   * undoes what was written before it; a disk that refuses comes back as `not-writable`.
   */
  write<T, F extends Fault>(work: () => Result<T, F>): Result<T, F | Fault<'not-writable'>>;
  backUp(kind: 'manual' | 'daily', at: string): Promise<Result<Backup, BackupFault>>;
  /** Writes a copy into a new file, while this one is in use. */
  copyTo(target: string): Promise<Result<void, CopyFault>>;
  /** What is wrong with the file as a whole: inconsistent pages and rows, and tables that are not as they should be. */
  inspect(): { readonly damage: readonly string[]; readonly schema: readonly string[] };
  backups(): readonly Backup[];
  pruneBackups(now: string): void;
  close(): void;
}

/** Carries a failed result out of a transaction, so that the transaction is undone. */
class Undo extends Error {}

function writer(database: SqliteDatabase.Database, file: string): Workspace['write'] {
  return (work) => {
    let outcome: ReturnType<typeof work> | undefined;
    const run = database.transaction(() => {
      outcome = work();
      if (!outcome.ok) throw new Undo();
    });
    try {
      run.immediate();
    } catch (error) {
      if (!(error instanceof Undo)) {
        if (storageFaultCode(error) !== 'not-writable') throw error;
        return fileFault('not-writable', file, error instanceof Error ? error.message : undefined);
      }
    }
    if (outcome === undefined) throw new Error('A transaction ended without a result.');
    return outcome;
  };
}

/**
 * Opens a workspace, bringing its schema up to date.
 *
 * @param now names the copy that is made before a migration
 */
export function openWorkspace(
  file: string,
  migrations: readonly Migration[],
  now: () => string,
): Result<Workspace, OpenFault | Fault> {
  const opened = openDatabase(file, latestVersion(migrations));
  if (!opened.ok) return opened;
  const database = opened.value;
  let isReady = false;
  try {
    removePartialBackups(file);
    const migrated = migrate(database, migrations, (from, to) => {
      const copy = backUpBeforeMigration(database, file, { at: now(), from, to });
      return copy.ok ? ok(copy.value.file) : copy;
    });
    if (!migrated.ok) return migrated;
    isReady = true;
    return ok(workspaceOver(database, file, writer(database, file), migrations));
  } finally {
    if (!isReady) database.close();
  }
}

/** What a workspace says that is open for reading only. */
const readOnlyText =
  'This workspace is open for reading only, so nothing in it can be changed. Save a copy of it and edit that.';

/**
 * Opens a copy of a workspace for looking at. The file itself is not touched, so it may lie where nothing can be written,
 * or be open elsewhere; one of an older version is brought up to date in the copy only.
 */
export function openWorkspaceReadOnly(
  file: string,
  migrations: readonly Migration[],
): Result<Workspace, OpenFault | Fault> {
  const copied = copyPrivately(file);
  if (!copied.ok) return copied;
  const copy = copied.value;
  let isReady = false;
  try {
    const opened = openDatabase(copy.file, latestVersion(migrations));
    if (!opened.ok) return aboutOriginal(opened, copy.file, file);
    const database = opened.value;
    const migrated = migrate(database, migrations, () => ok(copy.file));
    isReady = migrated.ok;
    if (!migrated.ok) {
      database.close();
      return migrated;
    }
    return ok({
      ...workspaceOver(database, file, () => fault('not-writable', readOnlyText), migrations),
      access: 'read-only',
      backUp: () => Promise.resolve(fault('not-writable', readOnlyText)),
      pruneBackups: () => undefined,
      close: () => {
        database.close();
        copy.remove();
      },
    });
  } finally {
    if (!isReady) copy.remove();
  }
}

/** A fault of the copy, told as one of the file that the user knows. */
function aboutOriginal<C extends Fault['code']>(
  { fault: { code, message } }: { readonly fault: Fault<C> },
  copy: string,
  file: string,
): Result<never, Fault<C>> {
  return fault(code, message.replaceAll(copy, file));
}

function workspaceOver(
  database: SqliteDatabase.Database,
  file: string,
  write: Workspace['write'],
  migrations: readonly Migration[],
): Workspace {
  return {
    file,
    access: 'edit',
    scenarios: createScenarioRepo(database),
    journal: createJournalRepo(database),
    versions: createVersionRepo(database),
    settings: createSettingRepo(database),
    schemaVersion: schemaVersionOf(database),
    sqliteVersion: String(database.prepare('SELECT sqlite_version()').pluck().get()),
    write,
    backUp: (kind, at) => backUp(database, file, { at, kind }),
    copyTo: (target) => copyDatabase(database, target),
    inspect: () => ({ damage: findDamage(database), schema: findSchemaDifferences(database, migrations) }),
    backups: () => listBackups(file),
    pruneBackups: (now) => pruneBackups(file, now),
    close: () => {
      database.close();
    },
  };
}
