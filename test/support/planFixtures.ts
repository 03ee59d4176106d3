import { readFileSync } from 'node:fs';
import { parseScenarioText } from '#shared/model/validate.ts';
import type { Scenario } from '#shared/model/scenario.ts';

export const referencePlans = [
  'oneVoiceQueue',
  'salesGrowth',
  'weeklyRamp',
  'businessCase',
  'autoHiring',
] as const;
export type ReferencePlan = (typeof referencePlans)[number];

function fixture(file: string): string {
  return readFileSync(new URL(`../fixtures/plans/${file}`, import.meta.url), 'utf8');
}

export function scenarioText(name: ReferencePlan): string {
  return fixture(`${name}.scenario.json`);
}

export function referenceScenario(name: ReferencePlan): Scenario {
  const parsed = parseScenarioText(scenarioText(name));
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return parsed.value;
}

export function expectedResults(name: ReferencePlan): unknown {
  return JSON.parse(fixture(`${name}.expected.json`));
}

/** Service, abandonment, waits and what follows from them are held to 1e-6, everything else to 1e-9. */
const LOOSE = /serviceLevel|ServiceLevel|asa|abandon|churn|businessCase/;

/**
 * Places where results differ from what is expected: more than the tolerance relative, and more than it of the largest
 * value of the series.
 */
export function differences(
  expected: unknown,
  actual: unknown,
  path = '',
  tolerance = 1e-9,
): readonly string[] {
  const allowed = LOOSE.test(path) ? 1e-6 : tolerance;
  if (Array.isArray(expected) && expected.every((value) => typeof value === 'number' || value === null)) {
    return seriesDifferences(expected, actual, path, allowed);
  }
  if (typeof expected === 'object' && expected !== null) {
    return Object.entries(expected).flatMap(([key, value]) => {
      const found: unknown =
        typeof actual === 'object' && actual !== null ? Reflect.get(actual, key) : undefined;
      return differences(value, found, path === '' ? key : `${path}.${key}`, tolerance);
    });
  }
  if (typeof expected === 'number' && typeof actual === 'number') {
    const isClose = Math.abs(expected - actual) <= allowed * Math.abs(expected);
    return isClose ? [] : [`${path}: expected ${expected}, got ${actual}`];
  }
  return Object.is(expected, actual) ? [] : [`${path}: expected ${String(expected)}, got ${String(actual)}`];
}

function seriesDifferences(
  expected: readonly (number | null)[],
  actual: unknown,
  path: string,
  tolerance: number,
): readonly string[] {
  if (!Array.isArray(actual) || actual.length !== expected.length)
    return [`${path}: expected ${expected.length} values, got ${String(actual)}`];
  const largest = Math.max(0, ...expected.map((value) => Math.abs(value ?? 0)));
  return expected.flatMap((value, t) => {
    const found: unknown = actual[t];
    if (value === null || typeof found !== 'number')
      return value === found ? [] : [`${path}[${t}]: expected ${String(value)}, got ${String(found)}`];
    const error = Math.abs(value - found);
    return error <= tolerance * Math.abs(value) || error <= tolerance * largest
      ? []
      : [`${path}[${t}]: expected ${value}, got ${found}`];
  });
}
