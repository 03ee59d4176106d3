/** Stationary backlog carry-over: intervals in a row, where work that finds no agent is taken into the next. */

import { domainError } from '#shared/kernel/domainError.ts';
import { checkNonNegative, checkPositive } from './domain.ts';
import { blockingProbability } from './erlangB.ts';
import { erlangC } from './erlangC.ts';

export interface CarryOverInput {
  /** Offered load of each interval, Erlangs, >= 0. */
  readonly loads: readonly number[];
  /** Agents of each interval, real, >= 0; as many as there are loads. */
  readonly agents: readonly number[];
  /** Average handle time in seconds, > 0. The intervals should be about this long. */
  readonly aht: number;
  /** Answer-time threshold in seconds, >= 0. */
  readonly within: number;
}

/** One value for each interval. */
export interface CarryOverResult {
  /** Share of the interval's work that is carried into the next. */
  readonly pBlock: readonly number[];
  /** Carried work at the end, Erlangs. */
  readonly backlog: readonly number[];
  /** Modified arrival load: what the agents serve, always below their number. */
  readonly mar: readonly number[];
  /** mar divided by agents; null without agents. */
  readonly utilisation: readonly (number | null)[];
  /** Mean wait, seconds; null without agents for the work. */
  readonly asa: readonly (number | null)[];
  readonly sl: readonly number[];
  readonly queueLength: readonly (number | null)[];
}

/**
 * Service in intervals that may be overloaded (SBC): ã = a_i + b_{i−1}, b_i = ã·B(n_i, ã), then Erlang C at the load ã − b_i.
 *
 * Where Erlang C alone has no answer because load >= agents, this gives one, and the aftermath of the overload too.
 *
 * @throws DomainError naming the argument, such as `agents[2]`
 * @see Stolletz 2008, "Approximation of the non-stationary M(t)/M(t)/c(t)-queue"
 * @example carryOver({ loads: [20, 30], agents: [25, 32], aht: 300, within: 20 }).backlog // [1.00443555782, 3.4820286001]
 */
export function carryOver({ loads, agents, aht, within }: CarryOverInput): CarryOverResult {
  checkPositive('aht', aht);
  checkNonNegative('within', within);
  if (loads.length !== agents.length)
    throw domainError('agents', agents, `${loads.length} numbers, one for each load`);
  let carried = 0;
  const rows = loads.map((load, place) => {
    const count = agents[place] ?? Number.NaN;
    checkNonNegative(`loads[${place}]`, load);
    checkNonNegative(`agents[${place}]`, count);
    const work = load + carried;
    const pBlock = blockingProbability(work, count);
    const mar = count === 0 ? 0 : work * (1 - pBlock);
    carried = work - mar;
    const isUnserved = count === 0 && work > 0;
    const service = erlangC({ load: isUnserved ? 1 : mar, agents: count, aht, within });
    return { pBlock, backlog: carried, mar, utilisation: count === 0 ? null : mar / count, service };
  });
  return {
    pBlock: rows.map((row) => row.pBlock),
    backlog: rows.map((row) => row.backlog),
    mar: rows.map((row) => row.mar),
    utilisation: rows.map((row) => row.utilisation),
    asa: rows.map((row) => row.service.asa),
    sl: rows.map((row) => row.service.sl),
    queueLength: rows.map((row) => row.service.queueLength),
  };
}
