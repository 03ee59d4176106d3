import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { latestVersion } from '#electron/db/migrate.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { composeServices } from '#electron/services/composeServices.ts';
import { runChild } from '#test/support/children.ts';
import { asOrdinaryUser } from '#test/support/unprivileged.ts';
import {
  faultOf,
  fakeClock,
  keptLog,
  newWorkspace,
  openServices,
  temporaryFolder,
  valueOf,
} from '#test/support/workspaces.ts';

function opening(file: string) {
  const opened = composeServices({ workspaceFile: file, ports: { clock: fakeClock(), log: keptLog() } });
  if (opened.ok) opened.value.close();
  return opened;
}

/** A closed workspace with the sample and a few edits, a few dozen pages long. */
async function closedWorkspace(): Promise<string> {
  const { client, close, file } = newWorkspace();
  for (let copy = 0; copy < 3; copy += 1) valueOf(await client.call('scenario.create', { name: 'Copy' }));
  close();
  return file;
}

/** Other permissions for one test. */
function withMode(path: string, mode: number): void {
  const before = statSync(path).mode;
  chmodSync(path, mode);
  onTestFinished(() => chmodSync(path, before));
}

describe('a new workspace', () => {
  it('is created with its folder, readable by its owner only', () => {
    const file = join(temporaryFolder(), 'new', 'folder', 'workspace.headroom');
    const { services } = openServices(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(`${file}-wal`).mode & 0o777).toBe(0o600);
    services.close();
    expect(
      readdirSync(join(file, '..')).filter((name) => name.endsWith('-wal') || name.endsWith('-shm')),
    ).toEqual([]);
  });

  it('carries the mark of Headroom, its schema version and the settings that keep it safe', () => {
    const { file, close } = newWorkspace();
    close();
    const database = new SqliteDatabase(file, { readonly: true });
    onTestFinished(() => void database.close());
    expect(database.pragma('application_id', { simple: true })).toBe(0x48_64_72_6d);
    expect(database.pragma('user_version', { simple: true })).toBe(latestVersion(migrations));
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    const tables = database
      .prepare(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' ORDER BY name",
      )
      .all();
    expect(tables).toEqual(
      ['edit', 'interval_history', 'scenario', 'setting', 'snapshot', 'snapshot_status'].map((name) => ({
        name,
        strict: 1,
      })),
    );
  });
});

describe('a second opener', () => {
  it('in the same process is told so, and the first goes on working', async () => {
    const { file, client } = newWorkspace();
    const second = faultOf(opening(file));
    expect(second.code).toBe('already-open');
    expect(second.message).toContain(file);
    valueOf(await client.call('scenario.create', { name: 'Still writable' }));
    expect(faultOf(opening(file)).code).toBe('already-open');
  });

  it('in another process is told so as well', async () => {
    const { file, client } = newWorkspace();
    const child = await runChild('openOnce.ts', [file]);
    expect(child).toMatchObject({ code: 0, stdout: 'already-open\n' });
    valueOf(await client.call('scenario.create', { name: 'Still writable' }));
  });

  it('gets in after the first has closed', () => {
    const { file, close } = newWorkspace();
    close();
    expect(opening(file).ok).toBe(true);
    expect(readdirSync(join(file, '..')).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]);
  });
});

