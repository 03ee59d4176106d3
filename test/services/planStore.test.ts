import { describe, expect, it } from 'vitest';
import { cloningRunner } from '#renderer/engine/runner.ts';
import { createPlanStore, type PlanStore } from '#renderer/state/planStore.ts';
import type { Timer } from '#renderer/state/saveQueue.ts';
import { type Client, createClient } from '#shared/ipc/client.ts';
import type { Command } from '#shared/model/commands.ts';
import { inputAt } from '#shared/model/paths.ts';
import { shareCommands } from '#shared/model/shares.ts';
import {
  firstScenario,
  newWorkspace,
  openServices,
  probedTransport,
  valueOf,
} from '#test/support/workspaces.ts';

interface HandTimer extends Timer {
  /** Lets time pass; calls back what is due on the way. */
  pass(milliseconds: number): void;
}

function handTimer(): HandTimer {
  let now = 0;
  const due = new Set<{ readonly at: number; readonly callback: () => void }>();
  return {
    now: () => now,
    after(milliseconds, callback) {
      const entry = { at: now + milliseconds, callback };
      due.add(entry);
      return () => due.delete(entry);
    },
    pass(milliseconds) {
      now += milliseconds;
      for (const entry of due) {
        if (entry.at > now) continue;
        due.delete(entry);
        entry.callback();
      }
    },
  };
}

interface Window {
  readonly store: PlanStore;
  readonly timer: HandTimer;
  /** The commands of every save that was tried. */
  readonly saves: (readonly Command[])[];
  /** Cuts the wire, for single operations or all; `[]` mends it. */
  cut(operations: readonly string[]): void;
}

/** A window of the app over services, with the real client, engine and queue; only its clock and its wire are held. */
function windowOver({ services }: ReturnType<typeof newWorkspace>): Window {
  const transport = probedTransport(services);
  const saves: (readonly Command[])[] = [];
  let broken: readonly string[] = [];
  const wire = createClient({
    ...transport,
    call: (name, input) =>
      broken.includes(name) ? Promise.reject(new Error('The wire is cut.')) : transport.call(name, input),
  });
  const client: Client = {
    ...wire,
    call(name, input) {
      if ('commands' in input) saves.push(input.commands);
      return wire.call(name, input);
    },
  };
  const timer = handTimer();
  const store = createPlanStore({ client, engine: cloningRunner(), timer });
  return {
    store,
    timer,
    saves,
    cut: (operations) => {
      broken = operations;
    },
  };
}

const path = 'segments.smb.deals';

function deals(from: number, ...values: number[]): Command {
  return { type: 'setPeriods', path, from, values };
}

/** Resolves once the state of a plan is like that. */
function until(
  store: PlanStore,
  holds: (state: ReturnType<PlanStore['getState']>) => boolean,
): Promise<void> {
  return new Promise((done) => {
    const check = () => {
      if (!holds(store.getState())) return;
      unsubscribe();
      done();
    };
    const unsubscribe = store.subscribe(check);
    check();
  });
}

const saved = (store: PlanStore) => until(store, ({ saveState }) => saveState === 'saved');
const settled = (store: PlanStore) =>
  until(store, ({ status, isComputing }) => status === 'ready' && !isComputing);

async function opened() {
  const workspace = newWorkspace();
  const start = await firstScenario(workspace.client);
  const window = windowOver(workspace);
  await window.store.open(start.id);
  return { workspace, start, ...window };
}

async function stored(workspace: ReturnType<typeof newWorkspace>, id: string) {
  return valueOf(await workspace.client.call('scenario.open', { id }));
}

