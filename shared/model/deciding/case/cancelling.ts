import { leavingShare, meanProficiency } from '../../blocks/people.ts';
import { weeksPerPeriod } from '../../periods.ts';
import type { StaffGroup } from '../../scenario.ts';

/** People whose hiring in one period is cancelled. */
export interface CancelledIn {
  readonly period: number;
  readonly people: number;
}

/** Less than this much of a person is the last digit of an exact fit. */
const LAST_DIGITS = 1e-9;

/**
 * Effective FTE, by period, of one person who is hired in period k: nothing before, then by proficiency and by the chance
 * still to be there. Exactly what the plan counts for a cohort of one.
 */
export function effectiveFteOfHire(
  group: StaffGroup,
  attrition: readonly number[],
  k: number,
  grain: 'month' | 'week',
  fraction: number,
): readonly number[] {
  const length = weeksPerPeriod(grain);
  let people = 1;
  return attrition.map((rate, t) => {
    if (t < k) return 0;
    const weeks = (t - k) * length;
    const leavers = people * leavingShare(group, rate, fraction, weeks, length);
    const average = people - leavers / 2;
    people -= leavers;
    return average * meanProficiency(group.ramp, weeks, length) * group.fteRatio;
  });
}

/**
 * A series carried on beyond the plan with its last value until whoever starts in the last period is fully productive: a
 * hire shortly before the end would else count for nothing, and its cancellation would be a saving that nothing frees.
 */
export function carriedOn(
  values: readonly number[],
  { ramp }: StaffGroup,
  grain: 'month' | 'week',
): readonly number[] {
  const weeks = ramp.trainingWeeks + ramp.nestingWeeks + ramp.rampWeeks;
  const more = Math.ceil(weeks / weeksPerPeriod(grain)) + 1;
  return [...values, ...Array.from({ length: more }, () => values.at(-1) ?? 0)];
}

/**
 * The hires that need not be made when FTE are freed: the earliest first, each period's as many as leave no period with
 * fewer effective FTE than before anything was freed.
 *
 * @param hires people planned by period
 * @param freed effective FTE freed by period, carried on beyond the last hires; a period in which none are limits every hire that counts in it
 * @param effect effective FTE by period of one hire of period k
 * @param isWhole whole people only
 */
export function hiresToCancel(
  hires: readonly number[],
  freed: readonly number[],
  effect: (k: number) => readonly number[],
  isWhole = true,
): readonly CancelledIn[] {
  const room = [...freed];
  return hires.flatMap((planned, k): readonly CancelledIn[] => {
    if (planned <= 0 || room.slice(k).some(Number.isNaN)) return [];
    const each = effect(k);
    const most = each.reduce(
      (least, fte, t) => (t < k || fte <= 0 ? least : Math.min(least, Math.max(0, room[t] ?? 0) / fte)),
      planned,
    );
    // A hire who never counts within the plan frees nothing that the plan could miss.
    const isCounted = each.some((fte) => fte > 0);
    const people = isWhole ? Math.floor(most + LAST_DIGITS) : most;
    if (!isCounted || people <= LAST_DIGITS) return [];
    each.forEach((fte, t) => {
      room[t] = (room[t] ?? 0) - people * fte;
    });
    return [{ period: k, people }];
  });
}
