import { describe, expect, it } from 'vitest';
import { inlineRunner } from '#renderer/engine/runner.ts';
import { nameProblem } from '#renderer/features/scenarios/names.ts';
import { createPlanStore } from '#renderer/state/planStore.ts';
import type { Timer } from '#renderer/state/saveQueue.ts';
import { createScenarioLibrary } from '#renderer/state/scenarioLibrary.ts';
import type { Client } from '#shared/ipc/client.ts';
import { fault } from '#shared/kernel/result.ts';
import { newWorkspace, standAlone, valueOf } from '#test/support/workspaces.ts';

/** Nothing is saved by waiting: only what asks for it is stored. */
const stoppedTimer: Timer = { now: () => 0, after: () => () => undefined };

async function openLibrary(wrap: (client: Client) => Client = (client) => client) {
  const { client: real } = newWorkspace();
  await standAlone(real);
  const client = wrap(real);
  const plan = createPlanStore({ client, engine: inlineRunner(), timer: stoppedTimer });
  const library = createScenarioLibrary({ client, plan });
  await library.refresh();
  const [first] = library.getState().scenarios;
  if (first === undefined) throw new Error('A new workspace has its sample.');
  await library.open(first.id);
  const names = () => library.getState().scenarios.map(({ name }) => name);
  return { client, plan, library, first, names };
}

/** A client whose saving can be made to fail. */
function failingSaves(client: Client) {
  let isFailing = false;
  const call: Client['call'] = async (name, input) =>
    isFailing && name === 'scenario.apply'
      ? fault('internal', 'The disk is full.')
      : client.call(name, input);
  return { client: { ...client, call }, fail: (now: boolean) => (isFailing = now) };
}

describe('the library of scenarios', () => {
  it('remembers the open scenario for the next start', async () => {
    const { client, library } = await openLibrary();
    const other = library.getState().scenarios[1];
    await library.open(other?.id ?? '');
    expect(valueOf(await client.call('setting.get', {})).lastScenarioId).toBe(other?.id);
  });

  it('opens what it makes', async () => {
    const { plan, library, names } = await openLibrary();
    expect(await library.create('Budget 2030')).toBe(true);
    expect(plan.getState().document?.name).toBe('Budget 2030');
    expect(names()).toContain('Budget 2030');
  });

  it('duplicates the open scenario with the edits that were still waiting', async () => {
    const { plan, library, first } = await openLibrary();
    plan.run([{ type: 'setInput', path: 'segments.smb.openingCustomers', value: 4321 }]);
    expect(await library.duplicate(first.id, 'Copy')).toBe(true);
    const { document, id } = plan.getState();
    expect(id).not.toBe(first.id);
    expect(document?.segments?.[0]?.openingCustomers).toBe(4321);
  });

  it('renames the open scenario as an edit that can be undone, and any other at once', async () => {
    const { plan, library, first, names } = await openLibrary();
    const other = library.getState().scenarios.find(({ id }) => id !== first.id);
    expect(await library.rename(first.id, 'Plan A')).toBe(true);
    expect(await library.rename(other?.id ?? '', 'Plan B')).toBe(true);
    expect(names().toSorted()).toEqual(['Plan A', 'Plan B']);
    plan.undo();
    await plan.flush();
    await library.refresh();
    expect(names().toSorted()).toEqual([first.name, 'Plan B'].toSorted());
  });

  it('opens another scenario when the open one is deleted, and brings it back', async () => {
    const { plan, library, first, names } = await openLibrary();
    expect(await library.remove(first.id)).toBe(true);
    expect(names()).not.toContain(first.name);
    expect(plan.getState().status).toBe('ready');
    expect(plan.getState().id).not.toBe(first.id);
    expect(await library.restore(first.id)).toBe(true);
    expect(names()).toContain(first.name);
  });

  it('has nothing open when the last one is deleted', async () => {
    const { plan, library } = await openLibrary();
    for (const { id } of library.getState().scenarios) await library.remove(id);
    expect(library.getState().scenarios).toEqual([]);
    expect(plan.getState()).toMatchObject({ status: 'none', id: null, document: null });
  });

  it('leaves nothing open that was deleted while it was being opened', async () => {
    let doomed: string | undefined;
    const { plan, library, first, names } = await openLibrary((client) => ({
      ...client,
      async call(name, input) {
        const answer = await client.call(name, input);
        if (name === 'scenario.open' && doomed !== undefined)
          await client.call('scenario.delete', { id: doomed });
        return answer;
      },
    }));
    doomed = library.getState().scenarios.find(({ id }) => id !== first.id)?.id;
    expect(await library.remove(first.id)).toBe(true);
    expect(names()).toEqual([]);
    expect(plan.getState().status).toBe('none');
  });

  it('stays with edits that cannot be saved, and says why', async () => {
    let fail = (_now: boolean): boolean => false;
    const { plan, library, first } = await openLibrary((client) => {
      const wrapped = failingSaves(client);
      fail = wrapped.fail;
      return wrapped.client;
    });
    plan.run([{ type: 'setInput', path: 'segments.smb.openingCustomers', value: 1 }]);
    fail(true);
    const other = library.getState().scenarios.find(({ id }) => id !== first.id);
    await library.open(other?.id ?? '');
    expect(plan.getState().id).toBe(first.id);
    expect(library.getState().fault?.message).toBe('The disk is full.');
    expect(await library.remove(first.id)).toBe(false);
    fail(false);
    await library.open(other?.id ?? '');
    expect(plan.getState().id).toBe(other?.id);
    expect(library.getState().fault).toBeNull();
  });

  it('shows why an act did not happen', async () => {
    const { library } = await openLibrary();
    expect(await library.rename('gone', 'Name')).toBe(false);
    expect(library.getState().fault?.code).toBe('not-found');
    library.dismissFault();
    expect(library.getState().fault).toBeNull();
  });
});

describe('a name of a scenario', () => {
  it('must be there, fit, and be free, whatever its capitals and accents are made of', async () => {
    const { library, first } = await openLibrary();
    await library.create('Café');
    const { scenarios } = library.getState();
    const problem = (name: string) => nameProblem(name, first.id, scenarios);
    expect(problem('  ')).toBe('empty');
    expect(problem('x'.repeat(201))).toBe('tooLong');
    expect(problem(' CAFE\u0301 ')).toBe('taken');
    expect(problem(first.name)).toBeNull();
    expect(problem('Something else')).toBeNull();
  });
});
