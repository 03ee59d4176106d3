import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '#shared/ipc/client.ts';
import type { Input, Output } from '#shared/ipc/contract.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
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
  /** A scenario of its own that begins with a document. */
  createFrom(name: string, document: ScenarioDocument): Promise<boolean>;
  /** A scenario that overrides only what differs from its parent; with a document, that is what it comes to. */
  createVariant(parentId: string, name: string, document?: ScenarioDocument): Promise<boolean>;
  /** Lets a scenario build on another, or stand on its own. */
  setParent(id: string, parentId: string | null): Promise<boolean>;
  duplicate(id: string, name: string): Promise<boolean>;
  rename(id: string, name: string): Promise<boolean>;
  /**
   * Takes a scenario out of the list; `restore` brings it back. What builds on it goes with it, or stands on its own, or
   * is the reason to refuse.
   */
  remove(id: string, variants?: Input<'scenario.delete'>['variants']): Promise<boolean>;
  restore(id: string): Promise<boolean>;
  /** Stores what waits of the open plan. */
  settle(): Promise<void>;
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

  async function removed(
    id: string,
    variants: NonNullable<Input<'scenario.delete'>['variants']>,
  ): Promise<Result<null, Fault>> {
    const saved = await settled();
    if (!saved.ok) return saved;
    const deleted = await client.call('scenario.delete', { id, variants });
    return deleted.ok ? ok(null) : deleted;
  }

  async function varied(
    parentId: string,
    name: string,
    document?: ScenarioDocument,
  ): Promise<Result<{ readonly id: string }, Fault>> {
    const saved = await settled();
    if (!saved.ok) return saved;
    const from = document === undefined ? {} : { document };
    return client.call('scenario.createVariant', { parentId, name, ...from });
  }

  async function moved(id: string, parentId: string | null): Promise<Result<null, Fault>> {
    const saved = await settled();
    if (!saved.ok) return saved;
    const changed = await client.call('scenario.setParent', { id, parentId });
    if (!changed.ok) return changed;
    if (plan.getState().id === id) await plan.reload();
    return ok(null);
  }

  return { settled, duplicated, renamed, removed, varied, moved };
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

  /** Leaves what is gone, with all that went with it. What is only being opened counts too. */
  async function leaveDeleted(): Promise<void> {
    const listed = await refresh();
    if (!listed.ok || listed.value.some(({ id }) => id === store.getState().wantedId)) return;
    const [next] = listed.value;
    if (next === undefined) return plan.close();
    await open(next.id);
    // It may have been deleted before it was open.
    await leaveDeleted();
  }

  const opened = ({ id }: { readonly id: string }) => open(id);

  return {
    ...store,
    refresh,
    open,
    create: (name) => act(client.call('scenario.create', { name }), opened),
    createFrom: (name, document) => act(client.call('scenario.create', { name, document }), opened),
    createVariant: (parentId, name, document) => act(stored.varied(parentId, name, document), opened),
    setParent: (id, parentId) => act(stored.moved(id, parentId)),
    settle: async () => void (await stored.settled()),
    duplicate: (id, name) => act(stored.duplicated(id, name), opened),
    rename: (id, name) => act(stored.renamed(id, name)),
    remove: (id, variants = 'refuse') => act(stored.removed(id, variants), leaveDeleted),
    restore: (id) => act(client.call('scenario.restoreDeleted', { id })),
    dismissFault: () => store.setState({ fault: null }),
  };
}
