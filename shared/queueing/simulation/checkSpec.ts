/** What is wrong with the description of a simulation, with the argument by its path. */

import { type Fault, fault, ok, type Problem, problemLine, type Result } from '#shared/kernel/result.ts';
import type { Duration, HandleTime, SimulatedGroup, SimulatedQueue, SimulationSpec } from './spec.ts';

const MOST_LISTED = 200;
const MOST_AGENTS = 100_000;
const MOST_CHATS = 50;
const MOST_CELLS = 10_000;

interface Check {
  readonly problems: Problem[];
  /** Remembers the complaint unless the value fits. */
  readonly number: (path: string, value: unknown, fits: (value: number) => boolean, expected: string) => void;
  readonly wrong: (path: string, found: unknown, expected: string) => void;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (value === undefined) return 'nothing';
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}

function createCheck(): Check {
  const problems: Problem[] = [];
  const wrong = (path: string, found: unknown, expected: string) => {
    problems.push({ path, found: shown(found), expected });
  };
  return {
    problems,
    wrong,
    number(path, value, fits, expected) {
      if (typeof value !== 'number' || !Number.isFinite(value) || !fits(value)) wrong(path, value, expected);
    },
  };
}

const isPositive = (value: number) => value > 0;
const isAtLeast0 = (value: number) => value >= 0;
const isShare = (value: number) => value >= 0 && value <= 1;
const isRank = (value: number) => Number.isSafeInteger(value) && value >= 1;
const SECONDS = 'seconds above 0';

/** The length of the lists in a spec; 1 when there are none. */
export function intervalCount({ queues, groups }: SimulationSpec): number {
  const lists = [...queues.map((queue) => queue.arrivalsPerHour), ...groups.map((group) => group.agents)];
  for (const list of lists) if (typeof list === 'object') return list.length;
  return 1;
}

function checkByInterval(
  check: Check,
  path: string,
  value: number | readonly number[],
  intervals: number,
  one: (path: string, value: number) => void,
): void {
  if (typeof value !== 'object') return one(path, value);
  if (value.length !== intervals || value.length === 0)
    check.wrong(path, value, `a list as long as the others, at least 1 interval`);
  value.forEach((entry, place) => one(`${path}[${place}]`, entry));
}

function checkLaw(check: Check, path: string, { law, variation }: Omit<Duration, 'mean'>): void {
  if (law !== undefined && !['exponential', 'lognormal', 'fixed'].includes(law))
    check.wrong(`${path}.law`, law, 'exponential, lognormal or fixed');
  if (law === 'lognormal')
    check.number(`${path}.variation`, variation, (value) => value > 0 && value <= 10, 'above 0, at most 10');
  else if (variation !== undefined)
    check.wrong(`${path}.variation`, variation, 'nothing, unless the law is lognormal');
}

function checkHandleTime(check: Check, path: string, handleTime: HandleTime): void {
  checkLaw(check, path, handleTime);
  const { mean } = handleTime;
  if (typeof mean !== 'object') return check.number(`${path}.mean`, mean, isPositive, SECONDS);
  if (mean.length === 0 || mean.length > MOST_CHATS)
    check.wrong(`${path}.mean`, mean, `1 to ${MOST_CHATS} handle times`);
  mean.forEach((seconds, place) => {
    check.number(`${path}.mean[${place}]`, seconds, isPositive, SECONDS);
  });
}

function checkQueue(check: Check, path: string, queue: SimulatedQueue, intervals: number): void {
  checkByInterval(check, `${path}.arrivalsPerHour`, queue.arrivalsPerHour, intervals, (place, value) => {
    check.number(place, value, isAtLeast0, 'contacts an hour, at least 0');
  });
  checkHandleTime(check, `${path}.handleTime`, queue.handleTime);
  if (queue.patience !== undefined) {
    checkLaw(check, `${path}.patience`, queue.patience);
    check.number(`${path}.patience.mean`, queue.patience.mean, isPositive, SECONDS);
  }
  const isPlaces = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (queue.places !== undefined)
    check.number(`${path}.places`, queue.places, isPlaces, 'a whole number, at least 0');
  if (queue.redial !== undefined) {
    check.number(`${path}.redial.probability`, queue.redial.probability, isShare, 'a share between 0 and 1');
    check.number(`${path}.redial.meanDelay`, queue.redial.meanDelay, isPositive, SECONDS);
  }
  check.number(`${path}.within`, queue.within, isAtLeast0, 'seconds, at least 0');
  if (queue.priority !== undefined)
    check.number(`${path}.priority`, queue.priority, isRank, 'a whole number, at least 1');
}

