import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
export function writeWhole(path: string, text: string): void {
  if (!isReplaceable(path)) return writeFileSync(path, text);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const file = openSync(temporary, 'wx');
  try {
    try {
      writeFileSync(file, text);
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
