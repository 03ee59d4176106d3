/** The description of a simulation as flat arrays, with the order in which agents and contacts look for each other. */

import { sameLogarithm } from './sameEverywhere.ts';
import type { Duration, SimulatedGroup, SimulatedQueue, SimulationSpec, Skill } from './spec.ts';

/** Who looks where, best first; entries with equal ranks are alike. */
export interface Preferences {
  /** First place of each seeker's list; the list ends where the next begins. */
  readonly from: Int32Array;
  readonly choices: Int32Array;
  readonly ranks: Int32Array;
}

export const EXPONENTIAL = 0;
export const LOGNORMAL = 1;
export const FIXED = 2;

/** A law of durations by queue, scaled by its mean. */
export interface Laws {
  readonly kinds: Int32Array;
  /** Mean and deviation of the logarithm, for lognormal durations of mean 1. */
  readonly logMeans: Float64Array;
  readonly logDeviations: Float64Array;
}

export interface Layout {
  readonly queues: number;
  readonly groups: number;
  readonly intervals: number;
  /** Infinity when nothing ever changes. */
  readonly intervalSeconds: number;
  readonly isByDay: boolean;
  readonly seed: number;
  /** Contacts a second, by queue and interval. */
  readonly rates: Float64Array;
  /** Contacts in one round of the intervals, by queue; infinity when nothing ever changes. */
  readonly perRound: Float64Array;
  /** Agents by group and interval. */
  readonly staff: Int32Array;
  /** Most agents that a group ever has; where its agents begin among all, with the end of the last. */
  readonly firstAgent: Int32Array;
  /** Most contacts that an agent of any group holds at once. */
  readonly mostHeld: number;
  /** Most contacts at once, by queue. */
  readonly held: Int32Array;
  /** Mean handle seconds by queue and number held: queue · mostHeld + held − 1. */
  readonly handleSeconds: Float64Array;
  readonly handleLaws: Laws;
  readonly patienceSeconds: Float64Array;
  readonly patienceLaws: Laws;
  /** Infinity where there are as many as needed. */
  readonly places: Float64Array;
  readonly redialShare: Float64Array;
  readonly redialSeconds: Float64Array;
  readonly within: Float64Array;
  readonly priorities: Int32Array;
  /** Groups that a contact of a queue may go to. */
  readonly groupsOfQueue: Preferences;
  /** Queues that an agent of a group serves. */
  readonly queuesOfGroup: Preferences;
}

function handleCurve({ handleTime }: SimulatedQueue): readonly number[] {
  return typeof handleTime.mean === 'number' ? [handleTime.mean] : handleTime.mean;
}

function lawsOf(durations: readonly (Omit<Duration, 'mean'> | undefined)[]): Laws {
  const kinds = durations.map((duration) =>
    duration?.law === 'lognormal' ? LOGNORMAL : duration?.law === 'fixed' ? FIXED : EXPONENTIAL,
  );
  const variances = durations.map(({ variation = 1 } = { variation: 1 }) =>
    sameLogarithm(1 + variation * variation),
  );
  return {
    kinds: Int32Array.from(kinds),
    logMeans: Float64Array.from(variances, (variance) => -variance / 2),
    logDeviations: Float64Array.from(variances, (variance) => Math.sqrt(variance)),
  };
}

function byInterval(value: number | readonly number[], intervals: number): readonly number[] {
  return typeof value === 'number' ? Array.from({ length: intervals }, () => value) : value;
}

interface Choice {
  readonly choice: number;
  readonly rank: number;
}

function preferences(lists: readonly (readonly Choice[])[]): Preferences {
  const ordered = lists.map((list) => list.toSorted((a, b) => a.rank - b.rank || a.choice - b.choice));
  const from = new Int32Array(lists.length + 1);
  ordered.forEach((list, place) => {
    from[place + 1] = (from[place] ?? 0) + list.length;
  });
  const flat = ordered.flat();
  return {
    from,
    choices: Int32Array.from(flat, ({ choice }) => choice),
    ranks: Int32Array.from(flat, ({ rank }) => rank),
  };
}

