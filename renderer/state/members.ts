import type { TFunction } from 'i18next';
import type { PlanStructure, ViewMember } from '#shared/model/planView.ts';

/** Looks up the words of a screen. */
export type Translate = TFunction;

type Dimension = ViewMember['dimension'];

/** The segments, queues, groups … of a plan, in its order. */
export function membersOf({ members }: PlanStructure, dimension: Dimension): readonly ViewMember[] {
  return members.filter((member) => member.dimension === dimension);
}

/** What belongs to a member: the demand rows of a queue, the routes or the support staff of a group. */
export function partsOf(
  { members }: PlanStructure,
  whole: ViewMember,
  dimension: Dimension,
): readonly ViewMember[] {
  return members.filter(
    (member) =>
      member.dimension === dimension &&
      (member.key.startsWith(`${whole.key}.`) || member.inputKey.startsWith(`${whole.inputKey}.`)),
  );
}

/** The name of a member by its id; the id itself where the plan has no such member. */
export function memberName(structure: PlanStructure, dimension: Dimension, id: string): string {
  return membersOf(structure, dimension).find((member) => member.id === id)?.name ?? id;
}
