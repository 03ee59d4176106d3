import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { BrowserWindowConstructorOptions as Options, WebContents } from 'electron';
import { closeAfterSaving, watchPage } from '#electron/platform/pageLife.ts';
import { callPolicy, isOwnAddress, pageAddress, pagePreferences } from '#electron/platform/pagePolicy.ts';
import * as place from '#electron/platform/windowPlace.ts';
import type { PageState } from '#shared/ipc/pageState.ts';
import { crashQuestion, hungQuestion, unsavedQuestion } from '#shared/ipc/shellQuestions.ts';
import { ask, type Texts } from './dialogs.ts';
import { connectPage, type Bridge, type PageServices } from './ipcBridge.ts';

const savingMilliseconds = 5_000;

export interface OpenedWindow {
  readonly window: BrowserWindow;
  readonly bridge: Bridge;
  /** Resolves when the page has come, or the window was closed before it could. */
  readonly loaded: Promise<void>;
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
export function openWindow(
  options: Options,
  placeFile: string,
  services: PageServices,
  texts: Texts,
  onState: (state: PageState) => void,
): OpenedWindow {
  const last = place.readWindowPlace(placeFile);
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const backgroundColor = background();
  const window = new BrowserWindow({ ...options, ...place.fittingPlace(last, screens), backgroundColor });
  const followTheme = (): void => window.setBackgroundColor(background());
  nativeTheme.on('updated', followTheme);
  window.once('closed', () => nativeTheme.off('updated', followTheme));
  const bridge = connectPage(window, services, onState);
  closeAfterSaving(window, {
    settle: () => bridge.saving.settle(savingMilliseconds),
    wantsToLoseEdits: async () => (await ask(window, unsavedQuestion(texts()))) === 1,
  });
  place.rememberPlace(window, placeFile);
  watchPage(window, {
    wantsToReopen: async (signal) => (await ask(window, hungQuestion(texts()), signal)) === 1,
    wantsToGoOn: async (reason) => (await ask(window, crashQuestion(texts(), reason))) === 0,
    onGone() {
      bridge.saving.forget();
      onState({ commands: [] });
    },
  });
  window.once('ready-to-show', () => {
    // Maximising shows a window, so it waits until there is something to see.
    if (last?.isMaximized === true) window.maximize();
    window.show();
  });
  const loaded = window.loadURL(pageAddress).catch((error: unknown) => {
    if (!window.isDestroyed()) throw error;
  });
  return { window, bridge, loaded };
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
