/** The state of a simulation: customers, agents, waiting lines and the clock. Everything in it changes while it runs. */

import { createHeap, type EventHeap, growHeap } from './eventHeap.ts';
import { domainError } from '#shared/kernel/domainError.ts';
import type { Layout } from './layout.ts';
import { longerReal, longerWhole, wholeAt } from './numbers.ts';
import { createStream, type RandomStream } from './randomStream.ts';
import { createTallies, type Tallies } from './tallies.ts';

export const WAITING = 1;
export const SERVED = 2;
export const AWAY = 3;

/** Customers by number; numbers of those who have left are used again. */
export interface Customers {
  capacity: number;
  /** First free number; the others follow through `next`. */
  free: number;
  queue: Int32Array;
  /** `WAITING`, `SERVED`, or `AWAY` until a redial. */
  state: Int32Array;
  /** Interval of the attempt. */
  interval: Int32Array;
  /** Which attempt of all, or which day: what decides the cell. */
  mark: Float64Array;
  /** Start of the attempt; once served, the start of handling. */
  since: Float64Array;
  patience: Float64Array;
  /** Work left, in mean handle times. */
  work: Float64Array;
  /** The waiting line, or the list of free numbers. */
  next: Int32Array;
  previous: Int32Array;
  /** When patience ends, or a redial comes. */
  readonly deadlines: EventHeap;
}

export interface Lines {
  readonly head: Int32Array;
  readonly tail: Int32Array;
  readonly length: Int32Array;
  readonly since: Float64Array;
  total: number;
}

export const OFF_DUTY = 0;
export const ON_DUTY = 1;
/** The shift is over, the contacts in hand are not. */
export const LEAVING = 2;

export interface Agents {
  readonly group: Int32Array;
  readonly duty: Int32Array;
  /** Contacts in hand, and how many at once are possible with them. */
  readonly held: Int32Array;
  readonly room: Int32Array;
  /** Their customers: agent · mostHeld + place. */
  readonly contacts: Int32Array;
  /** The customer who is finished next, and the time up to which work is taken off. */
  readonly finishing: Int32Array;
  readonly accrued: Float64Array;
  /** Lists of those who can take another contact, by group and contacts held, longest ready first. */
  readonly list: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly readySince: Float64Array;
  readonly listHead: Int32Array;
  readonly listTail: Int32Array;
  /** When the next contact is finished, by agent. */
  readonly completions: EventHeap;
}

export interface GroupLoads {
  readonly busy: Int32Array;
  readonly contacts: Int32Array;
  readonly staffed: Int32Array;
  readonly since: Float64Array;
}

export interface Clock {
  now: number;
  /** Next change of interval, or the end of the day. */
  boundary: number;
  interval: number;
  /** Attempts so far, or days. */
  mark: number;
  cell: number;
  /** 1 ÷ size of a cell: exact, the size being a power of two. */
  perCell: number;
  countedSince: number;
  isClosed: boolean;
  /** Nobody has come since the first interval last began. */
  isQuiet: boolean;
  days: number;
}

export interface Floor {
  readonly layout: Layout;
  readonly tallies: Tallies;
  readonly customers: Customers;
  readonly lines: Lines;
  readonly agents: Agents;
  readonly loads: GroupLoads;
  readonly clock: Clock;
  readonly arrivals: EventHeap;
  readonly arrivalStreams: readonly RandomStream[];
  readonly customerStreams: readonly RandomStream[];
  readonly redialStreams: readonly RandomStream[];
  /** Customers away until they redial, by queue. */
  readonly away: Int32Array;
  /** Still waiting when their day was over and nobody was left to serve them, by queue. */
  readonly unserved: Float64Array;
}

const FIRST_CAPACITY = 256;
/** More than this many contacts at once means that they pile up without limit. */
const MOST_CUSTOMERS = 1_000_000;

function none(length: number): Int32Array {
  return new Int32Array(length).fill(-1);
}

