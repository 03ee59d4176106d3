import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBoundaries } from './boundaries.ts';
import { importsOf, readSources } from './sources.ts';

interface Probe {
  readonly file: string;
  readonly forbidden: string;
  readonly permitted: string;
}

/** At least one for each row of the import table, with the import that would hurt most. */
const probes: readonly Probe[] = [
  { file: 'shared/kernel/probe.ts', forbidden: 'node:fs', permitted: './result.ts' },
  {
    file: 'shared/finance/probe.ts',
    forbidden: '#shared/model/scenario.ts',
    permitted: '#shared/kernel/result.ts',
  },
  {
    file: 'shared/queueing/probe.ts',
    forbidden: '#shared/engine/graph.ts',
    permitted: '#shared/kernel/result.ts',
  },
  { file: 'shared/engine/probe.ts', forbidden: 'mathjs', permitted: '#shared/kernel/result.ts' },
  { file: 'shared/engine/formula.ts', forbidden: '#shared/queueing/erlangC.ts', permitted: 'mathjs' },
  {
    file: 'shared/model/lines/probe.ts',
    forbidden: '#electron/db/workspace.ts',
    permitted: '#shared/engine/graph.ts',
  },
  { file: 'shared/ipc/probe.ts', forbidden: '#electron/services/dispatch.ts', permitted: 'zod' },
  {
    file: 'electron/platform/probe.ts',
    forbidden: '#electron/services/dispatch.ts',
    permitted: 'node:fs/promises',
  },
  { file: 'electron/db/probe.ts', forbidden: '#electron/services/dispatch.ts', permitted: 'better-sqlite3' },
  { file: 'electron/reports/probe.ts', forbidden: 'better-sqlite3', permitted: '#shared/model/scenario.ts' },
  { file: 'electron/services/probe.ts', forbidden: 'electron', permitted: '#electron/db/workspace.ts' },
  { file: 'electron/shell/probe.ts', forbidden: '#electron/db/workspace.ts', permitted: 'electron' },
  { file: 'electron/shell/preload.ts', forbidden: '#shared/ipc/envelope.ts', permitted: 'electron' },
  {
    file: 'electron/host/probe.ts',
    forbidden: 'electron',
    permitted: '#electron/services/composeServices.ts',
  },
  { file: 'electron/host/devServer.ts', forbidden: '#electron/db/workspace.ts', permitted: 'vite' },
  { file: 'electron/build.ts', forbidden: '#shared/kernel/result.ts', permitted: 'vite' },
  { file: 'electron/cli/probe.ts', forbidden: 'react', permitted: '#shared/model/scenario.ts' },
  {
    file: 'renderer/ui/probe.ts',
    forbidden: '#shared/model/scenario.ts',
    permitted: '#shared/kernel/result.ts',
  },
  { file: 'renderer/state/probe.ts', forbidden: 'node:fs', permitted: 'zustand' },
  { file: 'renderer/engine/probe.ts', forbidden: '#renderer/ui/theme.ts', permitted: 'comlink' },
  {
    file: 'renderer/features/people/probe.ts',
    forbidden: '#renderer/features/budget/X.tsx',
    permitted: '@mantine/core',
  },
  {
    file: 'renderer/app/probe.ts',
    forbidden: '#electron/services/dispatch.ts',
    permitted: '#renderer/features/people/X.tsx',
  },
];

const { config, rows } = readBoundaries();
const sources = readSources();
let folder = '';
const complaints = new Map<string, readonly string[]>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'headroom-boundaries-'));
  for (const { file, forbidden, permitted } of probes) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(
      join(folder, file),
      `import a from '${forbidden}';\nimport b from '${permitted}';\nexport const c = [a, b];\n`,
    );
  }
  // Without types: the probes import what does not exist.
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify({ ...config, options: {} }));
  const result = spawnSync('oxlint', ['--format=unix', '.'], { cwd: folder, encoding: 'utf8' });
  for (const line of result.stdout.split('\n')) {
    const match = /^(.+?):\d+:\d+: '(.+)' import is restricted/.exec(line);
    const [, file = '', specifier = ''] = match ?? [];
    if (match !== null) complaints.set(file, [...(complaints.get(file) ?? []), specifier]);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The row a file belongs to: the last that names it, as the linter decides. */
function rowOf(path: string): string | undefined {
  return rows.findLast(({ files }) => files.some((glob) => matchesGlob(path, glob)))?.files.join();
}

/** The folder that relative imports may not leave. A feature is a room of its own. */
function roomOf(path: string): string {
  const [top = '', folderName = '', feature = ''] = path.split('/');
  return folderName === 'features'
    ? `${top}/features/${feature}`
    : `${top}/${path.split('/').length > 2 ? folderName : ''}`;
}

describe('the import table', () => {
  it.each(probes)('refuses $forbidden in $file and only that', ({ file, forbidden }) => {
    expect(complaints.get(file)).toEqual([forbidden]);
  });

  it('has a probe for each of its rows', () => {
    const probed = new Set(probes.map(({ file }) => rowOf(file)));
    expect(rows.map(({ files }) => files.join()).filter((row) => !probed.has(row))).toEqual([]);
  });

  it('covers every module outside of the tests', () => {
    const uncovered = sources
      .map(({ path }) => path)
      .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('test/') && rowOf(path) === undefined);
    expect(uncovered).toEqual([]);
  });

  it('sees the modules at all', () => {
    expect(sources.length).toBeGreaterThan(80);
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(200);
    for (const top of ['shared', 'electron', 'renderer', 'test']) {
      expect(sources.filter(({ path }) => path.startsWith(`${top}/`)).length, top).toBeGreaterThan(8);
    }
  });
});

it('relative imports stay inside one room', () => {
  const leaving = sources
    // The entry of the page stands outside of the rooms and only starts the app.
    .filter(({ path }) => !path.startsWith('test/') && !path.endsWith('.mjs') && path !== 'renderer/main.tsx')
    .flatMap((source) =>
      importsOf(source)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => posix.join(posix.dirname(source.path), specifier))
        .filter((target) => roomOf(target) !== roomOf(source.path))
        .map((target) => `${source.path} -> ${target}`),
    );
  expect(leaving).toEqual([]);
});

it('only the shell imports electron as a value', () => {
  const importers = sources
    .filter(({ path }) => !path.startsWith('electron/shell/') && !path.startsWith('test/'))
    .filter(({ text }) => /^import (?!type\b)[^;]*from 'electron';/m.test(text));
  expect(importers.map(({ path }) => path)).toEqual([]);
});

it('no file is longer than 400 lines', () => {
  const long = sources.filter(({ text }) => text.split('\n').length > 401).map(({ path }) => path);
  expect(long).toEqual([]);
});

it('the linter sees a loop of imports', () => {
  const loop = join(folder, 'shared', 'engine');
  writeFileSync(
    join(loop, 'first.ts'),
    "import { second } from './second.ts';\nexport const first = (): number => second();\n",
  );
  writeFileSync(
    join(loop, 'second.ts'),
    "import { first } from './first.ts';\nexport const second = (): number => first();\n",
  );
  const result = spawnSync('oxlint', ['--format=unix', 'shared/engine'], { cwd: folder, encoding: 'utf8' });
  expect(result.stdout).toContain('import(no-cycle)');
});
