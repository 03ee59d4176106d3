import { BrowserWindow, dialog } from 'electron';
import type { Services } from '#electron/services/composeServices.ts';
import { isOwnAddress, pageAddress } from './appProtocol.ts';
import { connectPage, type Bridge } from './ipcBridge.ts';

const savingMilliseconds = 5_000;

/** The one window: sandboxed, isolated, and unable to leave its page. */
export async function openWindow(services: Services, preloadFile: string): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 500,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  keepOnPage(window);
  closeAfterSaving(window, connectPage(window, services));
  window.once('ready-to-show', () => window.show());
  await window.loadURL(pageAddress);
  return window;
}

function keepOnPage({ webContents }: BrowserWindow): void {
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Closing waits for the page to save. When it cannot, the user decides, because closing would lose edits. */
function closeAfterSaving(window: BrowserWindow, bridge: Bridge): void {
  let mayClose = false;
  let isAsking = false;
  async function settleAndClose(): Promise<void> {
    isAsking = true;
    mayClose = (await bridge.settle(savingMilliseconds)) || (await wantsToLoseEdits(window));
    isAsking = false;
    if (mayClose) window.close();
  }
  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    if (!isAsking) void settleAndClose();
  });
}

async function wantsToLoseEdits(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Some edits are not saved.',
    detail:
      'They could not be written to the workspace. Keep the window open to try again, or close it and lose them.',
    buttons: ['Keep open', 'Close and lose them'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
