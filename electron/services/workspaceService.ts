import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { listBackups } from '#electron/db/backups.ts';
import { adoptFile } from '#electron/db/copies.ts';
import { isOpenSomewhere, isSameFile } from '#electron/db/lockState.ts';
import { latestVersion } from '#electron/db/migrate.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { backupFolderOf } from '#electron/db/openDatabase.ts';
import { restoreBackup } from '#electron/db/restore.ts';
import { openWorkspaceReadOnly } from '#electron/db/workspace.ts';
import type { Handlers, Output, ParsedInput } from '#shared/ipc/contract.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { Downloads } from './downloads.ts';
import type { Ports } from './ports.ts';
import type { RecentFile, RecentFiles } from './recentFiles.ts';
import type { Settling } from './settling.ts';
import type { Uploads } from './uploads.ts';
import { waysOn } from './waysOn.ts';
import { openingFault, type OpeningFault, type WorkspaceDesk } from './workspaceDesk.ts';

export interface WorkspaceServiceOptions {
  readonly ports: Ports;
  readonly desk: WorkspaceDesk;
  /** Where workspaces are made that get a name only. */
  readonly folder: string;
  readonly recent: RecentFiles;
  readonly downloads: Downloads;
  readonly uploads: Uploads;
  readonly settling: Settling;
}

type Info = Output<'workspace.info'>;
type Listed = Output<'workspace.list'>[number];
type Target = ParsedInput<'workspace.create'>;

const ending = '.headroom';

function nameOf(path: string): string {
  return basename(path, extname(path));
}

function pathOfName(folder: string, name: string): string {
  return join(folder, `${name}${ending}`);
}

/** A path from a dialog keeps the ending that the user gave it; a bare name is meant in the workspaces folder. */
function pathOfTarget(folder: string, { name, path }: Target): string {
  if (name !== undefined) return pathOfName(folder, name);
  if (path === undefined) throw new Error('A target has a name or a path.');
  return extname(path) === '' ? `${path}${ending}` : path;
}

/** With its log, in which an open workspace keeps what is new. */
function sizeOf(file: string): number {
  return ['', '-wal']
    .map((suffix) => statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, bytes) => sum + bytes);
}

function infoOf({ desk, folder }: WorkspaceServiceOptions): Info {
  const { seat, problem } = desk;
  if (seat !== undefined) {
    const { file, access } = seat.workspace;
    return {
      open: {
        path: file,
        name: nameOf(file),
        folder: dirname(file),
        access,
        bytes: sizeOf(file),
        wasCutShort: desk.wasCutShort,
      },
      problem: null,
      folder,
    };
  }
  if (problem === undefined) return { open: null, problem: null, folder };
  const {
    path,
    kind,
    fault: { message },
  } = problem;
  const backups = [...listBackups(path)];
  const ways = [...waysOn(kind, backups.length > 0)];
  return { open: null, problem: { path, name: nameOf(path), kind, message, waysOn: ways, backups }, folder };
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => extname(name) === ending)
      .map((name) => join(folder, name));
  } catch {
    // The folder cannot be read: those opened lately are listed all the same.
    return [];
  }
}

function listedFile(path: string, current: string | undefined, recent: readonly RecentFile[]): Listed {
  const found = statSync(path, { throwIfNoEntry: false });
  const place = { path, name: nameOf(path), folder: dirname(path) };
  const openedAt = recent.find((known) => known.path === path)?.openedAt ?? null;
  if (found === undefined) return { ...place, state: 'missing', bytes: null, changedAt: null, openedAt };
  const isCurrent = current !== undefined && isSameFile(path, current);
  const state = isCurrent ? 'current' : isOpenSomewhere(path) ? 'open-elsewhere' : 'present';
  return { ...place, state, bytes: sizeOf(path), changedAt: found.mtime.toISOString(), openedAt };
}

function listFiles({ desk, folder, recent }: WorkspaceServiceOptions): Listed[] {
  const known = recent.list();
  const paths = new Set([...known.map(({ path }) => path), ...filesIn(folder)]);
  const current = desk.seat?.workspace.file;
  const latest = ({ openedAt, changedAt }: Listed): string => openedAt ?? changedAt ?? '';
  return [...paths]
    .map((path) => listedFile(path, current, known))
    .toSorted(
      (a, b) =>
        Number(b.state === 'current') - Number(a.state === 'current') || (latest(a) < latest(b) ? 1 : -1),
    );
}

