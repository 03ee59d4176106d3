/**
 * A working fake of the few parts of Electron that the shell uses, over a real browser. It proves that the shell's own code is wired
 * right; that Electron itself behaves, only Electron can prove. What the shell does not use is not modelled and throws its name.
 */
import type * as Electron from 'electron';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openBrowserPage, type BrowserPage, type PageEvents } from './browserPage.ts';
import { strict } from './strict.ts';

type InvokeHandler = (event: unknown, ...args: readonly unknown[]) => unknown;
type SchemeHandler = (request: Request) => Response | Promise<Response>;
type Decision = (
  details: { readonly url: string },
  answer: (response: { readonly cancel?: boolean }) => void,
) => void;
type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));
const appEvents = new EventEmitter();
const invokeHandlers = new Map<string, InvokeHandler>();
const schemeHandlers = new Map<string, SchemeHandler>();
const openWindows = new Set<BrowserWindow>();
let decide: Decision | undefined;
let isRegistered = false;

/** An event that a listener can prevent. */
function preventable(details: object = {}): { defaultPrevented: boolean; preventDefault(): void } {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => void (event.defaultPrevented = true),
  };
  return event;
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

class WebContents extends EventEmitter {
  readonly mainFrame: { readonly url: string };
  readonly #page: () => BrowserPage | undefined;
  openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(page: () => BrowserPage | undefined) {
    super();
    this.#page = page;
    this.mainFrame = {
      get url() {
        return page()?.url() ?? '';
      },
    };
  }
  send(channel: string, ...args: readonly unknown[]): void {
    this.#page()?.send(channel, args);
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly #options: Electron.BrowserWindowConstructorOptions;
  #page: BrowserPage | undefined;
  isShown = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    const { sandbox, contextIsolation, nodeIntegration } = options.webPreferences ?? {};
    if (sandbox !== true || contextIsolation !== true || nodeIntegration !== false) {
      throw new Error(
        'The Electron double models a sandboxed, isolated window without Node, and nothing less.',
      );
    }
    this.#options = options;
    this.webContents = strict('webContents', new WebContents(() => this.#page));
    const guarded = strict('BrowserWindow', this);
    openWindows.add(this);
    return guarded;
  }

  async loadURL(address: string): Promise<void> {
    const { width = 800, height = 600, webPreferences } = this.#options;
    this.#page = await openBrowserPage({ width, height }, webPreferences?.preload ?? '', this.#events());
    await this.#page.load(address);
    this.emit('ready-to-show');
    process.send?.({ debuggingPort: this.#page.debuggingPort });
  }

  show(): void {
    this.isShown = true;
  }
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }

  close(): void {
    const event = preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) void this.#destroy();
  }

  async #destroy(): Promise<void> {
    openWindows.delete(this);
    await this.#page?.close();
    this.emit('closed');
    if (openWindows.size === 0) appEvents.emit('window-all-closed');
  }

  #events(): PageEvents {
    return {
      answer: answerRequest,
      mayOpen: (url) => this.webContents.openHandler({ url }).action === 'allow',
      mayNavigate: (url) => {
        const event = preventable({ url });
        this.webContents.emit('will-navigate', event);
        return !event.defaultPrevented;
      },
      call: async ({ isMain, url }, channel, args) => {
        const handler = invokeHandlers.get(channel);
        if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
        return handler({ senderFrame: isMain ? this.webContents.mainFrame : { url } }, ...args);
      },
    };
  }
}

export const app = strict('app', {
  on: appEvents.on.bind(appEvents),
  ...({
    enableSandbox: () => {},
    requestSingleInstanceLock: () => true,
    whenReady: () => Promise.resolve(),
    getAppPath: () => projectFolder,
    quit: () => {
      if (openWindows.size === 0) process.exit(0);
      for (const window of openWindows) window.close();
    },
    exit: (code?: number) => process.exit(code),
  } satisfies Pick<
    typeof Electron.app,
    'enableSandbox' | 'requestSingleInstanceLock' | 'whenReady' | 'getAppPath' | 'quit' | 'exit'
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
      },
    }),
    ...({
      setPermissionRequestHandler: () => {},
      setPermissionCheckHandler: () => {},
    } satisfies Pick<Electron.Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>),
  }),
});

export const ipcMain = strict('ipcMain', {
  handle: (channel: string, handler: InvokeHandler) => void invokeHandlers.set(channel, handler),
  ...({
    removeHandler: (channel: string) => void invokeHandlers.delete(channel),
  } satisfies Pick<typeof Electron.ipcMain, 'removeHandler'>),
});

export const Menu = strict('Menu', {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: () => {},
});

export const dialog = strict('dialog', {
  showErrorBox: (title: string, content: string) => void process.stderr.write(`${title}\n${content}\n`),
  /** The test answers, by a message; until then the box stays open, as it would for a user. */
  showMessageBox: (_window: unknown, options: { readonly message: string }) => {
    process.send?.({ question: options.message });
    return new Promise((done) => {
      process.once('message', (message: { readonly response: number }) =>
        done({ response: message.response }),
      );
    });
  },
});

process.on('message', (message) => {
  if (message === 'close') for (const window of openWindows) window.close();
});
// The test that started this is gone.
process.on('disconnect', () => process.exit(1));
