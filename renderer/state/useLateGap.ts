import { useEffect, useState } from 'react';
import type { LateGap } from '#shared/model/hiringLevers.ts';
import { usePlan, usePlanStore } from './usePlan.ts';
import { todayIso } from './today.ts';

/**
 * The levers for a gap that new hires come too late for, asked again whenever the plan changes: undefined while they are
 * being worked out, null where there is no such gap.
 */
export function useLateGap(groupId: string): LateGap | null | undefined {
  const store = usePlanStore();
  const values = usePlan((state) => state.values);
  const [answer, setAnswer] = useState<{ readonly of: unknown; readonly late: LateGap | null } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const late = await store.levers(groupId, todayIso());
      if (isWanted) setAnswer({ of: values, late });
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, [store, groupId, values]);
  // What was worked out for an earlier state of the plan is no answer any more.
  return answer?.of === values ? answer.late : undefined;
}
