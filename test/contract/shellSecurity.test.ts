import type * as Electron from 'electron';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { closeTheDoors } from '#electron/shell/appProtocol.ts';
import type { saveWithDialog } from '#electron/shell/dialogs.ts';
import type { keepOnPage, windowOptions } from '#electron/shell/window.ts';
import { pageHeaders } from '#electron/platform/pageHeaders.ts';
import {
  mayDo,
  mayRequest,
  pagePreferences,
  schemePrivileges,
  switches,
} from '#electron/platform/pagePolicy.ts';
import { shellTexts } from '#shared/ipc/appCommands.ts';
import { projectFolder } from '#test/architecture/sources.ts';
import * as check from '#test/support/security.ts';

// The shell's own modules, with the double in place of Electron. It has to be there before they are loaded.

let windows: { readonly windowOptions: typeof windowOptions; readonly keepOnPage: typeof keepOnPage };
let dialogs: { readonly saveWithDialog: typeof saveWithDialog };
let appProtocol: { readonly closeTheDoors: typeof closeTheDoors };

beforeAll(async () => {
  await import('#test/doubles/electron/register.mjs');
  windows = await import('#electron/shell/window.ts');
  dialogs = await import('#electron/shell/dialogs.ts');
  appProtocol = await import('#electron/shell/appProtocol.ts');
});

describe('the window', () => {
  const options = (): Electron.BrowserWindowConstructorOptions =>
    windows.windowOptions('/app/dist/preload/index.cjs', false);

  it('is as safe as Electron can make it', () => {
    expect(check.windowComplaints(options())).toEqual([]);
  });

  it.each<readonly [string, Electron.WebPreferences]>([
    ...Object.entries(pagePreferences).map(
      ([name, value]) => [`${name} turned round`, { [name]: !value }] as const,
    ),
    ['the developer tools in the packaged app', { devTools: true }],
    ['a feature of Blink', { enableBlinkFeatures: 'ExecCommandInJavaScript' }],
    ['arguments for the page', { additionalArguments: ['--token'] }],
    ['a session of its own, without the rules of this one', { partition: 'persist:other' }],
    ['a preload as a module', { preload: '/app/dist/preload/index.mjs' }],
  ])('with %s is noticed', (_title, loosened) => {
    const { webPreferences, ...rest } = options();
    const changed = { ...rest, webPreferences: { ...webPreferences, ...loosened } };
    expect(check.windowComplaints(changed)).toHaveLength(1);
  });

  it('has the developer tools only where the app is being developed', () => {
    expect(windows.windowOptions('x.cjs', true).webPreferences?.devTools).toBe(true);
  });
});

describe('the scheme of the app', () => {
  it('has what http would have, and no more', () => {
    expect(check.schemeComplaints(schemePrivileges)).toEqual([]);
  });

  it.each<Electron.Privileges>([
    { standard: false },
    { secure: false },
    { bypassCSP: true },
    { allowServiceWorkers: true },
    { corsEnabled: true },
    { allowExtensions: true },
  ])('with %j is noticed', (loosened) => {
    expect(check.schemeComplaints({ ...schemePrivileges, ...loosened })).toHaveLength(1);
  });
});

describe('the content policy and the headers beside it', () => {
  const policyOf = (headers: Readonly<Record<string, string>>) => headers['content-security-policy'] ?? '';

  it('allow the page its own files and nothing else', () => {
    expect(check.headerComplaints(pageHeaders)).toEqual([]);
  });

  it.each([
    ['script-src', "'unsafe-eval'"],
    ['script-src', "'unsafe-inline'"],
    ['script-src', 'https:'],
    ['script-src', 'blob:'],
    ['script-src', '*'],
    ['style-src', 'https://fonts.example'],
    ['img-src', '*'],
    ['font-src', 'data:'],
    ['connect-src', 'http://127.0.0.1:*'],
    ['connect-src', 'https:'],
    ['worker-src', 'blob:'],
    ['default-src', "'self'"],
    ['base-uri', "'self'"],
    ['form-action', "'self'"],
    ['frame-ancestors', '*'],
  ])('with %s %s are noticed', (directive, source) => {
    const loosened = policyOf(pageHeaders).replace(directive, `${directive} ${source}`);
    expect(loosened).not.toBe(policyOf(pageHeaders));
    expect(check.headerComplaints({ ...pageHeaders, 'content-security-policy': loosened })).toHaveLength(1);
  });

  it.each(['object-src *', 'frame-src https:', 'script-src-elem https:', 'manifest-src *', 'media-src *'])(
    'with %s more are noticed',
    (directive) => {
      const loosened = `${policyOf(pageHeaders)}; ${directive}`;
      expect(check.headerComplaints({ ...pageHeaders, 'content-security-policy': loosened })).toHaveLength(1);
    },
  );

  it.each(['default-src', 'base-uri', 'form-action', 'frame-ancestors'])('without %s are noticed', (name) => {
    const loosened = policyOf(pageHeaders)
      .split('; ')
      .filter((directive) => !directive.startsWith(name))
      .join('; ');
    expect(check.headerComplaints({ ...pageHeaders, 'content-security-policy': loosened })).toHaveLength(1);
  });

  it.each(Object.keys(pageHeaders).filter((name) => name !== 'permissions-policy'))(
    'without the header %s are noticed',
    (name) => {
      const rest = Object.fromEntries(Object.entries(pageHeaders).filter(([key]) => key !== name));
      expect(check.headerComplaints(rest)).not.toEqual([]);
    },
  );
});

