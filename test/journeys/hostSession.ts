import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, chromium, type Browser, type Page } from 'playwright-core';
import { afterEach, describe } from 'vitest';
import { z } from 'zod';
import { hasDisplay } from '#electron/host/browser.ts';
import { launchChromium } from '#test/support/chromium.ts';

export type HostName = 'http' | 'shell-double' | 'electron';

export interface HostSession {
  readonly host: HostName;
  readonly workspaceFile: string;
  /** The open page; another one after a restart. */
  readonly page: () => Page;
  /** Every request of the page that was not for its own origin, blob and data addresses aside. Must stay empty. */
  readonly foreignRequests: readonly string[];
  /** What the page complained about: uncaught errors and messages of the console at level error. */
  readonly pageErrors: readonly string[];
  /** Ends the app as a user would, so that it saves, and starts it again on the same workspace. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** Tells the double of Electron what the user or the system does: chooses from the menu, opens a file, lets the page crash. */
  readonly order: (order: Readonly<Record<string, string>>) => void;
  /** What the double said, besides its questions. */
  readonly said: readonly unknown[];
  /** Ends the app as the loss of power would. */
  readonly kill: () => Promise<void>;
}

export interface SessionOptions {
  /** Which button the user presses, or which file is chosen, when the shell asks something; without it, the second button. */
  readonly answer?: (question: string) => number | string;
  /** More of the command line of the double. */
  readonly args?: readonly string[];
}

/** One running app with its page. */
interface RunningApp {
  readonly page: Page;
  readonly process?: ChildProcess;
  readonly browser?: Browser;
  end(): Promise<void>;
}

export const windowSize = { width: 1280, height: 800 };

/** An answer that is none. */
export const stays = 'the box stays open';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const doubleReady = z.object({ debuggingPort: z.int() });
const doubleQuestion = z.object({ question: z.string() });

function electronFile(): string | undefined {
  const folder = join(projectFolder, 'node_modules', 'electron');
  if (!existsSync(join(folder, 'path.txt'))) return undefined;
  return join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
}

function reasonToSkip(host: HostName): string | undefined {
  if (host !== 'electron') return undefined;
  if (electronFile() === undefined) return "Electron's binary is not here";
  return hasDisplay() ? undefined : 'there is no display';
}

const open: HostSession[] = [];

/**
 * Declares the same stories on every host. One that is not here is reported as skipped, with the reason in its title. Sessions that a story
 * leaves open are closed after it.
 */
export function describeOnEachHost(
  title: string,
  stories: (start: (options?: SessionOptions) => Promise<HostSession>, host: HostName) => void,
): void {
  for (const host of ['http', 'shell-double', 'electron'] as const) {
    const reason = reasonToSkip(host);
    const suffix = reason === undefined ? '' : `, skipped because ${reason}`;
    describe.skipIf(reason !== undefined)(`${title} (${host}${suffix})`, () => {
      afterEach(async () => {
        for (const session of open.splice(0)) await session.close();
      });
      stories((options) => startSession(host, options), host);
    });
  }
}

let build: Promise<void> | undefined;

/** Builds what is stale, once in a run, so that a single journey can be run by hand and never sees yesterday's page. */
export function buildOnce(): Promise<void> {
  build ??= ended(spawnNode(['electron/build.ts', '--if-stale'], 'inherit'));
  return build;
}

