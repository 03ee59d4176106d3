import { describe, expect, it } from 'vitest';
import { contract, isOperationName, operations } from '#shared/ipc/contract.ts';
import type { OperationName } from '#shared/ipc/contract.ts';
import { firstScenario, newWorkspace, valueOf, wireProbe } from '#test/support/workspaces.ts';
import type { Case, Workspace } from './define.ts';
import { reportCases } from './reportCases.ts';
import { scenarioCases } from './scenarioCases.ts';
import { versionCases } from './versionCases.ts';
import { uploadCases, workspaceCases } from './workspaceCases.ts';

const cases: { readonly [K in OperationName]: Case<K> } = {
  'app.info': { good: () => ({}), bad: [null, 7, 'x', []], faults: {} },
  ...scenarioCases,
  ...versionCases,
  ...reportCases,
  'setting.get': { good: () => ({}), bad: [null, { key: 'theme' }], faults: {} },
  'setting.set': {
    good: () => ({ theme: 'dark', grain: 'quarter', explainPanelWidth: 320, lastScenarioId: null }),
    bad: [
      { theme: 'pink' },
      { explainPanelWidth: -1 },
      { explainPanelWidth: 1.5 },
      { profileName: ' ' },
      { compared: [{ kind: 'scenario', id: 'x' }] },
      { language: 7 },
    ],
    faults: {},
  },
  'backup.create': { good: () => ({}), bad: [null, []], faults: {} },
  'backup.list': { good: () => ({}), bad: [null, []], faults: {} },
  ...workspaceCases,
  ...uploadCases,
};

const names = Object.keys(contract).filter(isOperationName);

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
    const workspace = await prepared(name);
    const { services, id } = workspace;
    const input = cases[name].good(id, workspace);
    wireProbe(input);
    const envelope = await services.dispatch(name, input);
    expect(envelope).toMatchObject({ ok: true });
    wireProbe(envelope);
    const value = valueOf(envelope.ok ? { ok: true, value: envelope.value } : envelope);
    expect(operations[name].output.parse(value)).toStrictEqual(value);
  });

  it('refuses an unknown field by its name', async () => {
    const workspace = await prepared(name);
    const { services, id } = workspace;
    const envelope = await services.dispatch(name, { ...cases[name].good(id, workspace), surprise: 1 });
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
    for (const [code, wanted] of Object.entries(cases[name].faults)) {
      const workspace = newWorkspace();
      const { id } = await firstScenario(workspace.client);
      const input: unknown = typeof wanted === 'function' ? await wanted(workspace, id) : wanted;
      const envelope = await workspace.services.dispatch(name, input);
      expect(envelope).toMatchObject({ ok: false, fault: { code } });
      wireProbe(envelope);
    }
    const elsewhere: ReadonlySet<string> = new Set(['not-writable', 'damaged-file']);
    const declared = operations[name].faults.filter((code) => !elsewhere.has(code));
    expect(Object.keys(cases[name].faults).toSorted()).toEqual(declared.toSorted());
  });
});
