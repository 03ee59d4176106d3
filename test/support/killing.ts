import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { composeServices } from '#electron/services/composeServices.ts';
import { createClient } from '#shared/ipc/client.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Command } from '#shared/model/commands.ts';
import { startChild, untilEnded } from './children.ts';

/** Processes that are killed at random moments, and what must be found afterwards. */

/** The edit that makes a revision: two commands, from which the revision can be read again. */
export function commandsOf(revision: number): readonly Command[] {
  return [
    { type: 'setInput', path: 'segments.smb.openingCustomers', value: 100_000 + revision },
    { type: 'setPeriods', path: 'segments.smb.deals', from: (revision - 1) % 24, values: [revision] },
  ];
}

/** What a process reported before it was killed. */
export interface Acknowledged {
  readonly revision: number;
  readonly versions: readonly string[];
  readonly backups: readonly string[];
}

function reportOf(stdout: string): Acknowledged {
  // The last line may be cut off in the middle.
  const lines = stdout.split('\n').slice(0, -1);
  const after = (word: string) =>
    lines.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
  const revisions = lines.map(Number).filter(Number.isInteger);
  return { revision: revisions.at(-1) ?? 0, versions: after('version'), backups: after('backup') };
}

/** When it was started, begins to open the file, begins to edit, begins to save a version, or has saved one. */
type Moment = 'start' | 'opening' | 'ready' | 'saving' | 'version';

/**
 * Runs the edit loop, kills it so long after a moment, and returns what it reported.
 * Throws when it ended by itself or complained of anything but a slow disk.
 */
