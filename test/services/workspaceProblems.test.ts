import { chmodSync, mkdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startServices } from '#electron/services/composeServices.ts';
import { createClient } from '#shared/ipc/client.ts';
import { startChild, untilEnded } from '#test/support/children.ts';
import { hashesOf } from '#test/support/hashes.ts';
import { asOrdinaryUser } from '#test/support/unprivileged.ts';
import {
  fakeClock,
  faultOf,
  firstScenario,
  keptLog,
  newWorkspace,
  openServices,
  probedTransport,
  temporaryFolder,
  valueOf,
} from '#test/support/workspaces.ts';

/** A closed workspace with one backup, in a folder that another user may use. */
async function closedWorkspace(): Promise<string> {
  const { client, close, file } = newWorkspace();
  valueOf(await client.call('backup.create', {}));
  close();
  return file;
}

/** Starts the app on a file that it cannot open. */
function starting(file: string) {
  const log = keptLog();
  const services = startServices({ workspaceFile: file, ports: { clock: fakeClock(), log } });
  onTestFinished(() => {
    services.close();
    expect(log.errors).toEqual([]);
  });
  return { services, client: createClient(probedTransport(services)) };
}

async function problemOf(file: string) {
  const { client } = starting(file);
  const { open, problem } = valueOf(await client.call('workspace.info', {}));
  expect(open).toBeNull();
  if (problem === null) throw new Error('There is no problem.');
  return problem;
}

function overwriteMiddle(file: string): void {
  const database = new SqliteDatabase(file);
  const pages = Number(database.pragma('page_count', { simple: true }));
  database.close();
  const bytes = Buffer.alloc(4096 * Math.min(9, pages - 4), 0xa5);
  const { openSync, writeSync, closeSync } = process.getBuiltinModule('node:fs');
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, bytes, 0, bytes.length, 4096 * 3);
  closeSync(descriptor);
}

function makeNewer(file: string): void {
  const database = new SqliteDatabase(file);
  database.pragma('user_version = 99');
  database.close();
}

describe('a file that cannot be opened', () => {
  const broken = ['restore', 'try-again', 'open-another', 'create'];
  it.each([
    ['text', 'foreign', (file: string) => writeFileSync(file, 'Dear diary, '.repeat(400)), broken],
    ['cut to a half', 'truncated', (file: string) => truncateSync(file, statSync(file).size / 2), broken],
    ['overwritten in the middle', 'damaged', overwriteMiddle, broken],
    ['empty', 'empty', (file: string) => truncateSync(file, 0), broken],
    ['of a newer version', 'newer', makeNewer, ['try-again', 'restore', 'open-another', 'create']],
    ['gone', 'missing', (file: string) => rmSync(file), ['try-again', 'restore', 'open-another', 'create']],
  ] as const)(
    '%s: the app starts without it, says why and what to do, and leaves it alone',
    async (_, kind, spoil, ways) => {
      const file = await closedWorkspace();
      spoil(file);
      const before = hashesOf(file);
      const problem = await problemOf(file);
      expect(problem).toMatchObject({ path: file, name: 'workspace', kind, waysOn: ways });
      expect(problem.message).toContain(file);
      expect(problem.backups.length).toBeGreaterThan(0);
      expect(hashesOf(file)).toEqual(before);
    },
  );

  it('a database of another program is not offered to be restored when there is nothing to restore from', async () => {
    const file = join(temporaryFolder(), 'bookmarks.db');
    const database = new SqliteDatabase(file);
    database.exec('CREATE TABLE bookmark (url TEXT)');
    database.close();
    expect(await problemOf(file)).toMatchObject({
      kind: 'foreign',
      waysOn: ['try-again', 'open-another', 'create'],
    });
  });

  it('a folder is told from a file', async () => {
    expect(await problemOf(temporaryFolder())).toMatchObject({
      kind: 'folder',
      waysOn: ['open-another', 'create'],
    });
  });

  it('without a workspace, what needs one says so, and another one can be opened', async () => {
    const file = await closedWorkspace();
    truncateSync(file, 100);
    const { client } = starting(file);
    expect(faultOf(await client.call('scenario.list', {})).code).toBe('no-workspace');
    expect(faultOf(await client.call('setting.get', {})).code).toBe('no-workspace');
    expect(faultOf(await client.call('workspace.open', { path: file })).code).toBe('damaged-file');
    valueOf(await client.call('workspace.create', { name: 'instead' }));
    expect(valueOf(await client.call('scenario.list', {})).length).toBeGreaterThan(0);
    expect(valueOf(await client.call('workspace.info', {})).problem).toBeNull();
  });
});

