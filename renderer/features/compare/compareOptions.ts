import type { TFunction } from 'i18next';
import type { Output } from '#shared/ipc/contract.ts';
import type { ListedScenario } from '#renderer/state/scenarioLibrary.ts';
import { scenarioKey, versionKey } from '#renderer/state/compareKeys.ts';

export type ListedVersion = Output<'version.list'>[number];

export const mostCompared = 4;
export const fewestCompared = 2;

export interface OptionGroup {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

/** Every scenario, then every saved version, newest first. */
export function compareOptions(
  scenarios: readonly ListedScenario[],
  versions: readonly ListedVersion[],
  t: TFunction,
): readonly OptionGroup[] {
  const names = new Map(scenarios.map(({ id, name }) => [id, name]));
  const groups = [
    {
      group: t('compare.scenarios'),
      items: scenarios.map(({ id, name }) => ({ value: scenarioKey(id), label: name })),
    },
    {
      group: t('compare.versions'),
      items: versions.flatMap(({ id, scenarioId, name, status }) => {
        const scenario = names.get(scenarioId);
        if (scenario === undefined) return [];
        const version = status === 'approved' ? t('compare.approvedVersion', { version: name }) : name;
        return [{ value: versionKey(id), label: t('compare.versionName', { scenario, version }) }];
      }),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** The version that the owner of a scenario answers to: the one approved last. */
export function approvedVersion(
  versions: readonly ListedVersion[],
  scenarioId: string | null,
): ListedVersion | undefined {
  return versions.find((version) => version.scenarioId === scenarioId && version.status === 'approved');
}

interface Known {
  readonly scenarios: readonly ListedScenario[];
  readonly versions: readonly ListedVersion[];
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

/** What was chosen and is still there. */
export function knownKeys(keys: readonly string[], { scenarios, versions }: Known): readonly string[] {
  const known = new Set([
    ...scenarios.map(({ id }) => scenarioKey(id)),
    ...versions.map(({ id }) => versionKey(id)),
  ]);
  return [...new Set(keys)].filter((key) => known.has(key)).slice(0, mostCompared);
}
