import type { NumberPlace } from '#renderer/state/viewStore.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { verdictPlan } from '#renderer/state/staffingGaps.ts';
import {
  type Coverage,
  coverageOf as coverageOfPlan,
  mainYear as mainYearOf,
  peakPlace,
} from '#shared/model/verdict.ts';

/** Can the plan's people do the plan's work: in every period, or from when not, and by how much. */
export function coverageOf(figures: PlanFigures): Coverage {
  return coverageOfPlan(verdictPlan(figures));
}

/** The fiscal year that the sentences speak of: the first that is wholly in the plan, else the longest part of one. */
export function mainYear({ structure }: PlanFigures): number {
  return mainYearOf(structure.groups.year);
}

/** The period of a year in which a measure is highest. */
export function peakOf(figures: PlanFigures, id: string, year: number): NumberPlace | null {
  const place = peakPlace(verdictPlan(figures), id, year);
  return place === null ? null : { id, place, grain: 'period' };
}
