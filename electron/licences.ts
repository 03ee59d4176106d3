import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

const listName = 'licences.json';

/** The folder of the package that a module belongs to; undefined for our own. */
function packageFolder(moduleId: string): string | undefined {
  const file = moduleId.replace(/^\0/, '').replace(/[?#].*$/, '');
  return /^(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(file)?.[1];
}

function textField(value: unknown, name: string): string {
  const found: unknown = Reflect.get(Object(value), name);
  return typeof found === 'string' ? found : '';
}

/** What a package says about its licence, with the text that comes with it. */
export function licenceOf(folder: string): Licence {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying|notice)/i.test(name))
    .toSorted();
  return {
    name: textField(manifest, 'name'),
    version: textField(manifest, 'version'),
    licence: textField(manifest, 'license'),
    text: files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n'),
  };
}

/** Notes the packages whose modules end up in a bundle, its workers included, and writes their licences beside it. */
export function licenceCollector(): { readonly plugin: () => Plugin; readonly workerPlugin: () => Plugin } {
  const folders = new Set<string>();
  function note(modules: readonly string[]): void {
    for (const id of modules) {
      const folder = packageFolder(id);
      if (folder !== undefined && existsSync(join(folder, 'package.json'))) folders.add(folder);
    }
  }
  const collector = (name: string, writes: boolean): Plugin => ({
    name,
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) if (part.type === 'chunk') note(part.moduleIds);
      if (!writes) return;
      const source = JSON.stringify([...folders].toSorted().map(licenceOf));
      this.emitFile({ type: 'asset', fileName: listName, source });
    },
  });
  return {
    plugin: () => collector('licences', true),
    workerPlugin: () => collector('licences-of-workers', false),
  };
}

function isLicence(value: unknown): value is Licence {
  return ['name', 'version', 'licence', 'text'].every(
    (key) => typeof Reflect.get(Object(value), key) === 'string',
  );
}

function readList(file: string): readonly Licence[] {
  if (!existsSync(file)) return [];
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Array.isArray(list) ? list.filter(isLicence) : [];
}

/** Gathers the licences of all bundles, of what is shipped as a package, and of what is no package, into the text that the page shows. */
export function writeLicences(
  distFolder: string,
  shippedPackages: readonly string[],
  others: readonly Licence[],
): void {
  const page = join(distFolder, 'renderer');
  if (!existsSync(page)) return;
  const found = ['renderer', 'main', 'preload'].flatMap((name) => readList(join(distFolder, name, listName)));
  const shipped = shippedPackages.map((name) => licenceOf(join(dirname(distFolder), 'node_modules', name)));
  const byName = new Map(
    [...found, ...shipped, ...others].map((entry) => [`${entry.name} ${entry.version}`, entry]),
  );
  const all = [...byName.values()].toSorted((a, b) => a.name.localeCompare(b.name));
  const parts = all.map(({ name, version, licence, text }) =>
    [`${name} ${version} (${licence || 'licence in its text'})`, text]
      .filter((part) => part !== '')
      .join('\n\n'),
  );
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  const head =
    'Headroom is built with the following packages. Electron and Chromium carry theirs beside the program.';
  writeFileSync(join(page, 'licences.txt'), `${[head, ...parts].join(rule)}\n`);
}
