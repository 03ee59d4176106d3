/** What a simulation came to: figures of each queue and group with their confidence, and counts that add up. */

import { type Estimate, ratioEstimate } from './estimate.ts';
import type { Floor } from './floor.ts';
import type { SimulationSpec } from './spec.ts';
import { groupBase, groupFields, MOST_CELLS, QUEUE_FIELDS, queueBase, queueFields } from './tallies.ts';

/** Shares are of all attempts unless the name says otherwise; waits in seconds; null where there was nothing to measure. */
export interface QueueFigures {
  readonly attemptsPerHour: Estimate | null;
  /** Let in and made to wait. */
  readonly pWait: Estimate | null;
  readonly pAbandon: Estimate | null;
  /** Turned away because every place was taken. */
  readonly pBlock: Estimate | null;
  /** Mean wait of the answered. */
  readonly asa: Estimate | null;
  /** Mean wait of all, answered or not. */
  readonly waitAll: Estimate | null;
  readonly waitAbandoned: Estimate | null;
  /** Answered within the threshold, of all. */
  readonly slOffered: Estimate | null;
  /** Answered within the threshold, of the answered. */
  readonly slAnswered: Estimate | null;
  /** Answered within the threshold, of all but those who hang up within it. */
  readonly slExcludeShort: Estimate | null;
  /** Of those let in who would have waited longer than the threshold: answered within it. */
  readonly slVirtual: Estimate | null;
  /** Neither answered nor gone within the threshold. */
  readonly pWaitMore: Estimate | null;
  readonly pAbandonWithin: Estimate | null;
  /** Mean number waiting. */
  readonly queueLength: Estimate | null;
  /** Mean seconds in an agent's hands. */
  readonly handleTime: Estimate | null;
  /** Attempts of a customer, and the share of customers who gave up. */
  readonly attempts: Estimate | null;
  readonly pLost: Estimate | null;
}

export interface GroupFigures {
  /** Share of staffed time with at least one contact. */
  readonly occupancy: Estimate | null;
  /** Contacts of an agent who has any. */
  readonly concurrency: Estimate | null;
  /** Agents on duty on average, and those who work on after their shift. */
  readonly staffed: Estimate | null;
}

/** Whole numbers of the entire run: offered = answered + abandoned + blocked + stillWaiting + unserved. */
export interface QueueCounts {
  readonly customers: number;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly blocked: number;
  /** In line at this moment. */
  readonly stillWaiting: number;
  /** Still in line when the day was over and nobody was there to serve them. */
  readonly unserved: number;
  /** Away at this moment, about to try again. */
  readonly aboutToRedial: number;
}

export interface QueueResult {
  readonly id: string;
  readonly counts: QueueCounts;
  readonly figures: QueueFigures;
  /** The same by interval, by the moment of the attempt; empty when there is one interval only. */
  readonly byInterval: readonly QueueFigures[];
}

export interface GroupResult {
  readonly id: string;
  readonly figures: GroupFigures;
  readonly byInterval: readonly GroupFigures[];
}

export interface SimulationResults {
  readonly queues: readonly QueueResult[];
  readonly groups: readonly GroupResult[];
  readonly confidence: number;
  /** Equal parts of the run from whose scatter the confidence intervals come. */
  readonly batches: number;
  /** Customers simulated, those of the warm-up among them. */
  readonly customers: number;
  /** Days begun, in a simulation by days. */
  readonly days: number;
}

/** Cells by batch; the first ones are the warm-up, the last, unfinished one is left out. */
type Batches = readonly (readonly number[])[];

const BATCHES = 20;

/** At least 20 batches of equal size as soon as there are 20 full cells; until then one cell each. */
function batchesOf({ clock, layout }: Floor, warmUp: number): Batches {
  const full = Math.min(clock.cell, MOST_CELLS);
  const first = layout.isByDay ? 0 : Math.ceil(full * warmUp);
  const size = Math.max(1, Math.floor((full - first) / BATCHES));
  const count = Math.floor((full - first) / size);
  const start = full - count * size;
  return Array.from({ length: count }, (_, batch) =>
    Array.from({ length: size }, (_unused, place) => start + batch * size + place),
  );
}

type Sums = (field: number) => readonly number[];

function sumsOf(values: Float64Array, batches: Batches, bases: (cell: number) => readonly number[]): Sums {
  const places = batches.map((cells) => cells.flatMap(bases));
  return (field) =>
    places.map((starts) => starts.reduce((total, start) => total + (values[start + field] ?? 0), 0));
}

function plus(...lists: readonly (readonly number[])[]): readonly number[] {
  return (lists[0] ?? []).map((_, place) => lists.reduce((sum, list) => sum + (list[place] ?? 0), 0));
}

function minus(from: readonly number[], ...lists: readonly (readonly number[])[]): readonly number[] {
  const less = plus(...lists);
  return from.map((value, place) => value - (less[place] ?? 0));
}

