import { dayNumberOfIso } from '#shared/kernel/calendar.ts';
import type { Period } from './periods.ts';
import type { Plan } from './plan.ts';
import type { StaffGroup } from './scenario.ts';

/** Fewer FTE missing than this are nothing that anybody would act on. */
export const GAP_FTE = 0.5;

/** FTE missing by period after overtime; negative when there are enough, NaN where the plan has no number. */
export function gapsOf(plan: Plan, groupKey: string): Float64Array {
  const overtime = plan.column(`${groupKey}.overtimeFte`);
  return plan.column(`${groupKey}.surplus`).map((surplus, t) => -(surplus + (overtime[t] ?? Number.NaN)));
}

/** Weeks from the decision to hire until a class takes contacts. */
export function weeksUntilProductive({ hiring, ramp }: StaffGroup): number {
  const lead = hiring.mode === 'auto' ? hiring.leadTimeWeeks : 0;
  return lead + ramp.trainingWeeks + ramp.nestingWeeks;
}

/** The short periods, not over yet, that begin before anybody who is decided on `today` could take contacts. */
export function lateGaps(
  gaps: ArrayLike<number>,
  periods: readonly Pick<Period, 'index' | 'startDay' | 'days'>[],
  weeks: number,
  today: string,
): readonly number[] {
  const day = dayNumberOfIso(today);
  return periods
    .filter(({ startDay, days }) => startDay + days > day && startDay < day + weeks * 7)
    .filter(({ index }) => (gaps[index] ?? 0) > GAP_FTE)
    .map(({ index }) => index);
}
