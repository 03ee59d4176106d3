import type { Command } from '#shared/model/commands.ts';
import type { Json } from '#shared/model/paths.ts';
import { valueOf } from '#test/support/workspaces.ts';
import { badIds, badNames, type Cases, nobody, withId, type Workspace } from './define.ts';

/** The first id that is given out after those of the two samples, by the clock and the counter of the tests. */
const saved = `id-${Date.parse('2027-03-01T08:00:00.000Z')}-3`;

const save =
  (status: 'draft' | 'approved') =>
  async ({ client }: Workspace, scenarioId: string) =>
    valueOf(await client.call('version.save', { scenarioId, baseRevision: 0, name: 'Budget', status }));

function share(group: string, value: Json): Command {
  return { type: 'setInput', path: `staffGroups.${group}.queues.voice.share`, value };
}

export const versionCases: Cases<'version'> = {
  'version.list': {
    good: (scenarioId) => ({ scenarioId }),
    bad: [null, { scenarioId: 7 }, { scenarioId: 'a b' }],
    faults: {},
    prepare: save('draft'),
  },
  'version.open': {
    good: () => ({ id: saved }),
    bad: badIds,
    faults: { 'not-found': nobody },
    prepare: save('approved'),
  },
  'version.save': {
    good: (scenarioId) => ({
      scenarioId,
      baseRevision: 0,
      name: 'Budget',
      status: 'approved',
      note: 'Board',
    }),
    bad: [
      {},
      { scenarioId: 'some', baseRevision: 0 },
      { scenarioId: 'some', name: 'Budget' },
      { scenarioId: 'some', baseRevision: 0, name: ' ' },
      { scenarioId: 'some', baseRevision: 0, name: 'Budget', status: 'archived' },
      { scenarioId: 'some', baseRevision: 0, name: 'Budget', note: 'x'.repeat(2001) },
    ],
    faults: {
      'not-found': { scenarioId: 'nobody', baseRevision: 0, name: 'Budget' },
      'stale-revision': async (_workspace, scenarioId) => ({ scenarioId, baseRevision: 3, name: 'Budget' }),
      // The base moves a share that the variant holds on to, so that the shares no longer add up in the variant.
      'invalid-plan': async ({ client }, parentId) => {
        const { id } = valueOf(await client.call('scenario.createVariant', { parentId, name: 'Variant' }));
        const keep = [share('prague', { base: 0.7, steps: [{ date: '2028-01-01', value: 0.6 }] })];
        valueOf(await client.call('scenario.apply', { id, baseRevision: 0, commands: keep }));
        const halves = [share('prague', 0.5), share('partner', 0.5)];
        valueOf(await client.call('scenario.apply', { id: parentId, baseRevision: 0, commands: halves }));
        return { scenarioId: id, baseRevision: 1, name: 'Budget' };
      },
    },
  },
  'version.setStatus': {
    good: () => ({ id: saved, status: 'proposed', note: 'To the board' }),
    bad: [...withId([{}, { status: 'final' }, { status: 7 }]), { status: 'draft' }],
    faults: {
      'not-found': { ...nobody, status: 'draft' },
      locked: async (workspace, id) => ({ id: (await save('approved')(workspace, id)).id, status: 'draft' }),
    },
    prepare: save('draft'),
  },
  'version.rename': {
    good: () => ({ id: saved, name: 'Budget 2028' }),
    bad: withId(badNames),
    faults: {
      'not-found': { ...nobody, name: 'x' },
      locked: async (workspace, id) => ({ id: (await save('approved')(workspace, id)).id, name: 'x' }),
    },
    prepare: save('draft'),
  },
  'version.delete': {
    good: () => ({ id: saved }),
    bad: badIds,
    faults: {
      'not-found': nobody,
      locked: async (workspace, id) => ({ id: (await save('approved')(workspace, id)).id }),
    },
    prepare: save('draft'),
  },
  'version.verify': {
    good: () => ({ id: saved }),
    bad: badIds,
    faults: { 'not-found': nobody },
    prepare: save('approved'),
  },
};
