import { type Command, isJson } from '../../commands.ts';
import type { ScenarioDocument } from '../../scenario.ts';

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}${count}`;
  return id;
}

/**
 * The edits that make a plan the one in which nothing is done: no initiative counts, and what drifts happens. What it
 * costs beyond the plan without initiatives is the cost of standing still, to the cent.
 */
export function standingStillEdits({
  initiatives = [],
  statusQuoDrift = [],
}: ScenarioDocument): readonly Command[] {
  const taken = new Set(initiatives.map(({ id }) => id));
  const left = initiatives
    .filter(({ isCounted }) => isCounted !== false)
    .map(({ id }): Command => ({ type: 'setInput', path: `initiatives.${id}.isCounted`, value: false }));
  const happens = statusQuoDrift.map((drift, at): Command => {
    const id = freeId(drift.id, taken);
    taken.add(id);
    // It changes inputs and costs nothing by itself: so the cost of standing still counts it.
    const member = { ...drift, id, oneOff: 0, recurring: 0 };
    if (!isJson(member)) throw new Error('What drifts is plain data');
    return { type: 'insertMember', path: 'initiatives', place: initiatives.length + at, member };
  });
  return statusQuoDrift.length === 0
    ? left
    : [...left, ...happens, { type: 'setInput', path: 'statusQuoDrift' }];
}
