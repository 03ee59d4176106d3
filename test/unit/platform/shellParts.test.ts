import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { beginSession } from '#electron/db/sessionMark.ts';
import { askedFile } from '#electron/platform/askedFile.ts';
import { pageAnswer } from '#electron/platform/pageAnswer.ts';
import { pageHeaders } from '#electron/platform/pageHeaders.ts';
import { fittingPlace, readWindowPlace, writeWindowPlace } from '#electron/platform/windowPlace.ts';
import { en } from '#renderer/app/i18n/en/index.ts';
import { appCommands, commandName, fillText, shellLanguage, shellTexts } from '#shared/ipc/appCommands.ts';
import { appMenu, type MenuEntry, type MenuRole } from '#shared/ipc/appMenu.ts';
import { readSources } from '#test/architecture/sources.ts';

function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-shell-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('the workspace that a command line asks for', () => {
  it.each<readonly [string, readonly string[], string | undefined]>([
    ['nothing', [], undefined],
    ['a double-click', ['/plans/a.headroom'], '/plans/a.headroom'],
    ['a double-click among switches', ['--type=x', '/plans/a.headroom', '--no-sandbox'], '/plans/a.headroom'],
    ['the option', ['.', '--workspace', 'b.headroom'], '/home/eva/b.headroom'],
    ['the option in one piece', ['--workspace=/plans/c.headroom'], '/plans/c.headroom'],
    ['the option rather than a click', ['x.headroom', '--workspace', 'y.headroom'], '/home/eva/y.headroom'],
    ['the last of two', ['--workspace', '/a.headroom', '--workspace=/b.headroom'], '/b.headroom'],
    ['another kind of file', ['/plans/a.txt', 'app.asar'], undefined],
    [
      'a path with spaces and other letters',
      ['C:/Plány 2027/плѐн 计划.headroom'],
      '/home/eva/C:/Plány 2027/плѐн 计划.headroom',
    ],
    ['a name in capitals, as old tools write it', ['/plans/PLAN.HEADROOM'], '/plans/PLAN.HEADROOM'],
    [
      'a double-click in a file manager of Linux, which gives an address',
      ['file:///home/eva/Pl%C3%A1n%202027%20%E8%AE%A1%E5%88%92.headroom'],
      '/home/eva/Plán 2027 计划.headroom',
    ],
    ['an address of another machine', ['file://server/a.headroom'], '/home/eva/file:/server/a.headroom'],
    ['a switch that ends alike', ['--load=/evil.headroom'], undefined],
  ])('%s', (_title, args, expected) => {
    expect(askedFile(args, '/home/eva')).toEqual({ file: expected });
  });

  it.each<readonly [string, readonly string[], string]>([
    ['no file', ['a.headroom', '--workspace'], 'found nothing'],
    ['an empty file', ['--workspace='], 'found nothing'],
    ['the next option', ['--workspace', '--no-sandbox'], 'found "--no-sandbox"'],
    ['a path like an option', ['--workspace=-plan.headroom'], 'found "-plan.headroom"'],
  ])(
    'is a mistake with %s behind it, and the file that was clicked does not hide it',
    (_title, args, found) => {
      const asked = askedFile(args, '/home/eva');
      expect(asked.problem).toContain(`--workspace: ${found}, expected`);
      expect(asked.file).toBeUndefined();
    },
  );
});