function checkGroup(
  check: Check,
  path: string,
  group: SimulatedGroup,
  intervals: number,
  ids: ReadonlySet<string>,
): void {
  const isAgents = (value: number) => Number.isSafeInteger(value) && value >= 0 && value <= MOST_AGENTS;
  checkByInterval(check, `${path}.agents`, group.agents, intervals, (place, value) => {
    check.number(place, value, isAgents, `a whole number from 0 to ${MOST_AGENTS}`);
  });
  const known = new Set<string>();
  group.skills.forEach(({ queue, preference }, place) => {
    const where = `${path}.skills[${place}]`;
    if (!ids.has(queue)) check.wrong(`${where}.queue`, queue, `one of ${[...ids].join(', ')}`);
    if (known.has(queue)) check.wrong(`${where}.queue`, queue, 'each queue once');
    known.add(queue);
    if (preference !== undefined)
      check.number(`${where}.preference`, preference, isRank, 'a whole number, at least 1');
  });
}

function checkIds(check: Check, path: string, members: readonly { readonly id: string }[]): void {
  if (members.length === 0 || members.length > MOST_LISTED)
    check.wrong(path, members, `1 to ${MOST_LISTED} of them`);
  const known = new Set<string>();
  members.forEach(({ id }, place) => {
    if (known.has(id)) check.wrong(`${path}[${place}].id`, id, 'an id of its own');
    known.add(id);
  });
}

function totalOf(values: number | readonly number[]): number {
  return typeof values === 'number' ? values : values.reduce((sum, value) => sum + value, 0);
}

function checkWhole(check: Check, spec: SimulationSpec, intervals: number): void {
  const { seed, horizon = 'continuous', warmUp, intervalSeconds, queues } = spec;
  check.number(
    'seed',
    seed,
    (value) => Number.isSafeInteger(value) && value >= 0,
    'a whole number, at least 0',
  );
  if (!['continuous', 'days'].includes(horizon)) check.wrong('horizon', horizon, 'continuous or days');
  if (warmUp !== undefined)
    check.number('warmUp', warmUp, (value) => value >= 0 && value <= 0.9, 'a share between 0 and 0.9');
  if (intervalSeconds !== undefined || intervals > 1 || horizon === 'days')
    check.number('intervalSeconds', intervalSeconds, isPositive, SECONDS);
  if (queues.length * intervals > MOST_CELLS)
    check.wrong('queues', queues, `at most ${MOST_CELLS} queues times intervals`);
  if (check.problems.length === 0 && !queues.some((queue) => totalOf(queue.arrivalsPerHour) > 0))
    check.wrong('queues', spec.queues, 'some contacts, so that there is something to simulate');
}

/**
 * Says whether a simulation can be run.
 *
 * @returns the number of intervals, or the fault `domain` that names every wrong argument by its path
 * @example checkSpec({ seed: -1, queues: [], groups: [] }) // fault, problems: seed, queues, groups
 */
export function checkSpec(spec: SimulationSpec): Result<number, Fault<'domain'>> {
  const check = createCheck();
  const intervals = intervalCount(spec);
  checkIds(check, 'queues', spec.queues);
  checkIds(check, 'groups', spec.groups);
  const ids = new Set(spec.queues.map(({ id }) => id));
  spec.queues.forEach((queue, place) => checkQueue(check, `queues[${place}]`, queue, intervals));
  spec.groups.forEach((group, place) => checkGroup(check, `groups[${place}]`, group, intervals, ids));
  checkWhole(check, spec, intervals);
  if (check.problems.length === 0) return ok(intervals);
  return fault('domain', check.problems.map(problemLine).join(' '), check.problems);
}
