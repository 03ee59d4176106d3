import type { GoalQuestion } from '#shared/model/goalSeek.ts';
import { formatExact } from '#renderer/ui/numbers.ts';
import { figureAt, type PlanFigures } from './figures.ts';
import { membersOf, partsOf } from './members.ts';

/** Whether a node is above 0 in some period. */
function isUsed(figures: PlanFigures, id: string): boolean {
  return figures.structure.periods.some(({ index }) => (figureAt(figures, id, index, 'period') ?? 0) > 0);
}

/**
 * "How many deals can the team support?": the deals of the first segment that sells and calls, so that the first
 * queue with a service level goal keeps it in every period. Null where the plan has no such queue or segment.
 */
export function mostDealsQuestion(figures: PlanFigures): GoalQuestion | null {
  const { structure, nodes } = figures;
  const queue = membersOf(structure, 'queues').find(
    ({ key, inputKey }) => nodes.has(`${key}.serviceLevel`) && nodes.has(`${inputKey}.goal.serviceLevel`),
  );
  if (queue === undefined) return null;
  const callers = new Set(partsOf(structure, queue, 'demand').map(({ id }) => id));
  const segment = membersOf(structure, 'segments').find(
    ({ id, inputKey }) => callers.has(id) && isUsed(figures, `${inputKey}.deals`),
  );
  const goal = figureAt(figures, `${queue.inputKey}.goal.serviceLevel`, 0, 'period');
  if (segment === undefined || goal === null) return null;
  return {
    path: `${segment.inputKey}.deals`,
    change: 'factor',
    result: { id: `${queue.key}.serviceLevel`, grain: 'period', place: 'all' },
    want: 'atLeast',
    value: goal,
  };
}

/** The goal that the question is about, in words: its queue, its service level, and within how many seconds. */
export function goalWords(
  figures: PlanFigures,
  { result, value }: GoalQuestion,
): { readonly queue: string; readonly level: string; readonly within: string } {
  const { structure, locale } = figures;
  const queue = membersOf(structure, 'queues').find(({ key }) => result.id === `${key}.serviceLevel`);
  const within = figureAt(figures, `${queue?.inputKey}.goal.within`, 0, 'period');
  return {
    queue: queue?.name ?? '',
    level: formatExact(value, { style: 'percent', digits: 0 }, locale),
    within: formatExact(within, { style: 'number', digits: 0 }, locale),
  };
}
