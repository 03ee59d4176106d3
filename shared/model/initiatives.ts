import { dayNumberOfIso } from '#shared/kernel/calendar.ts';
import {
  type Failed,
  type Fault,
  fault,
  type Problem,
  problemLine,
  type Result,
} from '#shared/kernel/result.ts';
import { withCancelledHires } from './cancelledHires.ts';
import { inputAt, pathText, replaceAt } from './paths.ts';
import { type Period, periodsOf, yearFraction } from './periods.ts';
import { shareProblems, shrinkageProblems } from './rules/groupRules.ts';
import { figure, periodText } from './rules/words.ts';
import { type Initiative, type Scenario, scenarioSchema } from './scenario.ts';
import { isFormulaSeries, type Series, seriesProblems, seriesValue } from './series.ts';

/** False for an initiative that is kept but left out: it changes, costs and cancels nothing. */
export function isCounted({ isCounted: isWanted }: Pick<Initiative, 'isCounted'>): boolean {
  return isWanted !== false;
}

/**
 * The first period whose last day is on or after the start; the number of periods if there is none, or if the initiative
 * is left out.
 */
export function firstAffected(initiative: Initiative, periods: readonly Period[]): number {
  if (!isCounted(initiative)) return periods.length;
  const start = dayNumberOfIso(initiative.start);
  const found = periods.findIndex((period) => period.startDay + period.days - 1 >= start);
  return found < 0 ? periods.length : found;
}

/**
 * How far an initiative has worked its way in by the end of a period, without confidence: 0 before it begins, then
 * growing over `rampMonths` to 1, at once where they are 0.
 */
export function rampShare(
  initiative: Initiative,
  periods: readonly Period[],
  t: number,
  fraction: number,
): number {
  const first = firstAffected(initiative, periods);
  if (t < first) return 0;
  if (initiative.rampMonths === 0) return 1;
  return Math.min(1, ((t - first + 1) * 12 * fraction) / initiative.rampMonths);
}

type Effect = Initiative['effects'][number];

function affected(value: number, { op, value: change, confidence }: Effect, ramp: number): number {
  const reach = ramp * confidence;
  if (op === 'multiply') return value * (1 + (change - 1) * reach);
  return op === 'add' ? value + change * reach : value + (change - value) * reach;
}

function isSeries(value: unknown): value is Series {
  return seriesProblems(value, {}).length === 0;
}

function noTarget({ id }: Initiative, { target }: Effect): Failed<Fault<'invalid-plan'>> {
  const expected = 'the path of an input that changes over the plan, such as queues.ID.handleTime.talk';
  const problem = { path: `initiatives.${id}.effects`, found: `the target "${target}"`, expected };
  return fault('invalid-plan', problemLine(problem), [problem]);
}

function withEffect(
  scenario: unknown,
  calendar: Scenario['calendar'],
  initiative: Initiative,
  effect: Effect,
): Result<unknown> {
  const series = inputAt(scenario, effect.target);
  if (!isSeries(series)) return noTarget(initiative, effect);
  if (isFormulaSeries(series)) {
    const problem = {
      path: effect.target,
      found: 'a formula',
      expected: 'numbers, since an initiative changes it; put the effect into the formula',
    };
    return fault('invalid-plan', undefined, [problem]);
  }
  const fraction = yearFraction(calendar.grain);
  const periods = periodsOf(calendar);
  const values = periods.map((period, t) =>
    affected(seriesValue(series, period, fraction), effect, rampShare(initiative, periods, t, fraction)),
  );
  return replaceAt(scenario, effect.target, { values });
}

/**
 * The scenario as the initiatives that count make it: each effect applied to its input, in list order. The list itself
 * stays, since its investment is a cost.
 *
 * @returns `invalid-plan` with path and period when an effect takes an input out of its range
 */
export function withInitiatives(scenario: Scenario, all: readonly Initiative[]): Result<Scenario, Fault> {
  const initiatives = all.filter(isCounted);
  let next: unknown = scenario;
  for (const initiative of initiatives) {
    for (const effect of initiative.effects) {
      const changed = withEffect(next, scenario.calendar, initiative, effect);
      if (!changed.ok) return changed;
      next = changed.value;
    }
  }
  if (next === scenario) return withCancelledHires(scenario, initiatives);
  const parsed = scenarioSchema.safeParse(next);
  if (parsed.success) {
    const sums = [...shrinkageProblems(parsed.data), ...shareProblems(parsed.data)];
    if (sums.length === 0) return withCancelledHires(parsed.data, initiatives);
    const problems = sums.map((problem) => ({ ...problem, found: `${problem.found}, with the initiatives` }));
    return fault('invalid-plan', 'The initiatives do not fit together.', problems);
  }
  const problems = outOfRange(next, scenario, parsed.error.issues);
  return fault('invalid-plan', 'An initiative takes an input out of its range.', problems);
}

/** For each input the first period in which the initiatives make it impossible. */
function outOfRange(
  next: unknown,
  scenario: Scenario,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): readonly Problem[] {
  const periods = periodsOf(scenario.calendar);
  const problems = new Map<string, Problem>();
  for (const { path: steps, message } of issues) {
    const place = steps.at(-1);
    const period = steps.at(-2) === 'values' && typeof place === 'number' ? periods[place] : undefined;
    const path = pathText(next, period === undefined ? steps : steps.slice(0, -2));
    if (problems.has(path)) continue;
    problems.set(path, {
      path,
      found:
        period === undefined
          ? 'an initiative that changes it'
          : `${numberAt(next, steps)} in ${periodText(period)} with the initiatives`,
      expected: period === undefined ? 'no effect here, since it holds for the whole plan' : message,
    });
  }
  return [...problems.values()];
}

function numberAt(document: unknown, steps: readonly PropertyKey[]): string {
  const value = steps.reduce<unknown>(
    (here, step) => (typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined),
    document,
  );
  return typeof value === 'number' ? figure(value) : String(value);
}
