import { describe, expect, it } from 'vitest';
import { starterDocument } from '#electron/services/sample.ts';
import { commandSchema } from '#shared/model/commands.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { faultOf, firstScenario, newWorkspace, openServices, valueOf } from '#test/support/workspaces.ts';

async function namesOf({ client }: ReturnType<typeof newWorkspace>): Promise<string[]> {
  return valueOf(await client.call('scenario.list', {})).map(({ name }) => name);
}

describe('first run', () => {
  it('stores the sample, so that nobody meets an empty screen, and remembers which to open', async () => {
    const { client } = newWorkspace();
    const list = valueOf(await client.call('scenario.list', {}));
    expect(list.map(({ name }) => name)).toEqual([
      'Northwind Software 2027–2028',
      'Northwind Software, faster growth',
    ]);
    expect(list.map(({ revision }) => revision)).toEqual([0, 0]);
    expect(list.map(({ parentId }) => parentId)).toEqual([null, list[0]?.id]);
    expect(valueOf(await client.call('setting.get', {}))).toEqual({ lastScenarioId: list[0]?.id });
    const { document } = await firstScenario(client);
    expect(document.queues?.map(({ channel }) => channel)).toEqual(['voice', 'chat', 'email', 'voice']);
    expect(document.staffGroups?.some(({ vendor }) => vendor !== undefined)).toBe(true);
  });

  it('the second sample differs from the first only in its deals and its text', async () => {
    const { client } = newWorkspace();
    const list = valueOf(await client.call('scenario.list', {}));
    const [base, faster] = await Promise.all(
      list.map(async ({ id }) => valueOf(await client.call('scenario.open', { id })).document),
    );
    const segments = base?.segments?.map((segment) => ({
      ...segment,
      deals: faster?.segments?.find(({ id }) => id === segment.id)?.deals,
    }));
    expect(faster?.segments?.map(({ deals }) => deals)).not.toEqual(
      base?.segments?.map(({ deals }) => deals),
    );
    expect({ ...base, name: faster?.name, notes: faster?.notes, segments }).toEqual(faster);
  });

  it('happens once: a deleted sample does not come back at the next start', async () => {
    const first = newWorkspace();
    for (const { id } of valueOf(await first.client.call('scenario.list', {})).toReversed()) {
      valueOf(await first.client.call('scenario.delete', { id }));
    }
    first.close();
    const second = openServices(first.file, { clock: first.clock });
    expect(await namesOf(second)).toEqual([]);
  });
});

describe('creating', () => {
  it('starts from a possible plan that begins with the next month', async () => {
    const { client } = newWorkspace({});
    const { id } = valueOf(await client.call('scenario.create', { name: 'Budget' }));
    const { document } = valueOf(await client.call('scenario.open', { id }));
    expect(document.calendar.start).toBe('2027-04-01');
    expect(document.name).toBe('Budget');
    expect(validateScenario(document).ok).toBe(true);
  });

  it('starts in January when it is December', async () => {
    const workspace = newWorkspace();
    workspace.clock.advance({ days: 290 });
    const { id } = valueOf(await workspace.client.call('scenario.create', { name: 'Budget' }));
    const { document } = valueOf(await workspace.client.call('scenario.open', { id }));
    expect(document.calendar.start).toBe('2028-01-01');
  });

  it('stores a given document as it is, but for its name', async () => {
    const { client } = newWorkspace();
    const document = { ...starterDocument(), currency: 'CZK' };
    const { id } = valueOf(await client.call('scenario.create', { name: 'Imported', document }));
    expect(valueOf(await client.call('scenario.open', { id })).document).toEqual({
      ...document,
      name: 'Imported',
    });
  });

  it('refuses an impossible document with every problem and stores nothing', async () => {
    const workspace = newWorkspace();
    const document = { ...starterDocument(), currency: 'euro', discountRate: -2 };
    const found = faultOf(await workspace.client.call('scenario.create', { name: 'Bad', document }));
    expect(found.code).toBe('invalid-plan');
    expect(found.problems?.map(({ path }) => path)).toEqual(['currency', 'discountRate']);
    expect(await namesOf(workspace)).not.toContain('Bad');
  });
});

