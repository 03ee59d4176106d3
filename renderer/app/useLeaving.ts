import { useEffect } from 'react';
import { isOwnLine } from '#renderer/state/ownLines.ts';
import { usePlanSession } from '#renderer/state/usePlan.ts';
import { pathOfNumber } from '#renderer/state/pathOfNumber.ts';

/** On another screen the number of the last one is not explained any longer, unless that screen is where it stands. */
export function useLeaving(path: string): void {
  const { plan, view } = usePlanSession();
  useEffect(() => {
    const [first] = view.getState().trail;
    if (first === undefined) return;
    const home = isOwnLine(plan.getState(), first.id) ? '/lines' : pathOfNumber(first.id);
    if (home !== path) view.leave();
  }, [path, plan, view]);
}
