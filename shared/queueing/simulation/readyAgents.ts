/** Agents who can take another contact, in lists by group and by contacts held, the longest ready first. */

import type { Floor } from './floor.ts';
import { realAt, wholeAt } from './numbers.ts';

/** Puts an agent at the end of the list that fits what it holds. */
export function joinReady({ agents, layout, clock }: Floor, agent: number): void {
  const list = wholeAt(agents.group, agent) * layout.mostHeld + wholeAt(agents.held, agent);
  const last = wholeAt(agents.listTail, list);
  agents.list[agent] = list;
  agents.previous[agent] = last;
  agents.next[agent] = -1;
  if (last < 0) agents.listHead[list] = agent;
  else agents.next[last] = agent;
  agents.listTail[list] = agent;
  agents.readySince[agent] = clock.now;
}

/** Takes an agent out of its list, if it is in one. */
export function leaveReady({ agents }: Floor, agent: number): void {
  const list = wholeAt(agents.list, agent);
  if (list < 0) return;
  const before = wholeAt(agents.previous, agent);
  const after = wholeAt(agents.next, agent);
  if (before < 0) agents.listHead[list] = after;
  else agents.next[before] = after;
  if (after < 0) agents.listTail[list] = before;
  else agents.previous[after] = before;
  agents.list[agent] = -1;
}

/**
 * The agent to whom a new contact goes: of the groups that prefer its queue most and have somebody ready, the one with the
 * fewest contacts, and of those the one ready for longest.
 *
 * @returns -1 when nobody can take it
 */
export function readyAgent({ layout, agents }: Floor, queue: number): number {
  const { from, choices, ranks } = layout.groupsOfQueue;
  const end = wholeAt(from, queue + 1);
  const most = wholeAt(layout.held, queue);
  let found = -1;
  let foundRank = -1;
  let foundHeld = most;
  for (let place = wholeAt(from, queue); place < end; place += 1) {
    const rank = wholeAt(ranks, place);
    if (found >= 0 && rank !== foundRank) break;
    const firstList = wholeAt(choices, place) * layout.mostHeld;
    for (let held = 0; held < most && held <= foundHeld; held += 1) {
      const agent = wholeAt(agents.listHead, firstList + held);
      if (agent < 0) continue;
      const isLonger = found < 0 || realAt(agents.readySince, agent) < realAt(agents.readySince, found);
      if (held < foundHeld || isLonger) {
        found = agent;
        foundRank = rank;
        foundHeld = held;
      }
      break;
    }
  }
  return found;
}
