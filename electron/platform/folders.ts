import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * Makes a folder and those above it, closed to other users: plans hold pay. An existing folder keeps its rights.
 *
 * One folder at a time, because Node's own recursive way never returns where the system denies that the parent exists (under /proc).
 *
 * @throws the system's error with its code
 */
export function makeFolder(folder: string): void {
  const path = resolve(folder);
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it in the meantime.
    if (!isFolder(path)) throw error;
  }
}

/** Makes a file readable by its owner only, where the disk knows such rights; a foreign disk may not. */
export function keepPrivate(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch {
    // The file is written and stays useful; its folder decides who reads it.
  }
}