/** Places of pairs (priority, preference) in their order, so that equal pairs get equal ranks. */
function rankOf(queue: SimulatedQueue, { preference = 1 }: Skill): string {
  const digits = (value: number) => String(value).padStart(16, '0');
  return `${digits(queue.priority ?? 1)}.${digits(preference)}`;
}

function groupsOfQueue({ queues, groups }: SimulationSpec): Preferences {
  return preferences(
    queues.map(({ id }) =>
      groups.flatMap(({ skills }, choice) =>
        skills.flatMap(({ queue, preference = 1 }) => (queue === id ? [{ choice, rank: preference }] : [])),
      ),
    ),
  );
}

function queuesOfGroup({ queues, groups }: SimulationSpec): Preferences {
  const pairs = groups.map(({ skills }) =>
    skills.flatMap((skill) => {
      const choice = queues.findIndex(({ id }) => id === skill.queue);
      const queue = queues[choice];
      return queue === undefined ? [] : [{ choice, rank: rankOf(queue, skill) }];
    }),
  );
  const ranks = [...new Set(pairs.flat().map(({ rank }) => rank))].toSorted();
  return preferences(
    pairs.map((list) => list.map(({ choice, rank }) => ({ choice, rank: ranks.indexOf(rank) }))),
  );
}

function firstAgents(groups: readonly SimulatedGroup[], intervals: number): Int32Array {
  const first = new Int32Array(groups.length + 1);
  groups.forEach(({ agents }, place) => {
    first[place + 1] = (first[place] ?? 0) + Math.max(...byInterval(agents, intervals));
  });
  return first;
}

/** @param spec checked */
export function layoutOf(spec: SimulationSpec, intervals: number): Layout {
  const { queues, groups, horizon = 'continuous', intervalSeconds = Infinity, seed } = spec;
  const isByDay = horizon === 'days';
  const curves = queues.map(handleCurve);
  const mostHeld = Math.max(...curves.map(({ length }) => length));
  const hourly = queues.map(({ arrivalsPerHour }) => byInterval(arrivalsPerHour, intervals));
  const isConstant = intervals === 1 && !isByDay;
  return {
    queues: queues.length,
    groups: groups.length,
    intervals,
    intervalSeconds: isConstant ? Infinity : intervalSeconds,
    isByDay,
    seed,
    rates: Float64Array.from(hourly.flat(), (rate) => rate / 3600),
    perRound: Float64Array.from(hourly, (rates) =>
      isConstant ? Infinity : rates.reduce((sum, rate) => sum + (rate / 3600) * intervalSeconds, 0),
    ),
    staff: Int32Array.from(groups.flatMap(({ agents }) => byInterval(agents, intervals))),
    firstAgent: firstAgents(groups, intervals),
    mostHeld,
    held: Int32Array.from(curves, ({ length }) => length),
    handleSeconds: Float64Array.from(
      curves.flatMap((curve) => Array.from({ length: mostHeld }, (_, place) => curve[place] ?? Number.NaN)),
    ),
    handleLaws: lawsOf(queues.map(({ handleTime }) => handleTime)),
    patienceSeconds: Float64Array.from(queues, ({ patience }) => patience?.mean ?? Infinity),
    patienceLaws: lawsOf(queues.map(({ patience }) => patience)),
    places: Float64Array.from(queues, ({ places = Infinity }) => places),
    redialShare: Float64Array.from(queues, ({ redial }) => redial?.probability ?? 0),
    redialSeconds: Float64Array.from(queues, ({ redial }) => redial?.meanDelay ?? Infinity),
    within: Float64Array.from(queues, ({ within }) => within),
    priorities: Int32Array.from(queues, ({ priority = 1 }) => priority),
    groupsOfQueue: groupsOfQueue(spec),
    queuesOfGroup: queuesOfGroup(spec),
  };
}
