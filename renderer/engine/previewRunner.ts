import { wrap } from 'comlink';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import type { PlanPreview } from '#shared/model/templates/templatePreview.ts';
import type { Preview } from './preview.worker.ts';

export interface PreviewEngine {
  preview(document: ScenarioDocument): Promise<Result<PlanPreview, Fault>>;
  close(): void;
}

/** Computes plans in a worker that stays at hand until it is closed. */
export function createPreviewEngine(): PreviewEngine {
  const worker = new Worker(new URL('./preview.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<Preview>(worker);
  // A worker that cannot be loaded answers no call.
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`No preview: ${message}`)));
  });
  failed.catch(() => undefined);
  return {
    preview: (document) => Promise.race([remote(document), failed]),
    close: () => worker.terminate(),
  };
}
