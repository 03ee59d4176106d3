import type { Json } from './paths.ts';
import type { Command } from './commands.ts';
import { inputAt } from './paths.ts';
import type { ScenarioDocument } from './scenario.ts';

/** Taking a thing out of a plan together with all that refers to it, so that what is left is a plan. */

export const removableLists = ['segments', 'queues', 'staffGroups', 'drivers', 'budgetLines'] as const;
export type RemovableList = (typeof removableLists)[number];

/** Something else that changes with a removal; the words for it belong to whoever shows it. */
export interface Consequence {
  readonly kind:
    | 'demand'
    | 'route'
    | 'event'
    | 'eventQueue'
    | 'offer'
    | 'effect'
    | 'cancelledHire'
    | 'uncertain'
    | 'assumption'
    | 'share'
    | 'formula';
  /** What it is about, as people call it. */
  readonly name: string;
}

export interface Removal {
  readonly commands: readonly Command[];
  readonly goesWith: readonly Consequence[];
  /** Queues that nobody else serves: the group cannot go before they are given to another. */
  readonly unserved: readonly string[];
}

type List = 'events' | 'uncertain';

function isJson(value: unknown): value is Json {
  return value !== undefined;
}

function set(path: string, value: unknown): Command {
  return isJson(value) ? { type: 'setInput', path, value } : { type: 'setInput', path };
}

function isInside(path: string, target: string): boolean {
  return target === path || target.startsWith(`${path}.`) || target.startsWith(`${path}[`);
}

interface Part {
  readonly commands: readonly Command[];
  readonly goesWith: readonly Consequence[];
}

const nothing: Part = { commands: [], goesWith: [] };

/** A list without some of its entries; nothing to do where all stay. */
function without<T>(
  path: string,
  list: readonly T[] | undefined,
  goes: (entry: T) => boolean,
  consequence: (entry: T) => Consequence,
): Part {
  const gone = (list ?? []).filter(goes);
  if (list === undefined || gone.length === 0) return nothing;
  const rest = list.filter((entry) => !goes(entry));
  return { commands: [set(path, rest)], goesWith: gone.map(consequence) };
}

function demandParts({ queues = [] }: ScenarioDocument, id: string): readonly Part[] {
  return queues.map((queue) =>
    without(
      `queues.${queue.id}.demand`,
      queue.demand,
      ({ segment }) => segment === id,
      () => ({ kind: 'demand', name: queue.name ?? queue.id }),
    ),
  );
}

function routeParts({ staffGroups = [] }: ScenarioDocument, id: string): readonly Part[] {
  return staffGroups.map((group) =>
    without(
      `staffGroups.${group.id}.queues`,
      group.queues,
      (route) => route.id === id,
      () => ({ kind: 'route', name: group.name ?? group.id }),
    ),
  );
}

/** An event of this queue only goes; others lose the queue. */
function eventPart({ events = [] }: ScenarioDocument, id: string): Part {
  const about = events.filter(({ queues }) => queues.includes(id));
  if (about.length === 0) return nothing;
  const rest = events.flatMap((event) => {
    const queues = event.queues.filter((queue) => queue !== id);
    return queues.length === 0 && event.queues.length > 0 ? [] : [{ ...event, queues }];
  });
  const list: List = 'events';
  return {
    commands: [set(list, rest)],
    goesWith: about.map(({ name, queues }) => ({
      kind: queues.length === 1 ? 'event' : 'eventQueue',
      name,
    })),
  };
}

function offerPart({ sourcing }: ScenarioDocument, id: string): Part {
  return without(
    'sourcing.offers',
    sourcing?.offers,
    ({ queue }) => queue === id,
    (offer) => ({ kind: 'offer', name: offer.name ?? offer.id }),
  );
}

/** Effects of initiatives on inputs that go, automation of a queue and hires cancelled in a group that go. */
function initiativeParts(document: ScenarioDocument, path: string): readonly Part[] {
  return (['initiatives', 'statusQuoDrift'] as const).flatMap((list) =>
    (document[list] ?? []).flatMap((initiative) => {
      const name = initiative.name ?? initiative.id;
      return [
        without(
          `${list}.${initiative.id}.effects`,
          initiative.effects,
          ({ target }) => isInside(path, target),
          () => ({ kind: 'effect', name }),
        ),
        without(
          `${list}.${initiative.id}.cancelledHires`,
          initiative.cancelledHires,
          ({ group }) => path === `staffGroups.${group}`,
          () => ({ kind: 'cancelledHire', name }),
        ),
        path === `queues.${initiative.automation?.queue}`
          ? { commands: [set(`${list}.${initiative.id}.automation`, undefined)], goesWith: [] }
          : nothing,
      ];
    }),
  );
}

