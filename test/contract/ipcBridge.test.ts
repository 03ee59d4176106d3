import { EventEmitter } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import { envelopeSchema } from '#shared/ipc/envelope.ts';
import type { connectPage } from '#electron/shell/ipcBridge.ts';
import type { deliver } from '#test/doubles/electron/electron.ts';
import { databaseState } from '#test/support/databaseState.ts';
import { newWorkspace, valueOf } from '#test/support/workspaces.ts';

// The shell's one channel, called as no page of ours would. The double delivers what Electron would deliver.

const channel = 'planner:call';
let connect: typeof connectPage;
let send: typeof deliver;

beforeAll(async () => {
  await import('#test/doubles/electron/register.mjs');
  ({ deliver: send } = await import('#test/doubles/electron/electron.ts'));
  ({ connectPage: connect } = await import('#electron/shell/ipcBridge.ts'));
});

const mainFrame = { url: 'app://bundle/index.html#/people', parent: null };

function connected() {
  const workspace = newWorkspace();
  const sent: unknown[] = [];
  const states: unknown[] = [];
  const contents = {
    id: 1,
    isCrashed: () => false,
    send: (_channel: string, event: unknown) => sent.push(event),
  };
  const window = Object.assign(new EventEmitter(), { webContents: contents });
  const bridge: ReturnType<typeof connectPage> = Reflect.apply(connect, undefined, [
    window,
    workspace.services,
    (state: unknown) => states.push(state),
  ]);
  const deliver = (event: object, ...args: readonly unknown[]): Promise<unknown> =>
    Promise.resolve().then(() => send(channel, event, args));
  const call = (...args: readonly unknown[]): Promise<unknown> =>
    deliver({ sender: contents, senderFrame: mainFrame }, ...args);
  return {
    ...workspace,
    sent,
    states,
    bridge,
    deliver,
    call,
    contents,
    closeWindow: () => window.emit('closed'),
  };
}

function codeOf(reply: unknown): string {
  const envelope = envelopeSchema.parse(reply);
  return envelope.ok ? 'ok' : envelope.fault.code;
}

describe('a message is not answered', () => {
  it.each<readonly [string, object]>([
    ['of a frame inside the page', { senderFrame: { url: 'app://bundle/', parent: mainFrame } }],
    ['of a frame that is gone', { senderFrame: null }],
    ['of another window', { sender: { id: 2 } }],
    ['of a foreign page in the main frame', { senderFrame: { url: 'https://evil.example/', parent: null } }],
    ['of another host of the scheme', { senderFrame: { url: 'app://evil/', parent: null } }],
    ['of a host that begins alike', { senderFrame: { url: 'app://bundle.evil/', parent: null } }],
    ['of a host without a path', { senderFrame: { url: 'app://bundle', parent: null } }],
    ['of a name before the host', { senderFrame: { url: 'app://bundle@evil/', parent: null } }],
    ['of other capitals', { senderFrame: { url: 'APP://BUNDLE/', parent: null } }],
    ['of an empty page', { senderFrame: { url: 'about:blank', parent: null } }],
    ['of a page in a text', { senderFrame: { url: 'data:text/html,app://bundle/', parent: null } }],
    ['of a blob', { senderFrame: { url: 'blob:app://bundle/1', parent: null } }],
    ['of a file', { senderFrame: { url: 'file:///app://bundle/', parent: null } }],
    ['of the developer tools', { senderFrame: { url: 'devtools://devtools/', parent: null } }],
    ['without an address', { senderFrame: { url: '', parent: null } }],
  ])('%s', async (_title, event) => {
    const { deliver, contents, closeWindow } = connected();
    const asked = deliver({ sender: contents, senderFrame: mainFrame, ...event }, 'app.info', {});
    await expect(asked).rejects.toThrow('Only the main frame of the app is answered.');
    closeWindow();
  });
});

const circular: Record<string, unknown> = {};
circular['self'] = circular;

