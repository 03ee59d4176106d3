/** After packaging: the archive holds what the app needs and nothing else. Plain JavaScript, because the packager loads it as it is. */
import { createRequire } from 'node:module';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

// The packager's own reader of its archives.
const { listPackage } = createRequire(createRequire(import.meta.url).resolve('electron-builder'))(
  '@electron/asar',
);

/** Everything that may be in the archive. */
const allowed = [
  /^\/package\.json$/,
  /^\/dist\/(?:main|preload|renderer)\/(?:(?:assets|fonts)\/)?[\w.-]+\.(?:mjs|cjs|js|css|html|svg|png|ttf|woff2|wasm|json|txt)$/,
  /^\/node_modules\/better-sqlite3\/(?:package\.json|LICENSE)$/,
  /^\/node_modules\/better-sqlite3\/lib\/(?:[\w-]+\/)?[\w.-]+\.js$/,
  /^\/node_modules\/better-sqlite3\/prebuilds\/[\w-]+\.node$/,
];

/** Without any of these the app does not start. */
const required = [
  '/package.json',
  '/dist/main/index.mjs',
  '/dist/main/worker.mjs',
  '/dist/main/fonts/NotoSansSC_400Regular.ttf',
  '/dist/main/fonts/Roboto-Medium.ttf',
  '/dist/main/fonts/Roboto-Regular.ttf',
  '/dist/main/fonts/OFL.txt',
  '/dist/preload/index.cjs',
  '/dist/renderer/index.html',
  '/dist/renderer/licences.txt',
  '/node_modules/better-sqlite3/lib/index.js',
];

const prebuilds = /^\/node_modules\/better-sqlite3\/prebuilds\/(linux|linuxmusl|darwin|win32)-/;
const systemOf = { linux: ['linux', 'linuxmusl'], win32: ['win32'], darwin: ['darwin'] };

/** What is wrong with a list of the files in an archive for that system; empty when nothing is. */
export function archiveComplaints(files, platform) {
  const foreign = files.filter((file) => !allowed.some((pattern) => pattern.test(file)));
  const missing = required.filter((file) => !files.includes(file));
  const systems = files.flatMap((file) => prebuilds.exec(file)?.[1] ?? []);
  const wanted = systemOf[platform] ?? [];
  const wrong = systems.filter((system) => !wanted.includes(system));
  return [
    ...foreign.map((file) => `${file} does not belong into the package`),
    ...missing.map((file) => `${file} is missing`),
    ...wrong.map((system) => `the database driver for ${system} is of no use on ${platform}`),
    ...(systems.length === 0 ? ['the database driver has no binary'] : []),
  ];
}

/** The files in an archive, without its folders, with forward slashes. */
export function archiveFiles(archive) {
  const paths = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)));
}

function bytesIn(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}

function megabytes(path) {
  return existsSync(path) ? (bytesIn(path) / 1024 / 1024).toFixed(1) : '0';
}

// The packager asks for a default export.
// oxlint-disable-next-line import/no-default-export
export default async function checkPackage(context) {
  const { appOutDir, electronPlatformName: platform, packager } = context;
  const resources =
    platform === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  const archive = join(resources, 'app.asar');
  const files = archiveFiles(archive);
  const complaints = archiveComplaints(files, platform);
  if (complaints.length > 0) throw new Error(`The package is not as it should be:\n${complaints.join('\n')}`);
  const unpacked = megabytes(`${archive}.unpacked`);
  console.log(
    `The archive for ${platform} holds ${files.length} files: ${megabytes(archive)} MB, ${unpacked} MB of native code beside it, ` +
      `${megabytes(appOutDir)} MB with Electron.`,
  );
}
