import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Transport } from '#shared/ipc/envelope.ts';
import { readyPort, spawnDouble, startSession, type HostSession } from './hostSession.ts';

declare global {
  interface Window {
    readonly headroom?: Transport;
  }
}

// What the system brings to the shell: its menu and dialogs, files that are double-clicked, downloads, and sudden ends.

let session: HostSession | undefined;

afterEach(async () => {
  await session?.close();
  session = undefined;
});

/** On a busy machine a page takes its time. */
function eventually<T>(look: () => T | Promise<T>) {
  return expect.poll(look, { timeout: 20_000 });
}

const questions: string[] = [];

const shown =
  ({ page }: HostSession) =>
  (): Promise<string> =>
    page().locator('body').innerText();

async function openShell(answer: (question: string) => number | string = () => 0): Promise<HostSession> {
  questions.length = 0;
  session = await startSession('shell-double', {
    answer(question) {
      questions.push(question);
      return answer(question);
    },
  });
  const { page } = session;
  // Only an open plan is saved, and only then does the menu lead to its screens.
  await eventually(() => page().locator('body').innerText()).toMatch(/Northwind[\s\S]*Saved/);
  return session;
}

const openName = ({ page }: HostSession): Promise<string | undefined> =>
  page().evaluate(async () => {
    const reply: unknown = await window.headroom?.call('workspace.info', {});
    const value: unknown = Reflect.get(Object(reply), 'value');
    const open: unknown = Reflect.get(Object(value), 'open');
    return String(Reflect.get(Object(open), 'name'));
  });

describe('the menu of the system', () => {
  it('leads to the screens of the page, its theme and the box about the app', async () => {
    const opened = await openShell();
    const heading = () => opened.page().evaluate(() => window.location.hash);
    opened.order({ menu: 'go.people' });
    await eventually(heading).toBe('#/people');
    opened.order({ menu: 'go.budget' });
    await eventually(heading).toBe('#/budget');
    opened.order({ menu: 'app.about' });
    await eventually(() => opened.page().getByRole('dialog').innerText()).toContain('SQLite');
    opened.order({ menu: 'theme.dark' });
    await expect
      .poll(() => opened.page().evaluate(() => document.documentElement.dataset['mantineColorScheme']))
      .toBe('dark');
    expect(opened.pageErrors).toEqual([]);
  });

  it('makes, opens and copies workspaces with the dialogs of the system', async () => {
    let chosen = '';
    const opened = await openShell((question) => (/^(?:Which|Where)/.test(question) ? chosen : 0));
    const file = (name: string) => join(dirname(opened.workspaceFile), `${name}.headroom`);

    chosen = file('second');
    opened.order({ menu: 'workspace.new' });
    await eventually(() => openName(opened)).toBe('second');
    chosen = file('copy');
    opened.order({ menu: 'workspace.saveCopy' });
    await eventually(() => existsSync(file('copy'))).toBe(true);
    chosen = opened.workspaceFile;
    opened.order({ menu: 'workspace.open' });
    await eventually(() => openName(opened)).toBe('workspace');
    // The list of files opened lately follows.
    await eventually(() => questions.length).toBe(3);
    opened.order({ menu: 'second' });
    await eventually(() => openName(opened)).toBe('second');

    chosen = '';
    opened.order({ menu: 'workspace.open' });
    await eventually(() => questions.length).toBe(4);
    expect(await openName(opened)).toBe('second');
    for (const name of ['second', 'copy']) expect(statSync(file(name)).mode & 0o077).toBe(0);
  });
});