function createCustomers(): Customers {
  const capacity = FIRST_CAPACITY;
  return {
    capacity,
    free: 0,
    queue: none(capacity),
    state: none(capacity),
    interval: none(capacity),
    mark: new Float64Array(capacity),
    since: new Float64Array(capacity),
    patience: new Float64Array(capacity),
    work: new Float64Array(capacity),
    next: Int32Array.from({ length: capacity }, (_, place) => (place + 1 < capacity ? place + 1 : -1)),
    previous: none(capacity),
    deadlines: createHeap(capacity),
  };
}

function growCustomers(customers: Customers): void {
  const { capacity } = customers;
  if (capacity >= MOST_CUSTOMERS)
    throw domainError('queues', `${capacity} contacts at once`, 'agents who can keep up with the contacts');
  const larger = capacity * 2;
  customers.queue = longerWhole(customers.queue, larger);
  customers.state = longerWhole(customers.state, larger);
  customers.interval = longerWhole(customers.interval, larger);
  customers.mark = longerReal(customers.mark, larger);
  customers.since = longerReal(customers.since, larger);
  customers.patience = longerReal(customers.patience, larger);
  customers.work = longerReal(customers.work, larger);
  customers.next = longerWhole(customers.next, larger);
  customers.previous = longerWhole(customers.previous, larger);
  growHeap(customers.deadlines, larger);
  for (let place = capacity; place + 1 < larger; place += 1) customers.next[place] = place + 1;
  customers.free = capacity;
  customers.capacity = larger;
}

/** @returns the number of a new customer */
export function takeCustomer(customers: Customers): number {
  if (customers.free < 0) growCustomers(customers);
  const customer = customers.free;
  customers.free = wholeAt(customers.next, customer);
  return customer;
}

export function freeCustomer(customers: Customers, customer: number): void {
  customers.state[customer] = -1;
  customers.next[customer] = customers.free;
  customers.free = customer;
}

function createAgents({ firstAgent, groups, mostHeld }: Layout): Agents {
  const total = wholeAt(firstAgent, groups);
  const group = none(total);
  for (let g = 0; g < groups; g += 1) group.fill(g, wholeAt(firstAgent, g), wholeAt(firstAgent, g + 1));
  return {
    group,
    duty: new Int32Array(total),
    held: new Int32Array(total),
    room: new Int32Array(total).fill(mostHeld),
    contacts: none(total * mostHeld),
    finishing: none(total),
    accrued: new Float64Array(total),
    list: none(total),
    next: none(total),
    previous: none(total),
    readySince: new Float64Array(total),
    listHead: none(groups * mostHeld),
    listTail: none(groups * mostHeld),
    completions: createHeap(total),
  };
}

export function createFloor(layout: Layout): Floor {
  const { queues, groups, seed } = layout;
  const streams = (purpose: number) =>
    Array.from({ length: queues }, (_, queue) => createStream(seed, queue * 3 + purpose));
  return {
    layout,
    tallies: createTallies(layout),
    customers: createCustomers(),
    lines: {
      head: none(queues),
      tail: none(queues),
      length: new Int32Array(queues),
      since: new Float64Array(queues),
      total: 0,
    },
    agents: createAgents(layout),
    loads: {
      busy: new Int32Array(groups),
      contacts: new Int32Array(groups),
      staffed: new Int32Array(groups),
      since: new Float64Array(groups),
    },
    clock: {
      now: 0,
      boundary: 0,
      interval: 0,
      mark: 0,
      cell: 0,
      perCell: 1,
      countedSince: 0,
      isClosed: false,
      isQuiet: true,
      days: 0,
    },
    arrivals: createHeap(queues),
    arrivalStreams: streams(0),
    customerStreams: streams(1),
    redialStreams: streams(2),
    away: new Int32Array(queues),
    unserved: new Float64Array(queues),
  };
}