describe('requests and permissions', () => {
  /** The session after the shell has closed its doors, as the rules that it was given. */
  function closed(hasTools: boolean) {
    const rules: Record<string, (...args: readonly unknown[]) => unknown> = {};
    const keep = (name: string) => (rule: (...args: readonly unknown[]) => unknown) =>
      void (rules[name] = rule);
    const settings: string[] = [];
    const session = {
      webRequest: { onBeforeRequest: keep('request') },
      setPermissionRequestHandler: keep('permission'),
      setPermissionCheckHandler: keep('permissionCheck'),
      setDevicePermissionHandler: keep('device'),
      setSpellCheckerEnabled: (isEnabled: boolean) => settings.push(`spellchecker ${isEnabled}`),
    };
    Reflect.apply(appProtocol.closeTheDoors, undefined, [session, hasTools]);
    const answered = (name: string, ...args: readonly unknown[]): unknown => {
      let answer: unknown;
      rules[name]?.(...args, (given: unknown) => (answer = given));
      return answer;
    };
    return {
      settings,
      mayRequest: (url: string) => Reflect.get(Object(answered('request', { url })), 'cancel') === false,
      mayAsk: (permission: string) => answered('permission', null, permission) === true,
      has: (permission: string) => rules['permissionCheck']?.(null, permission) === true,
      mayUseDevice: () => rules['device']?.({}) ?? 'as Electron likes',
    };
  }

  it('of the session are refused, all but those of the page itself and copying', () => {
    const session = closed(false);
    expect(check.requestComplaints(session.mayRequest)).toEqual([]);
    expect(check.permissionComplaints(session.mayAsk)).toEqual([]);
    expect(check.permissionComplaints(session.has)).toEqual([]);
    expect([session.mayAsk('clipboard-sanitized-write'), session.has('clipboard-sanitized-write')]).toEqual([
      true,
      true,
    ]);
    expect(session.mayUseDevice()).toBe(false);
    // The spell checker would fetch its dictionaries from the network.
    expect(session.settings).toEqual(['spellchecker false']);
    expect(closed(true).mayRequest('devtools://devtools/bundled/inspector.html')).toBe(true);
  });

  it.each<readonly [string, (address: string) => boolean]>([
    ['everything', () => true],
    ['any scheme of the app', (address) => mayRequest(address, false) || address.startsWith('app:')],
    [
      'an address that only begins alike',
      (address) => mayRequest(address, false) || address.startsWith('app://bundle'),
    ],
    ['any blob', (address) => mayRequest(address, false) || address.startsWith('blob:')],
    ['files', (address) => mayRequest(address, false) || address.startsWith('file:')],
    [
      'other hosts of this machine',
      (address) => mayRequest(address, false) || address.startsWith('http://127.'),
    ],
    ['the developer tools in the packaged app', (address) => mayRequest(address, true)],
    ['nothing at all', () => false],
  ])('a rule that lets out %s is noticed', (_title, loosened) => {
    expect(check.requestComplaints(loosened)).not.toEqual([]);
  });

  it.each(['clipboard-read', 'media', 'geolocation', 'notifications', 'openExternal', 'fileSystem', 'usb'])(
    'a rule that grants %s is noticed',
    (granted) => {
      const loosened = (permission: string) => mayDo(permission) || permission === granted;
      expect(check.permissionComplaints(loosened)).toEqual([`${granted} is granted`]);
    },
  );

  it('no name is ever looked up, and no proxy is asked', () => {
    expect(switches).toEqual({ 'host-resolver-rules': 'MAP * ~NOTFOUND', 'proxy-server': '127.0.0.1:9' });
  });
});

