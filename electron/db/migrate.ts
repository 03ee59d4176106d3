import type SqliteDatabase from 'better-sqlite3';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  up(database: SqliteDatabase.Database): void;
}

/** Marks a SQLite file as a Headroom workspace ("Hdrm"); stands in its header. */
export const applicationId = 0x48_64_72_6d;

export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

export function schemaVersionOf(database: SqliteDatabase.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

function assertIncreasing(migrations: readonly Migration[]): void {
  let last = 0;
  for (const { version, name } of migrations) {
    if (!Number.isInteger(version) || version <= last)
      throw new Error(`Migration ${version} (${name}) is out of order.`);
    last = version;
  }
}

function runOne(database: SqliteDatabase.Database, migration: Migration): void {
  migration.up(database);
  const broken = database.pragma('foreign_key_check');
  if (!Array.isArray(broken) || broken.length > 0)
    throw new Error('The rows no longer fit together (foreign_key_check).');
  database.pragma(`user_version = ${migration.version}`);
}

/**
 * Brings the file to the latest version. All pending migrations share one transaction, each in a savepoint of its
 * own: whatever fails, the file stays at the version it had, and the program that wrote it can still open it.
 *
 * @param takeBackup called before the first migration of a file that already holds something; returns the copy's name
 */
export function migrate(
  database: SqliteDatabase.Database,
  migrations: readonly Migration[],
  takeBackup: (from: number, to: number) => Result<string>,
): Result<void> {
  assertIncreasing(migrations);
  const from = schemaVersionOf(database);
  const pending = migrations.filter(({ version }) => version > from);
  if (pending.length === 0) return ok(undefined);
  let backup = '';
  if (from > 0) {
    const taken = takeBackup(from, latestVersion(migrations));
    if (!taken.ok) return taken;
    backup = taken.value;
  }
  let running = '';
  try {
    database
      .transaction(() => {
        if (from === 0) database.pragma(`application_id = ${applicationId}`);
        for (const migration of pending) {
          running = `${migration.version} "${migration.name}"`;
          database.transaction(() => runOne(database, migration))();
        }
      })
      .immediate();
    return ok(undefined);
  } catch (error) {
    return migrationFault(running, backup, error);
  }
}

function migrationFault(running: string, backup: string, error: unknown): Result<never, Fault<'internal'>> {
  const cause = error instanceof Error ? error.message : String(error);
  return fault(
    'internal',
    backup === ''
      ? `The workspace could not be brought to this version of Headroom: step ${running} failed (${cause}). The file was left as it was. Open it with the version you used before.`
      : `The workspace could not be brought to this version of Headroom: step ${running} failed (${cause}). The file was left as it was. A copy made before is in ${backup}. Open it with the version you used before.`,
  );
}
