import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readBoundaries } from './boundaries.ts';
import { toolPackages } from './packages.ts';
import { importsOf, projectFolder, readSources } from './sources.ts';

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
  .parse(JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')));

const listed = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
const permitted = readBoundaries().rows.flatMap(({ allowed }) => allowed);

function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function isPackage(specifier: string): boolean {
  return !/^(?:[./#]|node:)/.test(specifier);
}

describe('packages', () => {
  it.each(Object.keys(listed))('%s has a row: some folder may import it, or it is a tool', (name) => {
    const isImportable = permitted.some((pattern) => pattern === name || matchesGlob(name, pattern));
    expect(isImportable || name in toolPackages).toBe(true);
  });

  it.each(Object.entries(listed))('%s %s is pinned', (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
  });

  it('no tool is listed that is not installed', () => {
    expect(Object.keys(toolPackages).filter((name) => !(name in listed))).toEqual([]);
  });

  it('nothing is imported that is not listed', () => {
    const imported = readSources()
      .filter(({ path }) => !path.startsWith('test/architecture/'))
      .flatMap(importsOf)
      .filter(isPackage)
      .map(packageName);
    expect(imported.length).toBeGreaterThan(20);
    expect([...new Set(imported)].filter((name) => !(name in listed))).toEqual([]);
  });

  it('only the database driver is shipped as a package; all else is in the bundles', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3']);
  });

  it('the lock file fits package.json', () => {
    const result = spawnSync('npm', ['ci', '--dry-run', '--offline', '--loglevel=error'], {
      cwd: projectFolder,
      encoding: 'utf8',
    });
    expect(result.stderr).toBe('');
    expect(result.status).toBe(0);
  });
});
