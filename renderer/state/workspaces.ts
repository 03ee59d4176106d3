import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '#shared/ipc/client.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { fault, type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { saveDownload } from './saveDownload.ts';
import { uploadFile } from './uploadFile.ts';

export type WorkspaceInfo = Output<'workspace.info'>;
export type WorkspaceProblem = NonNullable<WorkspaceInfo['problem']>;
export type ListedWorkspace = Output<'workspace.list'>[number];
export type Backup = Output<'backup.list'>[number];

/** An uploaded workspace that waits to be taken in. */
export type IncomingWorkspace = Output<'workspace.preview'> & { readonly upload: string };

export interface WorkspacesState {
  readonly info: WorkspaceInfo | null;
  readonly files: readonly ListedWorkspace[];
  readonly backups: readonly Backup[];
  /** The name under which edits are journalled. */
  readonly profile: string;
  readonly incoming: IncomingWorkspace | null;
  /** Which dialog is open. */
  readonly dialog: 'create' | 'save-copy' | 'profile' | null;
  /** Why the last act did not happen. */
  readonly fault: Fault | null;
  /** True while an act is under way. */
  readonly isBusy: boolean;
  /** How many edits were refused because the workspace is open for reading only. */
  readonly refusedEdits: number;
}

/** The workspace files: which one is open, which others there are, and their copies. */
export interface Workspaces extends StoreApi<WorkspacesState> {
  /** What is open, or why nothing is. */
  refresh(): Promise<Result<WorkspaceInfo, Fault>>;
  loadFiles(): Promise<void>;
  loadBackups(): Promise<void>;
  open(path: string): Promise<boolean>;
  openReadOnly(path: string): Promise<boolean>;
  create(name: string): Promise<boolean>;
  /** Writes a copy under another name; `opens` goes on with it. */
  saveCopy(name: string, opens: boolean): Promise<boolean>;
  /** Copies a workspace that cannot be opened for editing where it is, and opens the copy. */
  saveElsewhere(path: string, name: string): Promise<boolean>;
  /** @returns the name of the backup that undoes it; null when there was nothing before; undefined when it did not work */
  restore(backup: string, path?: string): Promise<string | null | undefined>;
  backUp(): Promise<Backup | undefined>;
  download(): Promise<boolean>;
  /** Takes in a file to look at; nothing is stored before `acceptIncoming`. */
  receive(file: File): Promise<boolean>;
  acceptIncoming(name: string): Promise<boolean>;
  setProfile(name: string): Promise<boolean>;
  show(dialog: WorkspacesState['dialog']): void;
  refuseEdit(): Fault;
  dismissFault(): void;
  dismissIncoming(): void;
}

const nothingKnown: WorkspacesState = {
  info: null,
  files: [],
  backups: [],
  profile: '',
  incoming: null,
  dialog: null,
  fault: null,
  isBusy: false,
  refusedEdits: 0,
};

/** Acts of several steps; each step's fault is the act's. */
function longActs(client: Client) {
  async function copied(name: string, opens: boolean): Promise<Result<unknown, Fault>> {
    const copy = await client.call('workspace.saveCopy', { name });
    return copy.ok && opens ? client.call('workspace.open', { path: copy.value.path }) : copy;
  }
  return {
    copied,
    async elsewhere(path: string, name: string): Promise<Result<unknown, Fault>> {
      const looked = await client.call('workspace.openReadOnly', { path });
      if (!looked.ok) return looked;
      for (let number = 1; ; number += 1) {
        const copy = await copied(number === 1 ? name : `${name} ${number}`, true);
        if (copy.ok || copy.fault.code !== 'name-taken') return copy;
      }
    },
    async downloaded(): Promise<Result<unknown, Fault>> {
      const offered = await client.call('workspace.export', {});
      if (!offered.ok) return offered;
      return (await saveDownload(offered.value)) ? ok(null) : fault('not-found');
    },
    async received(file: File): Promise<Result<IncomingWorkspace, Fault>> {
      const upload = await uploadFile(client, file);
      if (!upload.ok) return upload;
      const preview = await client.call('workspace.preview', { upload: upload.value });
      return preview.ok ? ok({ ...preview.value, upload: upload.value }) : preview;
    },
    async accepted(upload: string, name: string): Promise<Result<unknown, Fault>> {
      const imported = await client.call('workspace.import', { upload, name });
      return imported.ok ? client.call('workspace.open', { path: imported.value.path }) : imported;
    },
  };
}

