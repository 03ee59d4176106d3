import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { makeFolder } from '#electron/platform/folders.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import { backupFileName, expiredBackups, newestFirst, parseBackupName } from './backupNames.ts';
import type { BackupName } from './backupNames.ts';
import { fileFault, storageFaultCode } from './faults.ts';
import { applicationId, schemaVersionOf } from './migrate.ts';
import { backupFolderOf, stemOf } from './openDatabase.ts';

export interface Backup extends BackupName {
  readonly bytes: number;
}

export type BackupFault = Fault<'not-writable' | 'damaged-file'>;

export const sideFiles = ['', '-journal', '-wal', '-shm'] as const;

/** A leftover that cannot be removed is a nuisance, not a reason to fail: the next start tries again. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (storageFaultCode(error) === undefined) throw error;
  }
}

export function removeCopy(path: string): void {
  for (const suffix of sideFiles) removeIfPossible(path + suffix);
}

/** Names in the folder of copies; none when it is missing or cannot be read, which is no reason not to open. */
function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (storageFaultCode(error) === undefined) throw error;
    return [];
  }
}

function noGood(message: string): { readonly ok: false; readonly fault: { readonly message: string } } {
  return { ok: false, fault: { message } };
}

function faultOfCopy(path: string, expectedVersion: number): string | undefined {
  const version = checkCopy(path);
  if (!version.ok) return version.fault.message;
  return version.value === expectedVersion
    ? undefined
    : `its schema is ${version.value} instead of ${expectedVersion}`;
}

/** The schema version of a copy, or why it is no good. Leaves it as one plain file without a log beside it. */
export function checkCopy(path: string): Result<number, { readonly message: string }> {
  const copy = new SqliteDatabase(path, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
    const integrity: unknown = copy.prepare('PRAGMA integrity_check(1)').pluck().get();
    if (integrity !== 'ok') return noGood(String(integrity));
    if (Number(copy.pragma('application_id', { simple: true })) !== applicationId)
      return noGood('it carries no mark of Headroom');
    return ok(schemaVersionOf(copy));
  } finally {
    copy.close();
  }
}

/** Forces a file or folder to the disk. Windows cannot open folders, and does not need it. */
export function flush(path: string, isFolder: boolean): void {
  if (isFolder && process.platform === 'win32') return;
  const descriptor = openSync(path, isFolder ? 'r' : 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

export function freeBackupName(file: string, at: string, label: string): string {
  const folder = backupFolderOf(file);
  let copy = 1;
  while (existsSync(join(folder, backupFileName(stemOf(file), at, label, copy)))) copy += 1;
  return backupFileName(stemOf(file), at, label, copy);
}

/** Verifies the finished copy, then gives it its name: under that name there is never a half or unverified one. */
function adopt(temporary: string, file: string, name: string, version: number): Result<Backup, BackupFault> {
  const damage = faultOfCopy(temporary, version);
  if (damage !== undefined) {
    removeCopy(temporary);
    return fileFault('damaged-file', file, `its copy did not pass the check: ${damage}`);
  }
  flush(temporary, false);
  const path = join(backupFolderOf(file), name);
  renameSync(temporary, path);
  flush(backupFolderOf(file), true);
  const parsed = parseBackupName(stemOf(file), name);
  if (parsed === undefined) throw new Error(`A backup got the unreadable name ${name}.`);
  return ok({ ...parsed, bytes: statSync(path).size });
}

function failed(temporary: string, file: string, error: unknown): Result<never, BackupFault> {
  removeCopy(temporary);
  const code = storageFaultCode(error);
  if (code === undefined) throw error;
  const detail = error instanceof Error ? error.message : undefined;
  return fileFault(code === 'damaged-file' ? 'damaged-file' : 'not-writable', file, detail);
}

/** An empty file of the owner's own, so that the copy is never readable by others, not even while it grows. */
function reserve(temporary: string, file: string): void {
  makeFolder(backupFolderOf(file));
  removeCopy(temporary);
  closeSync(openSync(temporary, 'wx', 0o600));
}

/** Copies an open workspace while it is in use (SQLite's online backup, in small steps). */
export async function backUp(
  database: SqliteDatabase.Database,
  file: string,
  { at, kind }: { readonly at: string; readonly kind: 'manual' | 'daily' },
): Promise<Result<Backup, BackupFault>> {
  const version = schemaVersionOf(database);
  const name = freeBackupName(file, at, kind);
  const temporary = join(backupFolderOf(file), `${name}.part`);
  try {
    reserve(temporary, file);
    await database.backup(temporary);
    return adopt(temporary, file, name, version);
  } catch (error) {
    return failed(temporary, file, error);
  }
}

/** The copy made before a migration. In one step, because nothing else may happen before it is there. */
export function backUpBeforeMigration(
  database: SqliteDatabase.Database,
  file: string,
  { at, from, to }: { readonly at: string; readonly from: number; readonly to: number },
): Result<Backup, BackupFault> {
  const name = freeBackupName(file, at, `migration-v${from}-v${to}`);
  const temporary = join(backupFolderOf(file), `${name}.part`);
  try {
    reserve(temporary, file);
    database.prepare('VACUUM INTO ?').run(temporary);
    return adopt(temporary, file, name, from);
  } catch (error) {
    return failed(temporary, file, error);
  }
}

function namesIn(file: string): readonly BackupName[] {
  const names = filesIn(backupFolderOf(file)).map((name) => parseBackupName(stemOf(file), name));
  return newestFirst(names.filter((name) => name !== undefined));
}

/** Newest first. */
export function listBackups(file: string): readonly Backup[] {
  return namesIn(file).flatMap((name) => {
    const found = statSync(join(backupFolderOf(file), name.file), { throwIfNoEntry: false });
    return found === undefined ? [] : [{ ...name, bytes: found.size }];
  });
}

/** Removes the copies that the keeping rule lets go. */
export function pruneBackups(file: string, now: string): void {
  for (const { file: name } of expiredBackups(namesIn(file), now))
    removeCopy(join(backupFolderOf(file), name));
}

/** Removes what interrupted backups left behind. Only while none is running, so at the start. */
export function removePartialBackups(file: string): void {
  for (const name of filesIn(backupFolderOf(file))) {
    if (name.startsWith(`${stemOf(file)}.`) && /\.headroom\.part(-journal|-wal|-shm)?$/.test(name)) {
      removeIfPossible(join(backupFolderOf(file), name));
    }
  }
}
