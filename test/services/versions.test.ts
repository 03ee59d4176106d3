import { createHash } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '#shared/kernel/canonicalText.ts';
import type { Client } from '#shared/ipc/client.ts';
import { createPlan } from '#shared/model/plan.ts';
import { planResults } from '#shared/model/results.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { faultOf, firstScenario, newWorkspace, openServices, valueOf } from '#test/support/workspaces.ts';

async function saved(client: Client, status: 'draft' | 'approved', name = 'Budget 2027') {
  const { id: scenarioId, revision: baseRevision } = await firstScenario(client);
  return valueOf(await client.call('version.save', { scenarioId, baseRevision, name, status }));
}

/** Writes into a closed workspace as a hand with a database tool would. */
function tampered(file: string, ...statements: readonly string[]): void {
  const database = new SqliteDatabase(file);
  for (const statement of statements) database.exec(statement);
  database.close();
}

describe('a saved version', () => {
  it('holds inputs and results as they were, under a hash that anybody can recompute', async () => {
    const { client } = newWorkspace();
    const { document } = await firstScenario(client);
    const { id, sha256, inputsSha256, createdBy } = await saved(client, 'draft');
    const opened = valueOf(await client.call('version.open', { id }));
    expect(opened.document).toEqual(document);
    const plan = valueOf(createPlan(valueOf(validateScenario(document))));
    expect(opened.results).toEqual(JSON.parse(JSON.stringify(planResults(plan))));
    const hash = (value: unknown) => createHash('sha256').update(canonicalText(value)).digest('hex');
    expect(inputsSha256).toBe(hash(document));
    expect(sha256).toBe(hash({ document, engineVersion: opened.engineVersion, results: opened.results }));
    expect(createdBy).toBe('ana');
  });

  it('stays as it was whatever happens to its scenario', async () => {
    const { client } = newWorkspace();
    const { id: scenarioId } = await firstScenario(client);
    const { id } = await saved(client, 'approved');
    const before = valueOf(await client.call('version.open', { id }));
    const commands = [{ type: 'setInput' as const, path: 'discountRate', value: 0.5 }];
    valueOf(await client.call('scenario.apply', { id: scenarioId, baseRevision: 0, commands }));
    expect(valueOf(await client.call('version.open', { id }))).toEqual(before);
  });

  it('of a variant holds what flowed through at that moment', async () => {
    const { client } = newWorkspace();
    const { id: parentId } = await firstScenario(client);
    const { id: scenarioId } = valueOf(
      await client.call('scenario.createVariant', { parentId, name: 'Child' }),
    );
    const save = { scenarioId, baseRevision: 0, name: 'Approved', status: 'approved' as const };
    const { id } = valueOf(await client.call('version.save', save));
    const commands = [{ type: 'setInput' as const, path: 'discountRate', value: 0.5 }];
    valueOf(await client.call('scenario.apply', { id: parentId, baseRevision: 0, commands }));
    expect(valueOf(await client.call('version.open', { id })).document.discountRate).not.toBe(0.5);
  });

  it('of what nobody saw is refused: the scenario moved on', async () => {
    const { client } = newWorkspace();
    const { id: scenarioId } = await firstScenario(client);
    const input = { scenarioId, baseRevision: 5, name: 'Budget' };
    expect(faultOf(await client.call('version.save', input)).code).toBe('stale-revision');
  });
});

