import { chmodSync, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok } from '#shared/kernel/result.ts';
import type { Result } from '#shared/kernel/result.ts';
import { fileFault, storageFaultCode } from './faults.ts';
import type { OpenFault } from './openDatabase.ts';

/** A copy of a workspace file with its log, in a folder of its own that only this user can read. */
export interface PrivateCopy {
  readonly file: string;
  remove(): void;
}

const attempts = 5;

/** Changes when anything is written into the file or its log. */
function stateOf(file: string): string {
  return ['', '-wal']
    .map((suffix) => statSync(file + suffix, { throwIfNoEntry: false, bigint: true }))
    .map((found) => (found === undefined ? '-' : `${found.size} ${found.mtimeNs}`))
    .join(', ');
}

function copyOnce(file: string, target: string): boolean {
  const before = stateOf(file);
  for (const suffix of ['-wal', '']) {
    rmSync(target + suffix, { force: true });
    if (statSync(file + suffix, { throwIfNoEntry: false }) === undefined) continue;
    copyFileSync(file + suffix, target + suffix);
    // A file that may only be read has a copy that may only be read.
    chmodSync(target + suffix, 0o600);
  }
  return stateOf(file) === before;
}

/**
 * Copies a workspace byte by byte without touching it, so that it can be looked at wherever it lies: in a folder that
 * may only be read, or while another process has it open. Must not be used on a file that this process has open:
 * reading it directly would give up the lock on it.
 */
export function copyPrivately(file: string): Result<PrivateCopy, OpenFault> {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-look-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const target = join(folder, 'workspace.headroom');
  try {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (copyOnce(file, target)) return ok({ file: target, remove });
    }
    remove();
    return fileFault('already-open', file, 'it is being written all the time');
  } catch (error) {
    remove();
    const code = storageFaultCode(error);
    if (code === undefined) throw error;
    return fileFault(code, file, error instanceof Error ? error.message : undefined);
  }
}
