import type { ViewMember, ViewNode } from '#shared/model/planView.ts';
import { lineLabel, type PlanFigures } from '#renderer/state/figures.ts';

export interface NumberChoice {
  readonly value: string;
  readonly label: string;
}

function ownerOf({ structure }: PlanFigures, memberKey: string): ViewMember | undefined {
  return structure.members.find(({ key }) => key === memberKey);
}

/** The group or queue that a part, such as a role of the support staff, belongs to. */
function wholeOf({ structure }: PlanFigures, memberKey: string): ViewMember | undefined {
  return structure.members.find(
    ({ key, inputKey }) => memberKey.startsWith(`${key}.`) || memberKey.startsWith(`${inputKey}.`),
  );
}

/** 'Service level, Voice'; of the plan as a whole just 'Total cost'. */
export function numberName(figures: PlanFigures, id: string): string {
  const node = figures.nodes.get(id);
  if (node === undefined) return id;
  const owner = ownerOf(figures, node.memberKey);
  const label = lineLabel(node);
  return owner === undefined || owner.dimension === 'plan' ? label : `${label}, ${owner.name}`;
}

function withWhole(figures: PlanFigures, { id, memberKey }: ViewNode): string {
  const whole = wholeOf(figures, memberKey);
  return whole === undefined ? numberName(figures, id) : `${numberName(figures, id)} (${whole.name})`;
}

/** All results, or all inputs, by name; what is of interest by itself stands before the steps on the way. */
export function numberChoices(figures: PlanFigures, kind: ViewNode['kind']): readonly NumberChoice[] {
  const nodes = [...figures.nodes.values()]
    .filter((node) => node.kind === kind && !node.id.startsWith('calendar.'))
    .toSorted((a, b) => Number(a.isDetail) - Number(b.isDetail));
  const names = nodes.map(({ id }) => numberName(figures, id));
  const uses = new Map<string, number>();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  return nodes.map((node, place) => {
    const name = names[place] ?? node.id;
    return { value: node.id, label: (uses.get(name) ?? 0) > 1 ? withWhole(figures, node) : name };
  });
}

/** Choices that have every word that was typed, in any order; those that begin with it first. */
export function matchingChoices(
  choices: readonly NumberChoice[],
  search: string,
  limit: number,
): readonly NumberChoice[] {
  const typed = search.trim().toLowerCase();
  const words = typed.split(/[\s,]+/).filter((word) => word !== '');
  const found = choices.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  const begins = ({ label }: NumberChoice) => Number(label.toLowerCase().startsWith(typed));
  return found.toSorted((a, b) => begins(b) - begins(a)).slice(0, limit);
}
