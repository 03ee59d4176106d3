import { copyFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import { parseBackupName } from './backupNames.ts';
import { checkCopy, flush, freeBackupName, removeCopy } from './backups.ts';
import { fileFault, storageFaultCode } from './faults.ts';
import { isOpenSomewhere } from './lockState.ts';
import { backupFolderOf, stemOf } from './openDatabase.ts';

export type RestoreFault = Fault<
  'not-found' | 'already-open' | 'newer-file' | 'damaged-file' | 'not-writable'
>;

/** Name of the backup that holds what stood there before; null when nothing did. */
interface Restored {
  readonly replaced: string | null;
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Copies a file with its log, each of them finished on the disk before it gets its name. */
function copyWhole(source: string, target: string): void {
  for (const suffix of ['-wal', '']) {
    if (!exists(source + suffix)) continue;
    const temporary = `${target}${suffix}.part`;
    rmSync(temporary, { force: true });
    copyFileSync(source + suffix, temporary);
    flush(temporary, false);
    renameSync(temporary, target + suffix);
  }
}

/** Keeps what stands there as a backup, as it is: it may be damaged, and is worth keeping all the same. */
function keepPresent(file: string, at: string): Restored {
  if (!exists(file)) return { replaced: null };
  const replaced = freeBackupName(file, at, 'replaced');
  copyWhole(file, join(backupFolderOf(file), replaced));
  flush(backupFolderOf(file), true);
  return { replaced };
}

/** A checked copy of the backup beside the file, ready to take its place. */
function prepared(
  file: string,
  backup: string,
  supportedVersion: number,
): Result<string, Fault<'damaged-file' | 'newer-file'>> {
  const ready = `${file}.restoring`;
  removeCopy(ready);
  copyWhole(backup, ready);
  const checked = checkCopy(ready);
  if (!checked.ok) return fileFault('damaged-file', backup, checked.fault.message);
  if (checked.value > supportedVersion) return fileFault('newer-file', backup);
  flush(ready, false);
  return ok(ready);
}

function swapIn(file: string, ready: string, at: string): Restored {
  const kept = keepPresent(file, at);
  // Before the new file is there: the old one's log must never be taken for its own.
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
  renameSync(ready, file);
  flush(dirname(file), true);
  return kept;
}

/**
 * Puts a backup in the place of its workspace, which must be closed. What stood there becomes a backup first. Whatever
 * fails before the very last step leaves the file as it is.
 */
export function restoreBackup(
  file: string,
  backupName: string,
  { at, supportedVersion }: { readonly at: string; readonly supportedVersion: number },
): Result<Restored, RestoreFault> {
  const backup = join(backupFolderOf(file), backupName);
  const isName =
    basename(backupName) === backupName && parseBackupName(stemOf(file), backupName) !== undefined;
  if (!isName || !exists(backup)) return fault('not-found', `There is no such backup: ${backup}`);
  try {
    if (isOpenSomewhere(file)) return fileFault('already-open', file);
    const ready = prepared(file, backup, supportedVersion);
    return ready.ok ? ok(swapIn(file, ready.value, at)) : ready;
  } catch (error) {
    const code = storageFaultCode(error);
    if (code === undefined) throw error;
    return fileFault(
      code,
      code === 'damaged-file' ? backup : file,
      error instanceof Error ? error.message : undefined,
    );
  } finally {
    removeCopy(`${file}.restoring`);
  }
}
