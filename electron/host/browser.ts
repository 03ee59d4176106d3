import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface InstalledBrowser {
  readonly name: string;
  readonly file: string;
}

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly exists: (file: string) => boolean;
}

const here: Surroundings = { platform: process.platform, environment: process.env, exists: existsSync };

const linuxCommands = [
  ['Chromium', 'chromium'],
  ['Chromium', 'chromium-browser'],
  ['Chrome', 'google-chrome'],
  ['Chrome', 'google-chrome-stable'],
  ['Edge', 'microsoft-edge'],
] as const;

const macApplications = [
  ['Chrome', 'Google Chrome'],
  ['Chromium', 'Chromium'],
  ['Edge', 'Microsoft Edge'],
] as const;

const windowsPrograms = [
  ['Chrome', 'Google\\Chrome\\Application\\chrome.exe'],
  ['Edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
  ['Chromium', 'Chromium\\Application\\chrome.exe'],
] as const;

/** Whether a window can be seen at all. Only Linux and its relatives run without one as a matter of course. */
export function hasDisplay({
  platform,
  environment,
}: Pick<Surroundings, 'platform' | 'environment'> = here): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);
}

/** The first installed browser that can show one page as a window of its own. */
export function findBrowser(surroundings: Surroundings = here): InstalledBrowser | undefined {
  return candidates(surroundings).find((browser) => surroundings.exists(browser.file));
}

function candidates({ platform, environment }: Surroundings): readonly InstalledBrowser[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(environment['HOME'] ?? '', 'Applications')];
    return macApplications.flatMap(([name, application]) =>
      folders.map((folder) => ({ name, file: `${folder}/${application}.app/Contents/MacOS/${application}` })),
    );
  }
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (key) => environment[key] ?? [],
    );
    return windowsPrograms.flatMap(([name, program]) =>
      folders.map((folder) => ({ name, file: `${folder}\\${program}` })),
    );
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return linuxCommands.flatMap(([name, command]) =>
    folders.map((folder) => ({ name, file: join(folder, command) })),
  );
}

/** Arguments that show one address as an application window and keep the browser from calling home. */
export function windowArguments(address: string, profileFolder: string, isRoot: boolean): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profileFolder}`,
    '--window-size=1280,800',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-features=Translate,OptimizationHints,MediaRouter',
    // Chromium refuses to start as root with its sandbox; whoever runs as root has given that protection up already.
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}

export function openAppWindow(
  browser: InstalledBrowser,
  address: string,
  profileFolder: string,
): ChildProcess {
  const isRoot = process.getuid?.() === 0;
  // Detached, so that Ctrl+C reaches the host alone: it lets the page save before it closes the window.
  return spawn(browser.file, windowArguments(address, profileFolder, isRoot), {
    stdio: 'ignore',
    detached: true,
  });
}

/** Opens the address with whatever the system opens addresses with. Resolves to whether that could be started. */
export function openDefaultBrowser(
  address: string,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  const [command, ...args] =
    platform === 'darwin'
      ? ['open', address]
      : platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', address]
        : ['xdg-open', address];
  return new Promise((done) => {
    const opener = spawn(command ?? '', args, { stdio: 'ignore' });
    opener.once('error', () => done(false));
    opener.once('exit', (code) => done(code === 0));
  });
}
