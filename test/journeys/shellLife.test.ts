import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Transport } from '#shared/ipc/envelope.ts';
import { projectFolder } from '#test/architecture/sources.ts';
import {
  buildOnce,
  describeOnEachHost,
  readyPort,
  spawnDouble,
  startSession,
  stays,
  type HostSession,
} from './hostSession.ts';

declare global {
  interface Window {
    readonly headroom?: Transport;
  }
}

// The window from before its page has come until after it has gone, and the menu that goes with it.

let session: HostSession | undefined;

afterEach(async () => {
  await session?.close();
  session = undefined;
});

function eventually<T>(look: () => T | Promise<T>) {
  return expect.poll(look, { timeout: 20_000 });
}

async function openShell(answer: (question: string) => number | string = () => 0): Promise<HostSession> {
  session = await startSession('shell-double', { answer });
  return session;
}

const bodyText = (opened: HostSession) => (): Promise<string> => opened.page().locator('body').innerText();

/** The last thing that the double said under this name. */
function lastSaid(said: readonly unknown[], name: string): unknown {
  return Reflect.get(Object(said.findLast((message) => Reflect.has(Object(message), name))), name);
}

function menuOf(
  { said }: Pick<HostSession, 'said'>,
  part: 'possible' | 'grey' | 'labels',
): readonly unknown[] {
  const found: unknown = Reflect.get(Object(lastSaid(said, 'menu')), part);
  return Array.isArray(found) ? found : [];
}

describe('the menu of the system', () => {
  it('offers what the page can do, and nothing of it while there is no page for it', async () => {
    const opened = await openShell();
    // Chosen as early as a user could: it is carried out as soon as the plan is there, and not lost.
    opened.order({ menu: 'go.people' });
    await eventually(() => opened.page().evaluate(() => window.location.hash)).toBe('#/people');
    const first = opened.said.find((message) => menuOf({ said: [message] }, 'grey').length > 0);
    expect(menuOf({ said: [first] }, 'grey')).toEqual(expect.arrayContaining(['go.people', 'app.about']));
    expect(menuOf({ said: [first] }, 'possible')).toEqual(
      expect.arrayContaining(['workspace.open', 'workspace.new']),
    );
    expect(menuOf(opened, 'grey')).toEqual(['edit.undo', 'edit.redo']);

    await opened.kill();
    rmSync(`${opened.workspaceFile}-wal`, { force: true });
    writeFileSync(opened.workspaceFile, 'this is no database, although it is long enough to be looked at');
    await opened.restart();
    await eventually(bodyText(opened)).toContain(opened.workspaceFile);
    await eventually(() => menuOf(opened, 'grey')).toEqual(
      expect.arrayContaining(['go.people', 'theme.dark', 'app.about']),
    );
    expect(menuOf(opened, 'possible')).toContain('workspace.open');
  });

  it('speaks the language of the page, and the frame has its theme; both from the start the next time', async () => {
    const opened = await openShell();
    await eventually(() => menuOf(opened, 'labels')).toContain('Open workspace…');
    expect(lastSaid(opened.said, 'themeSource')).toBe('system');
    opened.order({ menu: 'theme.dark' });
    await eventually(() => lastSaid(opened.said, 'themeSource')).toBe('dark');
    await opened.page().getByRole('button', { name: 'Language' }).click();
    await opened.page().getByRole('menuitemradio', { name: 'Čeština' }).click();
    await eventually(() => menuOf(opened, 'labels')).toContain('Otevřít pracovní prostor…');
    const before = opened.said.length;
    await opened.restart();
    const later = opened.said.slice(before);
    expect(later.map((message) => lastSaid([message], 'themeSource')).find(Boolean)).toBe('dark');
    const menus = later.filter((message) => menuOf({ said: [message] }, 'labels').length > 0);
    expect(menuOf({ said: menus.slice(0, 1) }, 'labels')).toContain('Otevřít pracovní prostor…');
  });
});

describe('a second start', () => {
  it('opens its file in the first window, brings that forward, and ends', async () => {
    const opened = await openShell();
    await eventually(bodyText(opened)).toContain('Northwind');
    const other = join(dirname(opened.workspaceFile), 'Druhý plán.headroom');
    await opened
      .page()
      .evaluate(async (path) => window.headroom?.call('workspace.saveCopy', { path }), other);
    // As a terminal would: by a path that is meant from where the user stands.
    const second = spawnDouble(`${opened.workspaceFile}-profile`, [basename(other)], {
      folder: dirname(other),
    });
    expect(await once(second, 'exit')).toEqual([0, null]);
    await eventually(async () =>
      JSON.stringify(await opened.page().evaluate(() => window.headroom?.call('workspace.info', {}))),
    ).toContain('"name":"Druhý plán"');
    expect(opened.said).toContainEqual({ focused: true });
  });

  it('with a switch where the file should stand says so, and opens nothing', async () => {
    await buildOnce();
    const profile = mkdtempSync(join(tmpdir(), 'headroom-profile-'));
    onTestFinished(() => rmSync(profile, { recursive: true, force: true }));
    for (const args of [['--workspace', '--no-sandbox'], ['--workspace'], ['--workspace=']]) {
      const started = spawnDouble(profile, args);
      const told = once(started, 'message');
      expect(await once(started, 'exit')).toEqual([2, null]);
      expect((await told)[0]).toEqual({
        told: 'Headroom cannot start',
        content: expect.stringMatching(/^--workspace: found (?:"--no-sandbox"|nothing), expected/),
      });
    }
  });
});

