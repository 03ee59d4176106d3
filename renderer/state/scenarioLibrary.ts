import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '#shared/ipc/client.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { PlanStore } from './planStore.ts';

export type ListedScenario = Output<'scenario.list'>[number];

export interface LibraryState {
  readonly scenarios: readonly ListedScenario[];
  readonly isLoaded: boolean;
  /** The scenario that was asked for last, whether or not it could be opened. */
  readonly wantedId: string | null;
  /** Why the last act on a scenario did not happen; null when all is well. */
  readonly fault: Fault | null;
}

/** The scenarios of the workspace, and which of them is open. */
export interface ScenarioLibrary extends StoreApi<LibraryState> {
  refresh(): Promise<Result<readonly ListedScenario[], Fault>>;
  /** Opens a scenario and remembers it for the next start. What waits to be saved in the old one is saved first. */
  open(id: string): Promise<void>;
  create(name: string): Promise<boolean>;
  duplicate(id: string, name: string): Promise<boolean>;
  rename(id: string, name: string): Promise<boolean>;
  /** Takes a scenario out of the list; `restore` brings it back. */
  remove(id: string): Promise<boolean>;
  restore(id: string): Promise<boolean>;
  dismissFault(): void;
}

export interface LibraryOptions {
  readonly client: Client;
  readonly plan: PlanStore;
}

/** Acts on stored scenarios that must mind the open one. */
function storedActs({ client, plan }: LibraryOptions) {
  /** The open plan must be on disk before anything copies it or takes it away. */
  async function settled(): Promise<Result<null, Fault>> {
    await plan.flush();
    const { saveState, fault } = plan.getState();
    return saveState === 'failed' && fault !== null ? { ok: false, fault } : ok(null);
  }

  async function duplicated(id: string, name: string): Promise<Result<{ readonly id: string }, Fault>> {
    const saved = await settled();
    return saved.ok ? client.call('scenario.duplicate', { id, name }) : saved;
  }

  async function renamed(id: string, name: string): Promise<Result<null, Fault>> {
    // In the open plan a new name is an edit like any other: it can be undone.
    if (plan.getState().id === id) {
      const changed = plan.run([{ type: 'setInput', path: 'name', value: name }]);
      if (!changed.ok) return changed;
      await plan.flush();
      return settled();
    }
    const changed = await client.call('scenario.rename', { id, name });
    return changed.ok ? ok(null) : changed;
  }

  async function removed(id: string): Promise<Result<null, Fault>> {
    const saved = await settled();
    if (!saved.ok) return saved;
    const deleted = await client.call('scenario.delete', { id });
    return deleted.ok ? ok(null) : deleted;
  }

  return { settled, duplicated, renamed, removed };
}

export function createScenarioLibrary({ client, plan }: LibraryOptions): ScenarioLibrary {
  const store = createStore<LibraryState>(() => ({
    scenarios: [],
    isLoaded: false,
    wantedId: null,
    fault: null,
  }));

  const stored = storedActs({ client, plan });

  async function refresh(): Promise<Result<readonly ListedScenario[], Fault>> {
    const listed = await client.call('scenario.list', {});
    if (listed.ok) store.setState({ scenarios: listed.value, isLoaded: true });
    else store.setState({ fault: listed.fault });
    return listed;
  }

  async function open(id: string): Promise<void> {
    const saved = await stored.settled();
    // Leaving now would lose edits: stay, and say why.
    if (!saved.ok) return store.setState({ fault: saved.fault });
    store.setState({ wantedId: id, fault: null });
    await plan.open(id);
    // Only a convenience of the next start: that it cannot be kept is no reason to bother anybody.
    if (plan.getState().status === 'ready') await client.call('setting.set', { lastScenarioId: id });
  }

  /** Runs an act, shows its fault or the new list, and tells whether it happened. */
  async function act<T>(
    work: Promise<Result<T, Fault>>,
    then?: (value: T) => Promise<void>,
  ): Promise<boolean> {
    const done = await work;
    if (!done.ok) {
      store.setState({ fault: done.fault });
      return false;
    }
    store.setState({ fault: null });
    await then?.(done.value);
    await refresh();
    return true;
  }

  async function openNext(id: string): Promise<void> {
    // What is only being opened counts too.
    if (store.getState().wantedId !== id) return;
    const listed = await refresh();
    const next = listed.ok ? listed.value[0] : undefined;
    if (next === undefined) return plan.close();
    // Wanted from now on: deleted before it is open, it must be followed by the next one too.
    store.setState({ wantedId: next.id });
    await open(next.id);
    const again = await refresh();
    if (again.ok && !again.value.some((one) => one.id === next.id)) await openNext(next.id);
  }

  return {
    ...store,
    refresh,
    open,
    create: (name) => act(client.call('scenario.create', { name }), ({ id }) => open(id)),
    duplicate: (id, name) => act(stored.duplicated(id, name), (copy) => open(copy.id)),
    rename: (id, name) => act(stored.renamed(id, name)),
    remove: (id) => act(stored.removed(id), () => openNext(id)),
    restore: (id) => act(client.call('scenario.restoreDeleted', { id })),
    dismissFault: () => store.setState({ fault: null }),
  };
}