describe('a page', () => {
  type Prevent = { preventDefault(): void };
  type Handler = (details: { readonly url: string }) => { readonly action: string };

  /** What becomes of contents that were told to stay on their page. */
  function staying(keepOnPage: (contents: EventEmitter) => void): check.Stays {
    let openHandler: Handler = () => ({ action: 'allow' });
    let calls = 'default';
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: Handler) => void (openHandler = handler),
      setWebRTCIPHandlingPolicy: (policy: string) => void (calls = policy),
    });
    keepOnPage(contents);
    const isPrevented = (name: string, details: object): boolean => {
      let isStopped = false;
      const event: Prevent = { ...details, preventDefault: () => void (isStopped = true) };
      contents.emit(name, event);
      return isStopped;
    };
    return {
      staysOn: (way, url) => isPrevented(way, { url }),
      mayOpenWindow: (url) => openHandler({ url }).action !== 'deny',
      mayAttachView: () => !isPrevented('will-attach-webview', {}),
      calls,
    };
  }
  const keep = (contents: EventEmitter): unknown => Reflect.apply(windows.keepOnPage, undefined, [contents]);

  it('cannot leave its address, open a window or attach a view', () => {
    const stays = staying(keep);
    expect(check.navigationComplaints(stays)).toEqual([]);
    expect(check.waysToLeave.some((way) => stays.staysOn(way, 'app://bundle/#/people'))).toBe(false);
  });

  it.each([...check.waysToLeave, 'will-attach-webview'])('that is not kept from %s is noticed', (way) => {
    const loosened = staying((contents) => {
      keep(contents);
      contents.removeAllListeners(way);
    });
    expect(check.navigationComplaints(loosened)).not.toEqual([]);
  });

  it('that may open windows, or send past the filter of requests, is noticed', () => {
    for (const loosened of [{ mayOpenWindow: () => true }, { calls: 'default' }])
      expect(check.navigationComplaints({ ...staying(keep), ...loosened })).not.toEqual([]);
  });
});

describe('a download', () => {
  const isRefused = (address: string): boolean => {
    const session = new EventEmitter();
    Reflect.apply(dialogs.saveWithDialog, undefined, [session, () => shellTexts('en')]);
    const item = Object.assign(new EventEmitter(), {
      getURL: () => address,
      getFilename: () => 'plan.csv',
      setSaveDialogOptions: () => {},
    });
    let isStopped = false;
    session.emit('will-download', { preventDefault: () => void (isStopped = true) }, item);
    return isStopped;
  };

  it('is made of what the page has, and of nothing else', () => {
    const foreign = [
      'https://example.com/x.exe',
      'file:///etc/passwd',
      'blob:https://example.com/1',
      'app://other/x',
    ];
    expect(foreign.filter((address) => !isRefused(address))).toEqual([]);
    expect(['blob:app://bundle/1', 'app://bundle/download/x'].filter(isRefused)).toEqual([]);
  });
});

const packaging = readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8');

describe('the entry of a package in the menu of Linux', () => {
  // The packager writes --no-sandbox into that of the AppImage unless it is told its arguments.
  const keepsSandbox = (text: string): boolean =>
    /^appImage:\n(?: {2}.*\n)*? {2}executableArgs: \[\]$/m.test(text) && !/^[^#\n]*--no-sandbox/m.test(text);

  it('starts the app with its sandbox', () => {
    expect(keepsSandbox(packaging)).toBe(true);
  });

  it.each([
    packaging.replace('executableArgs: []', ''),
    packaging.replace('executableArgs: []', 'executableArgs: [--no-sandbox]'),
    `${packaging}deb:\n  executableArgs:\n    - --no-sandbox\n`,
  ])('that would not is noticed (%#)', (loosened) => {
    expect(keepsSandbox(loosened)).toBe(false);
  });
});

describe('the fuses', () => {
  const section = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(packaging)?.[1] ?? '';
  const set = Object.fromEntries(
    [...section.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name = '', value]) => [
      name,
      value === 'true',
    ]),
  );

  it('are set as they must be', () => {
    expect(check.fuseComplaints(set)).toEqual([]);
  });

  it.each(Object.keys(set))('with %s turned round or left out are noticed', (name) => {
    const rest = Object.fromEntries(Object.entries(set).filter(([key]) => key !== name));
    if (name === 'resetAdHocDarwinSignature') return expect(check.fuseComplaints(rest)).toEqual([]);
    expect(check.fuseComplaints({ ...set, [name]: set[name] !== true })).toHaveLength(1);
    expect(check.fuseComplaints(rest)).toHaveLength(1);
  });
});
