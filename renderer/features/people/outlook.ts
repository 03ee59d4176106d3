/** One group's staffing over all periods of the plan; null where a number cannot be computed. */
export interface GroupSeries {
  readonly required: readonly (number | null)[];
  readonly effective: readonly (number | null)[];
  readonly overtime: readonly (number | null)[];
  readonly hires: readonly (number | null)[];
  readonly leavers: readonly (number | null)[];
}

export interface Shortage {
  readonly period: number;
  readonly fte: number;
}

/** What is to be said about a group in one sentence. */
export interface Outlook {
  /** Periods with a gap that overtime does not close. */
  readonly shortPeriods: number;
  /** True where the last periods of the plan, from the first short one on, are all short. */
  readonly isShortToTheEnd: boolean;
  readonly first?: Shortage;
  readonly worst?: Shortage;
  /** Most overtime in any period. */
  readonly mostOvertime: number;
  readonly starts: number;
  readonly leavers: number;
  readonly hasErrors: boolean;
}

/** Below a twentieth of an FTE a gap is nothing that anybody would act on, or see at one decimal. */
const leastGapFte = 0.05;

function total(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** Where a group is short of its requirement even with overtime, and who comes and goes. */
export function outlookOf({ required, effective, overtime, hires, leavers }: GroupSeries): Outlook {
  const gaps = required.map((needed, period): number | null => {
    const there = effective[period] ?? null;
    return needed === null || there === null ? null : needed - there - (overtime[period] ?? 0);
  });
  const shortages = gaps.flatMap((fte, period) =>
    fte !== null && fte >= leastGapFte ? [{ period, fte }] : [],
  );
  const [first] = shortages;
  const worst = first && shortages.reduce((most, one) => (one.fte > most.fte ? one : most), first);
  return {
    shortPeriods: shortages.length,
    isShortToTheEnd: first !== undefined && shortages.length === gaps.length - first.period,
    ...(first === undefined || worst === undefined ? {} : { first, worst }),
    mostOvertime: Math.max(0, ...overtime.map((value) => value ?? 0)),
    starts: total(hires),
    leavers: total(leavers),
    hasErrors: gaps.includes(null),
  };
}
