import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Devices and pipes cannot be replaced by a file of that name; they are written into. */
function isReplaceable(path: string): boolean {
  const entry = statSync(path, { throwIfNoEntry: false });
  return entry === undefined || entry.isFile() || entry.isDirectory();
}

/**
 * Writes a file as a whole or not at all: into a temporary name beside it, then renamed over it.
 *
 * @throws the system's error, after which the file is as it was
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  if (!isReplaceable(path)) return writeFileSync(path, content);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const replaced = statSync(path, { throwIfNoEntry: false });
  const file = openSync(temporary, 'wx', 0o600);
  try {
    try {
      writeFileSync(file, content);
      // A new file is its owner's alone: plans hold pay. One that is replaced keeps the rights that somebody gave it.
      if (replaced !== undefined) fchmodSync(file, replaced.mode & 0o777);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

const WRITE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  ENOTEMPTY: 'it is a folder',
  EEXIST: 'a file has the name of its folder',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  ENAMETOOLONG: 'its name is too long',
};

/** Why the system did not let a file be written, in words. */
export function whyNotWritten(code: string): string {
  return WRITE_ERRORS[code] ?? code;
}
