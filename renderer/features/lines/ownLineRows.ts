import type { PlanStructure } from '#shared/model/planView.ts';
import { membersOf } from '#renderer/state/members.ts';
import type { PlanRow } from '#renderer/state/planRows.ts';
import type { StoredLine } from './lineDraft.ts';

/** Each own line with its value: one row for the plan, else a heading with a row for each member. */
export function ownLineRows(structure: PlanStructure, lines: readonly StoredLine[]): readonly PlanRow[] {
  return lines.map(({ id, name = id, scope }): PlanRow => {
    if (scope === 'plan') return { node: `plan.${id}`, label: name };
    return {
      group: `own:${scope}.${id}`,
      label: name,
      rows: membersOf(structure, scope).map((member) => ({
        node: `${member.key}.${id}`,
        label: member.name,
      })),
    };
  });
}