/** What is known of inputs that go: uncertainty and sources. Demand and routes count as inside what they lead to. */
function knowledgePart(document: ScenarioDocument, isGone: (path: string) => boolean): Part {
  const list: List = 'uncertain';
  const uncertain = without(
    list,
    document.uncertain,
    ({ target }) => isGone(target),
    ({ target }) => ({ kind: 'uncertain', name: target }),
  );
  const known = Object.keys(document.assumptions ?? {}).filter(isGone);
  return {
    commands: [...uncertain.commands, ...known.map((path) => set(`assumptions.${path}`, undefined))],
    goesWith: [...uncertain.goesWith, ...known.map((name) => ({ kind: 'assumption', name }) as const)],
  };
}

function formulasIn(value: unknown, path: string): readonly (readonly [path: string, formula: string])[] {
  if (Array.isArray(value)) {
    return value.flatMap((inner: unknown, at) => {
      const key: unknown = typeof inner === 'object' && inner !== null && 'id' in inner ? inner.id : at;
      return formulasIn(inner, `${path}.${String(key)}`);
    });
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === 'formula' && typeof inner === 'string'
      ? [[path, inner] as const]
      : formulasIn(inner, path === '' ? key : `${path}.${key}`),
  );
}

/** Formulas elsewhere that name it: they stay, and show that a name is missing. */
function formulaConsequences(document: ScenarioDocument, path: string): readonly Consequence[] {
  const names = [path, path.replace(/^staffGroups\./, 'groups.')];
  return formulasIn(document, '').flatMap(([place, formula]) => {
    const isNamed = names.some((name) => {
      const at = formula.indexOf(`${name}.`);
      return at >= 0 && !/[\w.]/.test(formula[at - 1] ?? ' ');
    });
    return isNamed && !isInside(path, place) ? [{ kind: 'formula', name: place } as const] : [];
  });
}

/** The shares of a group go to the others who serve the same queues, in proportion. */
function sharePart({ staffGroups = [] }: ScenarioDocument, id: string, shares: readonly Command[]): Part {
  const changed = new Set(
    shares.flatMap((command) => ('path' in command ? (command.path.split('.')[1] ?? []) : [])),
  );
  changed.delete(id);
  return {
    commands: shares.filter((command) => !('path' in command) || command.path.split('.')[1] !== id),
    goesWith: staffGroups
      .filter((group) => changed.has(group.id))
      .map((group) => ({ kind: 'share', name: group.name ?? group.id })),
  };
}

function otherServers({ staffGroups = [] }: ScenarioDocument, queue: string, group: string): number {
  return staffGroups.filter(({ id, queues }) => id !== group && queues.some((route) => route.id === queue))
    .length;
}

function unservedWithout(document: ScenarioDocument, id: string): readonly string[] {
  const group = (document.staffGroups ?? []).find((one) => one.id === id);
  return (group?.queues ?? [])
    .filter((route) => otherServers(document, route.id, id) === 0)
    .map((route) => (document.queues ?? []).find((queue) => queue.id === route.id)?.name ?? route.id);
}

/**
 * What takes a member out of its list, and all that goes with it, as one act.
 *
 * @param handOver for a group: the commands that give its shares of queues to the other groups (see `handedOver`)
 */
export function removalOf(
  document: ScenarioDocument,
  list: RemovableList,
  id: string,
  handOver: readonly Command[] = [],
): Removal {
  const path = `${list}.${id}`;
  if (inputAt(document, path) === undefined) return { commands: [], goesWith: [], unserved: [] };
  const isGone = (target: string): boolean => {
    if (isInside(path, target)) return true;
    if (list === 'segments') return new RegExp(`^queues\\.[^.]+\\.demand\\.${id}\\.`).test(target);
    return list === 'queues' && new RegExp(`^staffGroups\\.[^.]+\\.queues\\.${id}\\.`).test(target);
  };
  const parts = [
    ...(list === 'segments' ? demandParts(document, id) : []),
    ...(list === 'queues'
      ? [...routeParts(document, id), eventPart(document, id), offerPart(document, id)]
      : []),
    ...(list === 'staffGroups' ? [sharePart(document, id, handOver)] : []),
    ...initiativeParts(document, path),
    knowledgePart(document, isGone),
  ];
  return {
    commands: [...parts.flatMap(({ commands }) => commands), set(path, undefined)],
    goesWith: [...parts.flatMap(({ goesWith }) => goesWith), ...formulaConsequences(document, path)],
    unserved: list === 'staffGroups' ? unservedWithout(document, id) : [],
  };
}
