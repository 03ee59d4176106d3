/** Contacts in hand: taking one on, working on several at once, finishing, and shifts that begin and end. */

import { baseOf, countGroup } from './counting.ts';
import { removeEntry, setTime } from './eventHeap.ts';
import { type Floor, freeCustomer, LEAVING, OFF_DUTY, ON_DUTY, SERVED } from './floor.ts';
import { leaveLine, nextInLine } from './lines.ts';
import { addAt, realAt, wholeAt } from './numbers.ts';
import { joinReady, leaveReady, readyAgent } from './readyAgents.ts';
import { queueFields } from './tallies.ts';

function changeLoad(floor: Floor, group: number, busy: number, contacts: number): void {
  const { loads } = floor;
  countGroup(floor, group);
  loads.busy[group] = wholeAt(loads.busy, group) + busy;
  loads.contacts[group] = wholeAt(loads.contacts, group) + contacts;
}

/** Takes the work done since the last change off an agent's contacts. */
function accrue({ agents, customers, layout, clock }: Floor, agent: number, held: number): void {
  const seconds = clock.now - realAt(agents.accrued, agent);
  const first = agent * layout.mostHeld;
  for (let place = first; place < first + held; place += 1) {
    const customer = wholeAt(agents.contacts, place);
    const curve = wholeAt(customers.queue, customer) * layout.mostHeld;
    addAt(customers.work, customer, -seconds / realAt(layout.handleSeconds, curve + held - 1));
  }
  agents.accrued[agent] = clock.now;
}

/** Finds which contact is finished first at the agent's present pace, and when. */
function schedule({ agents, customers, layout, clock }: Floor, agent: number): void {
  const held = wholeAt(agents.held, agent);
  const first = agent * layout.mostHeld;
  let finishing = -1;
  let earliest = Infinity;
  for (let place = first; place < first + held; place += 1) {
    const customer = wholeAt(agents.contacts, place);
    const curve = wholeAt(customers.queue, customer) * layout.mostHeld;
    const seconds = realAt(customers.work, customer) * realAt(layout.handleSeconds, curve + held - 1);
    if (seconds >= earliest && finishing >= 0) continue;
    earliest = seconds;
    finishing = customer;
  }
  agents.finishing[agent] = finishing;
  agents.accrued[agent] = clock.now;
  setTime(agents.completions, agent, clock.now + earliest);
}

/** Counts an answer and hands the contact to an agent, who goes on with what is in hand already. */
export function takeOn(floor: Floor, agent: number, customer: number): void {
  const { agents, customers, layout, clock, tallies } = floor;
  const { queueSums } = tallies;
  const queue = wholeAt(customers.queue, customer);
  const wait = clock.now - realAt(customers.since, customer);
  const base = baseOf(floor, customer);
  const within = realAt(layout.within, queue);
  addAt(queueSums, base + queueFields.answered, 1);
  addAt(queueSums, base + queueFields.waitAnswered, wait);
  if (wait <= within) {
    addAt(queueSums, base + queueFields.inTime, 1);
    if (realAt(customers.patience, customer) > within) addAt(queueSums, base + queueFields.patientInTime, 1);
  }
  customers.state[customer] = SERVED;
  customers.since[customer] = clock.now;
  const held = wholeAt(agents.held, agent);
  leaveReady(floor, agent);
  changeLoad(floor, wholeAt(agents.group, agent), held === 0 ? 1 : 0, 1);
  if (held > 0) accrue(floor, agent, held);
  agents.contacts[agent * layout.mostHeld + held] = customer;
  agents.held[agent] = held + 1;
  const room = Math.min(wholeAt(agents.room, agent), wholeAt(layout.held, queue));
  agents.room[agent] = room;
  schedule(floor, agent);
  if (held + 1 < room && agents.duty[agent] === ON_DUTY) joinReady(floor, agent);
}

/** Takes the finished contact out of the agent's hands. @returns contacts still held */
function putDown(floor: Floor, agent: number): number {
  const { agents, customers, layout, clock, tallies } = floor;
  const held = wholeAt(agents.held, agent);
  const customer = wholeAt(agents.finishing, agent);
  const base = baseOf(floor, customer);
  const seconds = clock.now - realAt(customers.since, customer);
  addAt(tallies.queueSums, base + queueFields.handleSeconds, seconds);
  addAt(tallies.queueSums, base + queueFields.handled, 1);
  if (held > 1) accrue(floor, agent, held);
  const first = agent * layout.mostHeld;
  let room = layout.mostHeld;
  for (let place = first; place < first + held; place += 1) {
    const other = wholeAt(agents.contacts, place);
    if (other === customer) agents.contacts[place] = wholeAt(agents.contacts, first + held - 1);
    else room = Math.min(room, wholeAt(layout.held, wholeAt(customers.queue, other)));
  }
  agents.room[agent] = room;
  agents.held[agent] = held - 1;
  changeLoad(floor, wholeAt(agents.group, agent), held === 1 ? -1 : 0, -1);
  freeCustomer(customers, customer);
  return held - 1;
}

