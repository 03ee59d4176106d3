import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const call = z.object({ args: z.array(z.string()), folder: z.string(), data: z.unknown() });

export type SecondStart = z.infer<typeof call>;

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** Takes the lock of a folder, unless a process that is alive has it. One that was killed leaves its lock behind. */
function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = Number(readFileSync(lock, 'utf8'));
    // A lock without a number is being written at this moment.
    if (!(owner > 0) || isRunning(owner)) return false;
    rmSync(lock, { force: true });
    return take(lock);
  }
}

/**
 * One instance for each folder of user data, as Electron has it: the second one leaves what it was started with to the first, and hears
 * that it is the second. It goes by way of files, since the answer is due at once.
 */
export function requestLock(
  userData: string,
  data: unknown,
  onSecondStart: (start: SecondStart) => void,
): boolean {
  const folder = join(userData, 'double');
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'lock');
  if (!take(lock)) {
    const message: SecondStart = { args: process.argv, folder: process.cwd(), data };
    const file = join(folder, String(process.pid));
    writeFileSync(file, JSON.stringify(message));
    renameSync(file, `${file}.start`);
    return false;
  }
  process.once('exit', () => rmSync(lock, { force: true }));
  const read = (): void => {
    for (const name of readdirSync(folder)) {
      if (!name.endsWith('.start')) continue;
      const text = readFileSync(join(folder, name), 'utf8');
      rmSync(join(folder, name));
      onSecondStart(call.parse(JSON.parse(text)));
    }
  };
  watch(folder, { persistent: false }, read);
  return true;
}