describe('a second opener', () => {
  it('is told so, may look at it as it is now, and may try again when the first has closed', async () => {
    const first = newWorkspace();
    const { id } = await firstScenario(first.client);
    valueOf(await first.client.call('scenario.rename', { id, name: 'Not yet in the main file' }));
    const { client } = starting(first.file);
    const { problem } = valueOf(await client.call('workspace.info', {}));
    expect(problem).toMatchObject({ kind: 'open-elsewhere' });
    expect(problem?.waysOn).toEqual([
      'try-again',
      'open-read-only',
      'save-elsewhere',
      'open-another',
      'create',
    ]);
    first.close();
    expect(valueOf(await client.call('workspace.open', { path: first.file })).open?.access).toBe('edit');
    expect((await firstScenario(client)).name).toBe('Not yet in the main file');
  });

  it('in another process sees what was stored last, without disturbing it', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'workspace.headroom');
    const child = startChild('editLoop.ts', [file]);
    const ended = untilEnded(child);
    let heard = '';
    await new Promise<void>((done) => {
      child.stdout.on('data', (text: Buffer) => {
        heard += text.toString();
        if (/^3$/m.test(heard)) done();
      });
    });
    child.kill('SIGSTOP');
    const before = hashesOf(file);
    const { client } = starting(file);
    expect(valueOf(await client.call('workspace.info', {})).problem?.kind).toBe('open-elsewhere');
    expect(valueOf(await client.call('workspace.openReadOnly', { path: file })).open?.access).toBe(
      'read-only',
    );
    const seen = (await firstScenario(client)).revision;
    expect(hashesOf(file)).toEqual(before);
    child.kill('SIGKILL');
    const { stdout } = await ended;
    const acknowledged = Math.max(...stdout.split('\n').map(Number).filter(Number.isInteger));
    expect(acknowledged).toBeGreaterThanOrEqual(3);
    expect(seen).toBeGreaterThanOrEqual(acknowledged);
  });
});

describe('where nothing can be written', () => {
  /** Permissions hold for ordinary users only, so the services run as one. */
  async function asReader<T>(file: string, path: string, mode: number, work: () => T): Promise<T> {
    const before = statSync(path).mode;
    chmodSync(dirname(file), 0o777);
    chmodSync(file, 0o666);
    chmodSync(path, mode);
    onTestFinished(() => chmodSync(path, before));
    return asOrdinaryUser(work);
  }

  it.each([
    ['file', 'read-only-file', 0o444],
    ['folder', 'read-only-folder', 0o555],
  ] as const)('a read-only %s can be looked at and copied, never changed', async (what, kind, mode) => {
    const file = await closedWorkspace();
    const path = what === 'file' ? file : dirname(file);
    const { services, client } = await asReader(file, path, mode, () => starting(file));
    // The name of the problem is found at the start, while the rights still hold.
    expect(services.problem()).toMatchObject({ kind, fault: { code: 'not-writable' } });
    const before = hashesOf(file);
    const { open } = valueOf(await client.call('workspace.openReadOnly', { path: file }));
    expect(open).toMatchObject({ path: file, access: 'read-only' });
    const { id, document } = await firstScenario(client);
    expect(document.name).toContain('Northwind');
    for (const refused of [
      await client.call('scenario.rename', { id, name: 'Changed' }),
      await client.call('scenario.create', { name: 'Another' }),
      await client.call('setting.set', { theme: 'dark' }),
      await client.call('backup.create', {}),
    ]) {
      expect(faultOf(refused)).toMatchObject({
        code: 'not-writable',
        message: expect.stringContaining('Save a copy of it and edit that'),
      });
    }
    expect(hashesOf(file)).toEqual(before);
    const copy = valueOf(
      await client.call('workspace.saveCopy', { path: join(temporaryFolder(), 'copy.headroom') }),
    );
    valueOf(await client.call('workspace.open', { path: copy.path }));
    valueOf(await client.call('scenario.rename', { id, name: 'Changed' }));
    expect(hashesOf(file)).toEqual(before);
  });

  it('a file of an older version is brought up to date in the copy only', async () => {
    const file = join(temporaryFolder(), 'old.headroom');
    const { copyFileSync } = process.getBuiltinModule('node:fs');
    copyFileSync(new URL('../fixtures/databases/0001.headroom', import.meta.url), file);
    const before = hashesOf(file);
    const workspace = newWorkspace();
    valueOf(await workspace.client.call('workspace.openReadOnly', { path: file }));
    expect(valueOf(await workspace.client.call('scenario.list', {})).length).toBeGreaterThan(0);
    expect(hashesOf(file)).toEqual(before);
    workspace.close();
    expect(hashesOf(file)).toEqual(before);
  });

  it('leaves no copies behind when it is closed', async () => {
    const { readdirSync } = process.getBuiltinModule('node:fs');
    const { tmpdir } = await import('node:os');
    const looks = () => readdirSync(tmpdir()).filter((name) => name.startsWith('headroom-look-'));
    const file = await closedWorkspace();
    const before = looks();
    const { client, services } = starting(file);
    valueOf(await client.call('workspace.openReadOnly', { path: file }));
    expect(valueOf(await client.call('workspace.info', {})).open?.access).toBe('read-only');
    valueOf(await client.call('workspace.open', { path: file }));
    expect(valueOf(await client.call('workspace.info', {})).open?.access).toBe('edit');
    services.close();
    expect(looks().filter((name) => !before.includes(name))).toEqual([]);
    mkdirSync(join(dirname(file), 'unrelated'));
    openServices(file);
  });
});
