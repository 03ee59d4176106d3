import { scenarioKey, versionKey } from '#renderer/state/compareKeys.ts';
import type { KnownSources, ListedVersion } from '#renderer/state/planSources.ts';

export const mostCompared = 4;

/** The version that the owner of a scenario answers to: the one approved last. */
export function approvedVersion(
  versions: readonly ListedVersion[],
  scenarioId: string | null,
): ListedVersion | undefined {
  return versions.find((version) => version.scenarioId === scenarioId && version.status === 'approved');
}

interface Known extends KnownSources {
  readonly openId: string | null;
}

/** What the open scenario is most likely held against: what was approved, what was saved, its base, another scenario. */
export function firstChoice({ scenarios, versions, openId }: Known): readonly string[] {
  const open = scenarios.find(({ id }) => id === openId) ?? scenarios[0];
  if (open === undefined) return [];
  const version =
    approvedVersion(versions, open.id) ?? versions.find(({ scenarioId }) => scenarioId === open.id);
  if (version !== undefined) return [versionKey(version.id), scenarioKey(open.id)];
  const variant = scenarios.find(({ parentId }) => parentId === open.id);
  const base = scenarios.find(({ id }) => id === open.parentId);
  if (base === undefined && variant !== undefined) return [scenarioKey(open.id), scenarioKey(variant.id)];
  const other = base ?? scenarios.find(({ id }) => id !== open.id);
  return other === undefined ? [scenarioKey(open.id)] : [scenarioKey(other.id), scenarioKey(open.id)];
}

/** What was chosen and is still there; the versions of a scenario go with it. */
export function knownKeys(keys: readonly string[], { scenarios, versions }: KnownSources): readonly string[] {
  const ids = new Set(scenarios.map(({ id }) => id));
  const known = new Set([
    ...scenarios.map(({ id }) => scenarioKey(id)),
    ...versions.flatMap(({ id, scenarioId }) => (ids.has(scenarioId) ? [versionKey(id)] : [])),
  ]);
  return [...new Set(keys)].filter((key) => known.has(key)).slice(0, mostCompared);
}
