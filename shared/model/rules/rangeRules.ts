import type { z } from 'zod';
import type { Problem } from '#shared/kernel/result.ts';
import { pathText } from '../paths.ts';
import { type Period, periodsOf, yearFraction } from '../periods.ts';
import { type Scenario, scenarioSchema } from '../scenario.ts';
import { seriesValue } from '../series.ts';
import { figure, periodText } from './words.ts';

interface Growing {
  readonly base: number;
  readonly growth: number;
}

function isGrowing(value: object): value is Growing {
  return (
    'base' in value && 'growth' in value && typeof value.base === 'number' && typeof value.growth === 'number'
  );
}

/** A copy in which every growing series is spelt out in numbers, and where those stood. */
function spelt(
  value: unknown,
  steps: readonly PropertyKey[],
  periods: readonly Period[],
  fraction: number,
  growing: Map<string, Growing>,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((inner: unknown, at) => spelt(inner, [...steps, at], periods, fraction, growing));
  if (isGrowing(value)) {
    growing.set(steps.map(String).join('/'), value);
    return { values: periods.map((period) => seriesValue(value, period, fraction)) };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      spelt(inner, [...steps, key], periods, fraction, growing),
    ]),
  );
}

/**
 * Growing series that leave the range of their input in some period, such as a churn that grows beyond 1. Their bases
 * are in range, or the schema would have refused them.
 */
export function growthProblems(scenario: Scenario): readonly Problem[] {
  const periods = periodsOf(scenario.calendar);
  const growing = new Map<string, Growing>();
  const parsed = scenarioSchema.safeParse(
    spelt(scenario, [], periods, yearFraction(scenario.calendar.grain), growing),
  );
  if (parsed.success) return [];
  const problems = new Map<string, Problem>();
  for (const issue of parsed.error.issues) {
    const problem = problemOf(scenario, issue, periods, growing);
    if (problem !== undefined && !problems.has(problem.path)) problems.set(problem.path, problem);
  }
  return [...problems.values()];
}

function problemOf(
  scenario: Scenario,
  issue: z.core.$ZodIssue,
  periods: readonly Period[],
  growing: ReadonlyMap<string, Growing>,
): Problem | undefined {
  const steps = issue.path.slice(0, -2);
  const series = growing.get(steps.map(String).join('/'));
  const period = periods[Number(issue.path.at(-1))];
  if (series === undefined || period === undefined) return undefined;
  const value = seriesValue(series, period, yearFraction(scenario.calendar.grain));
  const found = `${figure(value)} in ${periodText(period)}, grown from ${series.base} by ${series.growth} a year`;
  return { path: pathText(scenario, steps), found, expected: issue.message };
}
