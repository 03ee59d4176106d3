/** What happens next: a binary heap of times by number, in typed arrays, in which every entry can be moved or taken out. */

import { longerReal, longerWhole, realAt, wholeAt } from './numbers.ts';

export interface EventHeap {
  /** Time of each entry, by its number. */
  times: Float64Array;
  /** The heap: numbers, earliest first. */
  order: Int32Array;
  /** Where each number stands in `order`; -1 when it is not in the heap. */
  places: Int32Array;
  size: number;
}

/** @param capacity entries are numbered from 0 to capacity − 1 */
export function createHeap(capacity: number): EventHeap {
  return {
    times: new Float64Array(capacity),
    order: new Int32Array(capacity).fill(-1),
    places: new Int32Array(capacity).fill(-1),
    size: 0,
  };
}

/** Makes room for entries up to another number. */
export function growHeap(heap: EventHeap, capacity: number): void {
  heap.times = longerReal(heap.times, capacity);
  heap.order = longerWhole(heap.order, capacity);
  heap.places = longerWhole(heap.places, capacity);
}

/** The entry with the earliest time; -1 when there is none. */
export function firstEntry(heap: EventHeap): number {
  return heap.size === 0 ? -1 : wholeAt(heap.order, 0);
}

/** The earliest time; infinity when there is none. */
export function firstTime(heap: EventHeap): number {
  return heap.size === 0 ? Infinity : realAt(heap.times, wholeAt(heap.order, 0));
}

/** Puts an entry in at a time, or moves it there. */
export function setTime(heap: EventHeap, entry: number, time: number): void {
  let place = wholeAt(heap.places, entry);
  if (place < 0) {
    place = heap.size;
    heap.size += 1;
  } else if (time > realAt(heap.times, entry)) {
    heap.times[entry] = time;
    sink(heap, entry, time, place);
    return;
  }
  heap.times[entry] = time;
  rise(heap, entry, time, place);
}

/** Takes an entry out; nothing happens if it is not in. */
export function removeEntry(heap: EventHeap, entry: number): void {
  const place = wholeAt(heap.places, entry);
  if (place < 0) return;
  heap.places[entry] = -1;
  heap.size -= 1;
  if (place === heap.size) return;
  const last = wholeAt(heap.order, heap.size);
  const time = realAt(heap.times, last);
  heap.places[last] = place;
  if (time < realAt(heap.times, entry)) rise(heap, last, time, place);
  else sink(heap, last, time, place);
}

function rise({ times, order, places }: EventHeap, entry: number, time: number, from: number): void {
  let place = from;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const other = wholeAt(order, above);
    if (realAt(times, other) <= time) break;
    order[place] = other;
    places[other] = place;
    place = above;
  }
  order[place] = entry;
  places[entry] = place;
}

function sink({ times, order, places, size }: EventHeap, entry: number, time: number, from: number): void {
  let place = from;
  for (;;) {
    let below = 2 * place + 1;
    if (below >= size) break;
    let other = wholeAt(order, below);
    let earlier = realAt(times, other);
    if (below + 1 < size) {
      const right = wholeAt(order, below + 1);
      const rightTime = realAt(times, right);
      if (rightTime < earlier) {
        below += 1;
        other = right;
        earlier = rightTime;
      }
    }
    if (earlier >= time) break;
    order[place] = other;
    places[other] = place;
    place = below;
  }
  order[place] = entry;
  places[entry] = place;
}
