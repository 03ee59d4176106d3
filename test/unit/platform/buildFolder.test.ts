import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { clearLeftovers, exchangeFolder, whileLocked } from '#electron/buildFolder.ts';

function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-build-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

it('what was built takes the place of the old files whole, also where nothing stood', () => {
  const folder = folderOfTest();
  const place = join(folder, 'renderer');
  for (const content of ['first', 'second']) {
    const fresh = join(folder, '.fresh-renderer');
    mkdirSync(fresh);
    writeFileSync(join(fresh, `${content}.js`), content);
    exchangeFolder(fresh, place);
    expect(readdirSync(place)).toEqual([`${content}.js`]);
  }
  expect(readdirSync(folder)).toEqual(['renderer']);
});

it('two never build into one folder at the same time, and a failed build lets the next one in', async () => {
  const folder = join(folderOfTest(), 'dist');
  const seen: string[] = [];
  const build = (name: string) => async (): Promise<void> => {
    seen.push(`${name} begins`);
    await pause(30);
    seen.push(`${name} ends`);
    if (name === 'first') throw new Error('A mistake in a file.');
  };
  const [first, second] = await Promise.allSettled([
    whileLocked(folder, build('first')),
    whileLocked(folder, build('second')),
  ]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
  expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  expect(readdirSync(folder)).toEqual([]);
});

it('a build that was killed keeps nobody out, and what it left behind goes', async () => {
  const folder = folderOfTest();
  // No process has such a number.
  writeFileSync(join(folder, '.building'), '2147483647');
  mkdirSync(join(folder, '.fresh-main', 'assets'), { recursive: true });
  writeFileSync(join(folder, '.main.stamp'), 'kept');
  await whileLocked(folder, async () => clearLeftovers(folder));
  expect(existsSync(join(folder, '.fresh-main'))).toBe(false);
  expect(readFileSync(join(folder, '.main.stamp'), 'utf8')).toBe('kept');
});
