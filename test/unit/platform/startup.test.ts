import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHostArguments } from '#electron/host/hostArguments.ts';
import { dataFolder, makeWorkspaceFolder } from '#electron/platform/workspaceLocation.ts';

describe('the folder of plans', () => {
  it.each([
    ['linux', {}, '/home/eva/.local/share/Headroom'],
    ['linux', { XDG_DATA_HOME: '/data/eva' }, '/data/eva/Headroom'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/eva/.local/share/Headroom'],
    ['darwin', {}, '/home/eva/Library/Application Support/Headroom'],
  ] as const)('on %s with %j is %s', (platform, environment, folder) => {
    expect(dataFolder(platform, environment, '/home/eva')).toBe(folder);
  });

  it.skipIf(process.platform === 'win32')('is made for its owner alone, since plans hold pay', () => {
    const parent = mkdtempSync(join(tmpdir(), 'headroom-folder-'));
    makeWorkspaceFolder(join(parent, 'Headroom', 'workspace.headroom'));
    expect(statSync(join(parent, 'Headroom')).mode & 0o777).toBe(0o700);
    rmSync(parent, { recursive: true });
  });
});

describe.skipIf(process.platform !== 'linux')('a folder that cannot be made', () => {
  it.each([
    '/proc/plans/2027/a.headroom',
    '/proc/self/a/b.headroom',
    '/dev/null/a.headroom',
    '/sys/a/b.headroom',
  ])('for %s is a clear fault, and never a start without an end', (file) => {
    expect(() => makeWorkspaceFolder(file)).toThrow(/^E(?:NOENT|EXIST|NOTDIR|ACCES|PERM|ROFS)\b/);
  });
});

describe('the options of a start', () => {
  it('are a window, any free port and the own workspace by default', () => {
    expect(readHostArguments([])).toMatchObject({ opensWindow: true, isDevelopment: false, port: 0 });
    expect(readHostArguments([]).workspaceFile).toMatch(/Headroom.workspace\.headroom$/);
  });

  it('are read', () => {
    expect(readHostArguments(['--headless', '--port', '4000', '--workspace', '/plans/a.headroom'])).toEqual({
      opensWindow: false,
      isDevelopment: false,
      port: 4000,
      workspaceFile: '/plans/a.headroom',
      reopensLast: false,
    });
  });

  it.each(['-1', '65536', '80.5', 'http'])('refuse the port %s by name', (port) => {
    expect(() => readHostArguments([`--port=${port}`])).toThrow(`--port: found "${port}"`);
  });

  it('refuse what they do not know, instead of passing over a slip', () => {
    expect(() => readHostArguments(['--hedless'])).toThrow('--hedless');
  });
});
