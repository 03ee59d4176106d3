import type { TFunction } from 'i18next';
import type { Input, Output } from '#shared/ipc/contract.ts';
import { scenarioKey, versionKey } from './compareKeys.ts';
import type { ListedScenario } from './scenarioLibrary.ts';

/** A scenario as it is now, or a saved version as it was. */
export type PlanSource = Input<'report.preview'>['plan'];

export type ListedVersion = Output<'version.list'>[number];

export interface SourceGroup {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

/** What there is to choose from: scenarios, then saved versions, newest first. */
export interface KnownSources {
  readonly scenarios: readonly ListedScenario[];
  readonly versions: readonly ListedVersion[];
}

export function keyOfSource({ kind, id }: PlanSource): string {
  return kind === 'scenario' ? scenarioKey(id) : versionKey(id);
}

export function isKnownSource({ scenarios, versions }: KnownSources, { kind, id }: PlanSource): boolean {
  const all: readonly { readonly id: string }[] = kind === 'scenario' ? scenarios : versions;
  return all.some((one) => one.id === id);
}

/** Everything that can be chosen, under headings. */
export function sourceOptions({ scenarios, versions }: KnownSources, t: TFunction): readonly SourceGroup[] {
  const names = new Map(scenarios.map(({ id, name }) => [id, name]));
  const ofVersions = versions.flatMap(({ id, scenarioId, name, status }) => {
    const scenario = names.get(scenarioId);
    if (scenario === undefined) return [];
    const key = status === 'approved' ? 'planSource.approvedVersion' : 'planSource.version';
    return [{ value: versionKey(id), label: t(key, { scenario, version: name }) }];
  });
  return [
    {
      group: t('planSource.scenarios'),
      items: scenarios.map(({ id, name }) => ({ value: scenarioKey(id), label: name })),
    },
    { group: t('planSource.versions'), items: ofVersions },
  ].filter(({ items }) => items.length > 0);
}
