import { useEffect, useState } from 'react';
import type { IntervalPlan } from '#shared/model/intervalPlan.ts';
import { usePlan, usePlanStore } from './usePlan.ts';

interface Answer {
  readonly queueId: string;
  readonly period: number;
  readonly week: IntervalPlan | null;
}

/**
 * When in the week a queue needs how many agents. Asked anew whenever the plan was computed; what was known stays on
 * screen until the answer is there.
 *
 * @returns null where the plan cannot say, undefined while nothing is known yet
 */
export function useIntervalPlan(queueId: string, period: number): IntervalPlan | null | undefined {
  const store = usePlanStore();
  const values = usePlan((state) => state.values);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (values.size === 0) return undefined;
    let isCurrent = true;
    void store.intervals(queueId, period).then((week) => {
      if (isCurrent) setAnswer({ queueId, period, week });
    });
    return () => {
      isCurrent = false;
    };
  }, [store, values, queueId, period]);
  return answer?.queueId === queueId && answer.period === period ? answer.week : undefined;
}
