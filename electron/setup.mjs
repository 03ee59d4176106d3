/**
 * What `npm start` and `npm test` need before anything else can run. Plain JavaScript for any Node from 18 on, built-in modules only:
 * on a fresh clone nothing is installed yet.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

const binFolder = join(projectFolder, 'node_modules', '.bin');
const neededNode = 24;

/** The environment in which every tool finds the project's own Node and packages first. */
export function toolEnvironment() {
  return { ...process.env, PATH: [binFolder, ...outsidePath()].join(delimiter) };
}

/** The search path without the project's own folder: npm must not run on a Node that it is about to replace. */
function outsidePath() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')));
}

/**
 * Why the packages must be installed, or undefined when they are those of the lock file. npm writes its list of what it installed
 * last of all, so an interrupted install is noticed.
 */
export function reasonToInstall(folder = projectFolder) {
  const installedList = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return 'nothing is installed yet';
  try {
    const locked = readPackages(join(folder, 'package-lock.json'));
    const installed = readPackages(installedList);
    for (const [path, entry] of Object.entries(locked)) {
      if (path === '' || entry.link === true) continue;
      const present = installed[path];
      // Packages for other systems are in the lock and never installed.
      if (present === undefined ? entry.optional !== true : present.version !== entry.version) {
        return 'the list of packages has changed';
      }
    }
    return undefined;
  } catch {
    return 'the list of installed packages cannot be read';
  }
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Installs what the lock file names, when it is not there already. Throws a sentence for the user when that fails. */
export function ensureInstalled() {
  const reason = reasonToInstall();
  if (reason === undefined) return;
  console.log(`Installing Headroom's packages (${reason}). This takes about a minute …`);
  const startedAt = Date.now();
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: projectFolder,
    env: { ...process.env, PATH: outsidePath().join(delimiter) },
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.error || result.status !== 0) {
    throw new Error(
      'The packages could not be installed: npm ci failed. Check the connection, then start again.',
    );
  }
  console.log(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

/** A Node that is new enough to run Headroom. Throws a sentence for the user when there is none. */
export function findNode() {
  const ownName = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const file of [process.execPath, join(binFolder, ownName)]) {
    const isOwn = file === process.execPath;
    const version = isOwn ? process.version : existsSync(file) ? versionOf(file) : '';
    if (Number(/^v(\d+)\./.exec(version)?.[1] ?? 0) >= neededNode) return file;
  }
  throw new Error(
    `Headroom runs on Node ${neededNode} or newer; this is Node ${process.versions.node}, and no newer one comes with the packages ` +
      `for ${process.platform} on ${process.arch}. Install Node ${neededNode} from nodejs.org, then start again.`,
  );
}

function versionOf(file) {
  return spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** Runs a program with its output on ours and resolves to its exit code; signals that we get are its own business too. */
export function run(file, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(file, args, {
      cwd: projectFolder,
      env: toolEnvironment(),
      stdio: 'inherit',
      ...options,
    });
    const forward = (signal) => child.kill(signal);
    // Ctrl+C in a terminal reaches the child by itself; a plain kill of this process does not.
    const ignore = () => {};
    process.on('SIGTERM', forward);
    process.on('SIGHUP', forward);
    process.on('SIGINT', ignore);
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', forward);
      process.off('SIGHUP', forward);
      process.off('SIGINT', ignore);
      done(code ?? (signal === null ? 1 : 128));
    });
  });
}
