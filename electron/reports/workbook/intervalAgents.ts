import { agentsByClass } from '#shared/model/blocks/staffing.ts';
import type { Member } from '#shared/model/members.ts';
import { type Queue, weekdays } from '#shared/model/scenario.ts';
import { type Book, type Row, unitOf } from './book.ts';
import { profileDays } from './calendarSheet.ts';
import { openTimes } from './openTimes.ts';
import { timeText } from './profileSheet.ts';

/** A queue as a whole, or one group's own part of it: what its agents are worked out from. */
export interface Staffed {
  /** The measure that its agent hours are. */
  readonly hoursId: string;
  readonly queue: Queue;
  readonly queueMember: Member;
  /** The share of the contacts; absent for a queue as a whole. */
  readonly shareId?: string;
  readonly of: string;
}

/** All that is staffed by waiting times: queues, and the groups' own parts of those that are not pooled. */
export function staffedParts({ plan, scenario }: Book): readonly Staffed[] {
  return plan
    .graph()
    .members.of('queues')
    .flatMap((queueMember): readonly Staffed[] => {
      const queue = scenario.queues.find(({ id }) => id === queueMember.id);
      if (queue === undefined || queue.model === 'workload') return [];
      if (queue.pooled)
        return [{ hoursId: `${queueMember.key}.baseHours`, queue, queueMember, of: queueMember.name }];
      return (queueMember.collections.get('servers') ?? []).map((route) => ({
        hoursId: `${route.key}.ownHours`,
        queue,
        queueMember,
        shareId: `${route.inputKey}.share`,
        of: route.name,
      }));
    });
}

/** Agents by weight of an interval in one period; undefined where the plan has no requirement there. */
function agentsIn(
  book: Book,
  { hoursId, queue, queueMember, shareId }: Staffed,
  t: number,
): ReadonlyMap<number, number> | undefined {
  const { plan } = book;
  if (Number.isNaN(plan.column(hoursId)[t] ?? Number.NaN)) return undefined;
  const { context } = plan.graph();
  const open = openTimes(book, queue)[t];
  if (open === undefined) return undefined;
  const share = shareId === undefined ? 1 : (plan.column(shareId)[t] ?? 0);
  if (shareId !== undefined && share <= 0) return new Map();
  const at = (name: string) => plan.column(`${queueMember.key}.${name}`)[t] ?? Number.NaN;
  const part = {
    offered: at('offered') * share,
    ahtSeconds: at('aht'),
    patienceSeconds: queue.patience === undefined ? undefined : at('patience'),
  };
  const agents = agentsByClass(queue, open, part, context.cache);
  return new Map(open.classes.map(({ weight }, place) => [weight, agents[place] ?? 0]));
}

function rowId({ hoursId }: Staffed, day: number, place: number): string {
  return `agents.${hoursId}.${day}.${place}`;
}

/** The intervals of a weekday that are open. */
function openPlaces(queue: Queue, day: number): readonly number[] {
  const weights = queue.profile.weights[weekdays[day] ?? 'mon'] ?? [];
  return weights.flatMap((weight, place) => (weight > 0 ? [place] : []));
}

/** Agents of every interval of the week, by period: numbers of the queueing engine. */
export function agentRows(book: Book, staffed: Staffed): readonly Row[] {
  const { queue, of } = staffed;
  const byPeriod = book.plan.graph().context.periods.map((_, t) => agentsIn(book, staffed, t));
  return profileDays(queue).flatMap((day) => {
    const weights = queue.profile.weights[weekdays[day] ?? 'mon'] ?? [];
    return openPlaces(queue, day).map((place): Row => {
      const weight = weights[place] ?? 0;
      return {
        id: rowId(staffed, day, place),
        label: `${book.words.weekday(day, 'short')} ${timeText(place, queue.profile.intervalMinutes)}`,
        of,
        unitText: unitOf(book, 'agents'),
        shown: 'agents',
        tone: 'engine',
        bulk: (t) => {
          const agents = byPeriod[t];
          return agents === undefined ? '' : (agents.get(weight) ?? 0);
        },
      };
    });
  });
}

/** For each weekday the first and the last row of its agents. */
export function agentSpans(
  staffed: Staffed,
): readonly { readonly day: number; readonly first: string; readonly last: string }[] {
  return profileDays(staffed.queue).flatMap((day) => {
    const places = openPlaces(staffed.queue, day);
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ day, first: rowId(staffed, day, first), last: rowId(staffed, day, last) }];
  });
}
