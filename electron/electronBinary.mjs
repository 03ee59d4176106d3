/** Finds Electron's binary, or fetches it once with Electron's own installer. Plain JavaScript, built-in modules only. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './setup.mjs';

const electronFolder = join(projectFolder, 'node_modules', 'electron');
const failureFile = join(projectFolder, 'node_modules', '.cache', 'headroom', 'electron-not-fetched.json');
const downloadFolder = join(projectFolder, 'node_modules', '.cache', 'headroom', 'electron-download');

/** Long enough to reach a server, short enough to wait for in vain. */
const patienceMilliseconds = 6_000;

export const electronUnavailable =
  'Electron is not here and could not be fetched, so a browser is used instead (the same app). ' +
  'To try again, delete node_modules/.cache/headroom/electron-not-fetched.json.';

/** The path of Electron's executable, or undefined. A failed download is remembered and not tried again for the same version. */
export async function findElectron(node) {
  const present = installedBinary();
  if (present !== undefined) return present;
  const version = wantedVersion();
  if (version === undefined || failedBefore() === version) return undefined;
  console.log(`Fetching Electron ${version}, for a few seconds at most unless data flows …`);
  const isFetched = await fetchBinary(node);
  const fetched = installedBinary();
  if (isFetched && fetched !== undefined) return fetched;
  mkdirSync(dirname(failureFile), { recursive: true });
  writeFileSync(failureFile, JSON.stringify({ version, at: new Date().toISOString() }));
  return undefined;
}

function installedBinary() {
  try {
    const file = join(electronFolder, 'dist', readFileSync(join(electronFolder, 'path.txt'), 'utf8').trim());
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

function wantedVersion() {
  return readJson(join(electronFolder, 'package.json'))?.version;
}

function failedBefore() {
  return readJson(failureFile)?.version;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Runs the installer with a download folder of our own, so that one can see whether data arrives: without progress it is stopped after
 * a few seconds, while a slow line may take its time.
 */
function fetchBinary(node) {
  mkdirSync(downloadFolder, { recursive: true });
  const installer = spawn(node, [join(electronFolder, 'install.js')], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: downloadFolder, TEMP: downloadFolder, TMP: downloadFolder },
  });
  let bytesSeen = 0;
  const watch = setInterval(() => {
    const bytes = sizeOf(downloadFolder) + sizeOf(join(electronFolder, 'dist'));
    if (bytes <= bytesSeen) installer.kill('SIGKILL');
    bytesSeen = bytes;
  }, patienceMilliseconds);
  return new Promise((done) => {
    installer.once('error', () => done(false));
    installer.once('exit', (code) => done(code === 0));
  }).finally(() => {
    clearInterval(watch);
    rmSync(downloadFolder, { recursive: true, force: true });
  });
}

function sizeOf(folder) {
  let bytes = 0;
  for (const entry of existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []) {
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? sizeOf(path) : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  }
  return bytes;
}
