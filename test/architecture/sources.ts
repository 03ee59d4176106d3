import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

export interface Source {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every file that people write in the four top folders, without fixtures. */
export function readSources(): readonly Source[] {
  return ['shared', 'electron', 'renderer', 'test']
    .flatMap((folder) => readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|css)$/.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return { path: relative(projectFolder, file).split(sep).join('/'), text: readFileSync(file, 'utf8') };
    })
    .filter(({ path }) => !path.startsWith('test/fixtures/'));
}

/** The module names that a source imports or exports from, static and dynamic, types included. */
export function importsOf({ text }: Source): readonly string[] {
  const statements = text.matchAll(
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm,
  );
  const calls = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g);
  return [...statements, ...calls].flatMap((match) => match[1] ?? match[2] ?? []);
}