export async function editAndKill(
  file: string,
  afterMilliseconds: number,
  from: Moment,
): Promise<Acknowledged> {
  const child = startChild('editLoop.ts', [file]);
  const kill = () => setTimeout(() => child.kill('SIGKILL'), afterMilliseconds);
  if (from === 'start') kill();
  let heard = '';
  const onData = (text: Buffer): void => {
    heard += text.toString();
    if (!heard.includes(from)) return;
    child.stdout.off('data', onData);
    kill();
  };
  if (from !== 'start') child.stdout.on('data', onData);
  const { signal, stdout, stderr } = await untilEnded(child);
  const complaints = stderr
    .split('\n')
    .filter((line) => line !== '' && !/ warn \S+ took \d+ ms\.$/.test(line));
  if (signal !== 'SIGKILL' || complaints.length > 0)
    throw new Error(`The process ended with ${signal ?? 'no signal'}: ${complaints.join(' ')}`);
  return reportOf(stdout);
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.fault.code}: ${result.fault.message}`);
}

/** Problems that SQLite finds in a closed file. */
export function integrityOf(file: string): readonly string[] {
  const database = new SqliteDatabase(file, { readonly: true });
  try {
    const found = database.prepare('PRAGMA integrity_check').pluck().all().map(String);
    const dangling = database.prepare('PRAGMA foreign_key_check').all();
    return [...found.filter((one) => one !== 'ok'), ...dangling.map((row) => JSON.stringify(row))];
  } finally {
    database.close();
  }
}

/** What the next start finds. */
export interface Found {
  readonly revision: number;
  readonly openingCustomers: number | undefined;
  readonly deal: number | undefined;
  /** Revisions of the latest 500 entries of the journal, newest first. */
  readonly journal: readonly number[];
  readonly versions: readonly string[];
  /** Versions that do not hold what was saved. */
  readonly broken: readonly string[];
  readonly integrity: readonly string[];
  readonly leftovers: readonly string[];
}

/** Opens the file as the app does, reads what is in it, and closes it again. */
export async function foundIn(file: string, verifies: (id: string) => boolean = () => true): Promise<Found> {
  const openedAt = new Date().toISOString();
  const services = valueOf(composeServices({ workspaceFile: file }));
  const leftovers = partialBackups(file, openedAt);
  const client = createClient({
    call: (name, input) => services.dispatch(name, input),
    subscribe: (listener) => services.subscribe(listener),
  });
  try {
    const [first] = valueOf(await client.call('scenario.list', {}));
    if (first === undefined) throw new Error('The workspace holds no scenario.');
    const { id } = first;
    const { revision, document } = valueOf(await client.call('scenario.open', { id }));
    const journal = valueOf(await client.call('scenario.journal', { id, limit: 500 }));
    const versions = valueOf(await client.call('version.list', { scenarioId: id })).map(
      (version) => version.id,
    );
    const broken: string[] = [];
    for (const version of versions.filter(verifies))
      if (!valueOf(await client.call('version.verify', { id: version })).isIntact) broken.push(version);
    const segment = document.segments?.find((candidate) => candidate.id === 'smb');
    const deals = segment?.deals;
    const values = typeof deals === 'object' && 'values' in deals ? deals.values : [];
    return {
      revision,
      openingCustomers: segment?.openingCustomers,
      deal: values[(revision - 1) % 24] ?? undefined,
      journal: journal.map((edit) => edit.revision),
      versions,
      broken,
      leftovers,
      integrity: closedIntegrity(file, () => services.close()),
    };
  } finally {
    services.close();
  }
}

function closedIntegrity(file: string, close: () => void): readonly string[] {
  close();
  return integrityOf(file);
}

/** Half backups of earlier processes. The one that this process begins with the day is its own and still growing. */
function partialBackups(file: string, before: string): readonly string[] {
  const folder = join(dirname(file), 'backups');
  const stamp = before.replaceAll(/[-:.]/g, '');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.includes('.part') && (name.split('.')[1] ?? '') < stamp);
}

/** What must be found at a revision: document and journal tell the same story, two edits a revision. */
function expectedAt(revision: number) {
  return {
    openingCustomers: revision === 0 ? 118_000 : 100_000 + revision,
    deal: revision === 0 ? undefined : revision,
    journal: Array.from(
      { length: Math.min(500, 2 * revision) },
      (_, index) => revision - Math.floor(index / 2),
    ),
  };
}

/** Everything that is not as it must be after a kill, in words; nothing is what a test expects. */
export function lossesOf(file: string, acknowledged: Acknowledged, found: Found): readonly string[] {
  const expected = expectedAt(found.revision);
  const { openingCustomers, deal, journal } = found;
  const isWhole = JSON.stringify({ openingCustomers, deal, journal }) === JSON.stringify(expected);
  const missing = acknowledged.versions.filter((id) => !found.versions.includes(id));
  // Of today three are kept; the last one acknowledged is always among them.
  const lastBackup = acknowledged.backups.at(-1);
  const backup = lastBackup === undefined ? undefined : join(dirname(file), 'backups', lastBackup);
  return [
    ...(found.revision < acknowledged.revision
      ? [`revision ${acknowledged.revision} was acknowledged, ${found.revision} is there`]
      : []),
    ...(isWhole ? [] : [`at revision ${found.revision} document and journal do not fit together`]),
    ...missing.map((id) => `version ${id} was acknowledged and is not there`),
    ...found.broken.map((id) => `version ${id} does not hold what was saved`),
    ...found.integrity,
    ...found.leftovers.map((name) => `${name} was left behind`),
    ...(backup === undefined || existsSync(backup)
      ? []
      : [`backup ${backup} was acknowledged and is not there`]),
    ...(backup === undefined || !existsSync(backup) ? [] : integrityOf(backup)),
  ];
}

const oldFile = fileURLToPath(new URL('../fixtures/databases/0001.headroom', import.meta.url));

/** Kills a process while it brings a workspace of the first version up to date. @returns what is wrong afterwards */
export async function killWhileUpdating(
  folder: string,
  afterMilliseconds: number,
): Promise<readonly string[]> {
  const file = join(folder, 'old.headroom');
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  copyFileSync(oldFile, file);
  const child = startChild('openOnce.ts', [file]);
  child.stderr.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMilliseconds));
  await untilEnded(child);
  const services = valueOf(composeServices({ workspaceFile: file }));
  const list = await services.dispatch('scenario.list', {});
  services.close();
  const names: unknown = list.ok ? list.value : [];
  const isThere = JSON.stringify(names).includes('Next year');
  return [...integrityOf(file), ...(isThere ? [] : ['the scenario of the old file is gone'])];
}
