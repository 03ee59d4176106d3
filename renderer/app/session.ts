import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Client, createClient } from '#shared/ipc/client.ts';
import type { Output } from '#shared/ipc/contract.ts';
import type { Transport } from '#shared/ipc/envelope.ts';
import type { Fault } from '#shared/kernel/result.ts';
import { workerRunner } from '#renderer/engine/runner.ts';
import { compareKeyOf, fewestCompared, scenarioKey } from '#renderer/state/compareKeys.ts';
import { keyOfSource } from '#renderer/state/planSources.ts';
import { createPlanStore, type PlanStore } from '#renderer/state/planStore.ts';
import type { Timer } from '#renderer/state/saveQueue.ts';
import { createScenarioLibrary, type ScenarioLibrary } from '#renderer/state/scenarioLibrary.ts';
import { createViewStore, type ViewStore } from '#renderer/state/viewStore.ts';
import { createWorkspaces, type Workspaces } from '#renderer/state/workspaces.ts';
import type { Language } from './i18n/languages.ts';
import { refusingEdits } from './readOnly.ts';

export type Settings = Output<'setting.get'>;

export interface AppState {
  /** Without a workspace there is nothing to show but why, and what to do. */
  readonly status: 'starting' | 'ready' | 'no-workspace' | 'failed';
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
  readonly workspaces: Workspaces;
  /** Reads settings and list and opens the scenario of last time. Called again after a failed start. */
  start(): Promise<void>;
  setTheme(theme: NonNullable<Settings['theme']>): Promise<void>;
  /** Null speaks the language of the system. */
  setLanguage(language: Language | null): Promise<void>;
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

export function createSession(transport: Transport): Session {
  const client = createClient(transport);
  const workspaces = createWorkspaces(client);
  const store = createPlanStore({ client, engine: workerRunner(), timer: browserTimer });
  const plan = refusingEdits(store, workspaces);
  const view = createViewStore();
  const library = createScenarioLibrary({ client, plan });
  const app = createStore<AppState>(() => ({ status: 'starting', settings: {}, fault: null }));

  async function start(): Promise<void> {
    app.setState({ status: 'starting', fault: null });
    view.compare([]);
    const workspace = await workspaces.refresh();
    if (!workspace.ok) return app.setState({ status: 'failed', fault: workspace.fault });
    if (workspace.value.open === null) return app.setState({ status: 'no-workspace' });
    const [settings, listed] = await Promise.all([client.call('setting.get', {}), library.refresh()]);
    if (!settings.ok) return app.setState({ status: 'failed', fault: settings.fault });
    if (!listed.ok) return app.setState({ status: 'failed', fault: listed.fault });
    const { grain, lastScenarioId, labelWidth, compared = [] } = settings.value;
    view.compare(compared.map(keyOfSource));
    if (grain !== undefined) view.setGrain(grain);
    if (labelWidth !== undefined) view.setLabelWidth(labelWidth);
    app.setState({ status: 'ready', settings: settings.value });
    const last = listed.value.find(({ id }) => id === lastScenarioId);
    const first = last ?? firstMade(listed.value);
    if (first !== undefined) await library.open(first.id);
  }

  async function setTheme(theme: NonNullable<Settings['theme']>): Promise<void> {
    app.setState(({ settings }) => ({ settings: { ...settings, theme } }));
    await client.call('setting.set', { theme });
  }

  async function setLanguage(language: Language | null): Promise<void> {
    const { language: before, ...others } = app.getState().settings;
    if (language === (before ?? null)) return;
    app.setState({ settings: language === null ? others : { ...others, language } });
    await client.call('setting.set', { language });
  }

  keepFollowing({ client, plan, view, library });
  rememberCompared({ app, client, view, library });
  client.subscribe((event) => {
    if (event.type === 'workspace-leaving') void settleBefore(event.turn, { client, plan });
    if (event.type === 'workspace-changed') void plan.close().then(start);
  });
  return { app, client, plan, view, library, workspaces, start, setTheme, setLanguage };
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
  // A drag changes the width at every step; what it ends at is remembered.
  let stopRemembering = (): void => undefined;
  const rememberLabels = (labelWidth: number | null): void => {
    stopRemembering();
    stopRemembering = browserTimer.after(500, () => void client.call('setting.set', { labelWidth }));
  };
  view.subscribe((state, before) => {
    if (state.grain !== before.grain) void client.call('setting.set', { grain: state.grain });
    if (state.labelWidth !== before.labelWidth) rememberLabels(state.labelWidth);
  });
  client.subscribe((event) => {
    if (event.type === 'scenario-changed') void library.refresh();
    return event.type === 'closing' ? settle(plan) : undefined;
  });
}

/** What is compared is remembered for each workspace; a scenario that is gone is no longer part of it. */
function rememberCompared({
  app,
  client,
  view,
  library,
}: Pick<Session, 'app' | 'client' | 'view' | 'library'>): void {
  // While a workspace is being opened, what is shown still belongs to none.
  const isReady = () => app.getState().status === 'ready';
  view.subscribe(({ compared }, before) => {
    if (compared === before.compared || !isReady()) return;
    const sources = compared.map(compareKeyOf);
    void client.call('setting.set', { compared: sources.length < fewestCompared ? null : sources });
  });
  library.subscribe(({ scenarios }, before) => {
    if (scenarios === before.scenarios || !isReady()) return;
    const gone = before.scenarios.filter(({ id }) => !scenarios.some((one) => one.id === id));
    for (const { id } of gone) view.forget(scenarioKey(id));
  });
}

/** Another workspace is about to take the place of this one: what waits here is saved into the one it belongs to. */
async function settleBefore(turn: number, { client, plan }: Pick<Session, 'client' | 'plan'>): Promise<void> {
  if (!hasUnsaved(plan)) return;
  await client.call('workspace.settle', { turn, state: 'saving' });
  const isSaved = await settle(plan);
  await client.call('workspace.settle', { turn, state: isSaved ? 'saved' : 'failed' });
}

/** Saves what waits, and says whether all of it is on disk. */
async function settle(plan: PlanStore): Promise<boolean> {
  await plan.flush();
  return !hasUnsaved(plan);
}
