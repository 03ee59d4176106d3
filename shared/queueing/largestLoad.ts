/** How much a given team can carry: the inverse of `requiredAgents` in the load. */

import { domainError } from '#shared/kernel/domainError.ts';
import { lastWhere } from '#shared/kernel/rootFinding.ts';
import { checkNonNegative, checkPositive } from './domain.ts';
import { endlessParts } from './required.ts';
import { patientParts } from './patientGoal.ts';
import { checkGoal, unmeetablePart, type Binding, type StaffingGoal } from './staffingGoal.ts';

export interface LargestLoadInput {
  readonly model: 'erlangC' | 'erlangA';
  /** Real, >= 0. */
  readonly agents: number;
  /** Average handle time in seconds, > 0. */
  readonly aht: number;
  /** Mean patience in seconds, > 0; needed by Erlang A. */
  readonly patience?: number | undefined;
  /** `minAgents` and `rounding` play no part here. */
  readonly goal: StaffingGoal;
}

export interface LargestLoad {
  /** Erlangs; contacts per second are load ÷ AHT. Infinite when no part of the goal limits Erlang A. */
  readonly load: number;
  /** The part that a little more load would break; `load` for the bound load < agents of Erlang C alone; null when nothing does. */
  readonly binding: Binding | null;
}

/**
 * The largest load at which the team still meets every part of the goal, to the last digits.
 *
 * @returns load 0 without agents, or when the goal cannot be met at any load (serviceLevel >= 1, asa <= 0 and so on)
 * @throws DomainError naming the argument
 * @example largestLoad({ model: 'erlangC', agents: 14, aht: 180, goal: { serviceLevel: 0.8, within: 20 } }).load // 10.868491356
 */
export function largestLoad(input: LargestLoadInput): LargestLoad {
  const { model, agents, aht, patience, goal } = input;
  checkNonNegative('agents', agents);
  checkPositive('aht', aht);
  checkGoal(goal);
  if (model === 'erlangA') checkPositive('patience', patience ?? Number.NaN);
  if (model === 'erlangC' && goal.maxAbandon !== undefined) {
    throw domainError(
      'goal.maxAbandon',
      goal.maxAbandon,
      'no such part, since nobody abandons under Erlang C',
    );
  }
  const unmeetable = unmeetablePart(goal);
  if (unmeetable !== null) return { load: 0, binding: unmeetable };
  if (agents === 0) return { load: 0, binding: 'load' };
  const brokenAt = (load: number): Binding | null => {
    if (model === 'erlangC' && load >= agents) return 'load';
    const parts =
      model === 'erlangC'
        ? endlessParts(load, aht, goal)
        : patientParts(load, aht, patience ?? Number.NaN, goal);
    return parts.find((part) => part.gap(agents) > 0)?.name ?? null;
  };
  return largestWhere(brokenAt, agents);
}

function largestWhere(brokenAt: (load: number) => Binding | null, agents: number): LargestLoad {
  let high = agents;
  while (brokenAt(high) === null) {
    high *= 2;
    if (high > 1e12 * agents) return { load: Infinity, binding: null };
  }
  let low = Math.min(agents, high) / 2;
  while (brokenAt(low) !== null) {
    high = low;
    low /= 16;
    if (low < 1e-100) return { load: 0, binding: brokenAt(high) };
  }
  const load = lastWhere((candidate) => brokenAt(candidate) === null, low, high);
  return { load, binding: namedAbove(brokenAt, load) };
}

/** What breaks just above; a named part of the goal rather than the bare bound on the load. */
function namedAbove(brokenAt: (load: number) => Binding | null, load: number): Binding | null {
  return brokenAt(load * (1 + 1e-15)) ?? brokenAt(load * (1 + 1e-12)) ?? brokenAt(load * (1 + 1e-9));
}
