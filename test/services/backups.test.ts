import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expiredBackups } from '#electron/db/backupNames.ts';
import type { BackupName } from '#electron/db/backupNames.ts';
import { hideFromIndex } from '#test/support/damage.ts';
import { composeServices } from '#electron/services/composeServices.ts';
import {
  fakeClock,
  faultOf,
  firstScenario,
  keptLog,
  newWorkspace,
  openServices,
  temporaryFolder,
  valueOf,
} from '#test/support/workspaces.ts';

type Opened = ReturnType<typeof newWorkspace>;

function folderOf({ file }: Pick<Opened, 'file'>): string {
  return join(dirname(file), 'backups');
}

/** Waits for the copy that is made after opening. */
async function dailyBackup({ events, client }: Opened): Promise<void> {
  await expect.poll(() => events.some(({ type }) => type === 'backup-finished')).toBe(true);
  valueOf(await client.call('backup.list', {}));
}

describe('a backup', () => {
  it('made while the workspace is in use opens as a workspace with the same content', async () => {
    const workspace = newWorkspace();
    const { client } = workspace;
    const { id } = await firstScenario(client);
    valueOf(await client.call('scenario.rename', { id, name: 'In the copy' }));
    const made = valueOf(await client.call('backup.create', {}));
    valueOf(await client.call('scenario.rename', { id, name: 'After the copy' }));
    const path = join(folderOf(workspace), made.file);
    expect(made).toMatchObject({
      kind: 'manual',
      createdAt: workspace.clock.now(),
      bytes: statSync(path).size,
    });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const restored = openServices(path);
    expect((await firstScenario(restored.client)).name).toBe('In the copy');
    expect(valueOf(await restored.client.call('scenario.journal', { id, limit: 9 }))).toHaveLength(1);
  });

  it('is announced and listed, newest first, two of the same instant under two names', async () => {
    const workspace = newWorkspace();
    await dailyBackup(workspace);
    const first = valueOf(await workspace.client.call('backup.create', {}));
    workspace.clock.advance({ milliseconds: 1 });
    const second = valueOf(await workspace.client.call('backup.create', {}));
    const third = valueOf(await workspace.client.call('backup.create', {}));
    const listed = valueOf(await workspace.client.call('backup.list', {}));
    expect(listed).toEqual([third, second, first]);
    expect(workspace.events).toContainEqual({ type: 'backup-finished', file: third.file });
    expect(readdirSync(folderOf(workspace)).toSorted()).toEqual(listed.map(({ file }) => file).toSorted());
  });

  it('is made once a day after opening, without being asked for', async () => {
    const first = newWorkspace();
    await dailyBackup(first);
    first.close();
    const again = openServices(first.file, { clock: first.clock });
    valueOf(await again.client.call('backup.list', {}));
    again.close();
    first.clock.advance({ days: 1 });
    const tomorrow = openServices(first.file, { clock: first.clock });
    await dailyBackup(tomorrow);
    const listed = valueOf(await tomorrow.client.call('backup.list', {}));
    expect(listed.map(({ kind, createdAt }) => [kind, createdAt.slice(0, 10)])).toEqual([
      ['daily', '2027-03-02'],
      ['daily', '2027-03-01'],
    ]);
  });

  it('is made with the first edit of a new day when the program stays open', async () => {
    const workspace = newWorkspace();
    await dailyBackup(workspace);
    const { id } = await firstScenario(workspace.client);
    const dailies = async () =>
      valueOf(await workspace.client.call('backup.list', {})).map(({ createdAt }) => createdAt);
    valueOf(await workspace.client.call('scenario.rename', { id, name: 'Same day' }));
    workspace.clock.advance({ days: 1 });
    valueOf(await workspace.client.call('scenario.rename', { id, name: 'Next day' }));
    await expect.poll(dailies).toEqual(['2027-03-02T08:00:00.000Z', '2027-03-01T08:00:00.000Z']);
  });

  it('that does not pass its check is not kept, and says so', async () => {
    const { file, client, close } = newWorkspace();
    valueOf(await client.call('scenario.rename', { id: (await firstScenario(client)).id, name: 'Edited' }));
    close();
    hideFromIndex(file);
    const clock = fakeClock();
    const log = keptLog();
    const services = valueOf(composeServices({ workspaceFile: file, ports: { clock, log } }));
    const envelope = await services.dispatch('backup.create', {});
    services.close();
    expect(envelope).toMatchObject({
      ok: false,
      fault: { code: 'damaged-file', message: expect.stringContaining('edit_by_scenario') },
    });
    expect(readdirSync(folderOf({ file })).filter((name) => name.includes('manual'))).toEqual([]);
    expect(readdirSync(folderOf({ file })).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('that cannot be written says so, and the workspace goes on', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'backups'), 'a file in the way');
    const { client, log } = openServices(join(folder, 'workspace.headroom'));
    expect(faultOf(await client.call('backup.create', {})).code).toBe('not-writable');
    valueOf(await client.call('scenario.create', { name: 'Still writable' }));
    await expect.poll(() => log.lines.some((line) => line.includes('daily backup was not made'))).toBe(true);
  });

  it('interrupted by the end of the program leaves nothing that looks like a backup', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'backups'));
    const half = join(folder, 'backups', 'workspace.20270101T000000000Z.manual.headroom.part');
    for (const suffix of ['', '-wal', '-journal']) writeFileSync(half + suffix, 'half');
    const other = join(folder, 'backups', 'other.20270101T000000000Z.manual.headroom.part');
    writeFileSync(other, 'of another workspace');
    const { client } = openServices(join(folder, 'workspace.headroom'));
    expect(valueOf(await client.call('backup.list', {})).filter(({ kind }) => kind === 'manual')).toEqual([]);
    expect(existsSync(half) || existsSync(`${half}-wal`) || existsSync(`${half}-journal`)).toBe(false);
    expect(readFileSync(other, 'utf8')).toBe('of another workspace');
  });

  it('closing in the middle of one is no error', async () => {
    const workspace = newWorkspace();
    workspace.close();
    expect(await workspace.services.dispatch('scenario.list', {})).toMatchObject({
      ok: false,
      fault: { code: 'internal' },
    });
    const again = openServices(workspace.file, { clock: workspace.clock });
    expect(valueOf(await again.client.call('scenario.list', {}))).toHaveLength(2);
  });
});

