import { closeSync, mkdtempSync, openSync, readSync, rmdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FaultCode } from '#shared/kernel/result.ts';
import { applicationId } from './migrate.ts';

/** Why a workspace could not be opened, as far as it decides what the user can do about it. */
export type OpeningProblemKind =
  | 'missing'
  | 'folder'
  | 'empty'
  | 'foreign'
  | 'truncated'
  | 'damaged'
  | 'newer'
  | 'open-elsewhere'
  | 'read-only-file'
  | 'read-only-folder'
  | 'disk-full'
  | 'not-writable'
  | 'migration-failed';

/** With less than this even a small workspace cannot be opened for editing. */
const fewBytes = 256 * 1024;

const headerBytes = 100;
const mark = 'SQLite format 3\0';

function isPossible(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

/** Tried, not asked for: on Windows and network drives the rights that a file shows are not those that it has. */
function isFileWritable(file: string): boolean {
  return isPossible(() => closeSync(openSync(file, 'r+')));
}

function isFolderWritable(folder: string): boolean {
  return isPossible(() => rmdirSync(mkdtempSync(join(folder, '.headroom-'))));
}

function headerOf(file: string): Buffer | undefined {
  const header = Buffer.alloc(headerBytes);
  try {
    const descriptor = openSync(file, 'r');
    try {
      return header.subarray(0, readSync(descriptor, header, 0, headerBytes, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** What the first bytes of a SQLite file say: page size at 16, number of pages at 28, mark of the program at 68. */
function damageOf(file: string, size: number): OpeningProblemKind {
  if (size === 0) return 'empty';
  const header = headerOf(file);
  if (header === undefined) return 'damaged';
  if (header.length < headerBytes || header.toString('latin1', 0, mark.length) !== mark) return 'foreign';
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  if (size < pageBytes * header.readUInt32BE(28)) return 'truncated';
  return header.readUInt32BE(68) === applicationId ? 'damaged' : 'foreign';
}

function isFull(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize < fewBytes;
  } catch {
    return false;
  }
}

function refusalOf(file: string, message: string): OpeningProblemKind {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return 'folder';
  if (isFull(file) || /\b(?:ENOSPC|EDQUOT|disk is full)\b/.test(message)) return 'disk-full';
  if (found !== undefined && !isFileWritable(file)) return 'read-only-file';
  return isFolderWritable(dirname(file)) ? 'not-writable' : 'read-only-folder';
}

/**
 * What is the matter with a file that could not be opened. Looks at it after the fact and changes nothing in it. Must not be asked
 * about a file that this process has open: reading it directly would give up the lock on it.
 */
export function openingProblemOf(file: string, code: FaultCode, message: string): OpeningProblemKind {
  if (code === 'already-open') return 'open-elsewhere';
  if (code === 'newer-file') return 'newer';
  if (code === 'not-found') return 'missing';
  if (code === 'not-writable') {
    try {
      return refusalOf(file, message);
    } catch {
      return 'not-writable';
    }
  }
  if (code !== 'damaged-file') return 'migration-failed';
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  return size === undefined ? 'missing' : damageOf(file, size);
}
