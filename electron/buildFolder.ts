import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // A process of another user is there, although it may not be asked.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return false;
  }
}

/** The process that holds the lock; undefined when it has ended without giving it back, or none is named in it. */
function holderOf(lock: string): number | undefined {
  try {
    const id = Number(readFileSync(lock, 'utf8'));
    return id > 0 && isRunning(id) ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Only one builds into a folder at a time; whoever comes meanwhile waits, and then finds built what it wanted. */
export async function whileLocked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, '.building');
  while (!takeLock(lock)) {
    const holder = holderOf(lock);
    await new Promise((done) => setTimeout(done, 100));
    // Looked at twice: a lock that is just being written names nobody yet.
    if (holder === undefined && holderOf(lock) === undefined) rmSync(lock, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Puts a fresh folder in the place of another one: between the old files and the new ones there is but a moment with none. */
export function exchangeFolder(fresh: string, place: string): void {
  const old = `${fresh}.old`;
  rmSync(old, { recursive: true, force: true });
  try {
    renameSync(place, old);
  } catch {
    // Nothing stood there.
  }
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}

/** Removes what builds left behind that were stopped in the middle. */
export function clearLeftovers(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith('.fresh-')) rmSync(join(folder, name), { recursive: true, force: true });
}