describe('the place of the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const second = { x: 1920, y: 0, width: 1280, height: 720 };
  const place = { x: 100, y: 50, width: 1000, height: 700, isMaximized: false };

  it('is kept, for its owner alone', () => {
    const file = join(folderOfTest(), 'window.json');
    writeWindowPlace(file, place);
    expect(readWindowPlace(file)).toEqual(place);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"x":1}',
    '{"x":"1","y":2,"width":3,"height":4}',
    '{"x":1e9,"y":0,"width":1,"height":1}',
  ])('is forgotten when %j stands in its file', (text) => {
    const file = join(folderOfTest(), 'window.json');
    writeFileSync(file, text);
    expect(readWindowPlace(file)).toBeUndefined();
  });

  it('is no reason to fail when it cannot be written', () => {
    expect(() => writeWindowPlace('/nowhere/at/all/window.json', place)).not.toThrow();
  });

  it.each([
    ['for the first time', undefined, [screen], { width: 1280, height: 800 }],
    ['on its screen', place, [screen], { x: 100, y: 50, width: 1000, height: 700 }],
    [
      'on the second screen',
      { ...place, x: 2000 },
      [screen, second],
      { x: 2000, y: 50, width: 1000, height: 700 },
    ],
    ['when the second screen is gone', { ...place, x: 2000 }, [screen], { width: 1000, height: 700 }],
    ['when its title is above the screen', { ...place, y: -200 }, [screen], { width: 1000, height: 700 }],
    [
      'when it has become too large',
      { ...place, width: 5000 },
      [screen],
      { x: 100, y: 50, width: 1920, height: 700 },
    ],
    [
      'when it is too small to work with',
      { ...place, width: 10, height: 10 },
      [screen],
      { x: 100, y: 50, width: 800, height: 500 },
    ],
  ])('%s', (_title, remembered, screens, expected) => {
    expect(fittingPlace(remembered, screens)).toEqual(expected);
  });
});

describe('the mark of a running session', () => {
  it('tells the next one when it was cut short, and not when it came to its end', () => {
    const file = join(folderOfTest(), 'plan.headroom');
    const first = beginSession(file);
    expect(first.wasCutShort).toBe(false);
    const second = beginSession(file);
    expect(second.wasCutShort).toBe(true);
    if (process.platform !== 'win32') expect(statSync(`${file}-open`).mode & 0o777).toBe(0o600);
    second.end();
    expect(beginSession(file).wasCutShort).toBe(false);
  });

  it('is no reason to refuse the work where it cannot be written', () => {
    const mark = beginSession('/nowhere/at/all/plan.headroom');
    expect(mark.wasCutShort).toBe(false);
    expect(mark.end).not.toThrow();
  });
});

