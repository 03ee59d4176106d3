import type { NumberPlace } from '#renderer/state/viewStore.ts';
import { figureAt, type PlanFigures } from '#renderer/state/figures.ts';
import { shortFte, type StaffingGap, staffingGaps } from '#renderer/state/staffingGaps.ts';

/** Whether the people in the plan can do the work of the plan. */
export type Coverage =
  | { readonly kind: 'noGroups' }
  | { readonly kind: 'unknown' }
  /** The period in which the least is to spare. */
  | {
      readonly kind: 'covered';
      readonly periods: number;
      readonly tightestPlace: number;
      readonly spare: number;
    }
  | {
      readonly kind: 'short';
      readonly gaps: readonly StaffingGap[];
      readonly firstPlace: number;
      /** The group that is short of most in one period. */
      readonly worst: StaffingGap;
      readonly periods: number;
    };

function groupKeys({ structure }: PlanFigures): readonly string[] {
  return structure.members.filter(({ dimension }) => dimension === 'groups').map(({ key }) => key);
}

/** FTE missing in a period after overtime: a group with too many does not help one with too few. */
function missingAt(figures: PlanFigures, place: number): number | null {
  const parts = groupKeys(figures).map((key) => shortFte(figures, key, place));
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

/** FTE to spare in the group that has the least of it. */
function spareAt(figures: PlanFigures, place: number): number {
  const spares = groupKeys(figures).map((key) => {
    const at = (name: string) => figureAt(figures, `${key}.${name}`, place, 'period') ?? 0;
    return at('effectiveFte') + at('overtimeFte') - at('requiredFte');
  });
  return Math.max(0, Math.min(...spares));
}

/** Can the plan's people do the plan's work: in every period, or from when not, and by how much. */
export function coverageOf(figures: PlanFigures): Coverage {
  if (groupKeys(figures).length === 0) return { kind: 'noGroups' };
  const places = figures.structure.periods.map(({ index }) => index);
  const missing = places.map((place) => ({ place, short: missingAt(figures, place) }));
  const short = missing.flatMap(({ place, short: fte }) => (fte !== null && fte > 0 ? [{ place, fte }] : []));
  const [first] = short;
  if (first !== undefined) {
    const gaps = staffingGaps(figures);
    const worst = gaps.reduce((most, gap) => (gap.worstShort > most.worstShort ? gap : most));
    return { kind: 'short', gaps, firstPlace: first.place, worst, periods: short.length };
  }
  if (missing.some(({ short: fte }) => fte === null)) return { kind: 'unknown' };
  const spares = places.map((place) => ({ place, spare: spareAt(figures, place) }));
  const tightest = spares.reduce(
    (least, next) => (next.spare < least.spare ? next : least),
    spares[0] ?? { place: 0, spare: 0 },
  );
  return { kind: 'covered', periods: places.length, tightestPlace: tightest.place, spare: tightest.spare };
}

/** The fiscal year that the sentences speak of: the first that is wholly in the plan, else the longest part of one. */
export function mainYear({ structure }: PlanFigures): number {
  const years = structure.groups.year;
  const complete = years.findIndex(({ isComplete }) => isComplete);
  if (complete >= 0) return complete;
  const longest = years.reduce((most, { days }) => Math.max(most, days), 0);
  return Math.max(
    0,
    years.findIndex(({ days }) => days === longest),
  );
}

/** The period of a year in which a measure is highest. */
export function peakOf(figures: PlanFigures, id: string, year: number): NumberPlace | null {
  const group = figures.structure.groups.year[year];
  if (group === undefined) return null;
  const places = figures.structure.periods
    .map(({ index }) => index)
    .filter((at) => at >= group.first && at <= group.last);
  const best = places.reduce<{ place: number; value: number } | null>((most, place) => {
    const value = figureAt(figures, id, place, 'period');
    return value !== null && (most === null || value > most.value) ? { place, value } : most;
  }, null);
  return best === null ? null : { id, place: best.place, grain: 'period' };
}
