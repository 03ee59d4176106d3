import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the place of the fuses in Electron's executable. */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/**
 * A folder that the packager takes for Electron's own: enough to pack, flip the fuses and list the result where the binary cannot be had.
 * Its executable runs nothing.
 */
export function makeStubRuntime(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const eightFuses = Buffer.from([1, 8, ...Buffer.from('00000000')]);
  const executable = Buffer.concat([Buffer.from(`stub\n${fuseSentinel}`), eightFuses, Buffer.from('\n')]);
  writeFileSync(join(folder, 'electron'), executable, { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'resources.pak',
    'chrome_crashpad_handler',
    'chrome-sandbox',
  ])
    writeFileSync(join(folder, name), 'stub');
  for (const name of ['en-US', 'cs', 'de', 'en', 'ro', 'ru', 'zh-CN', 'zh_CN'])
    writeFileSync(join(folder, 'locales', `${name}.pak`), 'stub');
}
