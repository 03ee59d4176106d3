import { describe, expect, it } from 'vitest';
import type { Client } from '#shared/ipc/client.ts';
import { isSame } from '#shared/kernel/isSame.ts';
import type { Command } from '#shared/model/commands.ts';
import { inputAt, type Json } from '#shared/model/paths.ts';
import { faultOf, firstScenario, newWorkspace, openServices, valueOf } from '#test/support/workspaces.ts';

function set(path: string, value: Json): Command {
  return { type: 'setInput', path, value };
}

async function edit(client: Client, id: string, ...commands: Command[]): Promise<void> {
  const { revision } = valueOf(await client.call('scenario.open', { id }));
  valueOf(await client.call('scenario.apply', { id, baseRevision: revision, commands }));
}

async function variantOf(client: Client, parentId: string, name: string): Promise<string> {
  return valueOf(await client.call('scenario.createVariant', { parentId, name })).id;
}

async function valueIn(client: Client, id: string, path: string): Promise<unknown> {
  return inputAt(valueOf(await client.call('scenario.open', { id })).document, path);
}

describe('a variant', () => {
  it('stores only what differs, follows its base through any number of levels, and keeps its own', async () => {
    const { client } = newWorkspace();
    const { id: base } = await firstScenario(client);
    const child = await variantOf(client, base, 'Slow hiring');
    const grandchild = await variantOf(client, child, 'Slow hiring, few deals');
    await edit(client, child, set('queues.voice.fcr', 0.9));
    await edit(client, base, set('queues.voice.fcr', 0.5), set('discountRate', 0.07));
    expect(await valueIn(client, grandchild, 'queues.voice.fcr')).toBe(0.9);
    expect(await valueIn(client, grandchild, 'discountRate')).toBe(0.07);
    const { variant, name } = valueOf(await client.call('scenario.open', { id: child }));
    expect(variant?.overrides).toEqual([
      { path: 'name', value: 'Slow hiring' },
      { path: 'queues.voice.fcr', value: 0.9 },
    ]);
    expect(variant?.base.discountRate).toBe(0.07);
    expect(name).toBe('Slow hiring');
  });

  it('goes back to what the base says now when its own value is dropped', async () => {
    const { client } = newWorkspace();
    const { id: base } = await firstScenario(client);
    const child = await variantOf(client, base, 'Child');
    await edit(client, child, set('discountRate', 0.01));
    const [entry] = valueOf(await client.call('scenario.journal', { id: child, limit: 1 }));
    expect(entry?.inverse).toEqual({ type: 'setOverrides', drop: ['discountRate'], put: [] });
    await edit(client, base, set('discountRate', 0.12));
    await edit(client, child, { type: 'setOverrides', drop: ['discountRate'], put: [] });
    expect(await valueIn(client, child, 'discountRate')).toBe(0.12);
  });

  it('is announced to the windows when its base changes', async () => {
    const { client, events } = newWorkspace();
    const { id: base } = await firstScenario(client);
    const child = await variantOf(client, base, 'Child');
    const before = events.length;
    await edit(client, base, set('discountRate', 0.12));
    const family = new Set([base, child]);
    const told = events.slice(before).filter((event) => event.type === 'scenario-changed');
    expect(told.filter(({ id }) => family.has(id))).toEqual([
      { type: 'scenario-changed', id: base, revision: 1 },
      { type: 'scenario-changed', id: child, revision: 0 },
    ]);
  });

  it('comes from a document too: what is the same as the base is not stored', async () => {
    const { client } = newWorkspace();
    const { id: parentId, document } = await firstScenario(client);
    const changed = { ...document, discountRate: 0.2 };
    const created = valueOf(
      await client.call('scenario.createVariant', { parentId, name: 'Imported', document: changed }),
    );
    const { variant } = valueOf(await client.call('scenario.open', { id: created.id }));
    expect(variant?.overrides.map(({ path }) => path)).toEqual(['discountRate', 'name']);
  });

  it('survives a restart', async () => {
    const first = newWorkspace();
    const { id: base } = await firstScenario(first.client);
    const child = await variantOf(first.client, base, 'Child');
    await edit(first.client, child, set('discountRate', 0.01));
    const before = valueOf(await first.client.call('scenario.open', { id: child }));
    first.close();
    const second = openServices(first.file, { clock: first.clock });
    expect(valueOf(await second.client.call('scenario.open', { id: child }))).toEqual(before);
  });
});

