import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { packs } from '#shared/model/packs/all.ts';
import type { PackId } from '#shared/model/packs/define.ts';
import type { PlanSource } from '#renderer/state/planSources.ts';
import { useStored } from '#renderer/state/useStored.ts';

export interface Partner {
  readonly id: string;
  readonly name: string;
}

const none: readonly Partner[] = [];

function partnersIn({ staffGroups = [] }: ScenarioDocument): readonly Partner[] {
  return staffGroups.flatMap(({ id, name, vendor }) =>
    vendor === undefined ? [] : [{ id, name: name ?? id }],
  );
}

/** The partners of a plan, where the pack is about one of them; null while they are being read. */
export function usePartners(pack: PackId, plan: PlanSource | null): readonly Partner[] | null {
  const wanted = packs[pack].isForPartner === true ? plan : null;
  const scenario = useStored('scenario.open', wanted?.kind === 'scenario' ? { id: wanted.id } : null);
  const version = useStored('version.open', wanted?.kind === 'version' ? { id: wanted.id } : null);
  if (wanted === null) return none;
  const { value, fault } = wanted.kind === 'scenario' ? scenario : version;
  if (value !== null) return partnersIn(value.document);
  return fault === null ? null : none;
}
