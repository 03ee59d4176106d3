/** Work that overloaded intervals of a day carry into the next ones, where Erlang C by itself has no answer. */

import { offeredLoad, type CalculatorInput } from './calculatorInput.ts';
import { carryOver, type CarryOverResult } from './carryOver.ts';

export interface Backlog {
  /** Contacts waiting at the end of the interval. */
  readonly waiting: number;
  /** Share of the interval's contacts answered in time. */
  readonly level: number;
}

export interface DayBacklog {
  /** One for each interval; null where no overload is felt. */
  readonly rows: readonly (Backlog | null)[];
  /** Share of the contacts of all staffed intervals answered in time; null unless some interval is overloaded. */
  readonly level: number | null;
}

interface StaffedInterval {
  readonly contacts: number;
  readonly agents?: number | undefined;
}

/** The method wants steps of about one handle time; with very short contacts more steps would change nothing. */
const MOST_STEPS = 60;

/**
 * Stationary backlog carry-over through the intervals that have agents on duty; each is cut into steps of about one handle
 * time. An interval without agents given ends a run: what waits then is not known, so the next run starts with nobody
 * waiting. Told only of intervals with load >= agents, and of those after them for as long as what is left over and what
 * comes still exceed the agents.
 *
 * @param settings goals and handle time
 * @throws DomainError naming the argument
 * @see Stolletz 2008
 * @example backlogOfDay(calculatorDefaults, [{ contacts: 400, agents: 68 }]).level // null
 */
export function backlogOfDay(settings: CalculatorInput, intervals: readonly StaffedInterval[]): DayBacklog {
  const rows: (Backlog | null)[] = [];
  let [contacts, inTime, isAnyOverloaded] = [0, 0, false];
  let at = 0;
  while (at < intervals.length) {
    const end = endOfRun(intervals, at);
    if (end === at) {
      rows.push(null);
      at += 1;
      continue;
    }
    const run = runThrough(settings, intervals.slice(at, end));
    rows.push(...run.map(({ isFelt, waiting, level }) => (isFelt ? { waiting, level } : null)));
    isAnyOverloaded ||= run.some(({ isFelt }) => isFelt);
    run.forEach(({ level }, place) => {
      const own = intervals[at + place]?.contacts ?? 0;
      contacts += own;
      inTime += own * level;
    });
    at = end;
  }
  return { rows, level: isAnyOverloaded && contacts > 0 ? inTime / contacts : null };
}

function endOfRun(intervals: readonly StaffedInterval[], start: number): number {
  const length = intervals.slice(start).findIndex(({ agents }) => agents === undefined);
  return length < 0 ? intervals.length : start + length;
}

interface RunInterval extends Backlog {
  readonly isFelt: boolean;
}

function runThrough(settings: CalculatorInput, run: readonly StaffedInterval[]): readonly RunInterval[] {
  const { aht, within, concurrency, intervalMinutes } = settings;
  const steps = Math.max(1, Math.min(MOST_STEPS, Math.round((60 * intervalMinutes) / aht)));
  const stepSeconds = (60 * intervalMinutes) / steps;
  const repeated = (values: readonly number[]) => values.flatMap((value) => Array<number>(steps).fill(value));
  const loads = run.map(({ contacts }) => offeredLoad({ contacts, aht, intervalMinutes }));
  const slots = run.map(({ agents }) => (agents ?? 0) * concurrency);
  const result = carryOver({ loads: repeated(loads), agents: repeated(slots), aht, within });
  let isFelt = false;
  let carried = 0;
  return run.map((_, place) => {
    const load = loads[place] ?? 0;
    const work = isFelt ? load + carried : load;
    isFelt = work > 0 && work >= (slots[place] ?? 0);
    carried = result.backlog[(place + 1) * steps - 1] ?? 0;
    return { isFelt, waiting: (carried * stepSeconds) / aht, level: meanLevel(result, place * steps, steps) };
  });
}

function meanLevel({ sl }: CarryOverResult, from: number, count: number): number {
  return sl.slice(from, from + count).reduce((sum, one) => sum + one, 0) / count;
}
