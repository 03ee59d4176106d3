import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { newWorkspace, temporaryFolder, valueOf } from '#test/support/workspaces.ts';
import type { Cases, Workspace } from './define.ts';

/** The first id that is given out after those of the two samples, by the clock and the counter of the tests. */
/** The first file that a new workspace takes in. */
export const upload = `id-${Date.parse('2027-03-01T08:00:00.000Z')}-3`;
/** The name of a backup that is asked for at the first moment of the tests' clock. */
const backup = 'workspace.20270301T080000000Z.manual.headroom';
/** Inside a folder that no test makes. */
const nowhere = '/nowhere/gone.headroom';
const badPaths = [{}, { path: 7 }, { path: '' }, { path: 'relative.headroom' }, { path: '/a\u0000b' }];
const badTargets = [
  {},
  { name: 'x', path: '/x' },
  { name: '' },
  { name: 'a/b' },
  { name: '..' },
  { name: 'x'.repeat(101) },
  { path: '../x.headroom' },
];

async function closedFile(change?: (database: SqliteDatabase.Database) => void): Promise<string> {
  const { file, close } = newWorkspace();
  close();
  if (change !== undefined) {
    const database = new SqliteDatabase(file);
    change(database);
    database.close();
  }
  return file;
}

const newer = () => closedFile((database) => void database.pragma('user_version = 99'));

/** Says that it is of the first version, and has none of its tables, so that no update of it can work. */
async function hollow(): Promise<string> {
  const file = join(temporaryFolder(), 'hollow.headroom');
  const database = new SqliteDatabase(file);
  database.pragma('application_id = 0x4864726d');
  database.pragma('user_version = 1');
  database.close();
  return file;
}

/** Puts a file among the backups of a workspace. */
function asBackup(file: string, source: string) {
  const folder = join(dirname(file), 'backups');
  mkdirSync(folder, { recursive: true });
  copyFileSync(source, join(folder, backup));
  return { backup };
}

/** Each way in which a file cannot be opened. */
const unopened = {
  'not-found': { path: nowhere },
  'already-open': async () => ({ path: newWorkspace().file }),
  'newer-file': async () => ({ path: await newer() }),
  internal: async () => ({ path: await hollow() }),
};

async function uploaded({ client }: Workspace, file: string): Promise<string> {
  const content = readFileSync(file);
  const { id } = valueOf(await client.call('upload.begin', { name: 'Mail.headroom', bytes: content.length }));
  valueOf(await client.call('upload.append', { id, offset: 0, base64: content.toString('base64') }));
  return id;
}

const uploadedNewer = async (workspace: Workspace) => uploaded(workspace, await newer());

export const workspaceCases: Cases<'workspace'> = {
  'workspace.info': { good: () => ({}), bad: [null, 7], faults: {} },
  'workspace.list': { good: () => ({}), bad: [null, 7], faults: {} },
  'workspace.open': {
    good: (_id, { file }) => ({ path: file }),
    bad: badPaths,
    faults: unopened,
  },
  'workspace.openReadOnly': {
    good: (_id, { file }) => ({ path: file }),
    bad: badPaths,
    faults: {
      'not-found': { path: nowhere },
      'newer-file': async () => ({ path: await newer() }),
      internal: async () => ({ path: await hollow() }),
    },
  },
  'workspace.create': {
    good: () => ({ name: 'Budget 2028' }),
    bad: badTargets,
    faults: { 'name-taken': { name: 'workspace' } },
  },
  'workspace.saveCopy': {
    good: () => ({ name: 'Copy' }),
    bad: badTargets,
    faults: { 'name-taken': { name: 'workspace' } },
  },
  'workspace.restore': {
    good: () => ({ backup }),
    bad: [{}, { backup: '' }, { backup: 7 }, { backup: 'x', path: 'relative' }],
    faults: {
      'not-found': { backup: 'nothing' },
      'already-open': async () => {
        const other = newWorkspace();
        valueOf(await other.client.call('backup.create', {}));
        return { path: other.file, backup };
      },
      'newer-file': async ({ file }) => asBackup(file, await newer()),
      internal: async ({ file }) => asBackup(file, await hollow()),
    },
    prepare: ({ client }) => client.call('backup.create', {}),
  },
  'workspace.export': { good: () => ({}), bad: [null, 7], faults: {} },
  'workspace.preview': {
    good: () => ({ upload }),
    bad: [{}, { upload: 7 }, { upload: '../x' }],
    faults: {
      'not-found': { upload: 'gone' },
      'newer-file': async (w) => ({ upload: await uploadedNewer(w) }),
    },
    prepare: async (workspace) => uploaded(workspace, await closedFile()),
  },
  'workspace.import': {
    good: () => ({ upload, name: 'Mail' }),
    bad: [{ upload: 'x' }, { upload: 'x', name: 'a/b' }, { name: 'x' }],
    faults: {
      'not-found': { upload: 'gone', name: 'Mail' },
      'newer-file': async (w) => ({ upload: await uploadedNewer(w), name: 'Mail' }),
      'name-taken': async (w) => ({ upload: await uploaded(w, await closedFile()), name: 'workspace' }),
    },
    prepare: async (workspace) => uploaded(workspace, await closedFile()),
  },
  'workspace.settle': {
    good: () => ({ turn: 0, state: 'saved' }),
    bad: [{}, { turn: -1, state: 'saved' }, { turn: 1, state: 'lost' }],
    faults: {},
  },
};

export const uploadCases: Cases<'upload'> = {
  'upload.begin': {
    good: () => ({ name: 'Mail.headroom', bytes: 100 }),
    bad: [{}, { name: 'x', bytes: 0 }, { name: 'x', bytes: 1.5 }, { name: 'x', bytes: 2 ** 40 }],
    faults: {},
  },
  'upload.append': {
    good: () => ({ id: upload, offset: 0, base64: 'AAAA' }),
    bad: [
      {},
      { id: 'x', offset: 0, base64: '' },
      { id: 'x', offset: -1, base64: 'AAAA' },
      { id: 'x', offset: 0, base64: '%' },
    ],
    faults: { 'not-found': { id: 'gone', offset: 0, base64: 'AAAA' } },
    prepare: ({ client }) => client.call('upload.begin', { name: 'x', bytes: 3 }),
  },
};
