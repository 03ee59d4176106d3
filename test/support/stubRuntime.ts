import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the place of the fuses in Electron's executable. */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/**
 * Stands in for the program that makes a Debian package of what the packager has laid out, where that cannot be had: it keeps what would
 * go into the package beside the app itself.
 */
export function makeStubFpm(file: string, keptFolder: string): void {
  mkdirSync(keptFolder);
  const script = `#!/bin/sh
cd '${keptFolder}'
for argument; do
  printf '%s\\n' "$argument" >> arguments
  case "$before" in --after-install | --after-remove) cp "$argument" "./$before" ;; esac
  case "$argument" in *.desktop=/* | *.xml=/*) cp "\${argument%%=*}" "$(basename "\${argument#*=}")" ;; esac
  before=$argument
done
`;
  writeFileSync(file, script, { mode: 0o755 });
}

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