describe('names', () => {
  it('a taken name gets the next free number, whatever its capitals', async () => {
    const workspace = newWorkspace();
    const create = async (name: string) =>
      valueOf(await workspace.client.call('scenario.create', { name })).name;
    expect(await create('Plan')).toBe('Plan');
    expect(await create('Plan')).toBe('Plan (2)');
    expect(await create('plan')).toBe('plan (3)');
    expect(await create('Plan (2)')).toBe('Plan (4)');
  });

  it('are trimmed; empty and longer ones than 200 characters are refused', async () => {
    const { client } = newWorkspace();
    expect(valueOf(await client.call('scenario.create', { name: '  Plan  ' })).name).toBe('Plan');
    expect(faultOf(await client.call('scenario.create', { name: '   ' })).code).toBe('invalid-input');
    expect(faultOf(await client.call('scenario.create', { name: 'x'.repeat(201) })).code).toBe(
      'invalid-input',
    );
  });

  it('of 200 characters still get their number, within 200 characters', async () => {
    const { client } = newWorkspace();
    const name = '🙂'.repeat(100);
    expect(valueOf(await client.call('scenario.create', { name })).name).toBe(name);
    const second = valueOf(await client.call('scenario.create', { name }));
    expect(second.name).toBe(`${'🙂'.repeat(98)} (2)`);
    expect(valueOf(await client.call('scenario.open', { id: second.id })).name).toBe(second.name);
  });

  it('a duplicate is a scenario of its own with the same document', async () => {
    const { client } = newWorkspace();
    const source = await firstScenario(client);
    const copy = valueOf(await client.call('scenario.duplicate', { id: source.id }));
    expect(copy).toMatchObject({ name: `${source.name} (2)`, revision: 0 });
    valueOf(
      await client.call('scenario.apply', {
        id: copy.id,
        baseRevision: 0,
        commands: [{ type: 'setInput', path: 'currency', value: 'USD' }],
      }),
    );
    expect((await firstScenario(client)).document).toEqual(source.document);
  });

  it('renaming is an edit: journalled, the revision grows, the document carries the name, undo takes it back', async () => {
    const { client } = newWorkspace();
    const { id, name } = await firstScenario(client);
    expect(valueOf(await client.call('scenario.rename', { id, name: 'Approved' }))).toEqual({
      id,
      name: 'Approved',
      revision: 1,
    });
    const [edit] = valueOf(await client.call('scenario.journal', { id, limit: 10 }));
    expect(edit?.command).toEqual({ type: 'setInput', path: 'name', value: 'Approved' });
    if (edit === undefined) throw new Error('no edit');
    valueOf(
      await client.call('scenario.apply', {
        id,
        baseRevision: 1,
        commands: [commandSchema.parse(edit.inverse)],
      }),
    );
    const opened = valueOf(await client.call('scenario.open', { id }));
    expect(opened).toMatchObject({ name, revision: 2, document: { name } });
  });

  it('renaming to its own name changes nothing', async () => {
    const { client } = newWorkspace();
    const { id, name } = await firstScenario(client);
    expect(valueOf(await client.call('scenario.rename', { id, name }))).toEqual({ id, name, revision: 0 });
  });
});

