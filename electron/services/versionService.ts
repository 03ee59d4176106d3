import { createHash } from 'node:crypto';
import type { ListedVersion, StoredVersion } from '#electron/db/rows.ts';
import type { Handlers, Output, ParsedInput } from '#shared/ipc/contract.ts';
import { canonicalText } from '#shared/kernel/canonicalText.ts';
import { fault, faultSentences, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import { engineVersion } from '#shared/model/engineVersion.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import type { Context } from './context.ts';
import { computedResults } from './planWork.ts';
import { resultDifferences } from './resultDifferences.ts';
import { grown } from './scenarioTree.ts';
import { forgetDeleted, profileOf } from './settingService.ts';

type Operations =
  | 'version.list'
  | 'version.open'
  | 'version.save'
  | 'version.setStatus'
  | 'version.rename'
  | 'version.delete'
  | 'version.verify';

type Status = ListedVersion['status'];

const MOST_DIFFERENCES = 200;

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalText(value), 'utf8').digest('hex');
}

/** Stands for the inputs of a plan, wherever and in whatever order they are written. */
export function inputsHash(document: ScenarioDocument): string {
  return sha256(document);
}

/** Stands for inputs, engine and results together. */
function versionHash(version: Pick<StoredVersion, 'document' | 'engineVersion' | 'results'>): string {
  const { document, results } = version;
  return sha256({ document, engineVersion: version.engineVersion, results });
}

/** True when a stored version holds what was saved. */
export function isIntact(version: StoredVersion): boolean {
  return version.sha256 === versionHash(version) && version.inputsSha256 === inputsHash(version.document);
}

function headOf({ document: _document, results: _results, ...head }: StoredVersion): ListedVersion {
  return head;
}

async function save(
  context: Context,
  { scenarioId, baseRevision, name, status, note }: ParsedInput<'version.save'>,
): Promise<Result<ListedVersion, Fault<'not-found' | 'stale-revision' | 'invalid-plan' | 'not-writable'>>> {
  const { workspace, ports } = context;
  const stored = workspace.scenarios.find(scenarioId);
  if (stored === undefined) return fault('not-found');
  if (stored.revision !== baseRevision) return fault('stale-revision', faultSentences['stale-revision']);
  const { document } = grown(workspace, stored);
  const checked = validateScenario(document);
  if (!checked.ok) return checked;
  const results = await computedResults(document);
  if (!results.ok) return fault('invalid-plan', results.fault.message, results.fault.problems);
  const content = { document, engineVersion, results: results.value };
  const head: ListedVersion = {
    id: ports.newId(),
    scenarioId,
    name,
    status,
    note,
    revision: baseRevision,
    createdAt: ports.clock.now(),
    createdBy: profileOf(context),
    engineVersion,
    inputsSha256: inputsHash(document),
    sha256: versionHash(content),
  };
  return workspace.write(() => {
    if (workspace.scenarios.find(scenarioId) === undefined) return fault('not-found');
    workspace.versions.insert({ ...head, ...content });
    return ok(head);
  });
}

function wasApproved({ workspace }: Context, id: string): boolean {
  return workspace.versions.statuses(id).some(({ status }) => status === 'approved');
}

/** What was approved once can be put away and brought back, and nothing else. */
function isAllowed(context: Context, id: string, to: Status): boolean {
  return !wasApproved(context, id) || to === 'approved' || to === 'archived';
}

function changeStatus(
  context: Context,
  { id, status, note }: ParsedInput<'version.setStatus'>,
): Result<ListedVersion, Fault<'not-found' | 'locked'>> {
  const { workspace, ports } = context;
  const stored = workspace.versions.find(id);
  if (stored === undefined) return fault('not-found');
  if (stored.status === status) return ok(headOf(stored));
  if (!isAllowed(context, id, status)) return fault('locked');
  workspace.versions.setStatus(id, { status, at: ports.clock.now(), who: profileOf(context), note });
  return ok({ ...headOf(stored), status });
}

/** What this program makes of the inputs of a version, beside what was saved with them. */
async function recomputed(version: StoredVersion): Promise<{
  readonly problem: string | null;
  readonly found: ReturnType<typeof resultDifferences>;
}> {
  const results = await computedResults(version.document);
  if (!results.ok) return { problem: results.fault.message, found: [] };
  return { problem: null, found: resultDifferences(version.results, results.value) };
}

export function versionHandlers(context: Context): Pick<Handlers, Operations> {
  const { workspace } = context;
  const { versions } = workspace;

  function changed(
    id: string,
    work: (stored: StoredVersion) => Output<'version.rename'> | null,
  ): Result<Output<'version.rename'>, Fault<'not-found' | 'locked' | 'not-writable'>> {
    return workspace.write((): Result<ListedVersion, Fault<'not-found' | 'locked'>> => {
      const stored = versions.find(id);
      if (stored === undefined) return fault('not-found');
      const done = wasApproved(context, id) ? null : work(stored);
      return done === null ? fault('locked') : ok(done);
    });
  }

  return {
    'version.list': ({ scenarioId }) =>
      ok([...(scenarioId === undefined ? versions.all() : versions.list(scenarioId))]),

    'version.open': ({ id }) => {
      const stored = versions.find(id);
      if (stored === undefined) return fault('not-found');
      return ok({ ...stored, history: [...versions.statuses(id)] });
    },

    'version.save': (input) => save(context, input),

    'version.setStatus': (input) => workspace.write(() => changeStatus(context, input)),

    'version.rename': ({ id, name }) =>
      changed(id, (stored) => {
        versions.rename(id, name);
        return { ...headOf(stored), name };
      }),

    'version.delete': ({ id }) => {
      const removed = changed(id, (stored) => {
        versions.remove(id);
        forgetDeleted(context);
        return headOf(stored);
      });
      return removed.ok ? ok({ id }) : removed;
    },

    'version.verify': async ({ id }) => {
      const stored = versions.find(id);
      if (stored === undefined) return fault('not-found');
      const { problem, found } = await recomputed(stored);
      return ok({
        isIntact: isIntact(stored),
        engineVersion: stored.engineVersion,
        engineVersionNow: engineVersion,
        differenceCount: found.length,
        differences: found.slice(0, MOST_DIFFERENCES),
        problem,
      });
    },
  };
}