function goHome(floor: Floor, agent: number): void {
  const { agents, loads } = floor;
  const group = wholeAt(agents.group, agent);
  countGroup(floor, group);
  agents.duty[agent] = OFF_DUTY;
  loads.staffed[group] = wholeAt(loads.staffed, group) - 1;
}

/** Takes waiting contacts on as long as there is room for one more. @returns contacts held then */
function takeNext(floor: Floor, agent: number, remaining: number): number {
  const { agents } = floor;
  const group = wholeAt(agents.group, agent);
  let held = remaining;
  while (held < wholeAt(agents.room, agent)) {
    const customer = nextInLine(floor, group, held);
    if (customer < 0) return held;
    leaveLine(floor, customer);
    takeOn(floor, agent, customer);
    held += 1;
  }
  return held;
}

/** An agent finishes a contact and takes the next, if somebody waits and the shift is not over. */
export function complete(floor: Floor, agent: number): void {
  const { agents } = floor;
  const remaining = putDown(floor, agent);
  leaveReady(floor, agent);
  const isStaying = agents.duty[agent] === ON_DUTY;
  const held = isStaying ? takeNext(floor, agent, remaining) : remaining;
  if (held === 0) removeEntry(agents.completions, agent);
  else if (held === remaining) schedule(floor, agent);
  if (!isStaying && held === 0) goHome(floor, agent);
  const isReady = isStaying && held < wholeAt(agents.room, agent);
  if (isReady && wholeAt(agents.list, agent) < 0) joinReady(floor, agent);
}

/** Gives waiting contacts to agents who are ready, the queue of the best priority first, then who has waited longest. */
export function serveWaiting(floor: Floor): void {
  const { layout, lines, customers } = floor;
  for (;;) {
    let found = -1;
    let foundAgent = -1;
    for (let queue = 0; queue < layout.queues; queue += 1) {
      const first = wholeAt(lines.head, queue);
      if (first < 0) continue;
      const agent = readyAgent(floor, queue);
      if (agent < 0) continue;
      const lead =
        found < 0
          ? -1
          : wholeAt(layout.priorities, queue) - wholeAt(layout.priorities, wholeAt(customers.queue, found));
      const isEarlier = lead === 0 && realAt(customers.since, first) < realAt(customers.since, found);
      if (lead < 0 || isEarlier) {
        found = first;
        foundAgent = agent;
      }
    }
    if (found < 0) return;
    leaveLine(floor, found);
    takeOn(floor, foundAgent, found);
  }
}

/** Brings agents on duty: first those who were about to leave, then others. */
function bringIn(floor: Floor, group: number, missing: number): void {
  const { agents, layout, loads } = floor;
  let left = missing;
  for (const duty of [LEAVING, OFF_DUTY]) {
    const end = wholeAt(layout.firstAgent, group + 1);
    for (let agent = wholeAt(layout.firstAgent, group); agent < end && left > 0; agent += 1) {
      if (agents.duty[agent] !== duty) continue;
      if (duty === OFF_DUTY) loads.staffed[group] = wholeAt(loads.staffed, group) + 1;
      agents.duty[agent] = ON_DUTY;
      if (wholeAt(agents.held, agent) < wholeAt(agents.room, agent)) joinReady(floor, agent);
      left -= 1;
    }
  }
}

/** Sends agents home, those with the fewest contacts first; who has any takes no more and finishes them. */
function sendHome(floor: Floor, group: number, surplus: number): void {
  const { agents, layout } = floor;
  let left = surplus;
  for (let held = 0; held <= layout.mostHeld && left > 0; held += 1) {
    const end = wholeAt(layout.firstAgent, group + 1);
    for (let agent = wholeAt(layout.firstAgent, group); agent < end && left > 0; agent += 1) {
      if (agents.duty[agent] !== ON_DUTY || wholeAt(agents.held, agent) !== held) continue;
      leaveReady(floor, agent);
      agents.duty[agent] = LEAVING;
      if (held === 0) goHome(floor, agent);
      left -= 1;
    }
  }
}

/** Sets every group to the staff of the present interval. */
export function changeShifts(floor: Floor): void {
  const { layout, agents, clock } = floor;
  for (let group = 0; group < layout.groups; group += 1) {
    countGroup(floor, group);
    const target = wholeAt(layout.staff, group * layout.intervals + clock.interval);
    let onDuty = 0;
    const end = wholeAt(layout.firstAgent, group + 1);
    for (let agent = wholeAt(layout.firstAgent, group); agent < end; agent += 1)
      if (agents.duty[agent] === ON_DUTY) onDuty += 1;
    if (onDuty < target) bringIn(floor, group, target - onDuty);
    if (onDuty > target) sendHome(floor, group, onDuty - target);
  }
  serveWaiting(floor);
}
