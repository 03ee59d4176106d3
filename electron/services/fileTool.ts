import { statSync } from 'node:fs';
import { migrations } from '#electron/db/migrations/index.ts';
import { openWorkspace, openWorkspaceReadOnly, type Workspace } from '#electron/db/workspace.ts';
import { type Client, createClient } from '#shared/ipc/client.ts';
import { fault, ok, problemLine } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { contentHandlers } from './composeServices.ts';
import type { Context } from './context.ts';
import { createDispatch } from './dispatch.ts';
import { createDownloads } from './downloads.ts';
import { createEvents } from './events.ts';
import { realPorts } from './ports.ts';
import { grown } from './scenarioTree.ts';
import { isIntact } from './versionService.ts';
import { createUploads } from './uploads.ts';

/** One thing that is checked about a workspace file. */
interface Check {
  readonly name: 'integrity' | 'schema' | 'scenarios' | 'versions';
  /** How many were looked at; 1 where the file is looked at as a whole. */
  readonly count: number;
  readonly problems: readonly string[];
}

/** A workspace file in the hands of a command: no sample, no backup of the day, no list of recent files. */
export interface FileTool {
  /** The ordinary operations on its content. */
  readonly client: Client;
  readonly backups: Workspace['backups'];
  check(): readonly Check[];
  close(): void;
}

function problemsOfScenario(workspace: Workspace, id: string, name: string): readonly string[] {
  const stored = workspace.scenarios.find(id);
  if (stored === undefined) return [`"${name}" cannot be read.`];
  const checked = validateScenario(grown(workspace, stored).document);
  if (checked.ok) return [];
  const problems = checked.fault.problems ?? [];
  return problems.length === 0
    ? [`"${name}": ${checked.fault.message}`]
    : problems.map((problem) => `"${name}", ${problemLine(problem)}`);
}

/** A row that cannot even be read is a finding here, not the end of the check. */
function finding(what: string, work: () => readonly string[]): readonly string[] {
  try {
    return work();
  } catch (error) {
    return [`${what} cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function checksOf(workspace: Workspace): readonly Check[] {
  const { damage, schema } = workspace.inspect();
  const scenarios = workspace.scenarios.list();
  const versions = workspace.versions.all();
  return [
    { name: 'integrity', count: 1, problems: damage },
    { name: 'schema', count: 1, problems: schema },
    {
      name: 'scenarios',
      count: scenarios.length,
      problems: scenarios.flatMap(({ id, name }) =>
        finding(`"${name}"`, () => problemsOfScenario(workspace, id, name)),
      ),
    },
    {
      name: 'versions',
      count: versions.length,
      problems: versions.flatMap(({ id, name }) =>
        finding(`Version "${name}"`, () => {
          const version = workspace.versions.find(id);
          const isWhole = version !== undefined && isIntact(version);
          return isWhole ? [] : [`Version "${name}" is not what was saved: its SHA-256 does not match.`];
        }),
      ),
    },
  ];
}

/** Opens an existing workspace file for a command; read-only works even while the app has it open. */
export function openFileTool(file: string, access: Workspace['access']): Result<FileTool, Fault> {
  if (statSync(file, { throwIfNoEntry: false }) === undefined)
    return fault('not-found', `There is no such file: ${file}`);
  const ports = realPorts();
  const opened =
    access === 'edit'
      ? openWorkspace(file, migrations, () => ports.clock.now())
      : openWorkspaceReadOnly(file, migrations);
  if (!opened.ok) return opened;
  const workspace = opened.value;
  const downloads = createDownloads(ports.clock);
  const uploads = createUploads(ports);
  const context: Context = { ports, workspace, downloads, uploads, events: createEvents(ports.log) };
  const handlers = contentHandlers(context);
  const dispatch = createDispatch(() => handlers, ports);
  return ok({
    client: createClient({ call: dispatch, subscribe: () => () => {} }),
    backups: () => workspace.backups(),
    check: () => checksOf(workspace),
    close: () => {
      downloads.close();
      uploads.close();
      workspace.close();
    },
  });
}
