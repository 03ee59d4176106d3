import type { PlanStructure, ViewNode } from '#shared/model/planView.ts';
import type { OwnLine, ScenarioDocument } from '#shared/model/scenario.ts';

interface OpenPlan {
  readonly document: ScenarioDocument | null;
  readonly structure: PlanStructure | null;
  readonly nodes: ReadonlyMap<string, ViewNode>;
}

/** True for a measure that the user added to the plan. */
export function isOwnLine({ document, structure, nodes }: OpenPlan, id: string): boolean {
  const node = nodes.get(id);
  const member = structure?.members.find(({ key }) => key === node?.memberKey);
  if (node?.kind !== 'measure' || member === undefined) return false;
  return (document?.ownLines ?? []).some((line) => line.id === node.name && line.scope === member.dimension);
}

/** The ids of the measures that the user added to one kind of member, in the order of the plan. */
export function ownLineIds(document: ScenarioDocument, scope: OwnLine['scope']): readonly string[] {
  return (document.ownLines ?? []).filter((line) => line.scope === scope).map(({ id }) => id);
}
