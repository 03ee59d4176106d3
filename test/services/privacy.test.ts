import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { starterDocument } from '#electron/services/sample.ts';
import { writeWhole } from '#electron/services/writeWhole.ts';
import { projectFolder } from '#test/architecture/sources.ts';

// Plans hold pay and people. What is stored is its owner's alone, whatever the system's habit, and nothing of a plan is ever logged.

function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-privacy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Served {
  readonly process: ChildProcess;
  readonly printed: () => string;
  readonly call: (name: string, input: unknown) => Promise<unknown>;
}

/** The loopback host as it is started by hand, where the system would make every new file readable to all. */
async function serve(workspaceFile: string): Promise<Served> {
  const script = `umask 0; exec "$0" electron/host/main.ts --headless --workspace "$1"`;
  const child = spawn('/bin/sh', ['-c', script, process.execPath, workspaceFile], { cwd: projectFolder });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const pattern = /(http:\/\/127\.0\.0\.1:\d+)\/#([\w-]{43})/;
  await vi.waitUntil(() => pattern.test(text) || child.exitCode !== null, { timeout: 30_000 });
  const [, origin = '', token = ''] = pattern.exec(text) ?? [];
  return {
    process: child,
    printed: () => text,
    async call(name, input) {
      const headers = { authorization: `Bearer ${token}`, origin, 'content-type': 'application/json' };
      const body = JSON.stringify({ name, input });
      return (await fetch(`${origin}/rpc`, { method: 'POST', headers, body })).json();
    },
  };
}

function valueIn(reply: unknown): unknown {
  expect(reply).toMatchObject({ ok: true });
  return Reflect.get(Object(reply), 'value');
}

describe.skipIf(process.platform === 'win32')('what is stored', () => {
  it('is readable by its owner only: workspace, log of the database, backups, and their folders', async () => {
    const folder = join(folderOfTest(), 'plans');
    const { call, process: host } = await serve(join(folder, 'workspace.headroom'));
    valueIn(await call('backup.create', {}));
    valueIn(await call('scenario.create', { name: 'Another' }));
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(paths).toEqual(
      expect.arrayContaining(['workspace.headroom', 'workspace.headroom-wal', 'backups']),
    );
    expect(paths.filter((path) => /backups\/.*\.headroom$/.test(path))).not.toEqual([]);
    const open = ['', ...paths].filter((path) => (statSync(join(folder, path)).mode & 0o077) !== 0);
    expect(open).toEqual([]);
    host.kill('SIGTERM');
  });

  it('also what is exported to a file; a file that is replaced keeps the rights that somebody gave it', () => {
    const folder = folderOfTest();
    const file = join(folder, 'plan.csv');
    const plan = join(projectFolder, 'test/fixtures/plans/oneVoiceQueue.scenario.json');
    const script = `umask 0; exec "$0" electron/cli/main.ts plan "$1" --csv --out "$2"`;
    const exported = () =>
      spawnSync('/bin/sh', ['-c', script, process.execPath, plan, file], {
        cwd: projectFolder,
        encoding: 'utf8',
      });
    expect(exported().stderr).toBe('');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o664);
    writeWhole(file, 'new');
    expect(statSync(file).mode & 0o777).toBe(0o664);
    expect(readdirSync(folder)).toEqual(['plan.csv']);
  });
});

describe('what is logged', () => {
  it('is nothing of a plan, of what was typed, or of the key, when all goes well and when it does not', async () => {
    const marker = 'Zebra4711';
    const salary = 98_765.43;
    const { call, printed, process: host } = await serve(join(folderOfTest(), 'workspace.headroom'));
    const document = { ...starterDocument(), name: marker, notes: `Pay of ${marker}: ${salary}` };
    const made = valueIn(await call('scenario.create', { name: marker, document }));
    const id: unknown = Reflect.get(Object(made), 'id');
    const command = { type: 'setInput', path: 'notes', value: `${marker} ${salary}`, reason: marker };
    for (const [name, input] of [
      ['scenario.apply', { id, baseRevision: 0, commands: [command] }],
      ['scenario.apply', { id, baseRevision: 99, commands: [command] }],
      ['scenario.apply', { id, baseRevision: 1, commands: [{ ...command, path: marker }] }],
      [
        'scenario.apply',
        { id, baseRevision: 1, commands: [{ ...command, path: `groups.${marker}.pay`, value: salary }] },
      ],
      ['scenario.apply', { id: marker, baseRevision: 0, commands: [{ ...command, extra: marker }] }],
      ['scenario.rename', { id, name: `${marker} again` }],
      ['scenario.open', { id: `${marker}!` }],
      ['scenario.create', { name: marker, document: { ...document, discountRate: marker } }],
      ['scenario.create', { name: marker, document: { length: { toString: marker } } }],
      ['setting.set', { profileName: marker }],
      ['setting.set', { profileName: [marker] }],
      [`op.${marker}`, { marker }],
      ['backup.create', {}],
      ['workspace.open', { path: `/nowhere/${marker}.headroom` }],
    ] as const)
      await call(name, input);
    host.kill('SIGTERM');
    await new Promise((done) => host.once('exit', done));
    const [, token = 'none'] = /#([\w-]{43})/.exec(printed()) ?? [];
    // The address is printed once, for the user who started the program; nothing repeats the key.
    expect(printed().split(token)).toHaveLength(2);
    expect(printed()).not.toContain(marker);
    expect(printed()).not.toContain('98765');
  });
});
