/**
 * A working fake of the few parts of Electron that the shell uses, over a real browser. It proves that the shell's own code is wired
 * right; that Electron itself behaves, only Electron can prove. What the shell does not use is not modelled and throws its name.
 */
import type * as Electron from 'electron';
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Download } from 'playwright-core';
import { requestLock } from './instanceLock.ts';
import { chooseFromMenu, isMenuOwn } from './menu.ts';
import { strict } from './strict.ts';
import { askTest, listenToTest, tellTest } from './testLine.ts';
import { openWindows, preventable, setSurroundings } from './windows.ts';

export { Menu } from './menu.ts';
export { BrowserWindow } from './windows.ts';

type InvokeHandler = (event: unknown, ...args: readonly unknown[]) => unknown;
type SchemeHandler = (request: Request) => Response | Promise<Response>;
type Decision = (
  details: { readonly url: string },
  answer: (response: { readonly cancel?: boolean }) => void,
) => void;

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));
const appEvents = new EventEmitter();
const sessionEvents = new EventEmitter();
const invokeHandlers = new Map<string, InvokeHandler>();
const schemeHandlers = new Map<string, SchemeHandler>();
let decide: Decision | undefined;
let isRegistered = false;
let savedTo = '';
let downloading: EventEmitter | undefined;

/** What the shell has closed so far. A window of this double is opened only behind closed doors, as those of the app must be. */
const closed = new Set<string>();
const doors = [
  'sandbox of the app',
  'single instance',
  'switch host-resolver-rules',
  'switch proxy-server',
  'requests',
  'permission requests',
  'permission checks',
  'devices',
  'spell checker',
  'menu of Electron',
];

function requireClosedDoors(): void {
  if (isMenuOwn()) closed.add('menu of Electron');
  const open = doors.filter((door) => !closed.has(door));
  if (open.length > 0) throw new Error(`A window was opened while this stood open: ${open.join(', ')}.`);
}

/** Answers a request as Electron's network does: first the filter, then the handler of the scheme; there is no network. */
async function answerRequest(request: Request): Promise<Response | undefined> {
  const isCancelled = await new Promise<boolean>((done) => {
    if (decide === undefined) done(false);
    else decide({ url: request.url }, ({ cancel }) => done(cancel === true));
  });
  if (isCancelled) {
    process.stderr.write(`cancelled: ${request.url}\n`);
    return undefined;
  }
  return schemeHandlers.get(new URL(request.url).protocol.slice(0, -1))?.(request);
}

/** A download meets the session's listeners. Whoever drives the browser takes the file, and then says where it is. */
async function onDownload(download: Download, address: string): Promise<void> {
  const item = new EventEmitter();
  let offered: Electron.SaveDialogOptions = {};
  const event = preventable();
  const described = Object.assign(item, {
    getURL: () => address,
    getFilename: () => download.suggestedFilename(),
    getSavePath: () => savedTo,
    setSaveDialogOptions: (options: Electron.SaveDialogOptions) => void (offered = options),
    cancel: () => {
      tellTest({ cancelled: true });
      item.emit('done', {}, 'cancelled');
    },
  });
  sessionEvents.emit('will-download', event, strict('DownloadItem', described));
  if (event.defaultPrevented) return download.cancel();
  downloading = item;
  tellTest({ offered: offered.defaultPath });
}

function finishDownload(path: string): void {
  savedTo = path;
  downloading?.emit('done', {}, 'completed');
  tellTest({ saved: path });
}

function listen(): void {
  listenToTest((order) => {
    if (order === 'close') for (const window of openWindows) window.close();
    else if ('menu' in order) chooseFromMenu(order.menu);
    else if ('openFile' in order) appEvents.emit('open-file', preventable(), order.openFile);
    else if ('interrupted' in order) downloading?.emit('updated', {}, 'interrupted');
    else if ('page' in order) for (const window of openWindows) window.emit(order.page);
    else if ('sessionEnd' in order) for (const window of openWindows) window.emit('session-end', {});
    else if ('crash' in order) for (const { webContents } of openWindows) webContents.crash(order.crash);
    else finishDownload(order.saved);
  });
}

/** Delivers a message to the handler of its channel, as Electron does; tests send what no page could. */
export function deliver(channel: string, event: unknown, args: readonly unknown[]): unknown {
  const handler = invokeHandlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  return handler(event, ...args);
}

setSurroundings({
  answerRequest,
  onDownload,
  onCreating: requireClosedDoors,
  onCreated: (contents) => appEvents.emit('web-contents-created', {}, contents),
  onLoading: listen,
  onAllClosed: () => appEvents.emit('window-all-closed'),
  invoke: deliver,
});

