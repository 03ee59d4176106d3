import type { ViewMember } from '#shared/model/planView.ts';
import type { OwnLine } from '#shared/model/scenario.ts';
import type { Translate } from './members.ts';
import type { PlanRow } from './planRows.ts';

/** A heading with the measures that the user added to a member; nothing where there are none. */
export function ownRows({ key }: Pick<ViewMember, 'key'>, scope: OwnLine['scope'], t: Translate): PlanRow {
  return { group: `${key}:own`, label: t('lines.own'), rows: [{ ownLinesOf: key, scope }] };
}