/** One after another: two that are asked for at once must not both find the place empty. */
function queued(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Tries a backup out on a copy, with all updates, before anything is put aside for it. */
function soundBackup(file: string, backup: string): Result<void, OpeningFault> {
  const tried = openWorkspaceReadOnly(join(backupFolderOf(file), backup), migrations);
  if (!tried.ok) return openingFault(tried.fault);
  tried.value.close();
  return ok(undefined);
}

/** Opening, making and restoring: after every window has saved, and with what is open then as the answer. */
function switching(
  options: WorkspaceServiceOptions,
): Pick<Handlers, 'workspace.open' | 'workspace.openReadOnly' | 'workspace.create' | 'workspace.restore'> {
  const { desk, folder, settling, ports } = options;
  const inTurn = queued();

  function afterSaving<T, F extends Fault>(
    work: () => Result<T, F>,
  ): Promise<Result<T, F | Fault<'not-writable'>>> {
    return inTurn(async () => {
      const saved = desk.seat?.workspace.access === 'edit' ? await settling.settle() : ok(undefined);
      return saved.ok ? work() : saved;
    });
  }

  const open = (path: string, access: 'edit' | 'read-only') =>
    afterSaving(() => {
      const opened = desk.open(path, access);
      return opened.ok ? ok(infoOf(options)) : opened;
    });

  return {
    'workspace.open': ({ path }) => open(path, 'edit'),
    'workspace.openReadOnly': async ({ path }) => {
      const opened = await open(path, 'read-only');
      if (opened.ok) return opened;
      // A copy can be taken of an open file; only one that is written without a pause keeps changing under it.
      const { code, message } = opened.fault;
      return fault(code === 'already-open' ? 'internal' : code, message);
    },
    'workspace.create': (target) =>
      afterSaving((): Result<Info, Fault<'name-taken' | 'not-writable'>> => {
        const path = pathOfTarget(folder, target);
        if (statSync(path, { throwIfNoEntry: false }) !== undefined)
          return fault('name-taken', `There is a file of this name already: ${path}`);
        const made = desk.create(path);
        if (made.ok) return ok(infoOf(options));
        const { code, message } = made.fault;
        if (code !== 'not-writable') throw new Error(`A new workspace could not be made: ${message}`);
        return fault(code, message);
      }),
    'workspace.restore': ({ path, backup }) => {
      const file = path ?? desk.seat?.workspace.file ?? desk.problem?.path;
      // Asked before the workspace is closed for it.
      if (file === undefined || !listBackups(resolve(file)).some((known) => known.file === backup))
        return fault('not-found', `There is no backup "${backup}" of this workspace.`);
      const sound = soundBackup(resolve(file), backup);
      if (!sound.ok) return sound;
      const how = { at: ports.clock.now(), supportedVersion: latestVersion(migrations) };
      return afterSaving(() => {
        const restored = desk.exchange(file, () => restoreBackup(resolve(file), backup, how));
        return restored.ok ? ok({ info: infoOf(options), replaced: restored.value.replaced }) : restored;
      });
    },
  };
}

/** A file for one download. */
function temporaryFile(): string {
  return join(tmpdir(), `headroom-download-${randomUUID()}`);
}

function copying({
  desk,
  folder,
  downloads,
}: WorkspaceServiceOptions): Pick<Handlers, 'workspace.saveCopy' | 'workspace.export'> {
  const noWorkspace = (): Result<never, Fault<'not-writable'>> =>
    fault('not-writable', 'No workspace is open that could be copied.');
  return {
    'workspace.saveCopy': async (target) => {
      const path = pathOfTarget(folder, target);
      if (desk.seat === undefined) return noWorkspace();
      const copied = await desk.seat.workspace.copyTo(path);
      return copied.ok ? ok({ path, name: nameOf(path) }) : copied;
    },
    'workspace.export': async () => {
      const workspace = desk.seat?.workspace;
      if (workspace === undefined) return noWorkspace();
      const file = temporaryFile();
      const copied = await workspace.copyTo(file);
      if (copied.ok)
        return ok(
          downloads.offer({
            content: { temporaryFile: file },
            name: basename(workspace.file),
            contentType: 'application/vnd.sqlite3',
          }),
        );
      const { code, message } = copied.fault;
      return fault(code === 'name-taken' ? 'not-writable' : code, message);
    },
  };
}

type PreviewFault = 'not-found' | 'newer-file' | 'damaged-file' | 'not-writable';

function previewOf(file: string): Result<Output<'workspace.preview'>['scenarios'], Fault<PreviewFault>> {
  const opened = openWorkspaceReadOnly(file, migrations);
  if (!opened.ok) {
    const { code, message } = opened.fault;
    const known = (['newer-file', 'not-writable'] as const).find((candidate) => candidate === code);
    return fault(known ?? 'damaged-file', message.replaceAll(file, 'the chosen file'));
  }
  try {
    const scenarios = opened.value.scenarios.list();
    return ok(
      scenarios.map(({ name, updatedAt, revision }) => ({ name, changedAt: updatedAt, edits: revision })),
    );
  } finally {
    opened.value.close();
  }
}

const notThere = (): Result<never, Fault<'not-found'>> =>
  fault('not-found', 'The file has not come completely, or has waited too long. Choose it again.');

function importing({
  folder,
  uploads,
}: WorkspaceServiceOptions): Pick<Handlers, 'workspace.preview' | 'workspace.import'> {
  return {
    'workspace.preview': ({ upload }) => {
      const found = uploads.find(upload);
      if (found === undefined) return notThere();
      const scenarios = previewOf(found.file);
      if (!scenarios.ok) return scenarios;
      const bytes = statSync(found.file).size;
      return ok({ bytes, suggestedName: nameOf(found.name), scenarios: scenarios.value });
    },
    'workspace.import': async ({ upload, name }) => {
      const found = uploads.find(upload);
      if (found === undefined) return notThere();
      const checked = previewOf(found.file);
      if (!checked.ok) return checked;
      const path = pathOfName(folder, name);
      const adopted = await adoptFile(found.file, path);
      if (!adopted.ok) return adopted;
      uploads.remove(upload);
      return ok({ path, name });
    },
  };
}

/** The workspace file as a whole; works whether or not one is open. */
export function workspaceHandlers(options: WorkspaceServiceOptions) {
  return {
    'workspace.info': () => ok(infoOf(options)),
    'workspace.list': () => ok(listFiles(options)),
    ...switching(options),
    ...copying(options),
    ...importing(options),
    ...options.settling.handlers,
    ...options.uploads.handlers,
  } satisfies Partial<Handlers>;
}
