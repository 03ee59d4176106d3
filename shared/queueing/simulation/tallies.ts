/**
 * Everything that is counted, in equal stretches of the run ("cells"): so many attempts, or so many days. When the cells run
 * out, neighbours are added together, so that a run of any length fits and its figures come with their scatter.
 */

import { addAt } from './numbers.ts';
import type { Layout } from './layout.ts';

/** Counts and sums of one queue in one cell and interval. Waits belong to the moment of the attempt. */
export const queueFields = {
  offered: 0,
  waited: 1,
  answered: 2,
  abandoned: 3,
  blocked: 4,
  waitAnswered: 5,
  waitAbandoned: 6,
  inTime: 7,
  abandonedInTime: 8,
  /** Let in with more patience than the threshold, and of those the ones answered within it. */
  patient: 9,
  patientInTime: 10,
  handleSeconds: 11,
  /** Handled to the end: what `handleSeconds` is of. */
  handled: 12,
  /** Waiting contacts × seconds. */
  lengthSeconds: 13,
  firstAttempts: 14,
  /** Customers who gave up. */
  lost: 15,
} as const;
export const QUEUE_FIELDS = 16;

/** Sums of one group in one cell and interval, agents or contacts × seconds. */
export const groupFields = { busySeconds: 0, contactSeconds: 1, staffedSeconds: 2 } as const;
export const GROUP_FIELDS = 3;

export const MOST_CELLS = 128;

export interface Tallies {
  readonly queueSums: Float64Array;
  readonly groupSums: Float64Array;
  /** Seconds simulated, by cell and interval; what runs on after a day's end is not among them. */
  readonly seconds: Float64Array;
  /** Attempts or days in a cell, a power of two. */
  cellSize: number;
}

export function createTallies({ queues, groups, intervals }: Layout): Tallies {
  const cells = MOST_CELLS * intervals;
  return {
    queueSums: new Float64Array(cells * queues * QUEUE_FIELDS),
    groupSums: new Float64Array(cells * groups * GROUP_FIELDS),
    seconds: new Float64Array(cells),
    cellSize: 1,
  };
}

/** The first place of a queue's fields. */
export function queueBase(layout: Layout, cell: number, interval: number, queue: number): number {
  return ((cell * layout.intervals + interval) * layout.queues + queue) * QUEUE_FIELDS;
}

/** The first place of a group's fields. */
export function groupBase(layout: Layout, cell: number, interval: number, group: number): number {
  return ((cell * layout.intervals + interval) * layout.groups + group) * GROUP_FIELDS;
}

function merge(values: Float64Array): void {
  const width = values.length / MOST_CELLS;
  for (let cell = 1; cell < MOST_CELLS; cell += 1) {
    const target = (cell >> 1) * width;
    for (let place = 0; place < width; place += 1) {
      const amount = values[cell * width + place] ?? 0;
      values[cell * width + place] = 0;
      addAt(values, target + place, amount);
    }
  }
}

/** Adds neighbouring cells together: half of the cells are free again. */
export function halveCells(tallies: Tallies): void {
  merge(tallies.queueSums);
  merge(tallies.groupSums);
  merge(tallies.seconds);
  tallies.cellSize *= 2;
}
