/** What a team must achieve, and how the answer to "how many agents" is put. */

import { domainError } from '#shared/kernel/domainError.ts';
import { checkNonNegative } from './domain.ts';

/** Which contacts stand below the line of the service level. */
export type AbandonsCount = 'offered' | 'answered' | 'excludeShort';

/** Whole people, or the least real number under the continuous extension. */
export type Rounding = 'up' | 'fractional';

/** A conjunction: every part that is given must hold. */
export interface StaffingGoal {
  /** Least share answered within `within`. From 1 on no number of agents meets it. */
  readonly serviceLevel?: number | undefined;
  /** Seconds, >= 0; needed with `serviceLevel`. */
  readonly within?: number | undefined;
  /** Most seconds that the answered wait on average. At 0 or below no number of agents meets it. */
  readonly asa?: number | undefined;
  /** Most that agents may be busy. At 0 or below no number of agents meets it. */
  readonly maxOccupancy?: number | undefined;
  /** Most that may hang up, share of offered (Erlang A and X). At 0 or below no number of agents meets it. */
  readonly maxAbandon?: number | undefined;
  /** How `serviceLevel` counts those who hang up; `offered` if absent. Without patience the three are the same. */
  readonly abandonsCount?: AbandonsCount | undefined;
  /** Least number of agents whatever the load, >= 0. */
  readonly minAgents?: number | undefined;
  /** `up` if absent. */
  readonly rounding?: Rounding | undefined;
}

/** The part that would fail with fewer agents; `load` when somebody must simply be there (Erlang C: more than the load). */
export type Binding =
  | 'serviceLevel'
  | 'asa'
  | 'maxAbandon'
  | 'maxOccupancy'
  | 'maxBlocking'
  | 'minAgents'
  | 'load';

export interface RequiredAnswer {
  /** The least number that meets every part, or null when no number does. */
  readonly agents: number | null;
  /** The part that decides, or with null agents the part that cannot be met; null when there is no load and no minimum. */
  readonly binding: Binding | null;
}

/**
 * A goal counts as met within this relative distance of its target, so that 7 Erlangs at an occupancy of 0.7 need 10 agents
 * although 0.7 is a little below 7/10 in binary.
 */
export const GOAL_SLACK = 1e-12;

/**
 * Checks every part of a goal.
 *
 * @throws DomainError naming the part, such as `goal.within`
 * @example checkGoal({ serviceLevel: 0.8, within: 20 }) // undefined
 */
export function checkGoal(goal: StaffingGoal): void {
  const { serviceLevel, within, minAgents, abandonsCount, rounding } = goal;
  if (serviceLevel !== undefined) {
    checkNonNegative('goal.serviceLevel', serviceLevel);
    if (within === undefined)
      throw domainError('goal.within', within, 'the seconds that go with serviceLevel');
  }
  if (within !== undefined) checkNonNegative('goal.within', within);
  checkFinite('goal.asa', goal.asa);
  checkFinite('goal.maxOccupancy', goal.maxOccupancy);
  checkFinite('goal.maxAbandon', goal.maxAbandon);
  if (minAgents !== undefined) checkNonNegative('goal.minAgents', minAgents);
  if (abandonsCount !== undefined && !['offered', 'answered', 'excludeShort'].includes(abandonsCount)) {
    throw domainError('goal.abandonsCount', abandonsCount, 'offered, answered or excludeShort');
  }
  if (rounding !== undefined && rounding !== 'up' && rounding !== 'fractional') {
    throw domainError('goal.rounding', rounding, 'up or fractional');
  }
}

function checkFinite(argument: string, value: number | undefined): void {
  if (value !== undefined && !Number.isFinite(value)) throw domainError(argument, value, 'a finite number');
}

/**
 * The part of the goal that no number of agents meets when there is load, if any. Found before searching, since doubles
 * round a service level of 1 − 1e-17 to 1 and a search would "succeed".
 *
 * @returns the name of the part, or null
 * @example unmeetablePart({ serviceLevel: 1, within: 20 }) // 'serviceLevel'
 */
export function unmeetablePart(goal: StaffingGoal): Binding | null {
  if (goal.serviceLevel !== undefined && goal.serviceLevel >= 1) return 'serviceLevel';
  if (goal.asa !== undefined && goal.asa <= 0) return 'asa';
  if (goal.maxAbandon !== undefined && goal.maxAbandon <= 0) return 'maxAbandon';
  if (goal.maxOccupancy !== undefined && goal.maxOccupancy <= 0) return 'maxOccupancy';
  return null;
}