describe('deleting', () => {
  it('hides a scenario until it is restored, journal and all', async () => {
    const workspace = newWorkspace();
    const { client } = workspace;
    const { id, name } = await firstScenario(client);
    valueOf(await client.call('scenario.rename', { id, name: 'Old plan' }));
    valueOf(await client.call('scenario.delete', { id, variants: 'delete' }));
    expect(await namesOf(workspace)).not.toContain('Old plan');
    for (const gone of [
      await client.call('scenario.open', { id }),
      await client.call('scenario.delete', { id, variants: 'delete' }),
      await client.call('scenario.rename', { id, name }),
      await client.call('scenario.duplicate', { id }),
      await client.call('scenario.journal', { id, limit: 5 }),
    ]) {
      expect(faultOf(gone).code).toBe('not-found');
    }
    expect(valueOf(await client.call('scenario.restoreDeleted', { id }))).toEqual({
      id,
      name: 'Old plan',
      revision: 1,
    });
    expect(valueOf(await client.call('scenario.journal', { id, limit: 5 }))).toHaveLength(1);
    expect(faultOf(await client.call('scenario.restoreDeleted', { id })).code).toBe('not-found');
  });

  it('a restored scenario whose name was taken meanwhile gets a number', async () => {
    const { client } = newWorkspace();
    const { id, name } = await firstScenario(client);
    valueOf(await client.call('scenario.delete', { id, variants: 'delete' }));
    valueOf(await client.call('scenario.create', { name }));
    expect(valueOf(await client.call('scenario.restoreDeleted', { id })).name).toBe(`${name} (2)`);
  });

  it('is final 30 days later, at the next start', async () => {
    const first = newWorkspace();
    const { id } = await firstScenario(first.client);
    valueOf(await first.client.call('scenario.delete', { id, variants: 'delete' }));
    first.close();
    first.clock.advance({ days: 30 });
    const second = openServices(first.file, { clock: first.clock });
    valueOf(await second.client.call('scenario.restoreDeleted', { id }));
    valueOf(await second.client.call('scenario.delete', { id, variants: 'delete' }));
    second.close();
    first.clock.advance({ days: 30, milliseconds: 1 });
    const third = openServices(first.file, { clock: first.clock });
    expect(faultOf(await third.client.call('scenario.restoreDeleted', { id })).code).toBe('not-found');
  });
});

describe('settings', () => {
  it('are remembered over a restart; null forgets one', async () => {
    const first = newWorkspace();
    valueOf(await first.client.call('setting.set', { theme: 'dark', language: 'cs', lastScenarioId: null }));
    first.close();
    const second = openServices(first.file, { clock: first.clock });
    expect(valueOf(await second.client.call('setting.get', {}))).toEqual({ theme: 'dark', language: 'cs' });
    expect(valueOf(await second.client.call('setting.set', { language: null }))).toEqual({ theme: 'dark' });
  });

  it('forget what is compared as soon as one of two is deleted, and keep two of three', async () => {
    const { client } = newWorkspace();
    const { id: open } = await firstScenario(client);
    const other = valueOf(await client.call('scenario.create', { name: 'Other' }));
    const versionOf = async (scenarioId: string, name: string) =>
      valueOf(await client.call('version.save', { scenarioId, baseRevision: 0, name })).id;
    const [mine, theirs] = [await versionOf(open, 'Mine'), await versionOf(other.id, 'Theirs')];
    const scenario = { kind: 'scenario' as const, id: open };
    const compared = async () => valueOf(await client.call('setting.get', {})).compared;
    const compare = async (...ids: readonly string[]) =>
      client.call('setting.set', {
        compared: [...ids.map((id) => ({ kind: 'version' as const, id })), scenario],
      });
    valueOf(await compare(mine, theirs));
    valueOf(await client.call('scenario.delete', { id: other.id }));
    expect(await compared()).toEqual([{ kind: 'version', id: mine }, scenario]);
    valueOf(await client.call('version.delete', { id: mine }));
    expect(await compared()).toBeUndefined();
  });

  it('a profile name is the one that edits are journalled under', async () => {
    const { client } = newWorkspace();
    const { id } = await firstScenario(client);
    valueOf(await client.call('scenario.rename', { id, name: 'A' }));
    valueOf(await client.call('setting.set', { profileName: 'Finance' }));
    valueOf(await client.call('scenario.rename', { id, name: 'B' }));
    const journal = valueOf(await client.call('scenario.journal', { id, limit: 5 }));
    expect(journal.map(({ who }) => who)).toEqual(['Finance', 'ana']);
    expect(valueOf(await client.call('app.info', {})).profile).toBe('Finance');
  });
});