describe('edits of the open plan', () => {
  it('are gathered for 300 ms and stored as one revision', async () => {
    const { workspace, start, store, timer, saves } = await opened();
    store.run([deals(0, 111)]);
    timer.pass(200);
    store.run([deals(1, 222)]);
    timer.pass(299);
    expect(saves).toEqual([]);
    expect(store.getState().saveState).toBe('waiting');
    timer.pass(1);
    await saved(store);
    expect(saves).toEqual([[deals(0, 111), deals(1, 222)]]);
    const { revision, document } = await stored(workspace, start.id);
    expect([revision, store.getState().revision]).toEqual([1, 1]);
    expect(document).toEqual(store.getState().document);
    expect(inputAt(document, `${path}.values`)).toMatchObject({ 0: 111, 1: 222 });
  });

  it('are stored after three seconds at the latest, however fast they come', async () => {
    const { store, timer, saves } = await opened();
    for (let edit = 0; edit < 14; edit += 1) {
      store.run([deals(0, 100 + edit)]);
      timer.pass(200);
    }
    expect(saves).toEqual([]);
    store.run([deals(0, 200)]);
    timer.pass(200);
    await saved(store);
    expect(saves.map(({ length }) => length)).toEqual([15]);
  });

  it('that cannot be stored are kept, said, and tried again every five seconds', async () => {
    const { workspace, start, store, timer, saves, cut } = await opened();
    cut(['scenario.apply']);
    store.run([deals(0, 111)]);
    timer.pass(300);
    await until(store, ({ saveState }) => saveState === 'failed');
    expect(store.getState().fault?.message).toMatch(/kept in this window/);
    expect((await stored(workspace, start.id)).revision).toBe(0);
    store.run([deals(1, 222)]);
    cut([]);
    timer.pass(5000);
    await saved(store);
    expect(store.getState().fault).toBeNull();
    expect(saves.at(-1)).toEqual([deals(0, 111), deals(1, 222)]);
    expect((await stored(workspace, start.id)).document).toEqual(store.getState().document);
  });

  it('that are impossible are refused, with what was wanted, and never sent', async () => {
    const { start, store, timer, saves } = await opened();
    const commands = [deals(0, -5)];
    expect(store.run(commands).ok).toBe(false);
    expect(store.getState().refusal).toMatchObject({ fault: { code: 'invalid-plan' }, commands });
    expect(store.getState().document).toEqual(start.document);
    timer.pass(10_000);
    expect(saves).toEqual([]);
    store.run([deals(0, 5)]);
    expect(store.getState().refusal).toBeNull();
  });

  it('undone leave the stored document as it was', async () => {
    const { workspace, start, store } = await opened();
    store.run([deals(3, 1, 2, 3)]);
    store.run([{ type: 'setInput', path: 'queues.voice.goal.asa', value: 30 }]);
    store.run(
      shareCommands(start.document, [
        { path: 'staffGroups.prague.queues.partners.share', period: 4, share: 0.9 },
      ]),
    );
    await store.flush();
    expect((await stored(workspace, start.id)).document).not.toEqual(start.document);
    for (let step = 0; step < 3; step += 1) store.undo();
    expect(store.getState().canUndo).toBe(false);
    await store.flush();
    expect(store.getState().document).toEqual(start.document);
    expect((await stored(workspace, start.id)).document).toEqual(start.document);
  });

  it('are taken back after a restart, the last first, down to the beginning', async () => {
    const { workspace, start, store } = await opened();
    store.run([deals(0, 111)]);
    store.run([deals(0, 222)]);
    store.undo();
    await store.flush();
    // Two commands of one act, neither of which can be taken back alone.
    store.run(
      shareCommands(start.document, [
        { path: 'staffGroups.prague.queues.partners.share', period: 4, share: 0.9 },
      ]),
    );
    await store.close();
    workspace.close();
    const again = openServices(workspace.file, { clock: workspace.clock });
    const { store: next } = windowOver(again);
    await next.open(start.id);
    next.undo();
    expect(next.getState().refusal).toBeNull();
    expect(inputAt(next.getState().document, `${path}.values`)).toMatchObject({ 0: 111 });
    expect(next.getState().document?.staffGroups).toEqual(start.document.staffGroups);
    next.undo();
    expect(next.getState().document).toEqual(start.document);
    expect(next.getState().canUndo).toBe(false);
    await next.flush();
    expect((await stored(again, start.id)).document).toEqual(start.document);
  });
});

