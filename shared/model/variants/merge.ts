import { isSame } from '#shared/kernel/isSame.ts';
import { inOrder, isWithin, type Override } from './override.ts';

/** Two people changed the same part of one base in different ways. */
export interface MergeConflict {
  /** The outer of the two paths. */
  readonly path: string;
  readonly mine: readonly Override[];
  readonly theirs: readonly Override[];
}

export interface Merged {
  /** What only one of the two changed, and what both changed alike. */
  readonly agreed: readonly Override[];
  readonly conflicts: readonly MergeConflict[];
}

function touches(left: Override, right: Override): boolean {
  return isWithin(left.path, right.path) || isWithin(right.path, left.path);
}

/** Two variants of one base as one: everything that does not clash, and the clashes for somebody to decide. */
export function merge(mine: readonly Override[], theirs: readonly Override[]): Merged {
  const isAgreed = (override: Override, others: readonly Override[]) =>
    others.every((other) => !touches(override, other) || isSame(override, other));
  const agreedMine = mine.filter((override) => isAgreed(override, theirs));
  const agreedTheirs = theirs.filter(
    (override) => isAgreed(override, mine) && !agreedMine.some((own) => isSame(own, override)),
  );
  const open = {
    mine: mine.filter((override) => !isAgreed(override, theirs)),
    theirs: theirs.filter((override) => !isAgreed(override, mine)),
  };
  // Overrides of one side never lie inside each other, so each outer path gathers its own inner ones.
  const outer = [...open.mine, ...open.theirs].filter(
    ({ path }, place, all) =>
      !all.some((other) => other.path !== path && isWithin(path, other.path)) &&
      all.findIndex((other) => other.path === path) === place,
  );
  const conflicts = outer.map((around) => {
    const inside = (list: readonly Override[]) => list.filter(({ path }) => isWithin(path, around.path));
    return { path: around.path, mine: inside(open.mine), theirs: inside(open.theirs) };
  });
  return { agreed: inOrder([...agreedMine, ...agreedTheirs]), conflicts };
}

/** The overrides of a merge in which every conflict was decided for one side. */
export function decided(
  { agreed, conflicts }: Merged,
  choose: (conflict: MergeConflict) => 'mine' | 'theirs',
): readonly Override[] {
  return inOrder([...agreed, ...conflicts.flatMap((conflict) => conflict[choose(conflict)])]);
}
