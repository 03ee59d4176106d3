import { describe, expect, it } from 'vitest';
import { type Command, commandSchema } from '#shared/model/commands.ts';
import {
  faultOf,
  firstScenario,
  newWorkspace,
  openServices,
  standAlone,
  valueOf,
} from '#test/support/workspaces.ts';

const moreDeals: Command = {
  type: 'setPeriods',
  path: 'segments.smb.deals',
  from: 5,
  values: [4000],
  reason: 'campaign',
};
const lessChurn: Command = { type: 'setInput', path: 'segments.ent.churn', value: 0.004 };
const impossible: Command = { type: 'setInput', path: 'segments.ent.churn', value: 1.4 };

describe('applying edits', () => {
  it('stores them, grows the revision by one a batch and announces it', async () => {
    const { client, events } = newWorkspace();
    await standAlone(client);
    const { id, document } = await firstScenario(client);
    const applied = valueOf(
      await client.call('scenario.apply', { id, baseRevision: 0, commands: [moreDeals, lessChurn] }),
    );
    expect(applied).toEqual({ revision: 1 });
    const opened = valueOf(await client.call('scenario.open', { id }));
    expect(opened.revision).toBe(1);
    const [smb, ent] = opened.document.segments ?? [];
    expect(smb?.deals).toMatchObject({ values: expect.arrayContaining([4000]) });
    expect(ent?.churn).toBe(0.004);
    expect(opened.document.queues).toEqual(document.queues);
    expect(events.filter((event) => event.type === 'scenario-changed' && event.id === id)).toEqual([
      { type: 'scenario-changed', id, revision: 1 },
    ]);
  });

  it('journals who, when, what, why and what takes it back, newest first, in pages', async () => {
    const { client, clock } = newWorkspace();
    const { id } = await firstScenario(client);
    valueOf(await client.call('scenario.apply', { id, baseRevision: 0, commands: [moreDeals, lessChurn] }));
    clock.advance({ milliseconds: 60_000 });
    valueOf(
      await client.call('scenario.apply', {
        id,
        baseRevision: 1,
        commands: [{ ...lessChurn, value: 0.003 }],
      }),
    );
    const newest = valueOf(await client.call('scenario.journal', { id, limit: 2 }));
    expect(newest).toMatchObject([
      {
        revision: 2,
        at: '2027-03-01T08:01:00.000Z',
        who: 'ana',
        inverse: { path: 'segments.ent.churn', value: 0.004 },
      },
      {
        revision: 1,
        at: '2027-03-01T08:00:00.000Z',
        command: lessChurn,
        inverse: { ...lessChurn, value: 0.006 },
      },
    ]);
    const older = valueOf(
      await client.call('scenario.journal', { id, limit: 2, before: newest[1]?.sequence ?? 0 }),
    );
    expect(older.map(({ command }) => command)).toEqual([moreDeals]);
  });

  it('inverses in reverse order restore the document', async () => {
    const { client } = newWorkspace();
    const { id, document } = await firstScenario(client);
    valueOf(
      await client.call('scenario.apply', {
        id,
        baseRevision: 0,
        commands: [moreDeals, lessChurn, { ...lessChurn, value: 0 }],
      }),
    );
    const journal = valueOf(await client.call('scenario.journal', { id, limit: 10 }));
    const commands = journal.map(({ inverse }) => commandSchema.parse(inverse));
    valueOf(await client.call('scenario.apply', { id, baseRevision: 1, commands }));
    expect(valueOf(await client.call('scenario.open', { id })).document).toEqual(document);
  });

  it('a restart shows the change', async () => {
    const first = newWorkspace();
    const { id } = await firstScenario(first.client);
    valueOf(await first.client.call('scenario.apply', { id, baseRevision: 0, commands: [moreDeals] }));
    const before = valueOf(await first.client.call('scenario.open', { id }));
    first.close();
    const second = openServices(first.file, { clock: first.clock });
    expect(valueOf(await second.client.call('scenario.open', { id }))).toEqual(before);
    expect(before.revision).toBe(1);
  });

  it.each([
    ['an impossible value', [lessChurn, impossible], 'segments.ent.churn'],
    [
      'a place that is not there',
      [lessChurn, { ...lessChurn, path: 'segments.nobody.churn' }],
      'segments.nobody.churn',
    ],
    [
      'an unknown field',
      [lessChurn, { ...lessChurn, path: 'segments.ent.churnRate' }],
      'segments.ent.churnRate',
    ],
    [
      'a required input taken away',
      [lessChurn, { type: 'setInput', path: 'segments.ent.openingCustomers' }],
      'segments.ent.openingCustomers',
    ],
    ['another kind of document', [lessChurn, { type: 'setInput', path: 'format', value: 'other' }], 'format'],
    ['an empty name', [lessChurn, { type: 'setInput', path: 'name', value: '' }], 'name'],
  ] as const)('a batch with %s is refused whole, with its place', async (_what, commands, path) => {
    const { client, events } = newWorkspace();
    const before = await firstScenario(client);
    const refused = faultOf(
      await client.call('scenario.apply', { id: before.id, baseRevision: 0, commands: [...commands] }),
    );
    expect(refused.code).toBe('invalid-plan');
    expect(refused.problems?.map((problem) => problem.path)).toContain(path);
    expect(await firstScenario(client)).toEqual(before);
    expect(valueOf(await client.call('scenario.journal', { id: before.id, limit: 5 }))).toEqual([]);
    expect(events.filter(({ type }) => type === 'scenario-changed')).toEqual([]);
  });

  it('edits on an older revision are refused, saying both revisions', async () => {
    const { client } = newWorkspace();
    const { id } = await firstScenario(client);
    valueOf(await client.call('scenario.apply', { id, baseRevision: 0, commands: [moreDeals] }));
    const refused = faultOf(
      await client.call('scenario.apply', { id, baseRevision: 0, commands: [lessChurn] }),
    );
    expect(refused.code).toBe('stale-revision');
    expect(refused.message).toMatch(/revision 1, .* on 0/);
    expect((await firstScenario(client)).revision).toBe(1);
  });

  it('an edit of the name shows in the list', async () => {
    const { client } = newWorkspace();
    const { id } = await firstScenario(client);
    const commands: Command[] = [{ type: 'setInput', path: 'name', value: 'Renamed in the sheet' }];
    valueOf(await client.call('scenario.apply', { id, baseRevision: 0, commands }));
    expect(valueOf(await client.call('scenario.list', {}))[0]?.name).toBe('Renamed in the sheet');
  });
});
