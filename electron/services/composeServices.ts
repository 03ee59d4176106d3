import { basename, dirname, resolve } from 'node:path';
import type { Workspace } from '#electron/db/workspace.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import type { Envelope, PlannerEvent } from '#shared/ipc/envelope.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Result } from '#shared/kernel/result.ts';
import { backupHandlers, startDailyBackups } from './backupService.ts';
import type { Context } from './context.ts';
import { createDispatch } from './dispatch.ts';
import { createDownloads, type Downloads } from './downloads.ts';
import { editHandlers } from './editService.ts';
import { createEvents, type Events } from './events.ts';
import { realPorts } from './ports.ts';
import { createRecentFiles } from './recentFiles.ts';
import { createSettling } from './settling.ts';
import { createUploads } from './uploads.ts';
import { type OpeningProblem, type Seat, WorkspaceDesk } from './workspaceDesk.ts';
import { workspaceHandlers } from './workspaceService.ts';
import type { Ports } from './ports.ts';
import { reportHandlers } from './reportService.ts';
import { insertScenario, scenarioHandlers } from './scenarioService.ts';
import { profileOf, settingHandlers } from './settingService.ts';
import { createVariant, variantHandlers } from './variantService.ts';
import { versionHandlers } from './versionService.ts';
import { workbookHandlers } from './workbookService.ts';

/** How long a deleted scenario can be restored. */
const keepDeletedDays = 30;

/** The services over the open workspace, the same in every host. */
export interface Services {
  /** Never rejects. */
  dispatch(name: string, input: unknown): Promise<Envelope>;
  subscribe(listener: (event: PlannerEvent) => void): () => void;
  /** Files that the page was offered, for the host to serve. */
  readonly downloads: Downloads;
  /** The workspace that is open; undefined while none is. */
  workspaceFile(): string | undefined;
  /** Why none is open. */
  problem(): OpeningProblem | undefined;
  /** Closes the workspace. The host lets its windows save before it calls this. */
  close(): void;
}

function daysBefore(isoInstant: string, days: number): string {
  return new Date(Date.parse(isoInstant) - days * 86_400_000).toISOString();
}

/** A workspace without a single scenario, not even a deleted one, gets the sample, so nobody meets an empty screen. */
function welcome(context: Context): Result<void> {
  const { workspace, ports } = context;
  if (workspace.access === 'read-only') return ok(undefined);
  return workspace.write(() => {
    workspace.scenarios.purgeDeletedBefore(daysBefore(ports.clock.now(), keepDeletedDays));
    if (workspace.scenarios.count() > 0) return ok(undefined);
    const [first, ...others] = ports.sampleDocuments();
    if (first === undefined) return ok(undefined);
    const base = insertScenario(context, first.name, first);
    for (const document of others) {
      const variant = createVariant(context, { parentId: base.id, name: document.name, document });
      if (!variant.ok) return variant;
    }
    workspace.settings.set('lastScenarioId', base.id);
    return ok(undefined);
  });
}

function appHandlers(context: Context): Pick<Handlers, 'app.info'> {
  const { workspace, ports } = context;
  return {
    'app.info': () =>
      ok({
        version: ports.version,
        nodeVersion: process.versions.node,
        sqliteVersion: workspace.sqliteVersion,
        schemaVersion: workspace.schemaVersion,
        workspaceFile: basename(workspace.file),
        profile: profileOf(context),
      }),
  };
}

/** Everything that is about the content of the open workspace. */
export function contentHandlers(
  context: Context,
): Omit<Handlers, keyof ReturnType<typeof workspaceHandlers>> {
  return {
    ...appHandlers(context),
    ...scenarioHandlers(context),
    ...variantHandlers(context),
    ...editHandlers(context),
    ...versionHandlers(context),
    ...settingHandlers(context),
    ...backupHandlers(context),
    ...reportHandlers(context),
    ...workbookHandlers(context),
  };
}

/** Events of one seat go on to whoever listens to the services; its own listeners end with it. */
function eventsOfSeat(outer: Events, ports: Ports): Events {
  const own = createEvents(ports.log);
  own.subscribe((event) => outer.emit(event));
  return own;
}

function seatOver(workspace: Workspace, { events, ...outer }: Omit<Context, 'workspace'>): Result<Seat> {
  const context: Context = { ...outer, workspace, events: eventsOfSeat(events, outer.ports) };
  const welcomed = welcome(context);
  if (!welcomed.ok) return welcomed;
  let isClosed = false;
  startDailyBackups(context, () => isClosed);
  return ok({
    workspace,
    handlers: contentHandlers(context),
    close: () => {
      isClosed = true;
      workspace.close();
    },
  });
}

export interface ServiceOptions {
  /** Made with the sample if it is missing. Workspaces that get a name only are kept in its folder. */
  readonly workspaceFile: string;
  /** Where the list of workspaces opened lately is kept, whichever is opened first; beside that one when nothing is said. */
  readonly listFolder?: string;
  /** Starts with the workspace that was opened last, if another one was. */
  readonly reopensLast?: boolean;
  /** Replaces single ports, for tests. */
  readonly ports?: Partial<Ports>;
}

/** Starts the services, with the workspace if it can be opened, else without one: the page then says why and what to do. */
export function startServices({
  workspaceFile,
  listFolder,
  reopensLast = false,
  ports: given,
}: ServiceOptions): Services {
  const ports: Ports = { ...realPorts(), ...given };
  const events = createEvents(ports.log);
  const downloads = createDownloads(ports.clock);
  const uploads = createUploads(ports);
  const folder = dirname(resolve(workspaceFile));
  const recent = createRecentFiles(listFolder ?? folder, ports.log);
  const desk = new WorkspaceDesk({
    ports,
    events,
    recent,
    seatOver: (workspace) => seatOver(workspace, { ports, events, downloads, uploads }),
  });
  const settling = createSettling(events);
  const outer = workspaceHandlers({ ports, desk, folder, recent, downloads, uploads, settling });
  const dispatch = createDispatch(() => ({ ...outer, ...desk.seat?.handlers }), ports);
  let isClosed = false;
  desk.openFirst((reopensLast ? recent.list()[0]?.path : undefined) ?? workspaceFile);
  return {
    dispatch: async (name, input) =>
      isClosed ? fault('internal', 'The workspace is closed. Start Headroom again.') : dispatch(name, input),
    subscribe: (listener) => events.subscribe(listener),
    downloads,
    workspaceFile: () => desk.seat?.workspace.file,
    problem: () => desk.problem,
    close: () => {
      isClosed = true;
      desk.close();
      downloads.close();
      uploads.close();
    },
  };
}

/**
 * Starts the services over a workspace (made with the sample if it is missing), or not at all.
 *
 * @returns `already-open`, `newer-file`, `damaged-file` or `not-writable` when the file cannot be used
 */
export function composeServices(options: ServiceOptions): Result<Services> {
  const services = startServices(options);
  const problem = services.problem();
  if (problem === undefined) return ok(services);
  services.close();
  return { ok: false, fault: problem.fault };
}
