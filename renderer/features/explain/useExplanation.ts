import { useEffect, useState } from 'react';
import type { Explanation } from '#shared/model/explain.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import type { NumberPlace } from '#renderer/state/viewStore.ts';

/** The explanation of a number, asked again whenever the plan changes. Keeps the last one while the next is on its way. */
export function useExplanation(at: NumberPlace | undefined): Explanation | null {
  const store = usePlanStore();
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  const { id, place, grain } = at ?? {};
  useEffect(() => {
    if (id === undefined || place === undefined || grain === undefined) return undefined;
    let latest = 0;
    const ask = async (): Promise<void> => {
      latest += 1;
      const question = latest;
      const found = await store.explain(id, place, grain);
      if (question === latest) setExplanation(found);
    };
    void ask();
    const unsubscribe = store.subscribe((state, before) => {
      if (state.values !== before.values) void ask();
    });
    return () => {
      latest = Infinity;
      unsubscribe();
    };
  }, [store, id, place, grain]);
  return at === undefined ? null : explanation;
}
