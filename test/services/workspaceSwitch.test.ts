import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startServices } from '#electron/services/composeServices.ts';
import { runChild } from '#test/support/children.ts';
import { hashesOf } from '#test/support/hashes.ts';
import {
  fakeClock,
  faultOf,
  firstScenario,
  keptLog,
  newWorkspace,
  openServices,
  valueOf,
} from '#test/support/workspaces.ts';

type Opened = ReturnType<typeof newWorkspace>;

async function nameOfFirst({ client }: Pick<Opened, 'client'>): Promise<string> {
  return (await firstScenario(client)).name;
}

async function renameFirst({ client }: Pick<Opened, 'client'>, name: string): Promise<void> {
  const { id } = await firstScenario(client);
  valueOf(await client.call('scenario.rename', { id, name }));
}

async function openName({ client }: Pick<Opened, 'client'>): Promise<string | undefined> {
  return valueOf(await client.call('workspace.info', {})).open?.name;
}

describe('a new workspace by name', () => {
  it('is made beside the first one, opened with the sample, and listed first', async () => {
    const workspace = newWorkspace();
    const made = valueOf(await workspace.client.call('workspace.create', { name: 'Rozpočet 2028' }));
    expect(made.open).toMatchObject({
      path: join(dirname(workspace.file), 'Rozpočet 2028.headroom'),
      name: 'Rozpočet 2028',
      access: 'edit',
    });
    expect(await nameOfFirst(workspace)).toContain('Northwind');
    const listed = valueOf(await workspace.client.call('workspace.list', {}));
    expect(listed.map(({ name, state }) => [name, state])).toEqual([
      ['Rozpočet 2028', 'current'],
      ['workspace', 'present'],
    ]);
    expect(workspace.events.filter(({ type }) => type.startsWith('workspace-'))).toEqual([
      { type: 'workspace-leaving', turn: 1 },
      { type: 'workspace-changed' },
    ]);
  });

  it('never takes the place of a file that is there', async () => {
    const { client, file } = newWorkspace();
    const before = hashesOf(file);
    expect(faultOf(await client.call('workspace.create', { name: 'workspace' })).code).toBe('name-taken');
    expect(faultOf(await client.call('workspace.create', { path: file })).code).toBe('name-taken');
    expect(faultOf(await client.call('workspace.saveCopy', { name: 'workspace' })).code).toBe('name-taken');
    expect(hashesOf(file)).toEqual(before);
  });

  it.each(['a/b', 'a\\b', 'a:b', '.hidden', 'ends.', 'CON', 'nul.x', 'a\u0000b', '..', ' '])(
    'cannot be called %j',
    async (name) => {
      const { client } = newWorkspace();
      expect(faultOf(await client.call('workspace.create', { name })).code).toBe('invalid-input');
    },
  );
});

describe('another workspace in place of the open one', () => {
  it('leaves each with its own content', async () => {
    const workspace = newWorkspace();
    const { client, file } = workspace;
    await renameFirst(workspace, 'In the first');
    const { open } = valueOf(await client.call('workspace.create', { name: 'second' }));
    await renameFirst(workspace, 'In the second');
    valueOf(await client.call('workspace.open', { path: file }));
    expect(await nameOfFirst(workspace)).toBe('In the first');
    valueOf(await client.call('workspace.open', { path: open?.path ?? '' }));
    expect(await nameOfFirst(workspace)).toBe('In the second');
  });

  it('gives the lock of the first one back, and takes that of the second', async () => {
    const { client, file } = newWorkspace();
    const { open } = valueOf(await client.call('workspace.create', { name: 'second' }));
    expect(await runChild('openOnce.ts', [file])).toMatchObject({ stdout: 'opened\n' });
    expect(await runChild('openOnce.ts', [open?.path ?? ''])).toMatchObject({ stdout: 'already-open\n' });
  });

  it('that cannot be opened leaves the first one open', async () => {
    const workspace = newWorkspace();
    const { client, file } = workspace;
    const other = newWorkspace();
    expect(faultOf(await client.call('workspace.open', { path: other.file })).code).toBe('already-open');
    const missing = join(dirname(file), 'gone.headroom');
    expect(faultOf(await client.call('workspace.open', { path: missing })).code).toBe('not-found');
    expect(existsSync(missing)).toBe(false);
    expect(await openName(workspace)).toBe('workspace');
    await renameFirst(workspace, 'Still writable');
    expect(await runChild('openOnce.ts', [file])).toMatchObject({ stdout: 'already-open\n' });
  });

  it('waits for every window that has something to save', async () => {
    const workspace = newWorkspace();
    const { client, services } = workspace;
    const { id } = await firstScenario(client);
    services.subscribe((event) => {
      if (event.type !== 'workspace-leaving') return;
      const { turn } = event;
      void (async () => {
        await client.call('workspace.settle', { turn, state: 'saving' });
        await new Promise((done) => setTimeout(done, 400));
        await client.call('scenario.rename', { id, name: 'Saved at the last moment' });
        await client.call('workspace.settle', { turn, state: 'saved' });
      })();
    });
    const { file } = workspace;
    valueOf(await client.call('workspace.create', { name: 'second' }));
    valueOf(await client.call('workspace.open', { path: file }));
    expect(await nameOfFirst(workspace)).toBe('Saved at the last moment');
  });

  it('is refused while a window has edits that cannot be saved', async () => {
    const workspace = newWorkspace();
    const { client, services } = workspace;
    services.subscribe((event) => {
      if (event.type !== 'workspace-leaving') return;
      void client
        .call('workspace.settle', { turn: event.turn, state: 'saving' })
        .then(() => client.call('workspace.settle', { turn: event.turn, state: 'failed' }));
    });
    const refused = faultOf(await client.call('workspace.create', { name: 'second' }));
    expect(refused).toMatchObject({
      code: 'not-writable',
      message: expect.stringContaining('could not be saved'),
    });
    expect(await openName(workspace)).toBe('workspace');
  });

  it('two asked for at once come one after the other', async () => {
    const workspace = newWorkspace();
    const answers = await Promise.all(
      ['second', 'third'].map((name) => workspace.client.call('workspace.create', { name })),
    );
    expect(answers.map((answer) => valueOf(answer).open?.name)).toEqual(['second', 'third']);
    expect(await openName(workspace)).toBe('third');
  });
});