const nested = (levels: number): unknown => {
  let value: unknown = 0;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

/** What a page that was taken over could send: everything that Electron can clone. */
const hostile: readonly (readonly [string, readonly unknown[], string])[] = [
  ['nothing', [], 'unknown-operation'],
  ['no name', [undefined, {}], 'unknown-operation'],
  ['a number as name', [7, {}], 'unknown-operation'],
  ['an object as name', [{ toString: 'app.info' }, {}], 'unknown-operation'],
  ['a list as name', [['app.info'], {}], 'unknown-operation'],
  ['the prototype as name', ['__proto__', {}], 'unknown-operation'],
  ['the constructor as name', ['constructor', {}], 'unknown-operation'],
  ['a method of objects as name', ['hasOwnProperty', {}], 'unknown-operation'],
  ['other capitals in the name', ['App.Info', {}], 'unknown-operation'],
  ['a space after the name', ['app.info ', {}], 'unknown-operation'],
  ['a file to read', ['fs.readFile', { path: '/etc/passwd' }], 'unknown-operation'],
  ['code to run', ['eval', 'process.exit()'], 'unknown-operation'],
  ['an operation of the shell that is not for pages', ['window.close', {}], 'unknown-operation'],
  ['a very long name', ['a'.repeat(1_000_000), {}], 'unknown-operation'],
  ['no input', ['app.info'], 'invalid-input'],
  ['null', ['app.info', null], 'invalid-input'],
  ['a field that is not there', ['app.info', { admin: true }], 'invalid-input'],
  ['a field of the prototype', ['app.info', JSON.parse('{"__proto__":{"polluted":1}}')], 'invalid-input'],
  ['a map', ['scenario.open', new Map([['id', 'x']])], 'invalid-input'],
  ['a date', ['scenario.open', { id: new Date(0) }], 'invalid-input'],
  ['a number too large to count', ['scenario.open', { id: 2n ** 64n }], 'invalid-input'],
  ['bytes', ['scenario.open', { id: new Uint8Array(8) }], 'invalid-input'],
  ['a circle', ['scenario.apply', circular], 'invalid-input'],
  ['fifty thousand levels', ['scenario.create', { name: 'x', document: nested(50_000) }], 'invalid-input'],
  ['a statement of SQL', ['scenario.open', { id: "x'; DROP TABLE scenario; --" }], 'invalid-input'],
  ['a path as id', ['scenario.delete', { id: '../../plan' }], 'invalid-input'],
  ['a name of a million letters', ['scenario.create', { name: 'x'.repeat(1_000_000) }], 'invalid-input'],
  ['no number', ['scenario.journal', { id: 'x', limit: Number.NaN }], 'invalid-input'],
  ['more than all of it', ['scenario.journal', { id: 'x', limit: 1e9 }], 'invalid-input'],
  [
    'a command that does not exist',
    ['scenario.apply', { id: 'x', baseRevision: 0, commands: [{ type: 'dropTable' }] }],
    'invalid-input',
  ],
  [
    'an empty list of commands',
    ['scenario.apply', { id: 'x', baseRevision: 0, commands: [] }],
    'invalid-input',
  ],
  ['a setting that is none', ['setting.set', { nodeIntegration: true }], 'invalid-input'],
  ['a sandboxed scheme as theme', ['setting.set', { theme: 'javascript:alert(1)' }], 'invalid-input'],
];

describe('a hostile call of the page itself', () => {
  it('is refused with the right fault in each case, and changes nothing', async () => {
    expect(hostile.length).toBeGreaterThanOrEqual(30);
    const { call, client, file, close, closeWindow } = connected();
    valueOf(await client.call('backup.create', {}));
    const [backup] = valueOf(await client.call('backup.list', {}));
    const answers: [string, string][] = [];
    for (const [title, args] of hostile) answers.push([title, codeOf(await call(...args))]);
    expect(answers).toEqual(hostile.map(([title, , code]) => [title, code]));
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    closeWindow();
    close();
    const copy = file.replace(/[^/\\]+$/, `backups/${backup?.file ?? ''}`);
    expect(databaseState(file)).toBe(databaseState(copy));
  });

  it('cannot answer for a window whether all is saved, but with a plain yes', async () => {
    const { bridge, call, sent, closeWindow } = connected();
    // A page that has never called has nothing that could be lost.
    expect(await bridge.saving.settle(1_000)).toBe(true);
    expect(sent).toEqual([]);
    await call('app.info', {});
    for (const answer of ['true', 1, {}, [], undefined, null]) {
      const settled = bridge.saving.settle(1_000);
      await call('window.settled', answer);
      expect(await settled).toBe(false);
    }
    const settled = bridge.saving.settle(1_000);
    await call('window.settled', true);
    expect(await settled).toBe(true);
    expect(sent).toContainEqual({ type: 'closing' });
    // A page that does not answer has not saved.
    expect(await bridge.saving.settle(10)).toBe(false);
    // One that has ended has nothing more to save, nor has the next one before it calls.
    bridge.saving.forget();
    expect(await bridge.saving.settle(10)).toBe(true);
    closeWindow();
  });

  it('says of itself its language, its theme and its commands, and nothing else', async () => {
    const { call, states, closeWindow } = connected();
    const refused: readonly unknown[] = [
      undefined,
      null,
      'dark',
      [],
      { theme: 'javascript:alert(1)' },
      { language: 7 },
      { language: 'x'.repeat(36) },
      { commands: 'app.about' },
      { commands: [7] },
      { commands: Array.from({ length: 501 }, () => 'app.about') },
      { commands: [], fullscreen: true },
      JSON.parse('{"__proto__":{"polluted":1},"theme":"dark","x":1}'),
    ];
    for (const state of refused) expect(codeOf(await call('window.state', state))).toBe('invalid-input');
    expect(states).toEqual([]);
    const state = { language: 'cs', theme: 'dark', commands: ['app.about'] };
    expect(codeOf(await call('window.state', state))).toBe('ok');
    expect(states).toEqual([state]);
    closeWindow();
  });

  it('gets no answer when the window is gone', async () => {
    const { call, closeWindow } = connected();
    closeWindow();
    await expect(call('app.info', {})).rejects.toThrow('No handler registered');
  });
});
