import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import { makeFolder } from '#electron/platform/folders.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import { checkCopy, flush, removeCopy } from './backups.ts';
import { fileFault, storageFaultCode } from './faults.ts';
import { schemaVersionOf } from './migrate.ts';

/** What can go wrong when a workspace is written to a new place. */
export type CopyFault = Fault<'name-taken' | 'damaged-file' | 'not-writable'>;

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Takes the name, so that nothing that is there is ever written over. */
function reserve(target: string): void {
  makeFolder(dirname(target));
  closeSync(openSync(target, 'wx', 0o600));
}

/** Checks the finished copy and gives it its name. */
function place(temporary: string, target: string, version?: number): Result<void, CopyFault> {
  const checked = checkCopy(temporary);
  const isOther = checked.ok && version !== undefined && checked.value !== version;
  if (!checked.ok || isOther) {
    const detail = checked.ok ? 'its version is not that of the original' : checked.fault.message;
    return fileFault('damaged-file', target, `the copy did not pass the check: ${detail}`);
  }
  flush(temporary, false);
  renameSync(temporary, target);
  flush(dirname(target), true);
  return ok(undefined);
}

function explained(target: string, error: unknown): Result<never, CopyFault> {
  if (codeOf(error) === 'EEXIST')
    return fault('name-taken', `There is a file of this name already: ${target}`);
  const code = storageFaultCode(error);
  if (code === undefined) throw error;
  const detail = error instanceof Error ? error.message : undefined;
  return fileFault(code === 'damaged-file' ? 'damaged-file' : 'not-writable', target, detail);
}

/**
 * Fills a new file: under its name there is never a half or unverified workspace for longer than an empty file.
 *
 * @param fill writes the content into the temporary file that it is given
 */
async function writeNew(
  target: string,
  fill: (temporary: string) => unknown,
  version?: number,
): Promise<Result<void, CopyFault>> {
  const temporary = `${target}.part`;
  let isReserved = false;
  let isPlaced = false;
  try {
    reserve(target);
    isReserved = true;
    removeCopy(temporary);
    closeSync(openSync(temporary, 'wx', 0o600));
    await fill(temporary);
    const placed = place(temporary, target, version);
    isPlaced = placed.ok;
    return placed;
  } catch (error) {
    return explained(target, error);
  } finally {
    removeCopy(temporary);
    if (isReserved && !isPlaced) rmSync(target, { force: true });
  }
}

/** Copies an open workspace into a new file, while it is in use. */
export function copyDatabase(
  database: SqliteDatabase.Database,
  target: string,
): Promise<Result<void, CopyFault>> {
  return writeNew(target, (temporary) => database.backup(temporary), schemaVersionOf(database));
}

/** Copies a workspace that came from elsewhere to a new place, after checking it. */
export function adoptFile(source: string, target: string): Promise<Result<void, CopyFault>> {
  return writeNew(target, (temporary) => copyFile(source, temporary));
}
