import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { BrowserWindowConstructorOptions as Options, WebContents } from 'electron';
import { callPolicy, isOwnAddress, pageAddress, pagePreferences } from '#electron/platform/pagePolicy.ts';
import * as place from '#electron/platform/windowPlace.ts';
import type { ShellTexts } from '#shared/ipc/appCommands.ts';
import { afterCrash, wantsToLoseEdits } from './dialogs.ts';
import { connectPage, type Bridge, type PageServices } from './ipcBridge.ts';

const savingMilliseconds = 5_000;

export interface OpenedWindow {
  readonly window: BrowserWindow;
  readonly bridge: Bridge;
}

/** The developer tools are for those who build the app. */
export function windowOptions(preload: string, hasTools: boolean): Options {
  const { width: minWidth, height: minHeight } = place.smallestWindow;
  const webPreferences = { ...pagePreferences, preload, devTools: hasTools };
  return { minWidth, minHeight, show: false, autoHideMenuBar: true, webPreferences };
}

/** What is seen before the page is there. */
function background(): string {
  return nativeTheme.shouldUseDarkColors ? '#242424' : '#ffffff';
}

/** The one window, where it stood the last time. */
export async function openWindow(
  options: Options,
  placeFile: string,
  services: PageServices,
  texts: ShellTexts,
): Promise<OpenedWindow> {
  const last = place.readWindowPlace(placeFile);
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const backgroundColor = background();
  const window = new BrowserWindow({ ...options, ...place.fittingPlace(last, screens), backgroundColor });
  if (last?.isMaximized === true) window.maximize();
  const followTheme = (): void => window.setBackgroundColor(background());
  nativeTheme.on('updated', followTheme);
  window.once('closed', () => nativeTheme.off('updated', followTheme));
  const bridge = connectPage(window, services);
  closeAfterSaving(window, bridge, texts);
  window.on('close', () => {
    const bounds = window.getNormalBounds();
    place.writeWindowPlace(placeFile, { ...bounds, isMaximized: window.isMaximized() });
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void afterCrash(window, texts, reason);
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(pageAddress);
  return { window, bridge };
}

/** For every page that there may ever be: it stays what it is. */
export function keepOnPage(webContents: WebContents): void {
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  };
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.setWebRTCIPHandlingPolicy(callPolicy);
  webContents.on('will-navigate', stay);
  webContents.on('will-frame-navigate', stay);
  webContents.on('will-redirect', stay);
  webContents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Closing waits for the page to save. When it cannot, the user decides, because closing would lose edits. */
function closeAfterSaving(window: BrowserWindow, bridge: Bridge, texts: ShellTexts): void {
  let mayClose = false;
  let isAsking = false;
  async function settleAndClose(): Promise<void> {
    isAsking = true;
    mayClose = (await bridge.settle(savingMilliseconds)) || (await wantsToLoseEdits(window, texts));
    isAsking = false;
    if (mayClose) window.close();
  }
  window.on('close', (event) => {
    // A page that is gone has nothing left to save.
    if (mayClose || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (!isAsking) void settleAndClose();
  });
}
