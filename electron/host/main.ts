/** The loopback host: the same services as the installed app, with the page in a browser. See `npm start`. */
import type { ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServices } from '#electron/services/composeServices.ts';
import { findBrowser, hasDisplay, openAppWindow, openDefaultBrowser } from './browser.ts';
import { startDevelopmentPage } from './devServer.ts';
import { readHostArguments, type HostArguments } from './hostArguments.ts';
import { createLifetime, patience } from './lifetime.ts';
import { openerAddress } from './opener.ts';
import { builtPage, startHost, type RunningHost } from './server.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

async function main(): Promise<void> {
  const options = readArguments();
  if (options === undefined) return;
  const services = startServices(options);
  const problem = services.problem();
  if (problem === undefined) console.log(`Plans are stored in ${services.workspaceFile()}`);
  else
    console.error(
      `${problem.fault.message}\nHeadroom starts without a workspace and shows what can be done.`,
    );
  const development = options.isDevelopment
    ? await startDevelopmentPage(join(projectFolder, 'vite.renderer.config.ts'))
    : undefined;
  const isAttended = options.opensWindow && hasDisplay();
  // Whoever serves without a window decides by Ctrl+C when it ends; so does whoever develops.
  const lifetime = isAttended && !options.isDevelopment ? createLifetime(giveUp) : undefined;
  const host = await startHost({
    services,
    page: development?.page ?? builtPage(join(projectFolder, 'dist', 'renderer')),
    port: options.port,
    onWindows: (count) => lifetime?.onWindows(count),
  });
  development?.attach(host.server);

  let browser: ChildProcess | undefined;
  let isEnding = false;
  function giveUp(hadWindow: boolean): void {
    const minutes = patience.firstWindow / 60_000;
    if (!hadWindow)
      console.log(
        `No window has come in ${minutes} minutes, so Headroom ends. Start it again with npm start.`,
      );
    void end();
  }
  async function end(): Promise<void> {
    if (isEnding) return;
    isEnding = true;
    lifetime?.stop();
    await host.close();
    browser?.kill();
    await development?.close();
    services.close();
    process.exit();
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());

  browser = await announce(host, options, isAttended, (livedMilliseconds) => {
    if (isEnding) return;
    // A browser that gives up at once could not start at all (a missing library, a locked profile); later it was closed.
    if (livedMilliseconds >= 3_000) return void end();
    console.log('That browser could not start.');
    void openInDefaultBrowser(host, options);
  });
}

function readArguments(): HostArguments | undefined {
  try {
    return readHostArguments(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
    return undefined;
  }
}

/** Opens the window, where there can be one, and says what was done. Returns the browser's process when it is our own. */
async function announce(
  host: RunningHost,
  options: HostArguments,
  isAttended: boolean,
  onWindowExit: (livedMilliseconds: number) => void,
): Promise<ChildProcess | undefined> {
  const profile = join(dirname(options.workspaceFile), 'window');
  const browser = isAttended ? findBrowser() : undefined;
  if (browser !== undefined) {
    const startedAt = Date.now();
    const window = openAppWindow(browser, openerAddress(host, profile), profile);
    console.log(`Opening Headroom in a window of ${browser.name}. Its address: ${host.address}`);
    window.once('error', () => void openInDefaultBrowser(host, options));
    window.once('exit', () => onWindowExit(Date.now() - startedAt));
    return window;
  }
  if (isAttended) {
    await openInDefaultBrowser(host, options);
  } else {
    const reason = options.opensWindow ? 'There is no display here' : 'No window was asked for';
    console.log(
      `${reason}, so Headroom only serves. Open this address in a browser; Ctrl+C ends it:\n${host.address}`,
    );
  }
  return undefined;
}

async function openInDefaultBrowser(host: RunningHost, options: HostArguments): Promise<void> {
  const isOpen = await openDefaultBrowser(
    openerAddress(host, join(dirname(options.workspaceFile), 'window')),
  );
  console.log(
    isOpen
      ? `Headroom is open in your default browser. Its address: ${host.address}`
      : `No browser could be opened. Open this address yourself:\n${host.address}`,
  );
}

/** What the system refuses (a folder that may not be written, a port in use) is the user's to change; anything else is our mistake. */
function explain(error: unknown): void {
  process.exitCode = 1;
  if (!(error instanceof Error) || !('code' in error)) return console.error(error);
  if (error.code === 'EADDRINUSE')
    console.error('That port is in use. Choose another one, or leave --port out for any free one.');
  else console.error(`Headroom could not start: ${error.message}`);
}

main().catch((error: unknown) => {
  explain(error);
  // The workspace may be open by now and would keep the process alive.
  process.exit();
});