describe('moving a variant', () => {
  it('keeps its own values, and says which have no place on the other base', async () => {
    const { client } = newWorkspace();
    const { id: base } = await firstScenario(client);
    const child = await variantOf(client, base, 'Child');
    await edit(client, child, set('discountRate', 0.01), set('segments.smb.churn', 0.03));
    const { id: other } = valueOf(await client.call('scenario.create', { name: 'Other' }));
    const preview = valueOf(await client.call('scenario.previewParent', { id: child, parentId: other }));
    expect(preview.kept).toEqual([{ path: 'discountRate', value: 0.01 }]);
    expect(preview.lost).toEqual([{ path: 'segments.smb.churn', value: 0.03 }]);
    expect(preview.problems).toEqual([]);
    valueOf(await client.call('scenario.setParent', { id: child, parentId: other }));
    expect(await valueIn(client, child, 'discountRate')).toBe(0.01);
    expect(await valueIn(client, child, 'segments.smb')).toBeUndefined();
  });

  it('to stand on its own keeps all it has, and what comes from the base no longer flows', async () => {
    const { client } = newWorkspace();
    const { id: base } = await firstScenario(client);
    const child = await variantOf(client, base, 'Child');
    const { document } = valueOf(await client.call('scenario.open', { id: child }));
    valueOf(await client.call('scenario.setParent', { id: child, parentId: null }));
    await edit(client, base, set('discountRate', 0.3));
    expect(valueOf(await client.call('scenario.open', { id: child }))).toMatchObject({
      document,
      variant: null,
      revision: 1,
    });
  });

  it('makes a scenario that stood alone a variant without changing what it comes to', async () => {
    const { client } = newWorkspace();
    const { id: base } = await firstScenario(client);
    const { id } = valueOf(await client.call('scenario.duplicate', { id: base }));
    await edit(client, id, set('discountRate', 0.02));
    const before = valueOf(await client.call('scenario.open', { id })).document;
    valueOf(await client.call('scenario.setParent', { id, parentId: base }));
    const { document, variant } = valueOf(await client.call('scenario.open', { id }));
    expect(document).toEqual(before);
    expect(variant?.overrides.map(({ path }) => path)).toEqual(['discountRate', 'name']);
  });

  it('never makes a circle', async () => {
    const { client } = newWorkspace();
    const { id: base } = await firstScenario(client);
    const child = await variantOf(client, base, 'Child');
    const grandchild = await variantOf(client, child, 'Grandchild');
    const moved = await client.call('scenario.setParent', { id: base, parentId: grandchild });
    expect(faultOf(moved).message).toContain('"Grandchild" builds on');
  });

  it('that would make the plan impossible is refused with the places, and changes nothing', async () => {
    const { client } = newWorkspace();
    const { id: base } = await firstScenario(client);
    const child = await variantOf(client, base, 'Child');
    const share = { base: 0.7, steps: [{ date: '2028-01-01', value: 0.6 }] };
    await edit(client, child, set('staffGroups.prague.queues.voice.share', share));
    const { id: other } = valueOf(await client.call('scenario.duplicate', { id: base }));
    await edit(
      client,
      other,
      set('staffGroups.prague.queues.voice.share', 0.5),
      set('staffGroups.partner.queues.voice.share', 0.5),
    );
    const before = valueOf(await client.call('scenario.open', { id: child }));
    const preview = valueOf(await client.call('scenario.previewParent', { id: child, parentId: other }));
    expect(preview.problems).not.toEqual([]);
    expect(faultOf(await client.call('scenario.setParent', { id: child, parentId: other })).code).toBe(
      'invalid-plan',
    );
    expect(valueOf(await client.call('scenario.open', { id: child }))).toEqual(before);
  });
});

describe('deleting', () => {
  it('what others build on is refused with their names', async () => {
    const { client } = newWorkspace();
    const { id: base } = await firstScenario(client);
    await variantOf(client, base, 'Child');
    expect(faultOf(await client.call('scenario.delete', { id: base })).message).toContain('"Child"');
  });

  it('a variant and then its base, and bringing the variant back, brings the base back too', async () => {
    const { client } = newWorkspace();
    const { id: base } = valueOf(await client.call('scenario.create', { name: 'Base' }));
    const child = await variantOf(client, base, 'Child');
    valueOf(await client.call('scenario.delete', { id: child }));
    valueOf(await client.call('scenario.delete', { id: base }));
    expect(valueOf(await client.call('scenario.listDeleted', {}))).toHaveLength(2);
    valueOf(await client.call('scenario.restoreDeleted', { id: child }));
    const names = valueOf(await client.call('scenario.list', {})).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Base', 'Child']));
  });
});