/** Starts the app on a new workspace in a temporary folder. */
export async function startSession(host: HostName, options: SessionOptions = {}): Promise<HostSession> {
  await buildOnce();
  const folder = mkdtempSync(join(tmpdir(), 'headroom-journey-'));
  const workspaceFile = join(folder, 'workspace.headroom');
  const foreignRequests: string[] = [];
  const pageErrors: string[] = [];
  const said: unknown[] = [];
  const start = async (): Promise<RunningApp> => {
    const prepare = (page: Page): void => watch(page, foreignRequests, pageErrors);
    return starters[host](workspaceFile, prepare, options, (message) => said.push(message));
  };
  let app: RunningApp | undefined = await start();
  const session: HostSession = {
    host,
    workspaceFile,
    foreignRequests,
    pageErrors,
    page() {
      if (app === undefined) throw new Error('The session is closed.');
      return app.page;
    },
    said,
    order: (order) => void app?.process?.send(order),
    async kill() {
      const process = app?.process;
      if (process === undefined) throw new Error('Electron itself cannot be killed here.');
      const gone = new Promise((done) => process.once('exit', done));
      process.kill('SIGKILL');
      await gone;
      await app?.browser?.close();
      app = undefined;
    },
    async restart() {
      await app?.end();
      app = await start();
    },
    async close() {
      await app?.end();
      app = undefined;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  open.push(session);
  return session;
}

/** Must be set up before the page loads anything, to see everything. */
function watch(page: Page, foreignRequests: string[], pageErrors: string[]): void {
  page.on('request', (request) => {
    const address = request.url();
    const isOwn = /^(?:http:\/\/127\.0\.0\.1:\d+|https:\/\/bundle\.invalid|app:\/\/bundle)\//.test(address);
    if (!isOwn && !/^(?:blob|data):/.test(address)) foreignRequests.push(address);
  });
  page.on('pageerror', (error) => pageErrors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
}

type Starter = (
  workspaceFile: string,
  prepare: (page: Page) => void,
  options: SessionOptions,
  onSaid: (message: unknown) => void,
) => Promise<RunningApp>;

const starters: Readonly<Record<HostName, Starter>> = {
  async http(workspaceFile, prepare) {
    const args = ['electron/host/main.ts', '--headless', '--workspace', workspaceFile];
    const process = spawnNode(args, ['ignore', 'pipe', 'inherit']);
    const address = await firstMatch(process, /http:\/\/127\.0\.0\.1:\d+\/#\S+/);
    const browser = await launchChromium();
    const page = await browser.newPage({ viewport: windowSize });
    prepare(page);
    await page.goto(address);
    return {
      page,
      process,
      browser,
      async end() {
        // A page that was still loading its screens in the background finds its host gone: that is the end, and no defect.
        page.removeAllListeners('console');
        page.removeAllListeners('pageerror');
        await ended(process, () => process.kill('SIGTERM'));
        await browser.close();
      },
    };
  },

  async 'shell-double'(workspaceFile, prepare, options, onSaid) {
    const args = ['--workspace', workspaceFile, ...(options.args ?? [])];
    const process = spawnDouble(`${workspaceFile}-profile`, args);
    process.on('message', (message) => {
      onSaid(message);
      const asked = doubleQuestion.safeParse(message);
      if (!asked.success) return;
      const answer = options.answer?.(asked.data.question) ?? 1;
      // Nobody presses a button: the box stays until something else takes it away.
      if (answer !== stays) process.send({ answer });
    });
    const debuggingPort = await readyPort(process);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`);
    const page = onlyPage(browser);
    prepare(page);
    // Loaded once more, so that the watchers have seen every request.
    await page.reload();
    return {
      page,
      process,
      async end() {
        await ended(process, () => process.send('close'));
        await browser.close();
      },
    };
  },

  async electron(workspaceFile, prepare) {
    const isRoot = process.getuid?.() === 0;
    const profile = `--user-data-dir=${workspaceFile}-profile`;
    const app = await _electron.launch({
      executablePath: electronFile() ?? '',
      cwd: projectFolder,
      args: ['.', '--workspace', workspaceFile, profile, ...(isRoot ? ['--no-sandbox'] : [])],
    });
    const page = await app.firstWindow();
    prepare(page);
    await page.reload();
    return { page, end: () => app.close() };
  },
};

function spawnNode(args: readonly string[], stdio: StdioOptions): ChildProcess {
  return spawn(process.execPath, args, { cwd: projectFolder, stdio });
}

interface DoubleOptions {
  readonly folder?: string;
  readonly nodeArgs?: readonly string[];
  readonly stderr?: 'inherit' | 'pipe';
}

/** The shell on the double, with a folder of user data of its own. */
export function spawnDouble(
  profile: string,
  args: readonly string[],
  { folder = projectFolder, nodeArgs = [], stderr = 'inherit' }: DoubleOptions = {},
): ChildProcess {
  const double = join(projectFolder, 'test/doubles/electron/register.mjs');
  const main = join(projectFolder, 'dist/main/index.mjs');
  const command = [...nodeArgs, '--import', double, main, `--user-data-dir=${profile}`, ...args];
  return spawn(process.execPath, command, {
    cwd: folder,
    stdio: ['ignore', 'inherit', stderr, 'ipc'],
  });
}

function onlyPage(browser: Browser): Page {
  const [page] = browser.contexts().flatMap((context) => context.pages());
  if (page === undefined) throw new Error('The double opened no page.');
  return page;
}

/** What a process prints first that looks like this; fails when the process ends before. */
function firstMatch(process: ChildProcess, pattern: RegExp): Promise<string> {
  let printed = '';
  return new Promise((done, fail) => {
    process.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const [match] = pattern.exec(printed) ?? [];
      if (match !== undefined) done(match);
    });
    process.once('exit', (code) =>
      fail(new Error(`The host ended with code ${code} before it was ready:\n${printed}`)),
    );
  });
}

/** The port of the double's browser, as soon as its window is open. */
export function readyPort(process: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    process.on('message', (message) => {
      const ready = doubleReady.safeParse(message);
      if (ready.success) done(ready.data.debuggingPort);
    });
    process.once('exit', (code) =>
      fail(new Error(`The shell ended with code ${code} before its window was open.`)),
    );
  });
}

/** Resolves when the process has ended by itself with success. */
function ended(process: ChildProcess, ask: () => void = () => {}): Promise<void> {
  return new Promise((done, fail) => {
    process.once('exit', (code) =>
      code === 0 ? done() : fail(new Error(`The process ended with code ${code}.`)),
    );
    ask();
  });
}
