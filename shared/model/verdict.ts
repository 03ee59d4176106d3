import type { PeriodGroup } from './periods.ts';

/** What the answer to "can we, how many, how much" is read from; a screen and a report have it in different forms. */
export interface VerdictPlan {
  /** The staff groups: prefix of their measures, and what people call them. */
  readonly groups: readonly { readonly key: string; readonly name: string }[];
  readonly periods: number;
  readonly years: readonly PeriodGroup[];
  /** Value of a measure in a period, null where there is none. */
  at(id: string, place: number): number | null;
}

/** A group that is short of people in some periods. */
export interface StaffingGap {
  /** Prefix of the group's measures. */
  readonly key: string;
  readonly name: string;
  readonly firstPlace: number;
  /** FTE short in the first of these periods, after overtime. */
  readonly firstShort: number;
  readonly worstPlace: number;
  readonly worstShort: number;
  /** In how many periods. */
  readonly periods: number;
}

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

/** Less is a rounding of the plan, not a missing person; it would be shown as 0.0. */
const smallestGapFte = 0.05;

function placesOf({ periods }: VerdictPlan): readonly number[] {
  return Array.from({ length: periods }, (_, place) => place);
}

/** FTE missing in a group in a period after overtime; 0 where there are enough, null where it cannot be computed. */
export function shortFte({ at }: Pick<VerdictPlan, 'at'>, groupKey: string, place: number): number | null {
  const of = (name: string) => at(`${groupKey}.${name}`, place);
  const [required, effective, overtime] = [of('requiredFte'), of('effectiveFte'), of('overtimeFte')];
  if (required === null || effective === null || overtime === null) return null;
  const short = required - effective - overtime;
  return short > smallestGapFte ? short : 0;
}

/** The groups that are short somewhere in the plan, in the order of the plan. */
export function staffingGaps(plan: VerdictPlan): readonly StaffingGap[] {
  return plan.groups.flatMap(({ key, name }) => {
    const short = placesOf(plan)
      .map((place) => ({ place, missing: shortFte(plan, key, place) ?? 0 }))
      .filter(({ missing }) => missing > 0);
    const [first] = short;
    if (first === undefined) return [];
    const worst = short.reduce((most, gap) => (gap.missing > most.missing ? gap : most), first);
    return {
      key,
      name,
      firstPlace: first.place,
      firstShort: first.missing,
      worstPlace: worst.place,
      worstShort: worst.missing,
      periods: short.length,
    };
  });
}

/** FTE missing in a period after overtime: a group with too many does not help one with too few. */
function missingAt(plan: VerdictPlan, place: number): number | null {
  const parts = plan.groups.map(({ key }) => shortFte(plan, key, place));
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

/** FTE to spare in the group that has the least of it. */
function spareAt(plan: VerdictPlan, place: number): number {
  const spares = plan.groups.map(({ key }) => {
    const of = (name: string) => plan.at(`${key}.${name}`, place) ?? 0;
    return of('effectiveFte') + of('overtimeFte') - of('requiredFte');
  });
  return Math.max(0, Math.min(...spares));
}

/** Can the plan's people do the plan's work: in every period, or from when not, and by how much. */
export function coverageOf(plan: VerdictPlan): Coverage {
  if (plan.groups.length === 0) return { kind: 'noGroups' };
  const places = placesOf(plan);
  const missing = places.map((place) => ({ place, short: missingAt(plan, place) }));
  const short = missing.flatMap(({ place, short: fte }) => (fte !== null && fte > 0 ? [{ place, fte }] : []));
  const [first] = short;
  if (first !== undefined) {
    const gaps = staffingGaps(plan);
    const worst = gaps.reduce((most, gap) => (gap.worstShort > most.worstShort ? gap : most));
    return { kind: 'short', gaps, firstPlace: first.place, worst, periods: short.length };
  }
  if (missing.some(({ short: fte }) => fte === null)) return { kind: 'unknown' };
  const spares = places.map((place) => ({ place, spare: spareAt(plan, place) }));
  const tightest = spares.reduce(
    (least, next) => (next.spare < least.spare ? next : least),
    spares[0] ?? { place: 0, spare: 0 },
  );
  return { kind: 'covered', periods: places.length, tightestPlace: tightest.place, spare: tightest.spare };
}

/** The fiscal year that the sentences speak of: the first that is wholly in the plan, else the longest part of one. */
export function mainYear(years: readonly PeriodGroup[]): number {
  const complete = years.findIndex(({ isComplete }) => isComplete);
  if (complete >= 0) return complete;
  const longest = years.reduce((most, { days }) => Math.max(most, days), 0);
  return Math.max(
    0,
    years.findIndex(({ days }) => days === longest),
  );
}

/** The period of a year in which a measure is highest; null where it has no value in that year. */
export function peakPlace({ years, at }: VerdictPlan, id: string, year: number): number | null {
  const group = years[year];
  if (group === undefined) return null;
  let best: { readonly place: number; readonly value: number } | null = null;
  for (let place = group.first; place <= group.last; place += 1) {
    const value = at(id, place);
    if (value !== null && (best === null || value > best.value)) best = { place, value };
  }
  return best === null ? null : best.place;
}