describe('files that are refused stay as they are, byte for byte', () => {
  function refusalOf(file: string) {
    const before = readFileSync(file);
    const { code, message } = faultOf(opening(file));
    return {
      code,
      message,
      namesFile: message.includes(file),
      isUntouched: readFileSync(file).equals(before),
    };
  }

  function refusal(code: string, message: RegExp) {
    return { code, message: expect.stringMatching(message), namesFile: true, isUntouched: true };
  }

  function fileWith(content: string | Buffer): string {
    const file = join(temporaryFolder(), 'workspace.headroom');
    writeFileSync(file, content);
    return file;
  }

  it('text', () => {
    expect(refusalOf(fileWith('Dear diary, '.repeat(500)))).toEqual(
      refusal('damaged-file', /not a database/),
    );
  });

  it('a short scrap', () => {
    expect(refusalOf(fileWith('PK'))).toEqual(refusal('damaged-file', /damaged/));
  });

  it('random bytes after the header of a database', () => {
    const content = Buffer.alloc(8192, 0x5a);
    content.write('SQLite format 3\0', 'latin1');
    expect(refusalOf(fileWith(content))).toEqual(refusal('damaged-file', /damaged/));
  });

  it('a database of another program', () => {
    const file = join(temporaryFolder(), 'workspace.headroom');
    const database = new SqliteDatabase(file);
    database.exec('CREATE TABLE bookmark (url TEXT)');
    database.close();
    expect(refusalOf(file)).toEqual(refusal('damaged-file', /another program/));
  });

  it('a file from a newer version', async () => {
    const file = await closedWorkspace();
    const database = new SqliteDatabase(file);
    database.pragma('user_version = 99');
    database.close();
    expect(refusalOf(file)).toEqual(refusal('newer-file', /newer version of Headroom/));
  });

  it('a file from a newer version that was killed and left its log: the log stays as well', async () => {
    const file = await closedWorkspace();
    const child = await runChild('crashAsNewer.ts', [file]);
    expect(child.signal).toBe('SIGKILL');
    const log = readFileSync(`${file}-wal`);
    expect(log.length).toBeGreaterThan(0);
    expect(refusalOf(file)).toEqual(refusal('newer-file', /newer version of Headroom/));
    expect(readFileSync(`${file}-wal`).equals(log)).toBe(true);
  });

  it.each([0.9, 0.5, 0.1])('a workspace cut to %d of its length', async (share) => {
    const file = await closedWorkspace();
    truncateSync(file, Math.floor(statSync(file).size * share));
    expect(refusalOf(file)).toEqual(refusal('damaged-file', /damaged/));
  });

  it('a workspace overwritten in the middle', async () => {
    const file = await closedWorkspace();
    const content = readFileSync(file);
    content.fill(0xa5, 4096 * 3, 4096 * 12);
    writeFileSync(file, content);
    expect(refusalOf(file)).toEqual(refusal('damaged-file', /damaged/));
  });

  it('a workspace emptied to nothing, as long as it has a backup', async () => {
    const { file, client, close } = newWorkspace();
    valueOf(await client.call('backup.create', {}));
    close();
    truncateSync(file, 0);
    expect(refusalOf(file)).toEqual(refusal('damaged-file', /restore the newest/));
  });
});

describe('places where nothing can be written', () => {
  it('a folder in place of the file', () => {
    const folder = temporaryFolder();
    const refused = faultOf(opening(folder));
    expect(refused).toMatchObject({
      code: 'not-writable',
      message: expect.stringContaining('a folder, not a file'),
    });
  });

  it('a file in place of the folder', () => {
    const file = join(temporaryFolder(), 'blocked');
    writeFileSync(file, '');
    expect(faultOf(opening(join(file, 'workspace.headroom'))).code).toBe('not-writable');
  });

  it('a folder without the right to write, even for root by dropping its rights', () => {
    const folder = temporaryFolder();
    withMode(folder, 0o555);
    const file = join(folder, 'workspace.headroom');
    const refused = asOrdinaryUser(() => opening(file));
    expect(faultOf(refused).code).toBe('not-writable');
    expect(existsSync(file)).toBe(false);
  });

  it('a workspace file that may only be read', async () => {
    const file = await closedWorkspace();
    const before = readFileSync(file);
    withMode(join(file, '..'), 0o777);
    withMode(file, 0o444);
    const refused = asOrdinaryUser(() => opening(file));
    expect(faultOf(refused).code).toBe('not-writable');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('a workspace in a folder that may only be read', async () => {
    const file = await closedWorkspace();
    mkdirSync(join(file, '..', 'backups'), { recursive: true });
    withMode(file, 0o666);
    withMode(join(file, '..'), 0o555);
    const refused = asOrdinaryUser(() => opening(file));
    expect(faultOf(refused).code).toBe('not-writable');
  });
});
