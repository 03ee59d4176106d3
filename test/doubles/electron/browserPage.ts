import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Download, Page, Route } from 'playwright-core';
import { z } from 'zod';
import { launchChromiumProfile } from '../../support/chromium.ts';
import { createMembrane, runPreload } from './membrane.ts';

/** Where the page of the shell's own scheme lives in a browser that does not know the scheme. The name cannot exist. */
const standIn = 'https://bundle.invalid/';
const ownScheme = 'app://bundle/';
const worldName = 'electron-double-preload';
const door = 'electronDoubleDoor';

const ipcCall = z.object({ id: z.int(), channel: z.string(), args: z.array(z.unknown()) });

export interface PageEvents {
  /** What the shell makes of a request; undefined refuses it. */
  readonly answer: (request: Request) => Promise<Response | undefined>;
  readonly mayNavigate: (address: string) => boolean;
  readonly navigates: () => void;
  readonly mayOpen: (address: string) => boolean;
  readonly download: (download: Download, address: string) => Promise<void>;
  readonly call: (frame: Frame, channel: string, args: readonly unknown[]) => Promise<unknown>;
}

interface Frame {
  readonly isMain: boolean;
  readonly url: string;
}

/** A real browser page that believes to be a sandboxed window of Electron. */
export interface BrowserPage {
  readonly debuggingPort: number;
  load(address: string): Promise<void>;
  reload(): Promise<void>;
  send(channel: string, args: readonly unknown[]): void;
  url(): string;
  close(): Promise<void>;
}

function toOwnScheme(address: string): string {
  return address.replace(/^(blob:)?https:\/\/bundle\.invalid\//, `$1${ownScheme}`);
}

export async function openBrowserPage(
  size: { readonly width: number; readonly height: number },
  preloadFile: string,
  events: PageEvents,
): Promise<BrowserPage> {
  const profile = mkdtempSync(join(tmpdir(), 'headroom-double-'));
  const context = await launchChromiumProfile(profile, size);
  const page = context.pages()[0] ?? (await context.newPage());
  const state = { isLoading: false };
  await context.route('**/*', (route) => answerRoute(route, page, state, events));
  context.on('page', (opened) => {
    if (!events.mayOpen(toOwnScheme(opened.url()))) void opened.close();
  });
  page.on('download', (download) => void events.download(download, toOwnScheme(download.url())));
  const wire = await installPreload(context, page, preloadFile, events);
  return {
    debuggingPort: Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]),
    async load(address) {
      state.isLoading = true;
      await page.goto(address.replace(ownScheme, standIn));
      state.isLoading = false;
    },
    async reload() {
      state.isLoading = true;
      await page.reload();
      state.isLoading = false;
    },
    send: (channel, args) => wire({ channel, args }),
    url: () => toOwnScheme(page.url()),
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function answerRoute(
  route: Route,
  page: Page,
  state: { readonly isLoading: boolean },
  events: PageEvents,
): Promise<void> {
  const request = route.request();
  const address = toOwnScheme(request.url());
  const isOfWindow = request.isNavigationRequest() && request.frame() === page.mainFrame();
  if (isOfWindow && !state.isLoading && !events.mayNavigate(address)) return route.abort('aborted');
  if (isOfWindow) events.navigates();
  const response = await events.answer(new Request(address, { method: request.method() }));
  if (response === undefined) return route.abort('blockedbyclient');
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** Puts the preload into a world of its own and returns the way to send into it. */
async function installPreload(
  context: BrowserContext,
  page: Page,
  preloadFile: string,
  events: PageEvents,
): Promise<(message: unknown) => void> {
  const session = await context.newCDPSession(page);
  const frames = new Map<number, string>();
  let mainWorld: number | undefined;
  const mainFrame = (await session.send('Page.getFrameTree')).frameTree.frame.id;
  session.on('Runtime.executionContextCreated', ({ context: created }) => {
    if (created.name !== worldName) return;
    const frame = String(created.auxData?.['frameId']);
    frames.set(created.id, frame);
    if (frame === mainFrame) mainWorld = created.id;
  });
  function sendTo(contextId: number | undefined, message: unknown): void {
    if (contextId === undefined) return;
    const expression = `${door}(${JSON.stringify(message)})`;
    // The window may be closing or reloading; then nobody is there to hear it.
    session.send('Runtime.evaluate', { contextId, expression }).catch(() => {});
  }
  session.on('Runtime.bindingCalled', ({ executionContextId, payload }) => {
    const { id, channel, args } = ipcCall.parse(JSON.parse(payload));
    const isMain = frames.get(executionContextId) === mainFrame;
    events.call({ isMain, url: isMain ? toOwnScheme(page.url()) : 'about:blank' }, channel, args).then(
      (value) => sendTo(executionContextId, { id, value }),
      (error: unknown) =>
        sendTo(executionContextId, {
          id,
          error: `Error invoking remote method '${channel}': ${String(error)}`,
        }),
    );
  });
  await installScripts(session, readFileSync(preloadFile, 'utf8'));
  return (message) => sendTo(mainWorld, message);
}

async function installScripts(session: CDPSession, preload: string): Promise<void> {
  const names = { toPage: `toPage${crypto.randomUUID()}`, toPreload: `toPreload${crypto.randomUUID()}` };
  const sendName = 'electronDoubleSend';
  await session.send('Page.enable');
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: sendName, executionContextName: worldName });
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(${String(createMembrane)})(${JSON.stringify(names.toPreload)}, ${JSON.stringify(names.toPage)});`,
  });
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName,
    source: `(${String(runPreload)})(
      (${String(createMembrane)})(${JSON.stringify(names.toPage)}, ${JSON.stringify(names.toPreload)}),
      globalThis.${sendName}, ${JSON.stringify(door)}, (require) => {${preload}\n});`,
  });
}
