import { describe, expect, it } from 'vitest';
import { starterDocument } from '#electron/services/sample.ts';
import { contract, isOperationName, operations } from '#shared/ipc/contract.ts';
import type { DeclaredFault, Input, OperationName } from '#shared/ipc/contract.ts';
import { firstScenario, newWorkspace, valueOf, wireProbe } from '#test/support/workspaces.ts';

type Workspace = ReturnType<typeof newWorkspace>;

interface Case<K extends OperationName> {
  /** Input that works on a new workspace whose first scenario has this id. */
  readonly good: (id: string) => Input<K>;
  /** Inputs that must be refused before any handler sees them. */
  readonly bad: readonly unknown[];
  /** One way to each declared fault; what needs a broken disk is provoked in the tests of the services. */
  readonly faults: { readonly [F in Exclude<DeclaredFault<K>, 'not-writable' | 'damaged-file'>]: Input<K> };
  readonly prepare?: (workspace: Workspace, id: string) => Promise<unknown>;
}

const nobody = { id: 'nobody' };
const badIds = [
  {},
  { id: 7 },
  { id: '' },
  { id: 'a b' },
  { id: "x'; DROP TABLE scenario; --" },
  { id: 'x'.repeat(65) },
];
const badNames = [{ name: 7 }, { name: ' ' }, { name: 'x'.repeat(201) }];
const command = { type: 'setInput', path: 'currency', value: 'CZK' } as const;
const withId = (inputs: readonly object[]) => inputs.map((input) => ({ id: 'some', ...input }));

const cases: { readonly [K in OperationName]: Case<K> } = {
  'app.info': { good: () => ({}), bad: [null, 7, 'x', []], faults: {} },
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
    faults: { 'invalid-plan': { name: 'x', document: { ...starterDocument(), discountRate: -3 } } },
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
  'scenario.delete': { good: (id) => ({ id }), bad: badIds, faults: { 'not-found': nobody } },
  'scenario.restoreDeleted': {
    good: (id) => ({ id }),
    bad: badIds,
    faults: { 'not-found': nobody },
    prepare: ({ client }, id) => client.call('scenario.delete', { id }),
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
      'stale-revision': { id: 'first', baseRevision: 4, commands: [command] },
      'invalid-plan': { id: 'first', baseRevision: 0, commands: [{ ...command, value: 'crowns' }] },
    },
  },
  'scenario.journal': {
    good: (id) => ({ id, limit: 10 }),
    bad: withId([{}, { limit: 0 }, { limit: 501 }, { limit: 1.5 }, { limit: 5, before: 'x' }]),
    faults: { 'not-found': { ...nobody, limit: 5 } },
    prepare: ({ client }, id) => client.call('scenario.apply', { id, baseRevision: 0, commands: [command] }),
  },
  'setting.get': { good: () => ({}), bad: [null, { key: 'theme' }], faults: {} },
  'setting.set': {
    good: () => ({ theme: 'dark', grain: 'quarter', explainPanelWidth: 320, lastScenarioId: null }),
    bad: [
      { theme: 'pink' },
      { explainPanelWidth: -1 },
      { explainPanelWidth: 1.5 },
      { profileName: ' ' },
      { language: 7 },
    ],
    faults: {},
  },
  'backup.create': { good: () => ({}), bad: [null, []], faults: {} },
  'backup.list': { good: () => ({}), bad: [null, []], faults: {} },
};

const names = Object.keys(contract).filter(isOperationName);

/** Puts the real id where a case says "first". */
function aimed(input: unknown, id: string): unknown {
  return typeof input === 'object' && input !== null && 'id' in input && input.id === 'first'
    ? { ...input, id }
    : input;
}

async function prepared(name: OperationName): Promise<Workspace & { readonly id: string }> {
  const workspace = newWorkspace();
  const { id } = await firstScenario(workspace.client);
  await cases[name].prepare?.(workspace, id);
  return { ...workspace, id };
}

it('covers every operation of the contract', () => {
  expect(Object.keys(cases).toSorted()).toEqual([...names].toSorted());
  expect(names.length).toBeGreaterThanOrEqual(14);
});

describe.each(names)('%s', (name) => {
  it('answers a good input, unchanged by either wire', async () => {
    const { services, id } = await prepared(name);
    const input = cases[name].good(id);
    wireProbe(input);
    const envelope = await services.dispatch(name, input);
    expect(envelope).toMatchObject({ ok: true });
    wireProbe(envelope);
    const value = valueOf(envelope.ok ? { ok: true, value: envelope.value } : envelope);
    expect(operations[name].output.parse(value)).toStrictEqual(value);
  });

  it('refuses an unknown field by its name', async () => {
    const { services, id } = await prepared(name);
    const envelope = await services.dispatch(name, { ...cases[name].good(id), surprise: 1 });
    expect(envelope).toMatchObject({ ok: false, fault: { code: 'invalid-input' } });
    expect(JSON.stringify(envelope)).toContain('surprise');
  });

  it('refuses bad inputs with the place, and changes nothing', async () => {
    const { services, client } = await prepared(name);
    const before = valueOf(await client.call('scenario.list', {}));
    for (const input of cases[name].bad) {
      const envelope = await services.dispatch(name, input);
      expect(envelope, JSON.stringify(input)).toMatchObject({ ok: false, fault: { code: 'invalid-input' } });
      expect(envelope.ok ? [] : envelope.fault.problems).not.toHaveLength(0);
      wireProbe(envelope);
    }
    expect(cases[name].bad.length).toBeGreaterThan(0);
    expect(valueOf(await client.call('scenario.list', {}))).toEqual(before);
  });

  it('comes back with each fault that it declares', async () => {
    for (const [code, input] of Object.entries(cases[name].faults)) {
      const { services, id } = await prepared(name);
      const envelope = await services.dispatch(name, aimed(input, id));
      expect(envelope).toMatchObject({ ok: false, fault: { code } });
      wireProbe(envelope);
    }
    const elsewhere: ReadonlySet<string> = new Set(['not-writable', 'damaged-file']);
    const declared = operations[name].faults.filter((code) => !elsewhere.has(code));
    expect(Object.keys(cases[name].faults).toSorted()).toEqual(declared.toSorted());
  });
});
