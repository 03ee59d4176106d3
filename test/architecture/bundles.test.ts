import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { projectFolder } from './sources.ts';

// These look at what `npm run build` made; npm test builds first.

function scriptsIn(folder: string): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?js$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(projectFolder, folder, name), 'utf8') }));
}

describe('the page', () => {
  const scripts = scriptsIn('dist/renderer');

  it('is there, with the engine in a worker of its own', () => {
    expect(
      scripts.map(({ name }) => name).filter((name) => /engine\.worker-.*\.js$/.test(name)),
    ).toHaveLength(1);
    expect(scripts.reduce((bytes, { text }) => bytes + text.length, 0)).toBeGreaterThan(300_000);
  });

  it('holds nothing of Node, Electron or the database', () => {
    const foreign = /["'`](?:node:[a-z]|better-sqlite3["'`]|electron["'`])|__vite-browser-external/;
    expect(scripts.filter(({ text }) => foreign.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('loads less than 450 kB of scripts before its first screen, as they cross a wire', () => {
    const page = readFileSync(join(projectFolder, 'dist/renderer/index.html'), 'utf8');
    const initial = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, name = '']) => name);
    const bytes = initial.map(
      (name) => gzipSync(readFileSync(join(projectFolder, 'dist/renderer', name))).length,
    );
    const kilobytes = bytes.reduce((sum, size) => sum + size, 0) / 1000;
    expect(kilobytes).toBeGreaterThan(100);
    expect(kilobytes).toBeLessThan(450);
    // What draws the charts is as large as a screen; the grids must not wait for it.
    expect(initial.filter((name) => name.includes('ChartCanvas'))).toEqual([]);
  });

  it('names no file of another origin', () => {
    const page = readFileSync(join(projectFolder, 'dist/renderer/index.html'), 'utf8');
    const references = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((address) => !/^(?:\.\/|data:)/.test(address ?? ''))).toEqual([]);
  });
});

describe('the shell', () => {
  it('loads only Electron, the database driver and Node itself', () => {
    const scripts = scriptsIn('dist/main');
    expect(scripts.map(({ name }) => name)).toEqual(expect.arrayContaining(['index.mjs', 'worker.mjs']));
    const imported = scripts
      .flatMap(({ text }) =>
        [...text.matchAll(/^import .*?from ["']([^"']+)["']/gm)].map(([, name]) => name ?? ''),
      )
      .filter((name) => !name.startsWith('./'));
    const known = new Set([
      'electron',
      'better-sqlite3',
      ...builtinModules.flatMap((name) => [name, `node:${name}`]),
    ]);
    expect(imported).toContain('electron');
    expect(imported.filter((name) => !known.has(name))).toEqual([]);
  });

  it('has a preload that a sandboxed window can load: CommonJS that requires Electron alone', () => {
    const scripts = scriptsIn('dist/preload');
    expect(scripts.map(({ name }) => name)).toEqual(['index.cjs']);
    const text = scripts[0]?.text ?? '';
    expect([...text.matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map(([, name]) => name)).toEqual([
      'electron',
    ]);
    expect(text).not.toMatch(/^\s*(?:import|export) /m);
  });
});

it('electron-builder.yml names only what exists', () => {
  const text = readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8');
  const named = [
    ...text.matchAll(/^\s*(?:- |icon: |buildResources: )'?([\w./-]+?)(?:\/\*\*|\/\{.*\})?'?$/gm),
  ].map(([, path]) => path ?? '');
  expect(named).toContain('dist/preload');
  expect(named).toContain('node_modules/better-sqlite3');
  expect(named.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
});
