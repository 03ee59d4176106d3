/** What happens on the floor: contacts come, are answered, hang up, call again; intervals and days begin and end. */

import { baseOf, countAll, nextMark } from './counting.ts';
import { firstEntry, firstTime, removeEntry, setTime } from './eventHeap.ts';
import { AWAY, type Floor, freeCustomer, takeCustomer, WAITING } from './floor.ts';
import { FIXED, type Laws, LOGNORMAL } from './layout.ts';
import { joinLine, leaveLine } from './lines.ts';
import { addAt, realAt, wholeAt } from './numbers.ts';
import { nextExponential, nextNormal, nextShare, type RandomStream } from './randomStream.ts';
import { readyAgent } from './readyAgents.ts';
import { sameExponential } from './sameEverywhere.ts';
import { changeShifts, complete, takeOn } from './service.ts';
import { queueFields } from './tallies.ts';

/** A duration of mean 1. */
function draw({ kinds, logMeans, logDeviations }: Laws, queue: number, stream: RandomStream): number {
  const kind = wholeAt(kinds, queue);
  if (kind === FIXED) return 1;
  if (kind !== LOGNORMAL) return nextExponential(stream);
  return sameExponential(realAt(logMeans, queue) + realAt(logDeviations, queue) * nextNormal(stream));
}

function streamOf(streams: readonly RandomStream[], queue: number): RandomStream {
  const stream = streams[queue];
  if (stream === undefined) throw new Error(`Queue ${queue} has no stream of random numbers`);
  return stream;
}

/**
 * Finds when the next contact comes: a unit of exponential chance is used up interval by interval, each at its own rate. Of a
 * run without end whole rounds are skipped at once, so that rare contacts cost no more than frequent ones.
 */
function scheduleArrival(floor: Floor, queue: number): void {
  const { layout, clock, arrivals, arrivalStreams } = floor;
  const { intervals, intervalSeconds, isByDay, rates, perRound } = layout;
  let left = nextExponential(streamOf(arrivalStreams, queue));
  const round = realAt(perRound, queue);
  const rounds = isByDay || left < round ? 0 : Math.floor(left / round);
  if (rounds > 0) left -= rounds * round;
  const shift = rounds > 0 ? rounds * intervals * intervalSeconds : 0;
  let time = clock.now;
  let end = clock.boundary;
  const last = isByDay ? intervals : clock.interval + intervals + 1;
  for (let interval = clock.interval; interval < last; interval += 1) {
    const rate = realAt(rates, queue * intervals + (interval % intervals));
    const inside = rate === 0 ? 0 : rate * (end - time);
    if (inside >= left && rate > 0) return setTime(arrivals, queue, shift + time + left / rate);
    left -= inside;
    time = end;
    end += intervalSeconds;
  }
  removeEntry(arrivals, queue);
}

/** Somebody hung up or was turned away: for good, or until a redial. */
function loseOrRedial(floor: Floor, customer: number): void {
  const { layout, customers, clock, away, redialStreams, tallies } = floor;
  const queue = wholeAt(customers.queue, customer);
  const share = realAt(layout.redialShare, queue);
  const stream = streamOf(redialStreams, queue);
  if (clock.isClosed || share === 0 || nextShare(stream) >= share) {
    addAt(tallies.queueSums, baseOf(floor, customer) + queueFields.lost, 1);
    freeCustomer(customers, customer);
    return;
  }
  customers.state[customer] = AWAY;
  away[queue] = wholeAt(away, queue) + 1;
  const delay = realAt(layout.redialSeconds, queue) * nextExponential(stream);
  setTime(customers.deadlines, customer, clock.now + delay);
}

/** An attempt to reach the centre, by a new customer or one who calls again. */
function attempt(floor: Floor, customer: number, isFirst: boolean): void {
  const { layout, customers, clock, lines, tallies } = floor;
  const { queueSums } = tallies;
  const queue = wholeAt(customers.queue, customer);
  if (!layout.isByDay) nextMark(floor);
  customers.mark[customer] = clock.mark;
  customers.interval[customer] = clock.interval;
  customers.since[customer] = clock.now;
  const base = baseOf(floor, customer);
  addAt(queueSums, base + queueFields.offered, 1);
  if (isFirst) addAt(queueSums, base + queueFields.firstAttempts, 1);
  const agent = readyAgent(floor, queue);
  if (agent < 0 && wholeAt(lines.length, queue) >= realAt(layout.places, queue)) {
    addAt(queueSums, base + queueFields.blocked, 1);
    loseOrRedial(floor, customer);
    return;
  }
  if (realAt(customers.patience, customer) > realAt(layout.within, queue))
    addAt(queueSums, base + queueFields.patient, 1);
  if (agent >= 0) return takeOn(floor, agent, customer);
  addAt(queueSums, base + queueFields.waited, 1);
  joinLine(floor, customer);
}

