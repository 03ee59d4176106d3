import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { startChild, untilEnded } from '#test/support/children.ts';
import {
  fakeClock,
  firstScenario,
  openServices,
  temporaryFolder,
  valueOf,
} from '#test/support/workspaces.ts';

const rounds = 20;

/** Runs the edit loop, kills it after a while and returns the last revision it reported; 0 if it came to none. */
async function editAndKill(
  file: string,
  afterMilliseconds: number,
  from: 'start' | 'ready',
): Promise<number> {
  const child = startChild('editLoop.ts', [file]);
  const kill = () => setTimeout(() => child.kill('SIGKILL'), afterMilliseconds);
  if (from === 'start') kill();
  else child.stdout.once('data', kill);
  const { signal, stdout, stderr } = await untilEnded(child);
  // A slow disk is worth a line in the log and no failure.
  const complaints = stderr
    .split('\n')
    .filter((line) => line !== '' && !/ warn \S+ took \d+ ms\.$/.test(line));
  expect({ signal, complaints }).toEqual({ signal: 'SIGKILL', complaints: [] });
  const acknowledged = stdout.split('\n').slice(0, -1).map(Number).filter(Number.isFinite);
  return acknowledged.at(-1) ?? 0;
}

function integrityOf(file: string): unknown {
  const database = new SqliteDatabase(file);
  try {
    return [database.pragma('integrity_check', { simple: true }), database.pragma('foreign_key_check')];
  } finally {
    database.close();
  }
}

/** What the next start finds: the revision, what the last edit should have left, and whether the file is sound. */
async function foundIn(file: string) {
  const { client, close } = openServices(file, { clock: fakeClock(new Date().toISOString()) });
  const { id, revision, document } = await firstScenario(client);
  const journal = valueOf(await client.call('scenario.journal', { id, limit: 500 }));
  const segment = document.segments?.find((candidate) => candidate.id === 'smb');
  const deals = segment?.deals;
  const values = typeof deals === 'object' && 'values' in deals ? deals.values : [];
  close();
  return {
    revision,
    openingCustomers: segment?.openingCustomers,
    deals: values[(revision - 1) % 24],
    journal: journal.map((edit) => edit.revision),
    integrity: integrityOf(file),
  };
}

/** What must be found at a revision: document and journal tell the same story, two edits a revision. */
function wholeAt(revision: number): Awaited<ReturnType<typeof foundIn>> {
  return {
    revision,
    openingCustomers: revision === 0 ? 118_000 : 100_000 + revision,
    deals: revision === 0 ? undefined : revision,
    journal: Array.from(
      { length: Math.min(500, 2 * revision) },
      (_, index) => revision - Math.floor(index / 2),
    ),
    integrity: ['ok', []],
  };
}

describe('a process killed at any moment', () => {
  it(`loses no acknowledged edit: ${rounds} kills in the middle of editing and backups`, async () => {
    const file = join(temporaryFolder(), 'workspace.headroom');
    let revision = 0;
    for (let round = 0; round < rounds; round += 1) {
      const acknowledged = await editAndKill(file, Math.random() * 120, 'ready');
      const found = await foundIn(file);
      expect(found.revision).toBeGreaterThanOrEqual(Math.max(revision, acknowledged));
      expect(found).toEqual(wholeAt(found.revision));
      ({ revision } = found);
    }
    expect(revision).toBeGreaterThan(rounds);
    expect(readdirSync(join(file, '..', 'backups')).filter((name) => name.includes('.part'))).toEqual([]);
  }, 120_000);

  it('on its very first start leaves a workspace that opens with the sample', async () => {
    for (let round = 0; round < 8; round += 1) {
      const file = join(temporaryFolder(), 'workspace.headroom');
      const acknowledged = await editAndKill(file, 60 + Math.random() * 250, 'start');
      const found = await foundIn(file);
      expect(found.revision).toBeGreaterThanOrEqual(acknowledged);
      expect(found).toEqual(wholeAt(found.revision));
    }
  }, 60_000);
});
