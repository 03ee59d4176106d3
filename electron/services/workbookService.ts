import { readFileSync } from 'node:fs';
import type { Handlers, Output, ParsedInput } from '#shared/ipc/contract.ts';
import { fault, type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { Context } from './context.ts';
import { inputOf } from './reportService.ts';
import { grown } from './scenarioTree.ts';
import { runInWorker } from './threads/runInWorker.ts';
import type { TaskOutput } from './threads/tasks.ts';
import { inputsHash } from './versionService.ts';

type PlanSource = NonNullable<ParsedInput<'report.readWorkbook'>['plan']>;
type Refused = Fault<'not-found' | 'invalid-file' | 'invalid-plan'>;
type Origin = Extract<TaskOutput<'workbookOrigins'>, { ok: true }>['value'][number];
type Proposal = Output<'report.readWorkbook'>;

function refusedAs({ code, message, problems }: Fault): Result<never, Refused> {
  return fault(code === 'invalid-file' ? 'invalid-file' : 'invalid-plan', message, problems);
}

/** True when a scenario stands in the workspace as it stood when a workbook was made from it. */
function isAsItWas({ workspace }: Context, id: string, { inputsSha256 }: Origin): boolean {
  const stored = workspace.scenarios.find(id);
  return stored !== undefined && inputsHash(grown(workspace, stored).document) === inputsSha256;
}

/**
 * Where the plan of a workbook stands in the workspace: under its id if it is still the same, else as the version that
 * was saved of that state, else under whatever id the same plan has come in again.
 */
function planOf(context: Context, origin: Origin): PlanSource | undefined {
  const { versions, scenarios } = context.workspace;
  const saved = versions.all().filter(({ inputsSha256 }) => inputsSha256 === origin.inputsSha256);
  const { source } = origin;
  if (source?.kind === 'version' && saved.some(({ id }) => id === source.id)) return source;
  if (source?.kind === 'scenario' && isAsItWas(context, source.id, origin)) return source;
  const [version] = saved;
  if (version !== undefined) return { kind: 'version', id: version.id };
  const same = scenarios.list().find(({ id }) => isAsItWas(context, id, origin));
  return same === undefined ? undefined : { kind: 'scenario', id: same.id };
}

async function proposalFor(
  context: Context,
  bytes: Uint8Array,
  plan: PlanSource,
): Promise<Result<Proposal, Refused>> {
  const input = inputOf(context, plan);
  if (input === undefined) return fault('not-found');
  const { document, stamp } = input;
  const done = await runInWorker('readWorkbook', {
    bytes,
    source: { document, inputsSha256: stamp.inputsSha256 },
  });
  if (!done.ok) throw new Error('The reading of a workbook cannot be cancelled');
  if (!done.value.ok) return refusedAs(done.value.fault);
  const { changes, commands } = done.value.value;
  return ok({ plan, changes: [...changes], commands: [...commands] });
}

/** Of the plans of a workbook that are here, the first in which something was changed. */
async function foundProposal(context: Context, bytes: Uint8Array): Promise<Result<Proposal, Refused>> {
  const done = await runInWorker('workbookOrigins', bytes);
  if (!done.ok) throw new Error('The reading of a workbook cannot be cancelled');
  if (!done.value.ok) return refusedAs(done.value.fault);
  const origins = done.value.value;
  let unchanged: Proposal | undefined;
  for (const plan of origins.flatMap((origin) => planOf(context, origin) ?? [])) {
    // One after the other: most workbooks have one plan.
    const read = await proposalFor(context, bytes, plan);
    if (!read.ok || read.value.changes.length > 0) return read;
    unchanged ??= read.value;
  }
  if (unchanged !== undefined) return ok(unchanged);
  const names = origins.map(({ scenarioName }) => scenarioName).join(', ');
  return fault(
    'not-found',
    `This workbook was exported from a plan that is not in this workspace, or not as it stood then: ${names}. Choose the scenario or version that it was made from, or export the plan again and repeat the changes there.`,
  );
}

/** Workbooks that come back with other inputs. */
export function workbookHandlers(context: Context): Pick<Handlers, 'report.readWorkbook'> {
  return {
    'report.readWorkbook': async ({ upload, plan }) => {
      const file = context.uploads.find(upload);
      if (file === undefined) return fault('not-found', 'The file has waited too long. Choose it again.');
      const bytes = readFileSync(file.file);
      context.uploads.remove(upload);
      return plan === undefined ? foundProposal(context, bytes) : proposalFor(context, bytes, plan);
    },
  };
}
