/** Deferred work (e-mail, back office): first come first served as a fluid, exactly. All quantities in hours. */

import { domainError } from '#shared/kernel/domainError.ts';
import { checkNonNegative, checkPositive } from './domain.ts';

export interface DeferredWorkInput {
  /** Length of each interval, hours, > 0. */
  readonly hours: number;
  /** Hours of work that arrive in each interval, evenly, >= 0. */
  readonly work: readonly number[];
  /** Hours of work that can be done in each interval, >= 0; as many as there are intervals. */
  readonly capacity: readonly number[];
  /** Hours after its arrival by which work must be finished, >= 0. */
  readonly deadline: number;
  /** Hours of work waiting at the start, which count as arriving then; 0 if absent. */
  readonly initial?: number | undefined;
}

export interface DeferredWorkResult {
  /** Hours of work waiting at the end of each interval. */
  readonly backlogEnd: readonly number[];
  readonly finished: number;
  /** Finished by its deadline. */
  readonly inTime: number;
  /** Finished after its deadline, or unfinished though its deadline has passed. */
  readonly late: number;
  /** Unfinished with a deadline after the last interval. */
  readonly open: number;
  /** inTime ÷ (inTime + late); 1 when there is neither. */
  readonly sl: number;
  /** Mean hours from arrival to finish, of what was finished; null when nothing was. */
  readonly meanDelay: number | null;
}

/** Work number `from` to `to` (hours, counted in order) happens evenly between two times. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly begins: number;
  readonly ends: number;
}

/**
 * Runs the fluid queue: work finishes at rate capacity while any waits, and arrivals and finishes are straight lines in
 * between, so every integral is exact. Cost grows with the number of intervals only.
 *
 * @throws DomainError naming the argument, such as `work[3]`
 * @example deferredWork({ hours: 1, work: [2, 2], capacity: [1, 3], deadline: 1 }).backlogEnd // [1, 0]
 */
export function deferredWork(input: DeferredWorkInput): DeferredWorkResult {
  checkDeferred(input);
  const { hours, work, deadline } = input;
  const arrivals = arrivalPieces(input);
  const { finishes, backlogEnd } = finishPieces(input);
  const finished = finishes.at(-1)?.to ?? 0;
  const horizon = hours * work.length;
  const { inTime, lateFinished, delay } = matched(arrivals, finishes, deadline);
  const lateWaiting = arrivals.reduce((sum, piece) => sum + overdue(piece, finished, horizon - deadline), 0);
  const waiting = backlogEnd.at(-1) ?? input.initial ?? 0;
  const late = lateFinished + lateWaiting;
  return {
    backlogEnd,
    finished,
    inTime,
    late,
    open: Math.max(0, waiting - lateWaiting),
    sl: inTime + late > 0 ? inTime / (inTime + late) : 1,
    meanDelay: finished > 0 ? delay / finished : null,
  };
}

function checkDeferred({ hours, work, capacity, deadline, initial }: DeferredWorkInput): void {
  checkPositive('hours', hours);
  checkNonNegative('deadline', deadline);
  if (initial !== undefined) checkNonNegative('initial', initial);
  if (capacity.length !== work.length) {
    throw domainError('capacity', capacity, `${work.length} numbers, one for each interval`);
  }
  work.forEach((value, place) => checkNonNegative(`work[${place}]`, value));
  capacity.forEach((value, place) => checkNonNegative(`capacity[${place}]`, value));
}

function arrivalPieces({ hours, work, initial = 0 }: DeferredWorkInput): Piece[] {
  const pieces: Piece[] = initial > 0 ? [{ from: 0, to: initial, begins: 0, ends: 0 }] : [];
  let count = initial;
  work.forEach((amount, place) => {
    if (amount > 0) {
      pieces.push({ from: count, to: count + amount, begins: place * hours, ends: (place + 1) * hours });
    }
    count += amount;
  });
  return pieces;
}

/** Pieces of finished work: with backlog at the rate of capacity, without it at the rate of arrival if that is less. */
function finishPieces(input: DeferredWorkInput): { finishes: Piece[]; backlogEnd: number[] } {
  const { hours, work, capacity, initial = 0 } = input;
  const finishes: Piece[] = [];
  let backlog = initial;
  let count = 0;
  let arrived = initial;
  const reach = (to: number, begins: number, ends: number) => {
    if (to <= count) return;
    finishes.push({ from: count, to, begins, ends });
    count = to;
  };
  const backlogEnd = work.map((arriving, place) => {
    const able = capacity[place] ?? 0;
    const begins = place * hours;
    const after = backlog + arriving - able;
    const share = after > 0 || able <= arriving ? 1 : backlog / (able - arriving);
    const emptied = arrived + arriving * share;
    reach(after > 0 ? count + able : emptied, begins, begins + share * hours);
    arrived += arriving;
    if (share < 1) reach(arrived, begins + share * hours, begins + hours);
    backlog = Math.max(0, after);
    return backlog;
  });
  return { finishes, backlogEnd };
}

/** Walks through arrivals and finishes together: what was in time, what late, and the sum of the delays. */
function matched(arrivals: readonly Piece[], finishes: readonly Piece[], deadline: number) {
  let [inTime, lateFinished, delay] = [0, 0, 0];
  let [a, f, at] = [0, 0, 0];
  for (;;) {
    const arrival = arrivals[a];
    const finish = finishes[f];
    if (arrival === undefined || finish === undefined) return { inTime, lateFinished, delay };
    const to = Math.min(arrival.to, finish.to);
    const amount = Math.max(0, to - at);
    const first = timeOf(finish, at) - timeOf(arrival, at);
    const last = timeOf(finish, to) - timeOf(arrival, to);
    const good = amount * shareBelow(first, last, deadline);
    inTime += good;
    lateFinished += amount - good;
    delay += (amount * (Math.max(0, first) + Math.max(0, last))) / 2;
    at = Math.max(at, to);
    if (arrival.to <= to) a += 1;
    if (finish.to <= to) f += 1;
  }
}

function timeOf({ from, to, begins, ends }: Piece, at: number): number {
  return begins + ((ends - begins) * (at - from)) / (to - from);
}

/** Share of a straight line between two values that is at most the limit, with a slack of rounding. */
function shareBelow(first: number, last: number, limit: number): number {
  const most = limit + 1e-12 * Math.max(1, limit);
  if (first <= most && last <= most) return 1;
  if (first > most && last > most) return 0;
  const part = (limit - first) / (last - first);
  return Math.min(1, Math.max(0, first <= most ? part : 1 - part));
}

/** Hours of a piece that are not finished though they arrived by `latest`, so that their deadline has passed. */
function overdue(piece: Piece, finished: number, latest: number): number {
  if (piece.begins > latest) return 0;
  const span = piece.ends - piece.begins;
  const share = span === 0 ? 1 : Math.min(1, (latest - piece.begins) / span);
  return Math.max(0, piece.from + share * (piece.to - piece.from) - Math.max(piece.from, finished));
}
