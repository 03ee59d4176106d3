/**
 * `npm start [-- --headless] [--port N] [--workspace FILE]`: installs what is missing, builds what is stale, then opens the app:
 * in Electron where its binary is there or can be fetched, else in a browser with the loopback host.
 */
import { resolve } from 'node:path';
import { electronUnavailable, findElectron } from './electronBinary.mjs';
import { ensureInstalled, findNode, run } from './setup.mjs';

/** npm runs scripts in the project's folder; a path on the command line is meant from where the user stands. */
function fromUserFolder(args) {
  const folder = userFolder();
  return args.map((argument, index) => {
    const isFile = args[index - 1] === '--workspace' && argument !== '' && !argument.startsWith('-');
    if (isFile) return resolve(folder, argument);
    const [, file] = /^--workspace=(.+)$/s.exec(argument) ?? [];
    // An option in the place of the file stays what it is, for the program to complain about.
    return file === undefined || file.startsWith('-') ? argument : `--workspace=${resolve(folder, file)}`;
  });
}

function userFolder() {
  return process.env.INIT_CWD ?? process.cwd();
}

function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function build(node, bundles) {
  const code = await run(node, ['electron/build.ts', '--if-stale', ...bundles]);
  if (code !== 0) throw new Error('Headroom could not be built; the lines above say why.');
}

/** Resolves to whether Electron took over; when it cannot even start, the browser is still there. */
async function startElectron(node, electron, args) {
  await build(node, ['renderer', 'main', 'preload']);
  console.log('Opening Headroom in Electron.');
  const startedAt = Date.now();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const code = await run(electron, ['.', ...sandbox, ...args]);
  if (code === 0 || Date.now() - startedAt > 5_000) {
    process.exitCode = code;
    return true;
  }
  console.log(`Electron ended at once with code ${code}, so a browser is used instead.`);
  return false;
}

async function main() {
  const args = fromUserFolder(process.argv.slice(2));
  ensureInstalled();
  const node = findNode();
  const isAttended = hasDisplay() && !args.includes('--headless');
  if (isAttended) {
    const electron = await findElectron(node);
    if (electron !== undefined && (await startElectron(node, electron, args))) return;
    if (electron === undefined) console.log(electronUnavailable);
  }
  await build(node, ['renderer']);
  process.exitCode = await run(node, ['electron/host/main.ts', ...args]);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