describe('the address of the page', () => {
  it.each([
    ['GET', 'app://other/index.html'],
    ['POST', 'app://bundle/index.html'],
    ['GET', 'app://bundle/../package.json'],
    ['GET', 'app://bundle/%2e%2e/package.json'],
    ['GET', 'app://bundle/missing.js'],
  ])('%s %s is answered with nothing', async (method, url) => {
    const folder = join(folderOfTest(), 'page');
    const answer = await pageAnswer({ method, url }, folder, () => undefined);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

it('every file of the page and every download carries the policy of the page', async () => {
  const folder = folderOfTest();
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  const download = { headers: { 'content-type': 'text/csv' }, body: Readable.from([Buffer.from('pay;42')]) };
  const ask = (path: string) =>
    pageAnswer({ method: 'GET', url: `app://bundle/${path}` }, folder, (asked) =>
      asked === '/download' ? download : undefined,
    );
  const [file, csv] = [await ask(''), await ask('download')];
  expect([await file.text(), await csv.text()]).toEqual(['<!doctype html>', 'pay;42']);
  for (const { headers } of [file, csv]) expect(Object.fromEntries(headers)).toMatchObject(pageHeaders);
});

describe('the commands', () => {
  const texts = shellTexts('en');

  function entries(
    isMac: boolean,
    hasTools = false,
    offered: ReadonlySet<string> = new Set(),
  ): readonly MenuEntry<MenuRole>[] {
    const recent = [{ path: '/plans/a.headroom', name: 'Q&A' }];
    const menus = appMenu(isMac, { texts, recent, hasTools, offered, run: () => {}, open: () => {} });
    const below = (entry: MenuEntry<MenuRole>): readonly MenuEntry<MenuRole>[] => [
      entry,
      ...(entry.submenu ?? []).flatMap(below),
    ];
    return menus.flatMap(below);
  }

  it.each([true, false])(
    'all stand in the menu with their names (macOS: %s), and nothing stands there that does nothing',
    (isMac) => {
      const ids = entries(isMac).flatMap(({ id }) => id ?? []);
      expect(ids.toSorted()).toEqual(appCommands.map(({ id }) => id).toSorted());
      for (const { id } of appCommands) expect(commandName(texts, id)).not.toBe('');
      const idle = entries(isMac).filter(
        ({ click, role, type, submenu }) =>
          click === undefined && role === undefined && type === undefined && submenu === undefined,
      );
      expect(idle).toEqual([]);
    },
  );

  it('show an "&" in a name, which a menu would take for the mark of a letter', () => {
    const labels = entries(false).flatMap(({ label }) => label ?? []);
    expect(labels).toEqual(expect.arrayContaining(['Lines && KPIs', 'Q&&A']));
    expect(labels.filter((label) => /(?:^|[^&])&(?:[^&]|$)/.test(label))).toEqual([]);
  });

  it.each([true, false])(
    'that Electron carries out, in English words of its own, have ours in every language (macOS: %s)',
    (isMac) => {
      const labelsIn = (language: string) =>
        appMenu(isMac, {
          texts: shellTexts(language),
          recent: [],
          hasTools: false,
          offered: new Set(),
          run: () => {},
          open: () => {},
        })
          .flatMap(({ submenu }) => submenu ?? [])
          .flatMap(({ role, label }) => (role === undefined ? [] : [`${role}: ${label}`]));
      const english = labelsIn('en');
      expect(english).toContain('selectAll: Select all');
      expect(english.filter((label) => label.endsWith('undefined'))).toEqual([]);
      for (const language of ['cs', 'ro', 'ru', 'zh'])
        expect(labelsIn(language).filter((label) => english.includes(label))).toEqual([]);
    },
  );

  it('lead to the developer tools only where there are any', () => {
    const leads = (hasTools: boolean) =>
      entries(false, hasTools).some(({ role }) => role === 'toggleDevTools');
    expect([leads(false), leads(true)]).toEqual([false, true]);
  });

  it('that the page answers by its own keys only show them', () => {
    const items = entries(false);
    const keysOf = (id: string) => items.find((item) => item.id === id)?.registerAccelerator;
    expect([keysOf('edit.undo'), keysOf('workspace.open')]).toEqual([false, true]);
  });

  it('of the page stand there in grey until the page can carry them out; those of the shell never do', () => {
    const possible = (offered: ReadonlySet<string>) =>
      entries(false, false, offered).flatMap(({ id, enabled }) =>
        id !== undefined && enabled === true ? [id] : [],
      );
    const ofShell = appCommands.filter(({ by }) => by === 'shell').map(({ id }) => id);
    expect(possible(new Set())).toEqual(ofShell);
    expect(possible(new Set(['go.people', 'workspace.download']))).toEqual([...ofShell, 'go.people']);
  });

  it('lead to every screen', () => {
    const routes = readSources().find(({ path }) => path === 'renderer/app/routes.ts')?.text ?? '';
    const keys = [...routes.matchAll(/\bkey: '(\w+)'/g)].map(([, key]) => `go.${key}`);
    expect(keys.length).toBeGreaterThan(5);
    expect(appCommands.map(({ id }) => id).filter((id) => id.startsWith('go.'))).toEqual(
      expect.arrayContaining(keys),
    );
  });

  it('name the screens as the page does', () => {
    for (const [key, name] of Object.entries(texts.command.go))
      expect(`${key}: ${name}`).toBe(`${key}: ${Reflect.get(en.navigation, key)}`);
  });

  it('speak English where their language is not there', () => {
    expect(shellTexts('xx')).toBe(texts);
    expect(shellLanguage([])).toBe('en');
    expect(shellLanguage(['de-AT', 'cs-CZ', 'en'])).toBe('cs');
    expect(shellLanguage(['constructor', '__proto__', 'zh-Hans-CN'])).toBe('zh');
    expect(shellLanguage(['en-GB', 'ru'])).toBe('en');
    expect(fillText('{{a}} and {{b}}', { a: '1' })).toBe('1 and {{b}}');
  });
});

describe('the size of the shell', () => {
  it('stays small enough to be read as a whole: under 400 lines', () => {
    const lines = readSources()
      .filter(({ path }) => path.startsWith('electron/shell/'))
      .reduce((sum, { text }) => sum + text.trimEnd().split('\n').length, 0);
    expect(lines).toBeGreaterThan(100);
    expect(lines).toBeLessThan(400);
  });
});
