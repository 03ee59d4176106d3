import { compensatedSum } from '#shared/kernel/summation.ts';
import type { Member } from '#shared/model/members.ts';
import type { Scenario, StaffGroup } from '#shared/model/scenario.ts';
import { type Book, fixedCell, type Reader } from './book.ts';
import type { Maker } from './nodeRows.ts';
import { chained, partCell } from './parts.ts';

/** How hours fall on queues, and what a partner's own service does to its price. */

/** As the queues are filled when hours are short: lower numbers first. */
function priorityOf({ queues }: Scenario, id: string): number {
  const queue = queues.find((one) => one.id === id);
  return queue?.priority ?? (queue?.model === 'workload' ? 2 : 1);
}

/** A longer sum of hours gets a cell of its own. */
const LONGEST_LEVEL = 200;

/** Hours that a level of priority needs, and those of the levels before it. */
function levelText(
  book: Book,
  reader: Reader,
  key: string,
  routes: readonly { readonly priority: number; readonly id: string }[],
  wanted: (priority: number) => boolean,
): string {
  const terms = routes
    .filter(({ priority }) => wanted(priority))
    .map(({ id }) => ({
      text: reader.cell(id),
      value: () => book.plan.column(id)[reader.column.place] ?? Number.NaN,
    }));
  if (terms.length === 0) return '0';
  const text = chained(book, reader, key, terms);
  if (text.length <= LONGEST_LEVEL) return text;
  // Every queue of the group asks for the same sum.
  return partCell(book, reader, key, text, compensatedSum(terms.map(({ value }) => value())));
}

function ratioMaker(book: Book, group: Member, route: Member): Maker {
  const all = group.collections.get('routes') ?? [];
  const own = priorityOf(book.scenario, route.id);
  return (reader: Reader) => {
    const supplied = reader.cell(`${group.key}.suppliedHours`);
    const routes = all.map(({ id, key }) => ({
      priority: priorityOf(book.scenario, id),
      id: `${key}.requiredHours`,
    }));
    const required = reader.cell(`${group.key}.requiredHours`);
    const level = levelText(book, reader, `${group.key} =${own}`, routes, (priority) => priority === own);
    const before = levelText(book, reader, `${group.key} <${own}`, routes, (priority) => priority < own);
    const left = before === '0' ? `MAX(0,${supplied})` : `MAX(0,${supplied}-(${before}))`;
    const short = `IF((${level})=0,1,MIN(1,${left}/(${level})))`;
    return `IF(${required}=0,1,IF(${supplied}>=${required},${supplied}/${required},${short}))`;
  };
}

function tierMaker(
  book: Book,
  { id, key }: Member,
  tiers: NonNullable<StaffGroup['vendor']>['slaTiers'],
): Maker {
  return (reader) => {
    const level = reader.cell(`${key}.ownServiceLevel`);
    const part = (place: number, name: string) =>
      fixedCell(book, `staffGroups.${id}.vendor.slaTiers[${place}].${name}`, reader.sheet);
    const ordered = tiers
      .map(({ atLeast }, place) => ({ atLeast, place }))
      .toSorted((a, b) => b.atLeast - a.atLeast);
    const lowest = ordered.at(-1);
    if (lowest === undefined) return '0';
    const reached = ordered.reduceRight(
      (otherwise, { place }) =>
        `IF(${level}>=${part(place, 'atLeast')}*(1-0.000000000001),${part(place, 'adjust')},${otherwise})`,
      part(lowest.place, 'adjust'),
    );
    return `IF(${level}="",0,${reached})`;
  };
}

export function allocationMakers(book: Book): ReadonlyMap<string, Maker> {
  const groups = book.plan.graph().members.of('groups');
  return new Map(
    groups.flatMap((group): readonly (readonly [string, Maker])[] => {
      const tiers = book.scenario.staffGroups.find(({ id }) => id === group.id)?.vendor?.slaTiers ?? [];
      return [
        ...(group.collections.get('routes') ?? []).map(
          (route) => [`${route.key}.staffingRatio`, ratioMaker(book, group, route)] as const,
        ),
        ...(tiers.length === 0 ? [] : [[`${group.key}.slaAdjust`, tierMaker(book, group, tiers)] as const]),
      ];
    }),
  );
}