describe('a plan that changed elsewhere', () => {
  it('is read anew when edits meet it, the edits go on top, and it is said', async () => {
    const { workspace, start, store, timer } = await opened();
    const other = windowOver(workspace);
    await other.store.open(start.id);
    other.store.run([deals(0, 777)]);
    await other.store.flush();
    store.run([deals(5, 55)]);
    timer.pass(300);
    await until(store, ({ changedElsewhere }) => changedElsewhere !== null);
    expect(store.getState().changedElsewhere).toEqual({ revision: 1, edits: 'kept' });
    await settled(store);
    timer.pass(300);
    await saved(store);
    const { revision, document } = await stored(workspace, start.id);
    expect(revision).toBe(2);
    expect(inputAt(document, `${path}.values`)).toMatchObject({ 0: 777, 5: 55 });
    expect(store.getState().document).toEqual(document);
    expect(store.getState().values.get(path)?.values.period[5]).toBe(55);
  });

  it('keeps edits that are made while it is read', async () => {
    const { workspace, start, store } = await opened();
    const other = windowOver(workspace);
    await other.store.open(start.id);
    other.store.run([deals(0, 777)]);
    await other.store.flush();
    store.run([deals(5, 55)]);
    const flushed = store.flush();
    store.run([deals(6, 66)]);
    await flushed;
    await settled(store);
    const { document } = await stored(workspace, start.id);
    expect(inputAt(document, `${path}.values`)).toMatchObject({ 0: 777, 5: 55, 6: 66 });
  });

  it('says so when the edits do not fit it any more', async () => {
    const { workspace, start, store } = await opened();
    const other = windowOver(workspace);
    await other.store.open(start.id);
    other.store.run([{ type: 'setInput', path, value: { formula: '100 + 20' } }]);
    await other.store.flush();
    store.run([deals(5, 55)]);
    await store.flush();
    await settled(store);
    expect(store.getState().changedElsewhere).toEqual({ revision: 1, edits: 'refused' });
    expect(store.getState().refusal?.commands).toEqual([deals(5, 55)]);
    expect(inputAt(store.getState().document, path)).toEqual({ formula: '100 + 20' });
    expect((await stored(workspace, start.id)).revision).toBe(1);
  });

  it('stays on screen, unsaved, while it cannot be read, and goes on when it can', async () => {
    const { workspace, start, store, timer, cut } = await opened();
    const other = windowOver(workspace);
    await other.store.open(start.id);
    other.store.run([deals(0, 777)]);
    await other.store.flush();
    cut(['scenario.open']);
    store.run([deals(5, 55)]);
    await store.flush();
    expect(store.getState()).toMatchObject({ status: 'ready', saveState: 'failed', changedElsewhere: null });
    store.run([deals(6, 66)]);
    cut([]);
    timer.pass(5000);
    await until(store, ({ changedElsewhere }) => changedElsewhere?.edits === 'kept');
    await settled(store);
    await store.flush();
    const { document } = await stored(workspace, start.id);
    expect(inputAt(document, `${path}.values`)).toMatchObject({ 0: 777, 5: 55, 6: 66 });
  });

  it('without edits of its own is read when that is asked for, once for each change', async () => {
    const { workspace, start, store } = await opened();
    await store.reload();
    expect(store.getState().changedElsewhere).toBeNull();
    valueOf(
      await workspace.client.call('scenario.apply', {
        id: start.id,
        baseRevision: 0,
        commands: [deals(0, 9)],
      }),
    );
    await Promise.all([store.reload(), store.reload()]);
    await settled(store);
    expect(store.getState()).toMatchObject({ revision: 1, changedElsewhere: { revision: 1, edits: 'none' } });
    store.undo();
    expect(store.getState().document).toEqual(start.document);
  });

  it('that is gone is said to be gone', async () => {
    const { workspace, start, store } = await opened();
    valueOf(await workspace.client.call('scenario.delete', { id: start.id, variants: 'delete' }));
    await store.reload();
    expect(store.getState()).toMatchObject({ status: 'failed', fault: { code: 'not-found' } });
  });
});

describe('opening', () => {
  it('shows what was asked for last, and nothing once it was closed', async () => {
    const { workspace, start, store } = await opened();
    const other = valueOf(await workspace.client.call('scenario.create', { name: 'Other' }));
    await Promise.all([store.open(other.id), store.open(start.id)]);
    expect(store.getState()).toMatchObject({ status: 'ready', id: start.id });
    await Promise.all([store.open(other.id), store.close()]);
    expect(store.getState()).toMatchObject({ status: 'none', id: null, document: null });
  });
});

describe('the effect of edits', () => {
  it('is what the plan then shows, without changing it', async () => {
    const { start, store } = await opened();
    const total = (id: string) =>
      [...(store.getState().values.get(id)?.values.period ?? [])].reduce((sum, value) => sum + value, 0);
    const before = { fte: total('plan.requiredFte'), cost: total('plan.totalCost') };
    const commands: Command[] = [
      { type: 'setInput', path: 'queues.voice.handleTime.talk', value: 500 },
      { type: 'setInput', path: 'staffGroups.prague.pay.statutoryBurden', value: 0.4 },
    ];
    const effect = await store.editEffect(commands);
    expect(store.getState().document).toEqual(start.document);
    store.run(commands);
    await settled(store);
    const periods = start.document.calendar.periods;
    expect(effect?.requiredFte).toBeCloseTo((total('plan.requiredFte') - before.fte) / periods, 6);
    expect(effect?.totalCost).toBeCloseTo(total('plan.totalCost') - before.cost, 2);
    expect(Math.abs(effect?.totalCost ?? 0)).toBeGreaterThan(1);
    expect(await store.editEffect([deals(0, -1)])).toBeNull();
  });
});
