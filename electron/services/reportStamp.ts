import type { ReportStamp } from '#electron/reports/reportInput.ts';
import { engineVersion } from '#shared/model/engineVersion.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { inputsHash } from './versionService.ts';

/** What says on every page which state of a plan it was made of. */
export function stampOf(document: ScenarioDocument, writtenAt: string): ReportStamp {
  return { scenarioName: document.name, inputsSha256: inputsHash(document), engineVersion, writtenAt };
}
