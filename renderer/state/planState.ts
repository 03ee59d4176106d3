import type { Fault } from '#shared/kernel/result.ts';
import type { PlanCheck } from '#shared/model/checks/define.ts';
import type { HiringProgress } from '#shared/model/hiringPlan.ts';
import type { Command } from '#shared/model/commands.ts';
import type { GroupHiring } from '#shared/model/groupHiring.ts';
import type { NodeValues, PlanStructure, ViewNode } from '#shared/model/planView.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import type { Override } from '#shared/model/variants/override.ts';
import type { SaveState } from './saveQueue.ts';

/** An edit that was not taken. */
interface Refusal {
  readonly fault: Fault;
  readonly commands: readonly Command[];
}

/** What became of the plan in this window when it was changed in another. */
interface ChangedElsewhere {
  readonly revision: number;
  /** Edits of this window that were not stored yet, and whether they fitted the changed plan. */
  readonly edits: 'none' | 'kept' | 'refused';
}

/** Of a plan that builds on another: that one, and what the plan has of its own. */
export interface OpenVariant {
  readonly parentId: string;
  readonly parentName: string;
  /** The parent's document with all that flows through to it. */
  readonly base: ScenarioDocument;
  readonly overrides: readonly Override[];
  /** Overrides whose place the base no longer has. */
  readonly lost: readonly Override[];
}

export interface PlanState {
  readonly status: 'none' | 'loading' | 'ready' | 'failed';
  readonly id: string | null;
  readonly document: ScenarioDocument | null;
  /** null for a plan that stands on its own. */
  readonly variant: OpenVariant | null;
  readonly structure: PlanStructure | null;
  readonly nodes: ReadonlyMap<string, ViewNode>;
  readonly values: ReadonlyMap<string, NodeValues>;
  readonly revision: number;
  readonly saveState: SaveState;
  /** Why opening, computing or saving failed; null when all is well. */
  readonly fault: Fault | null;
  /** The last edit that was refused, until the next one is made, and why. */
  readonly refusal: Refusal | null;
  /** The latest time that the plan was read anew because it had changed elsewhere; null when it never was. */
  readonly changedElsewhere: ChangedElsewhere | null;
  /** True while an edit is on screen whose results are still being computed. */
  readonly isComputing: boolean;
  /** How a search for the cheapest hires comes on; null while none takes long. */
  readonly hiringProgress: HiringProgress | null;
  /** How each group's people come about. */
  readonly hiring: readonly GroupHiring[];
  /** What the plan's owner should look at, the gravest first. */
  readonly checks: readonly PlanCheck[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What the next undo takes back, and what the next redo does once more. */
  readonly nextUndo: readonly Command[];
  readonly nextRedo: readonly Command[];
}

/** No plan. */
export const noPlan: PlanState = {
  status: 'none',
  id: null,
  document: null,
  variant: null,
  structure: null,
  nodes: new Map(),
  values: new Map(),
  revision: 0,
  saveState: 'saved',
  fault: null,
  refusal: null,
  changedElsewhere: null,
  isComputing: false,
  hiringProgress: null,
  hiring: [],
  checks: [],
  canUndo: false,
  canRedo: false,
  nextUndo: [],
  nextRedo: [],
};
