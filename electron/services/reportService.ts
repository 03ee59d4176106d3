import { randomUUID } from 'node:crypto';
import type { ReportInput } from '#electron/reports/reportInput.ts';
import type { Handlers, ParsedInput } from '#shared/ipc/contract.ts';
import { fault, type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { ReportFormat } from '#shared/model/packs/content.ts';
import type { Context } from './context.ts';
import { stampOf } from './reportStamp.ts';
import { grown } from './scenarioTree.ts';
import type { ProgressListener } from './threads/define.ts';
import { runInWorker } from './threads/runInWorker.ts';
import type { TaskInput } from './threads/tasks.ts';

type Operations = 'report.preview' | 'report.produce' | 'report.cancel';
type Order = TaskInput<'report'>;
type Work = 'report' | 'preview';
type PlanSource = ParsedInput<'report.preview'>['plan'];
type Refused = Fault<'invalid-plan' | 'not-in-plan'>;

const CONTENT_TYPES: Readonly<Record<ReportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  csv: 'text/csv; charset=utf-8',
};

/** A scenario as it is, or a version as it was saved, with what says which of them it is. */
export function inputOf({ workspace, ports }: Context, source: PlanSource): ReportInput | undefined {
  const { kind, id } = source;
  const writtenAt = ports.clock.now();
  if (kind === 'scenario') {
    const stored = workspace.scenarios.find(id);
    if (stored === undefined) return undefined;
    const { document } = grown(workspace, stored);
    return { document, stamp: { ...stampOf(document, writtenAt), source } };
  }
  const version = workspace.versions.find(id);
  if (version === undefined) return undefined;
  const { document, name, inputsSha256, engineVersion } = version;
  return {
    document,
    stamp: {
      scenarioName: document.name,
      versionName: name,
      source,
      inputsSha256,
      engineVersion,
      writtenAt,
    },
  };
}

function orderOf(
  context: Context,
  asked: ParsedInput<'report.preview'>,
  formats: readonly ReportFormat[],
): Result<Order, Fault<'not-found'>> {
  const { plan, compareWith, pack, language, partner, fiscalYear } = asked;
  const input = inputOf(context, plan);
  const other = compareWith === undefined ? undefined : inputOf(context, compareWith);
  if (input === undefined || (compareWith !== undefined && other === undefined)) return fault('not-found');
  return ok({
    input,
    pack,
    language,
    formats,
    ...(partner === undefined ? {} : { partner }),
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
    ...(other === undefined ? {} : { other }),
  });
}

/** Why a plan gave no report: it is no possible plan, or it has not what the pack is about. */
function refusedAs({ code, message, problems }: Fault): { readonly ok: false; readonly fault: Refused } {
  return code === 'invalid-input' ? fault('not-in-plan', message) : fault('invalid-plan', message, problems);
}

export function reportHandlers(context: Context): Pick<Handlers, Operations> {
  const { downloads, events } = context;
  const jobs = new Map<string, AbortController>();

  async function run<K extends Work>(
    work: K,
    job: string,
    order: TaskInput<K>,
    onProgress?: ProgressListener,
  ) {
    // A second job of the same name takes the place of the first.
    jobs.get(job)?.abort();
    const control = new AbortController();
    jobs.set(job, control);
    try {
      return await runInWorker(work, order, {
        signal: control.signal,
        ...(onProgress === undefined ? {} : { onProgress }),
      });
    } finally {
      if (jobs.get(job) === control) jobs.delete(job);
    }
  }

  return {
    'report.preview': async ({ job, ...asked }) => {
      const order = orderOf(context, asked, []);
      if (!order.ok) return order;
      // One without a name is nobody's to end.
      const done = await run('preview', job ?? randomUUID(), order.value);
      if (!done.ok) return done;
      return done.value.ok ? done.value : refusedAs(done.value.fault);
    },

    'report.produce': async ({ job, formats, ...asked }) => {
      const order = orderOf(context, asked, formats);
      if (!order.ok) return order;
      const done = await run('report', job, order.value, (fraction, step) =>
        events.emit({ type: 'report-progress', job, fraction, ...(step === undefined ? {} : { step }) }),
      );
      if (!done.ok) return done;
      if (!done.value.ok) return refusedAs(done.value.fault);
      const files = done.value.value.map(({ format, name, bytes }) => ({
        format,
        ...downloads.offer({ content: bytes, name, contentType: CONTENT_TYPES[format] }),
      }));
      return ok({ files });
    },

    'report.cancel': ({ job }) => {
      jobs.get(job)?.abort();
      return ok({});
    },
  };
}
