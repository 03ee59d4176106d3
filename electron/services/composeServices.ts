import { basename } from 'node:path';
import { migrations } from '#electron/db/migrations/index.ts';
import { openWorkspace } from '#electron/db/workspace.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import type { Envelope, PlannerEvent } from '#shared/ipc/envelope.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Result } from '#shared/kernel/result.ts';
import { backupHandlers, startDailyBackups } from './backupService.ts';
import type { Context } from './context.ts';
import { createDispatch } from './dispatch.ts';
import { editHandlers } from './editService.ts';
import { createEvents } from './events.ts';
import { realPorts } from './ports.ts';
import type { Ports } from './ports.ts';
import { insertScenario, scenarioHandlers } from './scenarioService.ts';
import { profileOf, settingHandlers } from './settingService.ts';

/** How long a deleted scenario can be restored. */
const keepDeletedDays = 30;

/** The services over one open workspace, the same in every host. */
export interface Services {
  /** Never rejects. */
  dispatch(name: string, input: unknown): Promise<Envelope>;
  subscribe(listener: (event: PlannerEvent) => void): () => void;
  /** Closes the workspace. The host lets its windows save before it calls this. */
  close(): void;
}

function daysBefore(isoInstant: string, days: number): string {
  return new Date(Date.parse(isoInstant) - days * 86_400_000).toISOString();
}

/** A workspace without a single scenario, not even a deleted one, gets the sample, so nobody meets an empty screen. */
function welcome(context: Context): Result<void> {
  const { workspace, ports } = context;
  return workspace.write(() => {
    workspace.scenarios.purgeDeletedBefore(daysBefore(ports.clock.now(), keepDeletedDays));
    if (workspace.scenarios.count() > 0) return ok(undefined);
    const stored = ports
      .sampleDocuments()
      .map((document) => insertScenario(context, document.name, document));
    if (stored[0] !== undefined) workspace.settings.set('lastScenarioId', stored[0].id);
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

function servicesOver(context: Context): Services {
  const { ports, workspace, events } = context;
  const handlers: Handlers = {
    ...appHandlers(context),
    ...scenarioHandlers(context),
    ...editHandlers(context),
    ...settingHandlers(context),
    ...backupHandlers(context),
  };
  const dispatch = createDispatch(handlers, ports);
  let isClosed = false;
  startDailyBackups(context, () => isClosed);
  return {
    dispatch: async (name, input) =>
      isClosed ? fault('internal', 'The workspace is closed. Start Headroom again.') : dispatch(name, input),
    subscribe: (listener) => events.subscribe(listener),
    close: () => {
      if (isClosed) return;
      isClosed = true;
      workspace.close();
    },
  };
}

/**
 * Opens a workspace (created with the sample if it is missing) and the services over it.
 *
 * @param options.ports replaces single ports, for tests
 * @returns `already-open`, `newer-file`, `damaged-file` or `not-writable` when the file cannot be used
 */
export function composeServices(options: {
  readonly workspaceFile: string;
  readonly ports?: Partial<Ports>;
}): Result<Services> {
  const ports: Ports = { ...realPorts(), ...options.ports };
  const opened = openWorkspace(options.workspaceFile, migrations, () => ports.clock.now());
  if (!opened.ok) return opened;
  const workspace = opened.value;
  let isReady = false;
  try {
    const context: Context = { ports, workspace, events: createEvents(ports.log) };
    const welcomed = welcome(context);
    if (!welcomed.ok) return welcomed;
    isReady = true;
    return ok(servicesOver(context));
  } finally {
    if (!isReady) workspace.close();
  }
}
