import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Client, createClient } from '#shared/ipc/client.ts';
import type { Output } from '#shared/ipc/contract.ts';
import type { Transport } from '#shared/ipc/envelope.ts';
import type { Fault } from '#shared/kernel/result.ts';
import { workerRunner } from '#renderer/engine/runner.ts';
import { createPlanStore, type PlanStore } from '#renderer/state/planStore.ts';
import type { Timer } from '#renderer/state/saveQueue.ts';
import { createScenarioLibrary, type ScenarioLibrary } from '#renderer/state/scenarioLibrary.ts';
import { createViewStore, type ViewStore } from '#renderer/state/viewStore.ts';

export type Settings = Output<'setting.get'>;

export interface AppState {
  readonly status: 'starting' | 'ready' | 'failed';
  readonly settings: Settings;
  /** Why the app could not start. */
  readonly fault: Fault | null;
}

/** Everything that lives as long as the window. */
export interface Session {
  readonly app: StoreApi<AppState>;
  readonly client: Client;
  readonly plan: PlanStore;
  readonly view: ViewStore;
  readonly library: ScenarioLibrary;
  readonly locale: string;
  /** Reads settings and list and opens the scenario of last time. Called again after a failed start. */
  start(): Promise<void>;
  setTheme(theme: NonNullable<Settings['theme']>): Promise<void>;
}

const browserTimer: Timer = {
  now: () => performance.now(),
  after(milliseconds, callback) {
    const id = setTimeout(callback, milliseconds);
    return () => clearTimeout(id);
  },
};

/** True while edits are not on disk yet. */
export function hasUnsaved(plan: PlanStore): boolean {
  return plan.getState().saveState !== 'saved';
}

export function createSession(transport: Transport, locale: string): Session {
  const client = createClient(transport);
  const plan = createPlanStore({ client, engine: workerRunner(), timer: browserTimer });
  const view = createViewStore();
  const library = createScenarioLibrary({ client, plan });
  const app = createStore<AppState>(() => ({ status: 'starting', settings: {}, fault: null }));

  async function start(): Promise<void> {
    app.setState({ status: 'starting', fault: null });
    const [settings, listed] = await Promise.all([client.call('setting.get', {}), library.refresh()]);
    if (!settings.ok) return app.setState({ status: 'failed', fault: settings.fault });
    if (!listed.ok) return app.setState({ status: 'failed', fault: listed.fault });
    const { grain, lastScenarioId } = settings.value;
    if (grain !== undefined) view.setGrain(grain);
    app.setState({ status: 'ready', settings: settings.value });
    const last = listed.value.find(({ id }) => id === lastScenarioId);
    const first = last ?? firstMade(listed.value);
    if (first !== undefined) await library.open(first.id);
  }

  async function setTheme(theme: NonNullable<Settings['theme']>): Promise<void> {
    app.setState(({ settings }) => ({ settings: { ...settings, theme } }));
    await client.call('setting.set', { theme });
  }

  keepFollowing({ client, plan, view, library });
  return { app, client, plan, view, library, locale, start, setTheme };
}

/** In a new workspace the sample comes first. */
function firstMade<T extends { readonly createdAt: string }>(scenarios: readonly T[]): T | undefined {
  return scenarios.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))[0];
}

/** Keeps list, remembered grain and selection in step with what happens here and in other windows. */
function keepFollowing({
  client,
  plan,
  view,
  library,
}: Pick<Session, 'client' | 'plan' | 'view' | 'library'>): void {
  plan.subscribe((state, before) => {
    if (state.id !== before.id) view.reset();
  });
  view.subscribe((state, before) => {
    if (state.grain !== before.grain) void client.call('setting.set', { grain: state.grain });
  });
  client.subscribe((event) => {
    if (event.type === 'scenario-changed') void library.refresh();
    return event.type === 'closing' ? settle(plan) : undefined;
  });
}

/** Saves what waits, and says whether all of it is on disk. */
async function settle(plan: PlanStore): Promise<boolean> {
  await plan.flush();
  return !hasUnsaved(plan);
}