describe('which workspaces were opened lately', () => {
  it('is remembered over a restart, and the last one comes up again when nobody asks for one', async () => {
    const first = newWorkspace();
    valueOf(await first.client.call('workspace.create', { name: 'second' }));
    first.close();
    const log = keptLog();
    const ports = { clock: fakeClock(), log };
    const again = startServices({ workspaceFile: first.file, reopensLast: true, ports });
    expect(again.workspaceFile()).toBe(join(dirname(first.file), 'second.headroom'));
    again.close();
    const asked = startServices({ workspaceFile: first.file, ports });
    expect(asked.workspaceFile()).toBe(first.file);
    asked.close();
    expect(log.errors).toEqual([]);
  });

  it('lists one that was moved away as missing, and starts without it instead of making an empty one', async () => {
    const first = newWorkspace();
    const { open } = valueOf(await first.client.call('workspace.create', { name: 'second' }));
    valueOf(await first.client.call('backup.create', {}));
    first.close();
    const path = open?.path ?? '';
    renameSync(path, `${path}.away`);
    const services = startServices({
      workspaceFile: first.file,
      reopensLast: true,
      ports: { clock: fakeClock(), log: keptLog() },
    });
    expect(services.problem()).toMatchObject({ path, kind: 'missing' });
    expect(existsSync(path)).toBe(false);
    const again = openServices(first.file);
    services.close();
    const listed = valueOf(await again.client.call('workspace.list', {}));
    expect(listed.find(({ name }) => name === 'second')).toMatchObject({ state: 'missing', bytes: null });
  });

  it('survives a list that is no list', async () => {
    const first = newWorkspace();
    first.close();
    const list = join(dirname(first.file), 'recent.json');
    expect(JSON.parse(readFileSync(list, 'utf8'))).toMatchObject({ files: [{ path: first.file }] });
    rmSync(list);
    const again = openServices(first.file);
    expect(valueOf(await again.client.call('workspace.list', {}))).toHaveLength(1);
    expect(readdirSync(dirname(first.file))).toContain('recent.json');
  });

  it('is one list for all that name its folder, wherever their workspaces lie', async () => {
    const [first, second] = [newWorkspace(), newWorkspace()];
    const listFolder = dirname(newWorkspace().file);
    const ports = { clock: fakeClock(), log: keptLog() };
    for (const { file, close } of [first, second]) {
      close();
      rmSync(join(dirname(file), 'recent.json'));
      startServices({ workspaceFile: file, listFolder, ports }).close();
      expect(readdirSync(dirname(file))).not.toContain('recent.json');
    }
    const again = startServices({ workspaceFile: first.file, listFolder, reopensLast: true, ports });
    expect(again.workspaceFile()).toBe(second.file);
    again.close();
  });

  it('tells which of them another process has open', async () => {
    const first = newWorkspace();
    const other = openServices(join(dirname(first.file), 'other.headroom'));
    const states = async () =>
      valueOf(await first.client.call('workspace.list', {})).map(({ name, state }) => [name, state]);
    expect(await states()).toEqual([
      ['workspace', 'current'],
      ['other', 'open-elsewhere'],
    ]);
    other.close();
    expect(await states()).toEqual([
      ['workspace', 'current'],
      ['other', 'present'],
    ]);
  });
});

describe('a copy under another name', () => {
  it('holds what the open one holds, which stays open', async () => {
    const workspace = newWorkspace();
    const { client, file } = workspace;
    await renameFirst(workspace, 'Copied');
    const copy = valueOf(await client.call('workspace.saveCopy', { name: 'for Eva' }));
    await renameFirst(workspace, 'After the copy');
    expect(copy).toEqual({ path: join(dirname(file), 'for Eva.headroom'), name: 'for Eva' });
    expect(readdirSync(dirname(file)).filter((name) => name.includes('.part'))).toEqual([]);
    valueOf(await client.call('workspace.open', { path: copy.path }));
    expect(await nameOfFirst(workspace)).toBe('Copied');
  });
});
