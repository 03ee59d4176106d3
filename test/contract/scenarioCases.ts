import { starterDocument } from '#electron/services/sample.ts';
import { valueOf } from '#test/support/workspaces.ts';
import { badIds, badNames, type Cases, nobody, withId, type Workspace } from './define.ts';

const command = { type: 'setInput', path: 'currency', value: 'CZK' } as const;
const impossible = { ...starterDocument(), discountRate: -3 };

/** The first id that is given out after those of the two samples, by the clock and the counter of the tests. */
const variant = `id-${Date.parse('2027-03-01T08:00:00.000Z')}-3`;

async function addVariant({ client }: Workspace, parentId: string): Promise<void> {
  valueOf(await client.call('scenario.createVariant', { parentId, name: 'Variant' }));
}

async function deleteVariant(workspace: Workspace, parentId: string): Promise<void> {
  await addVariant(workspace, parentId);
  valueOf(await workspace.client.call('scenario.delete', { id: variant }));
}

async function onItsOwnParent(_workspace: Workspace, id: string) {
  return { id, parentId: id };
}

export const scenarioCases: Cases<'scenario'> = {
  'scenario.list': { good: () => ({}), bad: [null, undefined, []], faults: {} },
  'scenario.open': { good: (id) => ({ id }), bad: badIds, faults: { 'not-found': nobody } },
  'scenario.create': {
    good: () => ({ name: 'New', document: starterDocument() }),
    bad: [
      {},
      ...badNames,
      { name: 'x', document: 'text' },
      { name: 'x', document: { format: 'other' } },
      { name: 'x', document: null },
    ],
    faults: { 'invalid-plan': { name: 'x', document: impossible } },
  },
  'scenario.createVariant': {
    good: (parentId) => ({ parentId, name: 'Variant', document: starterDocument() }),
    bad: [
      {},
      { parentId: 'some' },
      { name: 'x' },
      ...badNames.map((name) => ({ parentId: 'some', ...name })),
    ],
    faults: {
      'not-found': { parentId: 'nobody', name: 'x' },
      'invalid-plan': async (_workspace, parentId) => ({ parentId, name: 'x', document: impossible }),
    },
  },
  'scenario.previewParent': {
    good: (id) => ({ id, parentId: null }),
    bad: [...badIds, ...withId([{}, { parentId: 7 }, { parentId: '' }])],
    faults: {
      'not-found': { ...nobody, parentId: null },
      'invalid-plan': onItsOwnParent,
    },
  },
  'scenario.setParent': {
    good: (id) => ({ id, parentId: null }),
    bad: [...badIds, ...withId([{}, { parentId: 7 }, { parentId: '' }])],
    faults: {
      'not-found': { ...nobody, parentId: null },
      'invalid-plan': onItsOwnParent,
    },
  },
  'scenario.duplicate': {
    good: (id) => ({ id, name: 'Copy' }),
    bad: [...badIds, ...withId(badNames)],
    faults: { 'not-found': nobody },
  },
  'scenario.rename': {
    good: (id) => ({ id, name: 'Other' }),
    bad: [{ id: 'some' }, ...withId(badNames)],
    faults: { 'not-found': { ...nobody, name: 'Other' } },
  },
  'scenario.delete': {
    good: () => ({ id: variant }),
    bad: badIds,
    faults: {
      'not-found': nobody,
      'has-variants': async (workspace, id) => {
        await addVariant(workspace, id);
        return { id };
      },
    },
    prepare: addVariant,
  },
  'scenario.listDeleted': {
    good: () => ({}),
    bad: [null, undefined, []],
    faults: {},
    prepare: deleteVariant,
  },
  'scenario.restoreDeleted': {
    good: () => ({ id: variant }),
    bad: badIds,
    faults: { 'not-found': nobody },
    prepare: deleteVariant,
  },
  'scenario.apply': {
    good: (id) => ({ id, baseRevision: 0, commands: [command] }),
    bad: withId([
      { baseRevision: 0, commands: [] },
      { baseRevision: 0, commands: Array.from({ length: 501 }, () => command) },
      { baseRevision: -1, commands: [command] },
      { baseRevision: 0.5, commands: [command] },
      { baseRevision: '0', commands: [command] },
      { commands: [command] },
      { baseRevision: 0, commands: [{ ...command, type: 'setAnything' }] },
      { baseRevision: 0, commands: [{ ...command, type: 'setParent', from: null, to: null }] },
      { baseRevision: 0, commands: [{ ...command, extra: 1 }] },
      { baseRevision: 0, commands: [{ ...command, path: '' }] },
      { baseRevision: 0, commands: [{ ...command, value: Number.NaN }] },
      { baseRevision: 0, commands: [{ ...command, value: new Date(0) }] },
      {
        baseRevision: 0,
        commands: [{ type: 'setPeriods', path: 'segments.smb.deals', from: 0, values: [Infinity] }],
      },
    ]),
    faults: {
      'not-found': { ...nobody, baseRevision: 0, commands: [command] },
      'stale-revision': async (_workspace, id) => ({ id, baseRevision: 4, commands: [command] }),
      'invalid-plan': async (_workspace, id) => ({
        id,
        baseRevision: 0,
        commands: [{ ...command, value: 'crowns' }],
      }),
    },
  },
  'scenario.journal': {
    good: (id) => ({ id, limit: 10, path: 'currency', who: 'ana', search: 'CZK' }),
    bad: withId([
      {},
      { limit: 0 },
      { limit: 501 },
      { limit: 1.5 },
      { limit: 5, before: 'x' },
      { limit: 5, since: 'May' },
    ]),
    faults: { 'not-found': { ...nobody, limit: 5 } },
    prepare: ({ client }, id) => client.call('scenario.apply', { id, baseRevision: 0, commands: [command] }),
  },
  'scenario.editors': { good: (id) => ({ id }), bad: badIds, faults: { 'not-found': nobody } },
  'scenario.giveReason': {
    good: (id) => ({ id, sequences: [1], reason: 'Agreed with sales' }),
    bad: withId([
      {},
      { sequences: [] },
      { sequences: [1] },
      { sequences: [0], reason: 'x' },
      { sequences: [1], reason: 'x'.repeat(1001) },
    ]),
    faults: { 'not-found': { ...nobody, sequences: [1], reason: 'x' } },
    prepare: ({ client }, id) => client.call('scenario.apply', { id, baseRevision: 0, commands: [command] }),
  },
  'scenario.restoreTo': {
    good: (id) => ({ id, baseRevision: 1, sequence: 0, reason: 'Too early' }),
    bad: withId([{}, { baseRevision: 0 }, { sequence: 1 }, { baseRevision: 0, sequence: -1 }]),
    faults: {
      'not-found': { ...nobody, baseRevision: 0, sequence: 0 },
      'stale-revision': async (_workspace, id) => ({ id, baseRevision: 7, sequence: 0 }),
      'invalid-plan': async (workspace, id) => {
        await addVariant(workspace, id);
        valueOf(await workspace.client.call('scenario.setParent', { id: variant, parentId: null }));
        return { id: variant, baseRevision: 1, sequence: 0 };
      },
    },
    prepare: ({ client }, id) => client.call('scenario.apply', { id, baseRevision: 0, commands: [command] }),
  },
};
