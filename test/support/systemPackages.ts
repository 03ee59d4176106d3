import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '#electron/host/browser.ts';

/**
 * What the tests need from a Debian system: a browser, fonts for each of the languages, a spreadsheet that recalculates
 * the workbooks, and a reader of PDF. Without the last two, their tests are skipped and say so.
 */
const debianPackages = [
  'chromium',
  'fonts-liberation',
  'fonts-noto-core',
  'fonts-noto-cjk',
  'libreoffice-calc',
  'poppler-utils',
];

/** Installs what is missing, where that may be done. */
export function installWhatIsMissing(): void {
  const missing = missingDebianPackages();
  if (missing.length > 0 && process.getuid?.() === 0) installDebianPackages(missing);
}

/** Returns a sentence that says what to do when there is no browser for the journeys. */
export function browserProblem(): string | undefined {
  if (findBrowser() !== undefined) return undefined;
  return existsSync('/usr/bin/apt-get')
    ? `The journeys need a browser. Run: sudo apt-get install -y --no-install-recommends ${debianPackages.join(' ')}`
    : 'The journeys need Chromium, Chrome or Edge. Install one of them, then run the tests again.';
}

function missingDebianPackages(): readonly string[] {
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg-query')) return [];
  return debianPackages.filter((name) => {
    const query = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
    return !query.stdout.includes('install ok installed');
  });
}

function installDebianPackages(names: readonly string[]): void {
  console.log(`Installing ${names.join(', ')} …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: readonly string[]): boolean =>
    spawnSync('apt-get', args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  const isDone = apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...names);
  if (!isDone) console.error('apt-get failed; going on with what is there.');
}
