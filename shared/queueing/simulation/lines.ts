/** The waiting lines: first come, first served inside each; whoever hangs up leaves from any place. */

import { countLine } from './counting.ts';
import { removeEntry, setTime } from './eventHeap.ts';
import { type Floor, WAITING } from './floor.ts';
import { realAt, wholeAt } from './numbers.ts';

/** Puts a customer at the end of the line of its queue. */
export function joinLine(floor: Floor, customer: number): void {
  const { customers, lines, clock } = floor;
  const queue = wholeAt(customers.queue, customer);
  countLine(floor, queue);
  const last = wholeAt(lines.tail, queue);
  customers.state[customer] = WAITING;
  customers.previous[customer] = last;
  customers.next[customer] = -1;
  if (last < 0) lines.head[queue] = customer;
  else customers.next[last] = customer;
  lines.tail[queue] = customer;
  lines.length[queue] = wholeAt(lines.length, queue) + 1;
  lines.total += 1;
  const deadline = clock.now + realAt(customers.patience, customer);
  if (deadline < Infinity) setTime(customers.deadlines, customer, deadline);
}

/** Takes a customer out of the line, wherever it stands. */
export function leaveLine(floor: Floor, customer: number): void {
  const { customers, lines } = floor;
  const queue = wholeAt(customers.queue, customer);
  countLine(floor, queue);
  const before = wholeAt(customers.previous, customer);
  const after = wholeAt(customers.next, customer);
  if (before < 0) lines.head[queue] = after;
  else customers.next[before] = after;
  if (after < 0) lines.tail[queue] = before;
  else customers.previous[after] = before;
  lines.length[queue] = wholeAt(lines.length, queue) - 1;
  lines.total -= 1;
  removeEntry(customers.deadlines, customer);
}

/**
 * The customer whom an agent of a group takes next: of the queues ranked best whose line is not empty, the one who has
 * waited longest.
 *
 * @param held contacts that the agent holds already; only queues count that allow one more
 * @returns -1 when there is none
 */
export function nextInLine({ layout, customers, lines }: Floor, group: number, held: number): number {
  if (lines.total === 0) return -1;
  const { from, choices, ranks } = layout.queuesOfGroup;
  const end = wholeAt(from, group + 1);
  let found = -1;
  let foundRank = -1;
  for (let place = wholeAt(from, group); place < end; place += 1) {
    const rank = wholeAt(ranks, place);
    if (found >= 0 && rank !== foundRank) break;
    const queue = wholeAt(choices, place);
    const first = wholeAt(lines.head, queue);
    if (first < 0 || wholeAt(layout.held, queue) <= held) continue;
    if (found >= 0 && realAt(customers.since, first) >= realAt(customers.since, found)) continue;
    found = first;
    foundRank = rank;
  }
  return found;
}
