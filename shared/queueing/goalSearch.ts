/** Joins the parts of a goal: the answer to a conjunction of monotone goals is the greatest of the single answers. */

import { leastReal, leastWhole, type SearchStart } from './monotoneSearch.ts';
import { GOAL_SLACK, type Binding, type RequiredAnswer, type StaffingGoal } from './staffingGoal.ts';

/** One part of a goal as something to search: met where the gap is 0 or less. */
export interface GoalPart {
  readonly name: Binding;
  /** Falls with the number of agents; the logarithm of what is missing to the target, infinite at most. */
  readonly gap: (agents: number) => number;
  readonly start: SearchStart;
}

/**
 * The least number that closes every gap.
 *
 * @param parts in the order in which ties are named
 * @param goal for `minAgents` and `rounding`
 * @param leastForLoad smallest admissible number because there is load at all
 * @param startNear a guess of the whole answer; it changes the time taken, never the answer
 * @example searchGoal([], { minAgents: 3 }, 1) // { agents: 3, binding: 'minAgents' }
 */
export function searchGoal(
  parts: readonly GoalPart[],
  goal: StaffingGoal,
  leastForLoad: number,
  startNear?: number,
): RequiredAnswer {
  const isWhole = goal.rounding !== 'fractional';
  const asked = isWhole ? Math.ceil(goal.minAgents ?? 0) : (goal.minAgents ?? 0);
  let agents = Math.max(asked, leastForLoad);
  let binding: Binding = asked > leastForLoad ? 'minAgents' : 'load';
  let isAsked = asked <= leastForLoad;
  for (const part of parts) {
    if (!(isAsked && part.start.at > agents) && part.gap(agents) <= 0) continue;
    const start = startNear === undefined ? part.start : { at: startNear, slope: part.start.slope };
    const found = isWhole ? leastWhole(part.gap, agents, start) : leastReal(part.gap, agents, part.start);
    if (found === null) return { agents: null, binding: part.name };
    if (found > agents) [agents, binding] = [found, part.name];
    isAsked = false;
  }
  return { agents, binding };
}

/**
 * The answer without load: the minimum asked for.
 *
 * @example withoutLoad({ serviceLevel: 1, within: 20 }) // { agents: 0, binding: null }
 */
export function withoutLoad(goal: StaffingGoal): RequiredAnswer {
  const asked = goal.minAgents ?? 0;
  const agents = goal.rounding === 'fractional' ? asked : Math.ceil(asked);
  return { agents, binding: agents > 0 ? 'minAgents' : null };
}

/**
 * Limits with the slack that whole answers allow; fractional answers are roots of the target itself.
 *
 * @returns the factor for "at most" targets, 1 + 1e-12 or 1; "at least" targets are divided by it
 * @example slackFactor({ rounding: 'fractional' }) // 1
 */
export function slackFactor(goal: StaffingGoal): number {
  return goal.rounding === 'fractional' ? 1 : 1 + GOAL_SLACK;
}