function arrive(floor: Floor, queue: number): void {
  const { layout, customers, customerStreams } = floor;
  const stream = streamOf(customerStreams, queue);
  const customer = takeCustomer(customers);
  customers.queue[customer] = queue;
  customers.work[customer] = draw(layout.handleLaws, queue, stream);
  const patience = realAt(layout.patienceSeconds, queue);
  customers.patience[customer] =
    patience === Infinity ? Infinity : patience * draw(layout.patienceLaws, queue, stream);
  attempt(floor, customer, true);
  scheduleArrival(floor, queue);
}

/** Patience is over, or the time has come to call again. */
function endDeadline(floor: Floor, customer: number): void {
  const { layout, customers, clock, tallies, away, redialStreams } = floor;
  const queue = wholeAt(customers.queue, customer);
  if (customers.state[customer] === WAITING) {
    const wait = clock.now - realAt(customers.since, customer);
    const base = baseOf(floor, customer);
    leaveLine(floor, customer);
    addAt(tallies.queueSums, base + queueFields.abandoned, 1);
    addAt(tallies.queueSums, base + queueFields.waitAbandoned, wait);
    if (wait <= realAt(layout.within, queue)) addAt(tallies.queueSums, base + queueFields.abandonedInTime, 1);
    return loseOrRedial(floor, customer);
  }
  removeEntry(customers.deadlines, customer);
  away[queue] = wholeAt(away, queue) - 1;
  if (clock.isClosed) {
    addAt(tallies.queueSums, baseOf(floor, customer) + queueFields.lost, 1);
    return freeCustomer(customers, customer);
  }
  const patience = realAt(layout.patienceSeconds, queue);
  customers.patience[customer] =
    patience === Infinity
      ? Infinity
      : patience * draw(layout.patienceLaws, queue, streamOf(redialStreams, queue));
  attempt(floor, customer, false);
}

/** Those whom nobody is left to serve are let go when the day is over. */
function clearLines(floor: Floor): void {
  const { layout, lines, customers } = floor;
  for (let queue = 0; queue < layout.queues; queue += 1) {
    for (let first = wholeAt(lines.head, queue); first >= 0; first = wholeAt(lines.head, queue)) {
      leaveLine(floor, first);
      freeCustomer(customers, first);
      addAt(floor.unserved, queue, 1);
    }
  }
}

/** Begins the first day, or the next one after everybody has gone. */
export function startDay(floor: Floor): void {
  const { layout, clock, lines, loads, agents } = floor;
  if (clock.days > 0) {
    clearLines(floor);
    countAll(floor);
    nextMark(floor);
  }
  clock.days += 1;
  clock.now = 0;
  clock.countedSince = 0;
  lines.since.fill(0);
  loads.since.fill(0);
  agents.readySince.fill(0);
  clock.interval = 0;
  clock.boundary = layout.intervalSeconds;
  clock.isClosed = false;
  changeShifts(floor);
  for (let queue = 0; queue < layout.queues; queue += 1) scheduleArrival(floor, queue);
}

/** @returns 1 when nobody came since the first interval last began, else 0 */
function quietRound({ clock }: Floor): number {
  const isQuiet = clock.isQuiet;
  clock.isQuiet = true;
  return isQuiet ? 1 : 0;
}

/** The next interval begins, or the day ends. @returns 1 when a whole round passed in which nobody came, else 0 */
function passBoundary(floor: Floor): number {
  const { layout, clock } = floor;
  if (clock.isClosed) {
    startDay(floor);
    return quietRound(floor);
  }
  clock.now = clock.boundary;
  countAll(floor);
  if (layout.isByDay && clock.interval + 1 === layout.intervals) {
    clock.isClosed = true;
    clock.boundary = Infinity;
    return 0;
  }
  clock.interval = (clock.interval + 1) % layout.intervals;
  clock.boundary += layout.intervalSeconds;
  changeShifts(floor);
  return clock.interval === 0 ? quietRound(floor) : 0;
}

/** Runs until so many customers more have come; a round of the intervals in which nobody comes counts as one. */
export function advance(floor: Floor, customers: number): void {
  const { clock, arrivals, agents, customers: people } = floor;
  let left = customers;
  while (left > 0) {
    const arrival = firstTime(arrivals);
    const completion = firstTime(agents.completions);
    const deadline = firstTime(people.deadlines);
    const earliest = Math.min(arrival, completion, deadline);
    if (clock.boundary <= earliest) {
      left -= passBoundary(floor);
    } else {
      clock.now = earliest;
      if (completion === earliest) complete(floor, firstEntry(agents.completions));
      else if (arrival === earliest) {
        arrive(floor, firstEntry(arrivals));
        clock.isQuiet = false;
        left -= 1;
      } else endDeadline(floor, firstEntry(people.deadlines));
    }
  }
}