describe('an approved version', () => {
  it('can be archived and brought back, with who and when and why, and nothing else', async () => {
    const { client, clock } = newWorkspace();
    const { id } = await saved(client, 'draft');
    for (const status of ['proposed', 'approved', 'archived', 'approved'] as const) {
      clock.advance({ days: 1 });
      valueOf(await client.call('version.setStatus', { id, status, note: `to ${status}` }));
    }
    for (const status of ['draft', 'proposed'] as const) {
      expect(faultOf(await client.call('version.setStatus', { id, status })).code).toBe('locked');
    }
    expect(faultOf(await client.call('version.rename', { id, name: 'x' })).code).toBe('locked');
    expect(faultOf(await client.call('version.delete', { id })).code).toBe('locked');
    const { history } = valueOf(await client.call('version.open', { id }));
    expect(history.map(({ status }) => status)).toEqual([
      'draft',
      'proposed',
      'approved',
      'archived',
      'approved',
    ]);
    expect(history[2]).toEqual({
      status: 'approved',
      at: '2027-03-03T08:00:00.000Z',
      who: 'ana',
      note: 'to approved',
    });
  });

  it('cannot be changed or removed by a statement either', async () => {
    const { client, close, file } = newWorkspace();
    await saved(client, 'approved');
    close();
    for (const statement of [
      "UPDATE snapshot SET document = '{}'",
      "UPDATE snapshot SET results = '{}'",
      "UPDATE snapshot SET sha256 = ''",
      "UPDATE snapshot SET status = 'draft'",
      "UPDATE snapshot SET name = 'x'",
      'DELETE FROM snapshot',
      'DELETE FROM scenario',
    ]) {
      expect(() => tampered(file, 'PRAGMA foreign_keys = ON', statement), statement).toThrow('never');
    }
  });

  it('outlives the removal of what was deleted long ago', async () => {
    const { client, clock, close, file } = newWorkspace();
    const { id } = await saved(client, 'approved');
    const { id: scenarioId } = await firstScenario(client);
    for (const variant of valueOf(await client.call('scenario.list', {})).filter(
      ({ parentId }) => parentId,
    )) {
      valueOf(await client.call('scenario.delete', { id: variant.id }));
    }
    valueOf(await client.call('scenario.delete', { id: scenarioId }));
    close();
    clock.advance({ days: 90 });
    const later = openServices(file, { clock });
    expect(valueOf(await later.client.call('version.open', { id })).name).toBe('Budget 2027');
  });
});

describe('verifying', () => {
  it('finds nothing in a version that is what was saved', async () => {
    const { client } = newWorkspace();
    const { id } = await saved(client, 'approved');
    expect(valueOf(await client.call('version.verify', { id }))).toEqual({
      isIntact: true,
      engineVersion: '1',
      engineVersionNow: '1',
      differenceCount: 0,
      differences: [],
      problem: null,
    });
  });

  it('sees a single changed figure, in the inputs or in the results', async () => {
    const { client, close, file, clock } = newWorkspace();
    const { id } = await saved(client, 'approved');
    close();
    tampered(
      file,
      'DROP TRIGGER snapshot_content_never_changes',
      "UPDATE snapshot SET results = json_set(results, '$.plan.totalCost[3]', 1)",
    );
    const { client: later } = openServices(file, { clock });
    const verified = valueOf(await later.call('version.verify', { id }));
    expect(verified).toMatchObject({ isIntact: false, differenceCount: 1 });
    expect(verified.differences[0]).toMatchObject({ measure: 'plan.totalCost', period: 3, saved: 1 });
  });

  it('shows what a later program would compute otherwise, and leaves the approved numbers alone', async () => {
    const { client, close, file, clock } = newWorkspace();
    const { id } = await saved(client, 'approved');
    close();
    const database = new SqliteDatabase(file);
    const row = database.prepare('SELECT document, results FROM snapshot').get();
    const { document, results } = JSON.parse(JSON.stringify(row));
    const older = JSON.parse(results);
    older.plan.totalCost[0] += 100;
    const content = { document: JSON.parse(document), engineVersion: '0', results: older };
    const sha256 = createHash('sha256').update(canonicalText(content)).digest('hex');
    database.exec('DROP TRIGGER snapshot_content_never_changes');
    database
      .prepare("UPDATE snapshot SET results = ?, sha256 = ?, engine_version = '0'")
      .run(JSON.stringify(older), sha256);
    database.close();
    const { client: later } = openServices(file, { clock });
    const verified = valueOf(await later.call('version.verify', { id }));
    expect(verified).toMatchObject({ isIntact: true, engineVersion: '0', differenceCount: 1 });
    expect(valueOf(await later.call('version.open', { id })).results).toEqual(older);
  });
});

it('a scenario that is exported and imported elsewhere has the same hash', async () => {
  const here = newWorkspace();
  const { inputsSha256 } = await saved(here.client, 'draft');
  const { document } = await firstScenario(here.client);
  const text = JSON.stringify(Object.fromEntries(Object.entries(document).toReversed()), null, 2);
  const elsewhere = newWorkspace({ sampleDocuments: () => [] });
  const input = { name: document.name, document: JSON.parse(text) };
  valueOf(await elsewhere.client.call('scenario.create', input));
  expect((await saved(elsewhere.client, 'draft')).inputsSha256).toBe(inputsSha256);
});