it('on Windows the app goes by the id of its package, under which its windows and files are gathered', async () => {
  await buildOnce();
  const asWindows = 'data:text/javascript,Object.defineProperty(process, "platform", { value: "win32" });';
  // Ends at once, since the file is missing.
  const started = spawnDouble(join(tmpdir(), 'headroom-no-profile'), ['--workspace'], {
    nodeArgs: ['--import', asWindows],
  });
  const [said] = await once(started, 'message');
  const [, id] =
    /^appId: (\S+)$/m.exec(readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8')) ?? [];
  expect(said).toEqual({ applicationId: id });
});

describe('the window', () => {
  it('can be closed before its page has come, which is an end and no failure to start', async () => {
    await buildOnce();
    const folder = mkdtempSync(join(tmpdir(), 'headroom-early-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const started = spawnDouble(join(folder, 'profile'), ['--workspace', join(folder, 'a.headroom')]);
    const said: unknown[] = [];
    started.on('message', (message) => said.push(message));
    started.send('close');
    expect(await once(started, 'exit')).toEqual([0, null]);
    const text = JSON.stringify(said);
    expect(text).not.toContain('cannot start');
    expect(text).not.toContain('question');
  });

  it('that was maximised is so again, once there is something to see', async () => {
    const opened = await openShell();
    const place = join(`${opened.workspaceFile}-profile`, 'window.json');
    await opened.kill();
    writeFileSync(place, JSON.stringify({ x: 0, y: 0, width: 1000, height: 700, isMaximized: true }));
    // The double refuses a window that is shown, which maximising also does, before its page is ready.
    await opened.restart();
    await eventually(bodyText(opened)).toContain('Northwind');
    expect(opened.said).toContainEqual({ maximized: true });
  });
});

it('the app goes on when the terminal that started it is closed', async () => {
  await buildOnce();
  const folder = mkdtempSync(join(tmpdir(), 'headroom-terminal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // Where the list of files opened lately should be written stands a folder, and that is worth a line in the log.
  mkdirSync(join(folder, 'profile', 'recent.json'), { recursive: true });
  const started = spawnDouble(join(folder, 'profile'), ['--workspace', join(folder, 'a.headroom')], {
    stderr: 'pipe',
  });
  started.stderr?.destroy();
  const ended = once(started, 'exit');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await readyPort(started)}`);
  const page = browser.contexts().flatMap((context) => context.pages())[0];
  expect(await page?.evaluate(() => window.headroom?.call('app.info', {}))).toMatchObject({ ok: true });
  started.send('close');
  expect(await ended).toEqual([0, null]);
  await browser.close();
});

describe('a page that does not answer', () => {
  it('is told at once; the question goes away when it answers again, or opens it again', async () => {
    const questions: string[] = [];
    const opened = await openShell((question) => {
      questions.push(question);
      return questions.length === 1 ? stays : 1;
    });
    await eventually(bodyText(opened)).toContain('Northwind');
    opened.order({ page: 'unresponsive' });
    await eventually(() => questions).toEqual(['The window does not answer.']);
    opened.order({ page: 'responsive' });
    await eventually(() => opened.said).toContainEqual({ takenAway: 'The window does not answer.' });

    await opened.page().evaluate(() => document.body.setAttribute('data-old', ''));
    opened.order({ page: 'unresponsive' });
    await eventually(() => opened.page().evaluate(() => document.body.hasAttribute('data-old'))).toBe(false);
    await eventually(bodyText(opened)).toContain('Northwind');
    // Ended on purpose, so nothing is said of a crash.
    expect(questions).toHaveLength(2);
  });
});

describeOnEachHost('an end in the middle of work', (start, host) => {
  it.skipIf(host === 'electron')(
    'is told at the next start, until it is put away; an orderly end is not',
    async () => {
      const opened = await start();
      await eventually(bodyText(opened)).toContain('Northwind');
      expect(await bodyText(opened)()).not.toContain('unexpectedly');
      await opened.kill();
      await opened.restart();
      await eventually(bodyText(opened)).toContain('Headroom ended unexpectedly the last time.');
      await opened.page().getByRole('alert').filter({ hasText: 'unexpectedly' }).getByRole('button').click();
      await opened.page().reload();
      await eventually(bodyText(opened)).toMatch(/Northwind[\s\S]*Saved/);
      expect(await bodyText(opened)()).not.toContain('unexpectedly');
      await opened.restart();
      await eventually(bodyText(opened)).toMatch(/Northwind[\s\S]*Saved/);
      expect(await bodyText(opened)()).not.toContain('unexpectedly');
    },
  );
});