type Store = StoreApi<WorkspacesState>;

/** Runs acts one at a time on screen: shows the fault of the last one, and gives what came of it. */
function runner(store: Store) {
  async function act<T>(work: () => Promise<Result<T, Fault>>): Promise<T | undefined> {
    store.setState({ isBusy: true, fault: null });
    const done = await work();
    store.setState({ isBusy: false, fault: done.ok ? null : done.fault });
    return done.ok ? done.value : undefined;
  }
  async function succeeds(work: () => Promise<Result<unknown, Fault>>): Promise<boolean> {
    const done = await act(async () => {
      const result = await work();
      return result.ok ? ok(true) : result;
    });
    return done === true;
  }
  return { act, succeeds };
}

function reading(client: Client, store: Store): Pick<Workspaces, 'refresh' | 'loadFiles' | 'loadBackups'> {
  return {
    async refresh() {
      const info = await client.call('workspace.info', {});
      if (!info.ok) return info;
      store.setState({ info: info.value, fault: null });
      const app = info.value.open === null ? undefined : await client.call('app.info', {});
      if (app?.ok === true) store.setState({ profile: app.value.profile });
      return info;
    },
    async loadFiles() {
      const listed = await client.call('workspace.list', {});
      if (listed.ok) store.setState({ files: listed.value });
      else store.setState({ fault: listed.fault });
    },
    async loadBackups() {
      const listed = await client.call('backup.list', {});
      store.setState({ backups: listed.ok ? listed.value : [] });
    },
  };
}

function incoming(
  client: Client,
  store: Store,
): Pick<Workspaces, 'receive' | 'acceptIncoming' | 'dismissIncoming'> {
  const { act, succeeds } = runner(store);
  const acts = longActs(client);
  return {
    async receive(file) {
      const received = await act(() => acts.received(file));
      store.setState({ incoming: received ?? null });
      return received !== undefined;
    },
    async acceptIncoming(name) {
      const upload = store.getState().incoming?.upload;
      if (upload === undefined || !(await succeeds(() => acts.accepted(upload, name)))) return false;
      store.setState({ incoming: null });
      return true;
    },
    dismissIncoming: () => store.setState({ incoming: null }),
  };
}

export function createWorkspaces(client: Client): Workspaces {
  const store = createStore<WorkspacesState>(() => nothingKnown);
  const acts = longActs(client);
  const { act, succeeds } = runner(store);
  const read = reading(client, store);
  return {
    ...store,
    ...read,
    ...incoming(client, store),
    open: (path) => succeeds(() => client.call('workspace.open', { path })),
    openReadOnly: (path) => succeeds(() => client.call('workspace.openReadOnly', { path })),
    create: (name) => succeeds(() => client.call('workspace.create', { name })),
    saveCopy: (name, opens) => succeeds(() => acts.copied(name, opens)),
    saveElsewhere: (path, name) => succeeds(() => acts.elsewhere(path, name)),
    async restore(backup, path) {
      const input = path === undefined ? { backup } : { backup, path };
      return (await act(() => client.call('workspace.restore', input)))?.replaced;
    },
    async backUp() {
      const made = await act(() => client.call('backup.create', {}));
      await read.loadBackups();
      return made;
    },
    download: () => succeeds(() => acts.downloaded()),
    async setProfile(name) {
      const profileName = name === '' ? null : name;
      const isSet = await succeeds(() => client.call('setting.set', { profileName }));
      const app = await client.call('app.info', {});
      if (app.ok) store.setState({ profile: app.value.profile });
      return isSet;
    },
    show: (dialog) => store.setState({ dialog, fault: null }),
    refuseEdit() {
      store.setState(({ refusedEdits }) => ({ refusedEdits: refusedEdits + 1 }));
      return fault('not-writable').fault;
    },
    dismissFault: () => store.setState({ fault: null }),
  };
}
