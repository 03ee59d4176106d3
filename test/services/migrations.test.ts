import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Migration } from '#electron/db/migrate.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openWorkspace } from '#electron/db/workspace.ts';
import {
  fakeClock,
  faultOf,
  firstScenario,
  newWorkspace,
  openServices,
  temporaryFolder,
  valueOf,
} from '#test/support/workspaces.ts';

const next = (migrations.at(-1)?.version ?? 0) + 1;

const addsColumn: Migration = {
  version: next,
  name: 'adds a column',
  up: (database) => void database.exec("ALTER TABLE scenario ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'"),
};
const failsHalfway: Migration = {
  version: next + 1,
  name: 'fails halfway',
  up: (database) => void database.exec("UPDATE scenario SET name = 'spoiled'; UPDATE nowhere SET x = 1"),
};
const breaksReferences: Migration = {
  version: next + 1,
  name: 'breaks references',
  up: (database) => {
    database.pragma('defer_foreign_keys = ON');
    database.exec(
      `INSERT INTO edit (scenario_id, revision, at, who, command, inverse) VALUES ('nobody', 1, '', '', '{}', '{}')`,
    );
  },
};

/** Every table's rows, to compare a file before and after. */
function contentsOf(file: string): Record<string, unknown> {
  const database = new SqliteDatabase(file, { readonly: true });
  try {
    const tables = ['scenario', 'edit', 'snapshot', 'interval_history', 'setting'];
    return Object.fromEntries([
      ['version', database.pragma('user_version', { simple: true })],
      ...tables.map((table) => [table, database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]),
    ]);
  } finally {
    database.close();
  }
}

async function editedWorkspace(): Promise<string> {
  const { client, close, file } = newWorkspace();
  const { id } = await firstScenario(client);
  valueOf(await client.call('scenario.rename', { id, name: 'Before' }));
  close();
  return file;
}

function opening(file: string, list: readonly Migration[]) {
  const clock = fakeClock('2027-06-01T00:00:00.000Z');
  const opened = openWorkspace(file, list, () => clock.now());
  if (opened.ok) opened.value.close();
  return opened;
}

function backupsOf(file: string): string[] {
  return readdirSync(join(file, '..', 'backups')).filter((name) => name.includes('migration'));
}

describe('a workspace of an older version', () => {
  it('is brought up to date, after a verified copy named with both versions', async () => {
    const file = await editedWorkspace();
    const before = contentsOf(file);
    expect(opening(file, [...migrations, addsColumn]).ok).toBe(true);
    const names = [`workspace.20270601T000000000Z.migration-v${next - 1}-v${next}.headroom`];
    expect(backupsOf(file)).toEqual(names);
    expect(contentsOf(join(file, '..', 'backups', names[0] ?? ''))).toEqual(before);
    const after = contentsOf(file);
    expect(after['version']).toBe(next);
    expect(after['scenario']).toMatchObject([{ name: 'Before', colour: 'grey' }, { colour: 'grey' }]);
    expect(after['edit']).toEqual(before['edit']);
  });

  it('is not copied or changed when nothing is pending', async () => {
    const file = await editedWorkspace();
    const before = readFileSync(file);
    expect(opening(file, migrations).ok).toBe(true);
    expect(backupsOf(file)).toEqual([]);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each([
    ['fails halfway', failsHalfway, /no such table: nowhere/],
    ['leaves rows that do not fit together', breaksReferences, /foreign_key_check/],
  ])(
    'stays at its version when a step %s; the message names step and copy',
    async (_what, failing, cause) => {
      const file = await editedWorkspace();
      const before = contentsOf(file);
      const refused = faultOf(opening(file, [...migrations, addsColumn, failing]));
      expect(refused.message).toMatch(cause);
      expect(refused.message).toContain(`${failing.version} "${failing.name}"`);
      const [copy = ''] = backupsOf(file);
      expect(refused.message).toContain(copy);
      expect(contentsOf(file)).toEqual(before);
      expect(contentsOf(join(file, '..', 'backups', copy))).toEqual(before);
      expect(opening(file, migrations).ok).toBe(true);
    },
  );

  it('is not touched when the copy cannot be made', async () => {
    const file = await editedWorkspace();
    const before = contentsOf(file);
    const folder = temporaryFolder();
    const blocked = join(folder, 'workspace.headroom');
    copyFileSync(file, blocked);
    copyFileSync(file, join(folder, 'backups'));
    expect(faultOf(opening(blocked, [...migrations, addsColumn])).code).toBe('not-writable');
    expect(contentsOf(blocked)).toEqual(before);
  });

  it('cannot be opened by an older program afterwards', async () => {
    const file = await editedWorkspace();
    expect(opening(file, [...migrations, addsColumn]).ok).toBe(true);
    expect(faultOf(opening(file, migrations)).code).toBe('newer-file');
  });

  it('migrations out of order are a defect, not a fault', async () => {
    const file = await editedWorkspace();
    expect(() => opening(file, [addsColumn, ...migrations])).toThrow('out of order');
  });
});

describe('workspaces of released versions', () => {
  const folder = join(import.meta.dirname, '../fixtures/databases');
  const fixtures = readdirSync(folder).filter((name) => name.endsWith('.headroom'));

  it('there is one for every schema version up to the present', () => {
    expect(fixtures.map((name) => Number(name.slice(0, 4)))).toEqual(
      migrations.map(({ version }) => version),
    );
  });

  it.each(fixtures)('%s opens with all that was in it', async (name) => {
    const file = join(temporaryFolder(), 'workspace.headroom');
    copyFileSync(join(folder, name), file);
    const { client } = openServices(file, { clock: fakeClock('2027-03-04T00:00:00.000Z') });
    const list = valueOf(await client.call('scenario.list', {}));
    const found = {
      settings: valueOf(await client.call('setting.get', {})),
      scenarios: await Promise.all(
        list.map(async (listed) => ({
          ...listed,
          ...valueOf(await client.call('scenario.open', { id: listed.id })),
          journal: valueOf(await client.call('scenario.journal', { id: listed.id, limit: 500 })),
        })),
      ),
      versions: valueOf(await client.call('version.list', {})),
    };
    const expected: object = JSON.parse(
      readFileSync(join(folder, name.replace('.headroom', '.expected.json')), 'utf8'),
    );
    expect(found).toMatchObject(expected);
    for (const { id } of found.versions) {
      const verified = valueOf(await client.call('version.verify', { id }));
      expect(verified).toMatchObject({ isIntact: true, problem: null });
    }
    const deleted = valueOf(await client.call('scenario.restoreDeleted', { id: 'id-1804060800000-2' }));
    expect(deleted.name).toBe('Dropped');
  });
});
