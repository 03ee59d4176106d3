import type { Command } from './commands.ts';
import type { Queue, ScenarioDocument } from './scenario.ts';

/** Changes of a queue that must come together to leave a plan. */

type StoredQueue = NonNullable<ScenarioDocument['queues']>[number];

const USUAL_PATIENCE_SECONDS = 120;
const USUAL_OCCUPANCY = 0.88;

/**
 * Another queueing model, without the parts of the goal that it does not know, and with the patience that it needs.
 */
export function modelCommands(queue: StoredQueue, model: Queue['model']): readonly Command[] {
  const path = `queues.${queue.id}`;
  const { goal } = queue;
  const drop = (part: 'serviceLevel' | 'asa' | 'maxAbandon' | 'within'): readonly Command[] =>
    goal[part] === undefined ? [] : [{ type: 'setInput', path: `${path}.goal.${part}` }];
  const dropAnswered: readonly Command[] =
    goal.abandonsCount === 'answered' && model !== 'erlangA'
      ? [{ type: 'setInput', path: `${path}.goal.abandonsCount` }]
      : [];
  const needsPatience = model === 'erlangA' && queue.patience === undefined;
  const hasOccupancy = goal.maxOccupancy !== undefined;
  return [
    { type: 'setInput', path: `${path}.model`, value: model },
    ...(model === 'workload' ? [...drop('serviceLevel'), ...drop('asa'), ...drop('within')] : []),
    ...(model === 'erlangA' ? [] : drop('maxAbandon')),
    ...dropAnswered,
    ...(model === 'workload' && !hasOccupancy
      ? [{ type: 'setInput', path: `${path}.goal.maxOccupancy`, value: USUAL_OCCUPANCY } as const]
      : []),
    ...(needsPatience
      ? [{ type: 'setInput', path: `${path}.patience`, value: USUAL_PATIENCE_SECONDS } as const]
      : []),
  ];
}

/** All twelve months; a single number holds for each. */
export function seasonsOf(seasonality: StoredQueue['seasonality']): readonly number[] {
  if (Array.isArray(seasonality)) return seasonality;
  return Array.from({ length: 12 }, () => (typeof seasonality === 'number' ? seasonality : 1));
}

/** The same pattern with a mean of 1, so that it moves contacts between months and not the year. */
export function normalisedSeasons(seasons: readonly number[]): readonly number[] {
  const mean = seasons.reduce((sum, value) => sum + value, 0) / seasons.length;
  return mean > 0 ? seasons.map((value) => Number((value / mean).toPrecision(12))) : seasons;
}
