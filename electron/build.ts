/**
 * Builds what the app runs from: `node electron/build.ts [--if-stale] [renderer|main|preload …]`.
 * A stamp per bundle under dist/ remembers the sources it was built from, so that a start builds only what changed. Each bundle is built
 * beside its place and then put there whole: whoever starts meanwhile finds the old files.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontLicenceFile } from './bundledFonts.ts';
import { clearLeftovers, exchangeFolder, whileLocked } from './buildFolder.ts';
import { writeLicences, type Licence } from './licences.ts';

interface Bundle {
  readonly config: string;
  readonly sources: readonly string[];
  readonly output: string;
}

const projectFolder = fileURLToPath(new URL('..', import.meta.url));
const distFolder = join(projectFolder, 'dist');
const common = [
  'package.json',
  'package-lock.json',
  'electron/build.ts',
  'electron/buildFolder.ts',
  'electron/licences.ts',
  'shared',
];
const bundles: Readonly<Record<string, Bundle>> = {
  renderer: {
    config: 'vite.renderer.config.ts',
    sources: [...common, 'vite.renderer.config.ts', 'renderer', 'resources'],
    output: 'dist/renderer/index.html',
  },
  main: {
    config: 'vite.main.config.ts',
    sources: [...common, 'vite.main.config.ts', 'electron', 'resources'],
    output: 'dist/main/index.mjs',
  },
  preload: {
    config: 'vite.main.config.ts',
    sources: [...common, 'vite.main.config.ts', 'electron/shell'],
    output: 'dist/preload/index.cjs',
  },
};

/** In the installed app not, or not only, as modules of a bundle: the database driver, and the fonts of reports. */
const shippedPackages = ['better-sqlite3', '@expo-google-fonts/noto-sans-sc', 'pdfmake'];

/** The packages that bring the fonts say little about the licence of the fonts themselves. */
function fontLicence(): Licence {
  const text = readFileSync(fontLicenceFile, 'utf8').trim();
  return { name: 'Roboto, Noto Sans SC', version: '(fonts)', licence: 'OFL-1.1', text };
}

/** Every source with its size and time of change; contents are not read, so that asking costs milliseconds. */
function fingerprint(bundle: Bundle): string {
  const hash = createHash('sha256');
  function add(path: string): void {
    const stats = statSync(join(projectFolder, path), { throwIfNoEntry: false });
    if (stats === undefined) return;
    if (!stats.isDirectory()) {
      hash.update(`${path}\n${stats.size}\n${stats.mtimeMs}\n`);
      return;
    }
    for (const name of readdirSync(join(projectFolder, path)).sort()) add(`${path}/${name}`);
  }
  for (const source of bundle.sources) add(source);
  return hash.digest('hex');
}

function stampFile(name: string): string {
  return join(distFolder, `.${name}.stamp`);
}

function isStale(name: string, bundle: Bundle): boolean {
  if (!existsSync(stampFile(name)) || !existsSync(join(projectFolder, bundle.output))) return true;
  return readFileSync(stampFile(name), 'utf8') !== fingerprint(bundle);
}

async function buildBundle(name: string, bundle: Bundle): Promise<void> {
  // Loaded only now: a start with nothing to build must not pay for loading the bundler.
  // Whoever builds, tests for example, what is built is what users run.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('vite');
  const before = fingerprint(bundle);
  const startedAt = performance.now();
  const fresh = join(distFolder, `.fresh-${name}`);
  await build({
    configFile: join(projectFolder, bundle.config),
    mode: bundleMode(name),
    logLevel: 'warn',
    build: { outDir: fresh },
  });
  exchangeFolder(fresh, join(distFolder, name));
  // The state before the build: an edit made while it ran must count as new.
  writeFileSync(stampFile(name), before);
  console.log(`Built ${name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}

function bundleMode(name: string): string {
  return name === 'renderer' ? 'production' : name;
}

async function main(args: readonly string[]): Promise<void> {
  const onlyStale = args.includes('--if-stale');
  const named = args.filter((argument) => !argument.startsWith('--'));
  const names = named.length > 0 ? named : Object.keys(bundles);
  const wanted = names.map((name) => ({ name, bundle: bundleOf(name) }));
  const isWanted = ({ name, bundle }: (typeof wanted)[number]): boolean =>
    !onlyStale || isStale(name, bundle);
  if (!wanted.some(isWanted)) return;
  await whileLocked(distFolder, async () => {
    clearLeftovers(distFolder);
    for (const each of wanted) {
      if (!isWanted(each)) continue;
      await buildBundle(each.name, each.bundle);
      writeLicences(distFolder, shippedPackages, [fontLicence()]);
    }
  });
}

function bundleOf(name: string): Bundle {
  const bundle = bundles[name];
  if (bundle === undefined)
    throw new Error(`There is no bundle "${name}"; there are ${Object.keys(bundles).join(', ')}.`);
  return bundle;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  // The bundler's message names the file and the place; its stack is only about the bundler.
  const text = error instanceof Error ? error.message : String(error);
  console.error(text.replaceAll(/^ +at .*\n?/gm, '').trimEnd());
  process.exitCode = 1;
});
