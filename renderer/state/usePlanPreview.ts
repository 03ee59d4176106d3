import { useEffect, useState } from 'react';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import type { PlanPreview } from '#shared/model/templates/templatePreview.ts';
import { createPreviewEngine } from '#renderer/engine/previewRunner.ts';

interface Told {
  readonly document: ScenarioDocument;
  readonly preview: Result<PlanPreview, Fault>;
}

/** What a plan that does not exist yet comes to; null while that is not known. Only the last document counts. */
export function usePlanPreview(document: ScenarioDocument | null): Result<PlanPreview, Fault> | null {
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (document === null) return;
    let isWanted = true;
    const engine = createPreviewEngine();
    const compute = async (): Promise<void> => {
      try {
        const preview = await engine.preview(document);
        if (isWanted) setTold({ document, preview });
      } finally {
        engine.close();
      }
    };
    // A preview that cannot be had is no reason to hold up the plan.
    compute().catch(() => undefined);
    return () => {
      isWanted = false;
      engine.close();
    };
  }, [document]);
  return told === null || told.document !== document ? null : told.preview;
}
