import { figureAt, type PlanFigures } from './figures.ts';

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

/** Less is a rounding of the plan, not a missing person; it would be shown as 0.0. */
const smallestGapFte = 0.05;

/** FTE missing in a group in a period after overtime; 0 where there are enough, null where it cannot be computed. */
export function shortFte(figures: PlanFigures, groupKey: string, place: number): number | null {
  const at = (name: string) => figureAt(figures, `${groupKey}.${name}`, place, 'period');
  const [required, effective, overtime] = [at('requiredFte'), at('effectiveFte'), at('overtimeFte')];
  if (required === null || effective === null || overtime === null) return null;
  const short = required - effective - overtime;
  return short > smallestGapFte ? short : 0;
}

/** The groups that are short somewhere in the plan, in the order of the plan. */
export function staffingGaps(figures: PlanFigures): readonly StaffingGap[] {
  const { members, periods } = figures.structure;
  return members
    .filter(({ dimension }) => dimension === 'groups')
    .flatMap(({ key, name }) => {
      const short = periods
        .map(({ index }) => ({ place: index, missing: shortFte(figures, key, index) ?? 0 }))
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
