import { expose } from 'comlink';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { planPreview } from '#shared/model/templates/templatePreview.ts';

/** Computes a plan that does not exist yet. */
function preview(document: ScenarioDocument) {
  return planPreview(document);
}

export type Preview = typeof preview;

expose(preview);