describe('a file that is double-clicked', () => {
  it('takes the place of the open one; one that cannot be opened is told, and the open one stays', async () => {
    const opened = await openShell();
    const folder = dirname(opened.workspaceFile);
    const third = join(folder, 'Třetí plán 2027 计划.headroom');
    const broken = join(folder, 'broken.headroom');
    await opened
      .page()
      .evaluate(async (path) => window.headroom?.call('workspace.saveCopy', { path }), third);
    opened.order({ openFile: third });
    await eventually(() => openName(opened)).toBe('Třetí plán 2027 计划');

    writeFileSync(broken, 'this is no database, although it is long enough to be looked at');
    opened.order({ openFile: broken });
    await eventually(() => questions).toEqual(['That was not done.']);
    expect(await openName(opened)).toBe('Třetí plán 2027 计划');
    expect(readFileSync(broken, 'utf8')).toContain('this is no database');
  });

  it('comes up again when nobody names a file, wherever it lies, and gets no list beside it', async () => {
    const opened = await openShell();
    const folder = dirname(opened.workspaceFile);
    expect(readdirSync(folder)).not.toContain('recent.json');
    await opened.kill();
    // Where the first workspace would be made if none were known.
    vi.stubEnv('XDG_DATA_HOME', join(folder, 'data'));
    const started = spawnDouble(`${opened.workspaceFile}-profile`, []);
    vi.unstubAllEnvs();
    const ended = once(started, 'exit');
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await readyPort(started)}`);
    const page = browser.contexts().flatMap((context) => context.pages())[0];
    expect(await page?.evaluate(() => window.headroom?.call('workspace.info', {}))).toMatchObject({
      value: { open: { path: opened.workspaceFile } },
    });
    started.send('close');
    expect(await ended).toEqual([0, null]);
    await browser.close();
  });
});

describe('a download', () => {
  it('goes through the dialog of the system, and the file is its owner’s alone', async () => {
    const opened = await openShell();
    const target = join(dirname(opened.workspaceFile), 'plan.csv');
    const downloaded = opened.page().waitForEvent('download');
    await opened.page().evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['pay;42'], { type: 'text/csv' }));
      link.download = '../../plan.csv';
      document.body.append(link);
      link.click();
    });
    await (await downloaded).saveAs(target);
    const offered = (): string | undefined =>
      opened.said
        .map((message) => String(Reflect.get(Object(message), 'offered')))
        .find((path) => path !== 'undefined');
    await eventually(offered).toBeDefined();
    // Whatever name the page gave, the dialog begins in the folder of downloads.
    expect(dirname(offered() ?? '')).toBe(tmpdir());
    opened.order({ saved: target });
    await eventually(() => opened.said).toContainEqual({ saved: target });
    expect(readFileSync(target, 'utf8')).toBe('pay;42');
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });
});

describe('a download that the disk cannot take', () => {
  it('is given up and told, although Electron would wait for somebody to go on', async () => {
    const opened = await openShell();
    await opened.page().evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['pay;42'], { type: 'text/csv' }));
      link.download = 'plan.csv';
      document.body.append(link);
      link.click();
    });
    const said = () => JSON.stringify(opened.said);
    await eventually(said).toContain('offered');
    opened.order({ interrupted: 'full' });
    await eventually(said).toContain('{"cancelled":true}');
    expect(said()).toContain('The file was not saved');
  });
});

describe('a sudden end', () => {
  it('of the page is told with its reason, and the window opens again with what was saved', async () => {
    const opened = await openShell();
    await opened.page().evaluate(() => window.headroom?.call('setting.set', { profileName: 'Saved before' }));
    opened.order({ crash: 'oom' });
    await eventually(() => questions).toEqual(['The window stopped working.']);
    const profile = () =>
      opened.page().evaluate(async () => JSON.stringify(await window.headroom?.call('setting.get', {})));
    await eventually(profile).toContain('Saved before');
    await eventually(() => opened.page().locator('body').innerText()).toContain('Northwind');
  });

  it('of the app is told at the next start, and everything acknowledged is there; an orderly end is not told', async () => {
    const opened = await openShell();
    await opened.page().evaluate(() => window.headroom?.call('setting.set', { profileName: 'Acknowledged' }));
    await opened.kill();
    await opened.restart();
    await eventually(shown(opened)).toContain('Headroom ended unexpectedly the last time.');
    expect(
      await opened
        .page()
        .evaluate(async () => JSON.stringify(await window.headroom?.call('setting.get', {}))),
    ).toContain('Acknowledged');
    await opened.restart();
    await eventually(shown(opened)).toContain('Northwind');
    expect(await shown(opened)()).not.toContain('unexpectedly');
  });

  it('of the user’s session is no end to tell of, although the app may not quit in order', async () => {
    const opened = await openShell();
    const mark = `${opened.workspaceFile}-open`;
    expect(existsSync(mark)).toBe(true);
    opened.order({ sessionEnd: 'log-off' });
    await eventually(() => existsSync(mark)).toBe(false);
    await opened.kill();
    await opened.restart();
    await eventually(shown(opened)).toContain('Northwind');
    expect(await shown(opened)()).not.toContain('unexpectedly');
    expect(questions).toEqual([]);
  });
});

it('the window stands where it stood, and its place is the owner’s alone', async () => {
  const opened = await openShell();
  const file = join(`${opened.workspaceFile}-profile`, 'window.json');
  await opened.restart();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ width: 1280, height: 800 });
  expect(statSync(file).mode & 0o077).toBe(0);
  await opened.kill();
  writeFileSync(file, JSON.stringify({ x: 40, y: 30, width: 1111, height: 777, isMaximized: false }));
  await opened.restart();
  expect(await opened.page().evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([1111, 777]);
});
