import { useState } from 'react';
import type { PlanStructure, ViewMember } from '#shared/model/planView.ts';
import { membersOf } from './members.ts';
import { useView } from './usePlan.ts';
import type { NumberPlace } from './viewStore.ts';

function memberOfNumber(
  members: readonly ViewMember[],
  selected: NumberPlace | null,
): ViewMember | undefined {
  if (selected === null) return undefined;
  return members.find(
    ({ key, inputKey }) => selected.id.startsWith(`${key}.`) || selected.id.startsWith(`${inputKey}.`),
  );
}

/**
 * The queue or group that a chart or a table is about: the one of the selected number, until another is chosen by hand;
 * then that one, until the selection moves on.
 */
export function useChosenMember(
  structure: PlanStructure,
  dimension: ViewMember['dimension'],
): readonly [ViewMember | undefined, (id: string) => void] {
  const { selected } = useView();
  const [choice, setChoice] = useState<{ readonly id: string; readonly at: NumberPlace | null } | null>(null);
  const members = membersOf(structure, dimension);
  const chosen = members.find(({ id }) => id === choice?.id);
  const ofSelection = memberOfNumber(members, selected);
  const isNewer = choice === null || choice.at !== selected;
  const member = (isNewer ? ofSelection : undefined) ?? chosen ?? ofSelection ?? members[0];
  return [member, (id) => setChoice({ id, at: selected })];
}
