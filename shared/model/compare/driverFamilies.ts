import { parseFormula } from '#shared/engine/formula.ts';
import { keyOf } from '../paths.ts';
import type { Scenario } from '../scenario.ts';
import { families, type Family, familyOf } from './families.ts';
import { isRecord } from './seriesTree.ts';

const WORD = /[\p{L}_][\p{L}\p{N}_.]*/gu;

/** The words of a formula, whatever they name; none where it is no formula. */
function wordsOf(formula: string): readonly string[] {
  return parseFormula(formula).ok ? (formula.match(WORD) ?? []) : [];
}

/** Every formula of a scenario with the path of its input. */
function formulasOf(value: unknown, path: string): readonly (readonly [path: string, formula: string])[] {
  if (Array.isArray(value)) {
    return value.flatMap((inner: unknown, at) => formulasOf(inner, `${path}.${keyOf(inner) ?? at}`));
  }
  if (!isRecord(value)) return [];
  const { formula } = value;
  if (typeof formula === 'string') return [[path, formula]];
  return Object.entries(value).flatMap(([key, inner]) =>
    formulasOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

const DRIVER = /^drivers\.([^.]+)/;

/** For each driver the inputs that read it, other drivers among them. */
function readersOf(scenarios: readonly Scenario[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Set(scenarios.flatMap(({ drivers }) => drivers.map(({ id }) => id)));
  const readers = new Map([...ids].map((id) => [id, new Set<string>()]));
  for (const [path, formula] of scenarios.flatMap((scenario) => formulasOf(scenario, ''))) {
    for (const word of wordsOf(formula)) {
      const [, named] = DRIVER.exec(word) ?? [];
      readers.get(named ?? word)?.add(path);
    }
  }
  return readers;
}

/**
 * The family of each input in some scenarios. A driver of the user's own belongs to the first family whose inputs it
 * reaches, straight or through other drivers: a growth that volumes are made of is volume.
 */
export function familiesIn(...scenarios: readonly Scenario[]): (path: string) => Family {
  const readers = readersOf(scenarios);
  const known = new Map<string, Family>();

  function reached(id: string, seen: ReadonlySet<string>): ReadonlySet<Family> {
    const found = new Set<Family>();
    for (const path of readers.get(id) ?? []) {
      const [, driver] = DRIVER.exec(path) ?? [];
      if (driver === undefined) found.add(familyOf(path));
      else if (!seen.has(driver))
        for (const family of reached(driver, new Set([...seen, driver]))) found.add(family);
    }
    return found;
  }

  for (const id of readers.keys()) {
    const found = reached(id, new Set([id]));
    known.set(id, families.find((family) => found.has(family)) ?? 'other');
  }
  return (path) => known.get(DRIVER.exec(path)?.[1] ?? '') ?? familyOf(path);
}
