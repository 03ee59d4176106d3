import { requiredAgents } from '#shared/queueing/required.ts';
import type { Queue } from '../scenario.ts';

/** What besides the load decides how many agents an interval needs. */
export interface StaffingRule {
  readonly model: 'erlangC' | 'erlangA';
  readonly ahtSeconds: number;
  readonly patienceSeconds: number;
  readonly goal: Queue['goal'];
  readonly concurrency: number;
}

/**
 * Agents by load, remembered: a requirement is solved once for each distinct load and rule, whoever asks, and whole
 * agents only where their number changes. What is remembered changes no result, only how often it is worked out.
 */
export interface StaffingCache {
  /** Agents for an interval by its load in Erlangs, above 0; NaN where no number meets the goal. */
  readonly agentsFor: (rule: StaffingRule) => (load: number) => number;
}

/** Rules and solved loads that are kept before starting over. */
const MOST_RULES = 20_000;
const MOST_LOADS = 1_000_000;

function ruleKey({ model, ahtSeconds, patienceSeconds, goal, concurrency }: StaffingRule): string {
  const { serviceLevel, within, asa, maxOccupancy, maxAbandon, minAgents, rounding, abandonsCount } = goal;
  const parts = [
    ahtSeconds,
    patienceSeconds,
    concurrency,
    serviceLevel,
    within,
    asa,
    maxOccupancy,
    maxAbandon,
    minAgents,
  ];
  return `${model} ${parts.join(' ')} ${rounding} ${abandonsCount}`;
}

/** Agents for one interval: slots by the queueing model, then agents by the contacts each handles at once. */
function solve(
  { model, ahtSeconds, patienceSeconds, goal, concurrency }: StaffingRule,
  load: number,
  near?: number,
): number {
  const { minAgents, ...slotGoal } = goal;
  const { agents: slots } = requiredAgents({
    model,
    load,
    aht: ahtSeconds,
    ...(model === 'erlangA' ? { patience: patienceSeconds } : {}),
    goal: slotGoal,
    ...(near === undefined ? {} : { startNear: near * concurrency }),
  });
  if (slots === null) return Number.NaN;
  const agents = goal.rounding === 'up' ? Math.ceil(slots / concurrency) : slots / concurrency;
  return Math.max(minAgents, agents);
}

/** Place of the first value of an ascending list that is not below `value`. */
function placeOf(list: readonly number[], value: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? Number.POSITIVE_INFINITY) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Whole agents grow in steps with the load: between two loads that need the same number, every load needs it. Of each
 * step only its known ends are kept.
 */
function stepSolver(rule: StaffingRule): (load: number) => number {
  const loads: number[] = [];
  const agents: number[] = [];

  function remember(place: number, load: number, answer: number): void {
    const isAbove = agents[place - 1] === answer && agents[place - 2] === answer;
    const isBelow = agents[place] === answer && agents[place + 1] === answer;
    if (isAbove) loads[place - 1] = load;
    else if (isBelow) loads[place] = load;
    else {
      loads.splice(place, 0, load);
      agents.splice(place, 0, answer);
    }
  }

  return (load) => {
    const place = placeOf(loads, load);
    const above = agents[place];
    if (above !== undefined && (loads[place] === load || agents[place - 1] === above)) return above;
    const answer = solve(rule, load, agents[place - 1] ?? above);
    if (!Number.isNaN(answer)) remember(place, load, answer);
    return answer;
  };
}

function exactSolver(rule: StaffingRule): (load: number) => number {
  const known = new Map<number, number>();
  return (load) => {
    const found = known.get(load);
    if (found !== undefined) return found;
    if (known.size >= MOST_LOADS) known.clear();
    const answer = solve(rule, load);
    known.set(load, answer);
    return answer;
  };
}

export function createStaffingCache(): StaffingCache {
  const solvers = new Map<string, (load: number) => number>();
  return {
    agentsFor(rule) {
      const key = ruleKey(rule);
      const known = solvers.get(key);
      if (known !== undefined) return known;
      if (solvers.size >= MOST_RULES) solvers.clear();
      const solver = rule.goal.rounding === 'up' ? stepSolver(rule) : exactSolver(rule);
      solvers.set(key, solver);
      return solver;
    },
  };
}