describe('the journal', () => {
  it('can be searched by input, person, words and time', async () => {
    const { client, clock } = newWorkspace();
    const { id } = await firstScenario(client);
    await edit(client, id, { ...set('discountRate', 0.05), reason: 'Treasury, spring' });
    clock.advance({ days: 2 });
    valueOf(await client.call('setting.set', { profileName: 'Bo' }));
    await edit(client, id, set('queues.voice.goal.serviceLevel', 0.7), set('queues.voice.goal.within', 30));
    const found = async (filter: object) =>
      valueOf(await client.call('scenario.journal', { id, limit: 50, ...filter })).map(({ command }) =>
        'path' in command ? command.path : command.type,
      );
    expect(await found({ path: 'queues.voice.goal' })).toHaveLength(2);
    expect(await found({ path: 'queues.voice.goa' })).toEqual([]);
    expect(await found({ who: 'Bo' })).toHaveLength(2);
    expect(await found({ search: 'TREASURY' })).toEqual(['discountRate']);
    expect(await found({ until: '2027-03-02T00:00:00.000Z' })).toEqual(['discountRate']);
    expect(await found({ since: '2027-03-02T00:00:00.000Z' })).toHaveLength(2);
    expect(valueOf(await client.call('scenario.editors', { id }))).toEqual(['Bo', 'ana']);
  });

  it('takes a reason later, corrects it and takes it away again; what was done stays as it was', async () => {
    const { client } = newWorkspace();
    const { id } = await firstScenario(client);
    await edit(client, id, set('discountRate', 0.05), set('queues.voice.fcr', 0.6));
    const entries = async () => valueOf(await client.call('scenario.journal', { id, limit: 10 }));
    const before = await entries();
    const sequences = before.map(({ sequence }) => sequence);
    const say = (reason: string) => client.call('scenario.giveReason', { id, sequences, reason });
    for (const reason of ['Treasury', '"Treasury", in spring']) {
      valueOf(await say(` ${reason} `));
      expect(await entries()).toEqual(
        before.map((entry) => ({ ...entry, command: { ...entry.command, reason } })),
      );
      expect(
        valueOf(await client.call('scenario.journal', { id, limit: 10, search: 'treasury' })),
      ).toHaveLength(2);
    }
    valueOf(await say(''));
    expect(await entries()).toEqual(before);
  });

  it('takes a reason for all edits that are named or for none', async () => {
    const { client } = newWorkspace();
    const { id } = await firstScenario(client);
    const other = valueOf(await client.call('scenario.create', { name: 'Other' })).id;
    await edit(client, id, set('discountRate', 0.05));
    await edit(client, other, set('discountRate', 0.06));
    const [mine] = valueOf(await client.call('scenario.journal', { id, limit: 1 }));
    const [theirs] = valueOf(await client.call('scenario.journal', { id: other, limit: 1 }));
    const sequences = [mine?.sequence ?? 0, theirs?.sequence ?? 0];
    expect(faultOf(await client.call('scenario.giveReason', { id, sequences, reason: 'Why' })).code).toBe(
      'not-found',
    );
    expect(valueOf(await client.call('scenario.journal', { id, limit: 1 }))).toEqual([mine]);
  });

  it.each(['a base', 'a variant'])(
    'leads %s back to any moment, as a new edit that can be undone',
    async (what) => {
      const { client } = newWorkspace();
      const { id: base } = await firstScenario(client);
      const id = what === 'a base' ? base : await variantOf(client, base, 'Child');
      const states = [valueOf(await client.call('scenario.open', { id })).document];
      const edits = [
        set('discountRate', 0.05),
        set('queues.voice.fcr', 0.6),
        { type: 'setInput' as const, path: 'events' },
        { type: 'setPeriods' as const, path: 'segments.smb.deals', from: 1, values: [9] },
      ];
      for (const command of edits) {
        await edit(client, id, command);
        states.push(valueOf(await client.call('scenario.open', { id })).document);
      }
      const entries = valueOf(await client.call('scenario.journal', { id, limit: 50 })).toReversed();
      for (const [place, moment] of [0, ...entries.map(({ sequence }) => sequence)].entries()) {
        const { revision } = valueOf(await client.call('scenario.open', { id }));
        const input = { id, baseRevision: revision, sequence: moment, reason: 'Back' };
        valueOf(await client.call('scenario.restoreTo', input));
        const { document } = valueOf(await client.call('scenario.open', { id }));
        expect(isSame(document, states[place])).toBe(true);
      }
      const [newest] = valueOf(await client.call('scenario.journal', { id, limit: 1 }));
      expect(newest?.command).toMatchObject({ reason: 'Back' });
    },
  );
});
