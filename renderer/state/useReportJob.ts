import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Client } from '#shared/ipc/client.ts';
import type { Input, Output } from '#shared/ipc/contract.ts';
import type { Fault } from '#shared/kernel/result.ts';
import type { ReportFormat } from '#shared/model/packs/content.ts';
import { faultText } from './faultText.ts';
import { fetchDownload } from './saveDownload.ts';
import { usePlanSession } from './usePlan.ts';

type ReportOrder = Input<'report.preview'>;

/** A file of a report, whole and in the hands of the window. */
export interface MadeFile {
  readonly format: ReportFormat;
  readonly name: string;
  readonly content: Blob;
}

export type ReportJob =
  | { readonly state: 'idle' | 'cancelled' }
  | { readonly state: 'running'; readonly fraction: number; readonly step: string | null }
  | { readonly state: 'failed'; readonly message: string; readonly isNotInPlan: boolean }
  | { readonly state: 'done'; readonly files: readonly MadeFile[] };

const idle: ReportJob = { state: 'idle' };

function refusedWith(fault: Fault, t: TFunction): ReportJob {
  if (fault.code === 'cancelled') return { state: 'cancelled' };
  return { state: 'failed', message: faultText(fault, t), isNotInPlan: fault.code === 'not-in-plan' };
}

/** Fetches every file that was made; none is shown before all are here. */
async function fetched({ files }: Output<'report.produce'>, t: TFunction): Promise<ReportJob> {
  const made: MadeFile[] = [];
  for (const { format, ...offer } of files) {
    const content = await fetchDownload(offer);
    if (content === null) return { state: 'failed', message: t('reports.notFetched'), isNotInPlan: false };
    made.push({ format, name: offer.name, content });
  }
  return { state: 'done', files: made };
}

function useProgress(client: Client, job: string | null, onStep: (next: ReportJob) => void): void {
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.type !== 'report-progress' || event.job !== job) return;
        onStep({ state: 'running', fraction: event.fraction, step: event.step ?? null });
      }),
    [client, job, onStep],
  );
}

/** Makes the files of a report, one report at a time; leaving the screen ends it. */
export function useReportJob() {
  const { client, library } = usePlanSession();
  const { t } = useTranslation();
  const [state, setState] = useState<ReportJob>(idle);
  const [job, setJob] = useState<string | null>(null);
  const current = useRef<string | null>(null);
  const isStopped = useRef(false);
  useProgress(client, job, setState);

  const cancel = useCallback(() => {
    isStopped.current = true;
    if (current.current !== null) void client.call('report.cancel', { job: current.current });
  }, [client]);
  useEffect(() => cancel, [cancel]);

  const ended = (next: ReportJob): boolean => {
    current.current = null;
    setJob(null);
    setState(next);
    return next.state === 'done';
  };
  const produce = async (order: ReportOrder, formats: readonly ReportFormat[]): Promise<boolean> => {
    const id = crypto.randomUUID();
    current.current = id;
    isStopped.current = false;
    setJob(id);
    setState({ state: 'running', fraction: 0, step: null });
    // The services report on what is stored.
    await library.settle();
    if (isStopped.current) return ended({ state: 'cancelled' });
    const answer = await client.call('report.produce', { ...order, job: id, formats: [...formats] });
    const next = answer.ok ? await fetched(answer.value, t) : refusedWith(answer.fault, t);
    return current.current === id && ended(next);
  };
  const forget = useCallback(() => setState((last) => (last.state === 'running' ? last : idle)), []);
  return { job: state, produce, cancel, forget };
}
