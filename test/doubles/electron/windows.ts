import type * as Electron from 'electron';
import { EventEmitter } from 'node:events';
import { openBrowserPage, type BrowserPage, type PageEvents } from './browserPage.ts';
import { strict } from './strict.ts';
import { tellTest } from './testLine.ts';

type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };

/** What windows need of the rest of the double. */
export interface WindowSurroundings {
  readonly answerRequest: (request: Request) => Promise<Response | undefined>;
  readonly invoke: (channel: string, event: unknown, args: readonly unknown[]) => unknown;
  /** Throws when the shell may not open a window yet. */
  readonly onCreating: () => void;
  readonly onCreated: (contents: unknown) => void;
  readonly onLoading: () => void;
  readonly onAllClosed: () => void;
  readonly onDownload: PageEvents['download'];
}

export const openWindows = new Set<BrowserWindow>();
let surroundings: WindowSurroundings | undefined;
let count = 0;

export function setSurroundings(given: WindowSurroundings): void {
  surroundings = given;
}

function around(): WindowSurroundings {
  if (surroundings === undefined) throw new Error('The double is not set up.');
  return surroundings;
}

/** An event that a listener can prevent. */
export function preventable(details: object = {}): { defaultPrevented: boolean; preventDefault(): void } {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => void (event.defaultPrevented = true),
  };
  return event;
}

class WebContents extends EventEmitter {
  readonly id: number;
  readonly mainFrame: { readonly url: string; readonly parent: null };
  readonly #page: () => BrowserPage | undefined;
  openHandler: OpenHandler = () => ({ action: 'allow' });
  hasCrashed = false;

  constructor(page: () => BrowserPage | undefined) {
    super();
    count += 1;
    this.id = count;
    this.#page = page;
    this.mainFrame = {
      parent: null,
      get url() {
        return page()?.url() ?? '';
      },
    };
  }
  send(channel: string, ...args: readonly unknown[]): void {
    if (this.hasCrashed) throw new Error('The page of these contents is gone.');
    this.#page()?.send(channel, args);
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    if (policy !== 'disable_non_proxied_udp') throw new Error(`Calls between browsers may use ${policy}.`);
  }
  isCrashed(): boolean {
    return this.hasCrashed;
  }
  reload(): void {
    this.hasCrashed = false;
    void this.#page()?.reload();
  }
  forcefullyCrashRenderer(): void {
    this.crash('killed');
  }
  crash(reason: string): void {
    this.hasCrashed = true;
    this.emit('render-process-gone', {}, { reason, exitCode: 1 });
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly #options: Electron.BrowserWindowConstructorOptions;
  #page: BrowserPage | undefined;
  #loading: Promise<void> | undefined;
  #isMaximized = false;
  #isReady = false;
  #isDestroyed = false;
  isShown = false;

  static getAllWindows(): readonly BrowserWindow[] {
    return [...openWindows];
  }

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    around().onCreating();
    const { sandbox, contextIsolation, nodeIntegration, devTools } = options.webPreferences ?? {};
    if (sandbox !== true || contextIsolation !== true || nodeIntegration !== false || devTools !== false) {
      throw new Error(
        'The Electron double models a sandboxed, isolated window without Node and developer tools, and nothing less.',
      );
    }
    this.#options = options;
    this.webContents = strict('webContents', new WebContents(() => this.#page));
    around().onCreated(this.webContents);
    openWindows.add(this);
    return strict('BrowserWindow', this);
  }

  loadURL(address: string): Promise<void> {
    this.#loading = this.#load(address);
    return this.#loading;
  }

  async #load(address: string): Promise<void> {
    around().onLoading();
    const { width = 800, height = 600, webPreferences } = this.#options;
    this.#page = await openBrowserPage({ width, height }, webPreferences?.preload ?? '', this.#events());
    if (this.#isDestroyed) await this.#page.close();
    else await this.#page.load(address);
    if (this.#isDestroyed) throw new Error(`ERR_FAILED (-2) loading '${address}'`);
    this.#isReady = true;
    this.emit('ready-to-show');
    tellTest({ debuggingPort: this.#page.debuggingPort });
  }

  show(): void {
    if (!this.#isReady) throw new Error('The window is shown before there is anything to see.');
    this.isShown = true;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  focus(): void {
    tellTest({ focused: true });
  }
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
  maximize(): void {
    // As Electron says: this also shows a window that is not shown yet.
    this.show();
    this.#isMaximized = true;
    tellTest({ maximized: true });
  }
  isMaximized(): boolean {
    return this.#isMaximized;
  }
  setBackgroundColor(): void {}
  getNormalBounds(): Electron.Rectangle {
    const { x = 0, y = 0, width = 800, height = 600 } = this.#options;
    return { x, y, width, height };
  }

  close(): void {
    const event = preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) void this.#destroy();
  }

  async #destroy(): Promise<void> {
    openWindows.delete(this);
    this.#isDestroyed = true;
    await this.#page?.close();
    // Electron tells whoever waits for the page that it will not come, and only then that the window has closed.
    await this.#loading?.catch(() => undefined);
    await new Promise((done) => setImmediate(done));
    this.emit('closed');
    if (openWindows.size === 0) around().onAllClosed();
  }

  #events(): PageEvents {
    return {
      answer: around().answerRequest,
      mayOpen: (url) => this.webContents.openHandler({ url }).action === 'allow',
      mayNavigate: (url) => {
        const event = preventable({ url });
        this.webContents.emit('will-navigate', event);
        return !event.defaultPrevented;
      },
      navigates: () =>
        this.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false }),
      download: around().onDownload,
      call: async ({ isMain, url }, channel, args) => {
        const senderFrame = isMain ? this.webContents.mainFrame : { url, parent: this.webContents.mainFrame };
        return around().invoke(channel, { sender: this.webContents, senderFrame }, args);
      },
    };
  }
}
