/** The installed app: the services in this process, the page in one sandboxed window. It knows no rule of the domain. */
import { app, dialog, session, type BrowserWindow } from 'electron';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultWorkspaceFile, makeWorkspaceFolder } from '#electron/platform/workspaceLocation.ts';
import { composeServices } from '#electron/services/composeServices.ts';
import { closeTheDoors, registerScheme, servePage } from './appProtocol.ts';
import { installMenu } from './menu.ts';
import { openWindow } from './window.ts';

/** The file of `--workspace FILE`, else the user's own. Electron's many other switches are not ours to judge. */
function workspaceFile(): string {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { workspace: { type: 'string' } },
    strict: false,
  });
  return typeof values.workspace === 'string' ? resolve(values.workspace) : defaultWorkspaceFile();
}

function bringForward(window: BrowserWindow | undefined): void {
  if (window?.isMinimized() === true) window.restore();
  window?.focus();
}

async function start(): Promise<void> {
  app.enableSandbox();
  registerScheme();
  let window: BrowserWindow | undefined;
  app.on('second-instance', () => bringForward(window));
  await app.whenReady();

  const file = workspaceFile();
  makeWorkspaceFolder(file);
  const opened = composeServices({ workspaceFile: file });
  if (!opened.ok) {
    dialog.showErrorBox('Headroom cannot open its workspace', `${file}\n\n${opened.fault.message}`);
    app.exit(1);
    return;
  }
  app.on('window-all-closed', () => {
    opened.value.close();
    app.quit();
  });
  servePage(session.defaultSession, join(app.getAppPath(), 'dist', 'renderer'));
  closeTheDoors(session.defaultSession);
  installMenu();
  window = await openWindow(opened.value, join(app.getAppPath(), 'dist', 'preload', 'index.cjs'));
}

function fail(error: unknown): void {
  dialog.showErrorBox(
    'Headroom cannot start',
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
  app.exit(1);
}

// Not awaited: Electron becomes ready only after this module has been evaluated.
if (app.requestSingleInstanceLock()) start().catch(fail);
else app.quit();