describe('which backups are kept', () => {
  const now = '2027-03-20T12:00:00.000Z';
  const backup = (createdAt: string, kind: BackupName['kind'] = 'manual'): BackupName => ({
    file: `w.${createdAt}.${kind}`,
    kind,
    createdAt,
  });
  const expired = (backups: readonly BackupName[]) =>
    expiredBackups(backups, now).map(({ createdAt }) => createdAt);

  it('the newest three of today', () => {
    const hours = ['01', '02', '03', '04', '05'].map((hour) => backup(`2027-03-20T${hour}:00:00.000Z`));
    expect(expired(hours)).toEqual(['2027-03-20T02:00:00.000Z', '2027-03-20T01:00:00.000Z']);
  });

  it('the newest of each of the ten days before, none older', () => {
    const days = Array.from({ length: 14 }, (_, index) => `2027-03-${String(19 - index).padStart(2, '0')}`);
    const backups = days.flatMap((day) => [
      backup(`${day}T08:00:00.000Z`),
      backup(`${day}T09:00:00.000Z`, 'daily'),
    ]);
    const kept = backups.filter(({ createdAt }) => !expired(backups).includes(createdAt));
    expect(kept.map(({ createdAt }) => createdAt)).toEqual(
      days.slice(0, 10).map((day) => `${day}T09:00:00.000Z`),
    );
  });

  it('all made before a migration, and all from the future', () => {
    const backups = [
      ...Array.from({ length: 5 }, (_, index) => backup(`2020-01-01T00:00:00.00${index}Z`, 'migration')),
      ...Array.from({ length: 5 }, (_, index) => backup(`2028-01-01T00:00:00.00${index}Z`)),
    ];
    expect(expired(backups)).toEqual([]);
  });

  it('the rule runs after each backup', async () => {
    const workspace = newWorkspace();
    await dailyBackup(workspace);
    for (let copy = 0; copy < 4; copy += 1) {
      workspace.clock.advance({ milliseconds: 1000 });
      valueOf(await workspace.client.call('backup.create', {}));
    }
    const listed = valueOf(await workspace.client.call('backup.list', {}));
    expect(listed.map(({ createdAt }) => createdAt.slice(17, 19))).toEqual(['04', '03', '02']);
  });
});