function switchValue(name: string): string | undefined {
  return process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
}

function userData(): string {
  return switchValue('user-data-dir') ?? join(tmpdir(), 'electron-double');
}

export const app = strict('app', {
  on: appEvents.on.bind(appEvents),
  // As users have it: what is there for those who build the app must stay shut.
  isPackaged: true,
  commandLine: strict('app.commandLine', {
    appendSwitch: (name: string) => void closed.add(`switch ${name}`),
  } satisfies Pick<typeof Electron.app.commandLine, 'appendSwitch'>),
  ...({
    enableSandbox: () => void closed.add('sandbox of the app'),
    requestSingleInstanceLock: (data) => {
      closed.add('single instance');
      return requestLock(userData(), data, ({ args, folder, data: given }) =>
        appEvents.emit('second-instance', {}, args, folder, given),
      );
    },
    setAppUserModelId: (id: string) => tellTest({ applicationId: id }),
    getPreferredSystemLanguages: () => [switchValue('lang') ?? 'en-US'],
    whenReady: () => Promise.resolve(),
    getAppPath: () => projectFolder,
    getPath: (name: string) => (name === 'userData' ? userData() : tmpdir()),
    addRecentDocument: () => {},
    quit: () => {
      for (const window of openWindows) window.close();
      if (openWindows.size > 0) return;
      appEvents.emit('will-quit', preventable());
      process.exit(0);
    },
    exit: (code?: number) => process.exit(code),
  } satisfies Pick<
    typeof Electron.app,
    | 'enableSandbox'
    | 'requestSingleInstanceLock'
    | 'setAppUserModelId'
    | 'getPreferredSystemLanguages'
    | 'whenReady'
    | 'getAppPath'
    | 'getPath'
    | 'addRecentDocument'
    | 'quit'
    | 'exit'
  >),
});

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: () => {
    isRegistered = true;
  },
} satisfies Pick<typeof Electron.protocol, 'registerSchemesAsPrivileged'>);

export const session = strict('session', {
  defaultSession: strict('session.defaultSession', {
    protocol: strict('session.protocol', {
      handle(scheme: string, handler: SchemeHandler) {
        if (!isRegistered)
          throw new Error(`The scheme ${scheme} must be registered before the app is ready.`);
        schemeHandlers.set(scheme, handler);
      },
    }),
    webRequest: strict('session.webRequest', {
      onBeforeRequest(listener: Decision) {
        decide = listener;
        closed.add('requests');
      },
    }),
    on: sessionEvents.on.bind(sessionEvents),
    ...({
      setPermissionRequestHandler: () => void closed.add('permission requests'),
      setPermissionCheckHandler: () => void closed.add('permission checks'),
      setDevicePermissionHandler: () => void closed.add('devices'),
      setSpellCheckerEnabled: (isEnabled) => void (isEnabled || closed.add('spell checker')),
    } satisfies Pick<
      Electron.Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setSpellCheckerEnabled'
    >),
  }),
});

export const ipcMain = strict('ipcMain', {
  handle: (channel: string, handler: InvokeHandler) => {
    if (invokeHandlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    invokeHandlers.set(channel, handler);
  },
  ...({
    removeHandler: (channel: string) => void invokeHandlers.delete(channel),
  } satisfies Pick<typeof Electron.ipcMain, 'removeHandler'>),
});

const themeEvents = new EventEmitter();

let themeSource: Electron.NativeTheme['themeSource'] = 'system';

export const nativeTheme = strict('nativeTheme', {
  get shouldUseDarkColors() {
    return themeSource === 'dark';
  },
  get themeSource() {
    return themeSource;
  },
  set themeSource(source) {
    themeSource = source;
    tellTest({ themeSource });
    themeEvents.emit('updated');
  },
  on: themeEvents.on.bind(themeEvents),
  off: themeEvents.off.bind(themeEvents),
});

export const screen = strict('screen', {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
});

/** An empty answer is a dialog that was cancelled. */
async function askForFile(question: string): Promise<string> {
  return String(await askTest(question));
}

export const dialog = strict('dialog', {
  showErrorBox: (title: string, content: string) => {
    process.stderr.write(`${title}\n${content}\n`);
    tellTest({ told: title, content });
  },
  showMessageBox: async (_window: unknown, { message, signal }: Electron.MessageBoxOptions) => ({
    response: Number(await askTest(message, signal)),
  }),
  showOpenDialog: async () => {
    const path = await askForFile('Which file shall be opened?');
    return { canceled: path === '', filePaths: path === '' ? [] : [path] };
  },
  showSaveDialog: async () => {
    const filePath = await askForFile('Where shall it be saved?');
    return { canceled: filePath === '', filePath };
  },
});