function queueFigures(sums: Sums, seconds: readonly number[], confidence: number): QueueFigures {
  const f = queueFields;
  const share = (part: readonly number[], whole: readonly number[]) =>
    ratioEstimate(part, whole, confidence, true);
  const mean = (part: readonly number[], whole: readonly number[]) =>
    ratioEstimate(part, whole, confidence, false);
  const offered = sums(f.offered);
  const answered = sums(f.answered);
  const inTime = sums(f.inTime);
  const leftInTime = sums(f.abandonedInTime);
  const customers = sums(f.firstAttempts);
  return {
    attemptsPerHour: mean(
      offered,
      seconds.map((value) => value / 3600),
    ),
    pWait: share(sums(f.waited), offered),
    pAbandon: share(sums(f.abandoned), offered),
    pBlock: share(sums(f.blocked), offered),
    asa: mean(sums(f.waitAnswered), answered),
    waitAll: mean(plus(sums(f.waitAnswered), sums(f.waitAbandoned)), offered),
    waitAbandoned: mean(sums(f.waitAbandoned), sums(f.abandoned)),
    slOffered: share(inTime, offered),
    slAnswered: share(inTime, answered),
    slExcludeShort: share(inTime, minus(offered, leftInTime)),
    slVirtual: share(sums(f.patientInTime), sums(f.patient)),
    pWaitMore: share(minus(offered, inTime, leftInTime, sums(f.blocked)), offered),
    pAbandonWithin: share(leftInTime, offered),
    queueLength: mean(sums(f.lengthSeconds), seconds),
    handleTime: mean(sums(f.handleSeconds), sums(f.handled)),
    attempts: mean(offered, customers),
    pLost: share(sums(f.lost), customers),
  };
}

function groupFiguresOf(sums: Sums, seconds: readonly number[], confidence: number): GroupFigures {
  const busy = sums(groupFields.busySeconds);
  const staffed = sums(groupFields.staffedSeconds);
  return {
    occupancy: ratioEstimate(busy, staffed, confidence, true),
    concurrency: ratioEstimate(sums(groupFields.contactSeconds), busy, confidence, false),
    staffed: ratioEstimate(staffed, seconds, confidence, false),
  };
}

function total(values: Float64Array, first: number, stride: number, field: number): number {
  let sum = 0;
  for (let place = first + field; place < values.length; place += stride) sum += values[place] ?? 0;
  return sum;
}

function countsOf({ tallies, layout, lines, away, unserved }: Floor, queue: number): QueueCounts {
  const count = (field: number) =>
    total(tallies.queueSums, queue * QUEUE_FIELDS, layout.queues * QUEUE_FIELDS, field);
  return {
    customers: count(queueFields.firstAttempts),
    offered: count(queueFields.offered),
    answered: count(queueFields.answered),
    abandoned: count(queueFields.abandoned),
    blocked: count(queueFields.blocked),
    stillWaiting: lines.length[queue] ?? 0,
    unserved: unserved[queue] ?? 0,
    aboutToRedial: away[queue] ?? 0,
  };
}

/**
 * Reads the tallies. Nothing is changed: a simulation can go on afterwards.
 *
 * @param confidence level of the intervals, above 0 and below 1
 */
export function readResults(floor: Floor, spec: SimulationSpec, confidence: number): SimulationResults {
  const { layout, tallies, clock } = floor;
  const batches = batchesOf(floor, spec.warmUp ?? 0.1);
  const intervals = Array.from({ length: layout.intervals }, (_, interval) => interval);
  const stretches = [intervals, ...(layout.intervals > 1 ? intervals.map((interval) => [interval]) : [])];
  const within = stretches.map((part) => ({
    part,
    seconds: sumsOf(tallies.seconds, batches, (cell) => part.map((i) => cell * layout.intervals + i))(0),
  }));
  const queues = spec.queues.map(({ id }, queue) => {
    const [figures, ...byInterval] = within.map(({ part, seconds }) => {
      const bases = (cell: number) => part.map((i) => queueBase(layout, cell, i, queue));
      return queueFigures(sumsOf(tallies.queueSums, batches, bases), seconds, confidence);
    });
    if (figures === undefined) throw new Error('A simulation has at least one interval');
    return { id, counts: countsOf(floor, queue), figures, byInterval };
  });
  const groups = spec.groups.map(({ id }, group) => {
    const [figures, ...byInterval] = within.map(({ part, seconds }) => {
      const bases = (cell: number) => part.map((i) => groupBase(layout, cell, i, group));
      return groupFiguresOf(sumsOf(tallies.groupSums, batches, bases), seconds, confidence);
    });
    if (figures === undefined) throw new Error('A simulation has at least one interval');
    return { id, figures, byInterval };
  });
  return {
    queues,
    groups,
    confidence,
    batches: batches.length,
    customers: queues.reduce((sum, { counts }) => sum + counts.customers, 0),
    days: layout.isByDay ? clock.days : 0,
  };
}
