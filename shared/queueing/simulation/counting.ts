/** Who is counted where: time to the cell and interval in which it passes, everything of an attempt to those in which it began. */

import type { Floor } from './floor.ts';
import { addAt, realAt, wholeAt } from './numbers.ts';
import { groupBase, groupFields, halveCells, MOST_CELLS, queueBase, queueFields } from './tallies.ts';

/** Where the fields of an attempt's queue, cell and interval begin. */
export function baseOf({ layout, clock, customers }: Floor, customer: number): number {
  const cell = Math.floor(realAt(customers.mark, customer) * clock.perCell);
  return queueBase(layout, cell, wholeAt(customers.interval, customer), wholeAt(customers.queue, customer));
}

/** Counts the waiting time up to now; to be called before a line changes. */
export function countLine({ layout, tallies, lines, clock }: Floor, queue: number): void {
  const seconds = (clock.now - realAt(lines.since, queue)) * wholeAt(lines.length, queue);
  lines.since[queue] = clock.now;
  const base = queueBase(layout, clock.cell, clock.interval, queue);
  addAt(tallies.queueSums, base + queueFields.lengthSeconds, seconds);
}

/** Counts the agents' time up to now; to be called before anyone comes, goes or changes load. */
export function countGroup({ layout, tallies, loads, clock }: Floor, group: number): void {
  const seconds = clock.now - realAt(loads.since, group);
  loads.since[group] = clock.now;
  if (seconds === 0) return;
  const base = groupBase(layout, clock.cell, clock.interval, group);
  const busy = wholeAt(loads.busy, group);
  // After the end of a day only those are paid who still have a contact.
  const staffed = clock.isClosed ? busy : wholeAt(loads.staffed, group);
  addAt(tallies.groupSums, base + groupFields.busySeconds, busy * seconds);
  addAt(tallies.groupSums, base + groupFields.contactSeconds, wholeAt(loads.contacts, group) * seconds);
  addAt(tallies.groupSums, base + groupFields.staffedSeconds, staffed * seconds);
}

/** Counts everything up to now; to be called before the cell or the interval changes. */
export function countAll(floor: Floor): void {
  const { layout, clock, tallies } = floor;
  for (let queue = 0; queue < layout.queues; queue += 1) countLine(floor, queue);
  for (let group = 0; group < layout.groups; group += 1) countGroup(floor, group);
  const seconds = clock.isClosed ? 0 : clock.now - clock.countedSince;
  addAt(tallies.seconds, clock.cell * layout.intervals + clock.interval, seconds);
  clock.countedSince = clock.now;
}

/** Goes on to the next attempt or day, and with it perhaps to the next cell. */
export function nextMark(floor: Floor): void {
  const { clock, tallies } = floor;
  const mark = clock.mark + 1;
  let cell = Math.floor(mark * clock.perCell);
  if (cell !== clock.cell) {
    countAll(floor);
    if (cell === MOST_CELLS) {
      halveCells(tallies);
      clock.perCell = 1 / tallies.cellSize;
      cell = Math.floor(mark * clock.perCell);
    }
    clock.cell = cell;
  }
  clock.mark = mark;
}
