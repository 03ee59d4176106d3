import type { ScenarioDocument } from '#shared/model/scenario.ts';

/** What says which plan a report was made of, printed on every sheet, page and slide. */
export interface ReportStamp {
  readonly scenarioName: string;
  /** Of a saved version; absent for the plan as it stands. */
  readonly versionName?: string;
  /** Where it stands in the workspace it was read from; absent for a file of its own. */
  readonly source?: { readonly kind: 'scenario' | 'version'; readonly id: string };
  /** SHA-256 of the canonical inputs, 64 hexadecimal digits. */
  readonly inputsSha256: string;
  readonly engineVersion: string;
  /** When the report was made, as an ISO date and time. */
  readonly writtenAt: string;
}

/** What every report is made of. */
export interface ReportInput {
  readonly document: ScenarioDocument;
  readonly stamp: ReportStamp;
}
