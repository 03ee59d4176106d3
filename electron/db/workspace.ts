import type SqliteDatabase from 'better-sqlite3';
import { ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import { backUp, backUpBeforeMigration, listBackups, pruneBackups, removePartialBackups } from './backups.ts';
import type { Backup, BackupFault } from './backups.ts';
import { fileFault, storageFaultCode } from './faults.ts';
import { latestVersion, migrate, schemaVersionOf } from './migrate.ts';
import type { Migration } from './migrate.ts';
import { openDatabase } from './openDatabase.ts';
import type { OpenFault } from './openDatabase.ts';
import { createScenarioRepo } from './scenarioRepo.ts';
import type { ScenarioRepo } from './scenarioRepo.ts';
import { createSettingRepo } from './settingRepo.ts';
import type { SettingRepo } from './settingRepo.ts';

/** An open workspace file: its repositories, and what concerns the file as a whole. */
export interface Workspace {
  readonly file: string;
  readonly scenarios: ScenarioRepo;
  readonly settings: SettingRepo;
  readonly schemaVersion: number;
  readonly sqliteVersion: string;
  /**
   * Runs `work` as one transaction: all of it is on the disk when this returns, or none of it. A failed result
   * undoes what was written before it; a disk that refuses comes back as `not-writable`.
   */
  write<T, F extends Fault>(work: () => Result<T, F>): Result<T, F | Fault<'not-writable'>>;
  backUp(kind: 'manual' | 'daily', at: string): Promise<Result<Backup, BackupFault>>;
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
    return ok(workspaceOver(database, file));
  } finally {
    if (!isReady) database.close();
  }
}

function workspaceOver(database: SqliteDatabase.Database, file: string): Workspace {
  return {
    file,
    scenarios: createScenarioRepo(database),
    settings: createSettingRepo(database),
    schemaVersion: schemaVersionOf(database),
    sqliteVersion: String(database.prepare('SELECT sqlite_version()').pluck().get()),
    write: writer(database, file),
    backUp: (kind, at) => backUp(database, file, { at, kind }),
    backups: () => listBackups(file),
    pruneBackups: (now) => pruneBackups(file, now),
    close: () => {
      database.close();
    },
  };
}
