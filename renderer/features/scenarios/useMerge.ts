import { useMemo, useState } from 'react';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { difference } from '#shared/model/variants/difference.ts';
import { decided, merge, type MergeConflict, type Merged } from '#shared/model/variants/merge.ts';
import type { Override } from '#shared/model/variants/override.ts';
import type { OpenVariant } from '#renderer/state/planState.ts';

/** Two people's variants of one base, and what becomes of them by the choices made so far. */
export interface VariantMerge extends Merged {
  readonly chosen: (conflict: MergeConflict) => 'mine' | 'theirs';
  readonly choose: (conflict: MergeConflict, side: 'mine' | 'theirs') => void;
  readonly result: readonly Override[];
}

function isNamed({ path }: { readonly path: string }): boolean {
  return path === 'name';
}

/** The open variant merged with what a document has of its own on the same base; null without an open variant. */
export function useMerge(variant: OpenVariant | null, document: ScenarioDocument): VariantMerge | null {
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const merged = useMemo(() => {
    if (variant === null) return null;
    const name = variant.overrides.filter(isNamed);
    const own = variant.overrides.filter((override) => !isNamed(override));
    const other = difference(variant.base, document).filter((override) => !isNamed(override));
    return { name, ...merge(own, other) };
  }, [variant, document]);
  if (merged === null) return null;
  const chosen = ({ path }: MergeConflict) => (theirs.has(path) ? 'theirs' : 'mine');
  return {
    agreed: merged.agreed,
    conflicts: merged.conflicts,
    chosen,
    choose: ({ path }, side) => {
      const next = new Set(theirs);
      if (side === 'theirs') next.add(path);
      else next.delete(path);
      setTheirs(next);
    },
    result: [...merged.name, ...decided(merged, chosen)],
  };
}
