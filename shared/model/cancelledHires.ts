import { fault, ok, type Problem, problemLine, type Result } from '#shared/kernel/result.ts';
import { isInPeriod, type Period, periodsOf, yearFraction } from './periods.ts';
import { figure } from './rules/words.ts';
import type { Initiative, Scenario, StaffGroup } from './scenario.ts';
import { isFormulaSeries, seriesValue } from './series.ts';

type ManualHiring = Extract<StaffGroup['hiring'], { mode: 'manual' }>;
type Cancelled = NonNullable<Initiative['cancelledHires']>[number];

/** Whole people are cancelled; what is left of a period's hires by additions of fractions is no person. */
const LAST_DIGITS = 1e-9;

/** People whom a group planned by hand hires in each period; undefined where a formula decides. */
export function plannedHires(
  hiring: ManualHiring,
  periods: readonly Period[],
  fraction: number,
): readonly number[] | undefined {
  const { perMonth, classes } = hiring;
  if (isFormulaSeries(perMonth)) return undefined;
  return periods.map(
    (period) =>
      seriesValue(perMonth, period, fraction) * 12 * fraction +
      classes.filter(({ start }) => isInPeriod(start, period)).reduce((sum, { people }) => sum + people, 0),
  );
}

function problemOf(
  { id }: Initiative,
  place: number,
  found: string,
  expected: string,
): { readonly failed: Result<never> } {
  const problem: Problem = { path: `initiatives.${id}.cancelledHires[${place}]`, found, expected };
  return { failed: fault('invalid-plan', problemLine(problem), [problem]) };
}

/** Takes people out of the classes that start in the period, and what is then left out of its monthly hires. */
function without(hiring: ManualHiring, period: Period, people: number, values: number[], months: number) {
  let left = people;
  const classes = hiring.classes.map((hiringClass) => {
    const taken = isInPeriod(hiringClass.start, period) ? Math.min(left, hiringClass.people) : 0;
    left -= taken;
    return { ...hiringClass, people: hiringClass.people - taken };
  });
  const t = period.index;
  const rest = (values[t] ?? 0) - left / months;
  values[t] = Math.abs(rest) < LAST_DIGITS ? 0 : rest;
  return { ...hiring, classes, perMonth: { values } };
}

function cancelOne(scenario: Scenario, initiative: Initiative, cancelled: Cancelled, place: number) {
  const { calendar } = scenario;
  const fraction = yearFraction(calendar.grain);
  const periods = periodsOf(calendar);
  const group = scenario.staffGroups.find(({ id }) => id === cancelled.group);
  if (group === undefined || group.hiring.mode !== 'manual')
    return problemOf(
      initiative,
      place,
      `the group "${cancelled.group}"`,
      'a group whose hires are planned by hand',
    );
  const { hiring } = group;
  const period = periods.find((one) => isInPeriod(cancelled.date, one));
  if (period === undefined)
    return problemOf(initiative, place, `"${cancelled.date}"`, 'a date inside the plan');
  const { perMonth } = hiring;
  const hires = plannedHires(hiring, periods, fraction);
  if (hires === undefined || isFormulaSeries(perMonth))
    return problemOf(
      initiative,
      place,
      'hires per month by a formula',
      'numbers, since hires are taken away from them',
    );
  const planned = hires[period.index] ?? 0;
  if (cancelled.people > planned + LAST_DIGITS) {
    const found = `${figure(cancelled.people)} people in the period of ${period.start}`;
    return problemOf(initiative, place, found, `at most the ${figure(planned)} hires planned there`);
  }
  const values = periods.map((one) => seriesValue(perMonth, one, fraction));
  const next = without(hiring, period, cancelled.people, values, 12 * fraction);
  const staffGroups = scenario.staffGroups.map((one) => (one === group ? { ...one, hiring: next } : one));
  return { scenario: { ...scenario, staffGroups } };
}

/**
 * The scenario without the hires that initiatives cancel.
 *
 * @returns `invalid-plan` where a group does not plan its hires by hand, or there are fewer hires than are cancelled
 */
export function withCancelledHires(scenario: Scenario, initiatives: readonly Initiative[]): Result<Scenario> {
  let next = scenario;
  for (const initiative of initiatives) {
    for (const [place, cancelled] of (initiative.cancelledHires ?? []).entries()) {
      const step = cancelOne(next, initiative, cancelled, place);
      if ('failed' in step) return step.failed;
      next = step.scenario;
    }
  }
  return ok(next);
}
