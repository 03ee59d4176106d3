/** The least level capacity for deferred work. */

import { lastWhere } from '#shared/kernel/rootFinding.ts';
import { domainError } from '#shared/kernel/domainError.ts';
import { deferredWork, type DeferredWorkInput } from './deferredWork.ts';

export interface DeferredCapacityInput extends Omit<DeferredWorkInput, 'capacity'> {
  /** Least share of the work finished by its deadline, 0 to 1; 1 is allowed, since a fluid can be on time to the last drop. */
  readonly serviceLevel: number;
}

/**
 * Hours of capacity in each interval, the same in all, with which the given share of the work due inside the horizon is
 * finished by its deadline.
 *
 * For everything in time it is the greatest density, (work arriving from τ to s) ÷ (s − τ + deadline), over all times τ <= s
 * with s + deadline inside the horizon; below that the capacity is halved down to the level, which rises with it.
 *
 * @returns hours per interval; infinity when the deadline is 0 and work waits at the start
 * @throws DomainError naming the argument
 * @see Yao, Demers & Shenker 1995 (the density argument)
 * @example deferredCapacity({ hours: 1, work: [4, 0, 0, 0], deadline: 1, serviceLevel: 1 }) // 2
 */
export function deferredCapacity(input: DeferredCapacityInput): number {
  const { serviceLevel, ...fluid } = input;
  if (!(serviceLevel >= 0 && serviceLevel <= 1)) {
    throw domainError('serviceLevel', serviceLevel, 'a share between 0 and 1');
  }
  const level = (perInterval: number) =>
    deferredWork({ ...fluid, capacity: fluid.work.map(() => perInterval) }).sl;
  if (level(0) >= serviceLevel) return 0;
  const full = densest(fluid) * input.hours;
  if (serviceLevel === 1 || full === Infinity) return full;
  const missed = lastWhere((perInterval) => level(perInterval) < serviceLevel * (1 - 1e-12), 0, full);
  return missed + 4e-16 * missed;
}

/** Greatest density over the breakpoints of the arrivals: between them it is a ratio of straight lines, so monotone. */
function densest({ hours, work, deadline, initial = 0 }: Omit<DeferredWorkInput, 'capacity'>): number {
  const horizon = hours * work.length;
  const done = [0];
  for (const amount of work) done.push((done.at(-1) ?? 0) + amount);
  const arrivedBy = (time: number) => {
    const place = Math.min(work.length, Math.floor(time / hours));
    return (done[place] ?? 0) + ((work[place] ?? 0) * (time - place * hours)) / hours;
  };
  const latest = horizon - deadline;
  const ends = done.map((_, place) => place * hours).filter((time) => time <= latest);
  let most = 0;
  for (const to of [...ends, latest]) {
    for (const from of ends) {
      if (from > to) break;
      const arrived = arrivedBy(to) - arrivedBy(from) + (from === 0 ? initial : 0);
      if (arrived > 0) most = Math.max(most, arrived / (to - from + deadline));
    }
  }
  return most;
}
