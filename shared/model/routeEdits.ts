import type { Command } from './commands.ts';
import { periodsOf } from './periods.ts';
import { type ScenarioDocument, scenarioSchema } from './scenario.ts';
import { completedShares, shareCommands } from './shares.ts';

/** Who serves which queue, changed in acts that keep the shares of each queue at 1. */

function serversOf({ staffGroups = [] }: ScenarioDocument, queue: string) {
  return staffGroups.flatMap(({ id, queues }) =>
    queues.filter((route) => route.id === queue).map(({ share = 1 }) => ({ group: id, share })),
  );
}

function sharePath(group: string, queue: string): string {
  return `staffGroups.${group}.queues.${queue}.share`;
}

/**
 * A group's share of a queue over the whole plan; the other groups follow. Plain numbers stay plain numbers, shares that
 * change over the plan are set period by period.
 */
export function setShareCommands(
  document: ScenarioDocument,
  group: string,
  queue: string,
  share: number,
): readonly Command[] {
  const servers = serversOf(document, queue);
  const place = servers.findIndex((server) => server.group === group);
  if (place < 0) return [];
  const plain = servers.flatMap((server) => (typeof server.share === 'number' ? [server.share] : []));
  if (plain.length === servers.length && share >= 0 && share <= 1) {
    const next = completedShares(plain, new Map([[place, share]]));
    return servers.flatMap((server, at) =>
      next[at] === plain[at]
        ? []
        : [{ type: 'setInput', path: sharePath(server.group, queue), value: next[at] ?? 0 } as const],
    );
  }
  const parsed = scenarioSchema.safeParse(document);
  if (!parsed.success) return [];
  const path = sharePath(group, queue);
  return shareCommands(
    document,
    periodsOf(parsed.data.calendar).map(({ index }) => ({ path, period: index, share })),
  );
}

/** Lets a group serve a queue: all of it where nobody does yet, else none of it until a share is given. */
export function addRouteCommand(document: ScenarioDocument, group: string, queue: string): Command {
  const places = (document.staffGroups ?? []).find(({ id }) => id === group)?.queues.length ?? 0;
  const share = serversOf(document, queue).length === 0 ? 1 : 0;
  return {
    type: 'insertMember',
    path: `staffGroups.${group}.queues`,
    place: places,
    member: { id: queue, share },
  };
}

/** Takes a queue from a group, its share going to the others; nobody can be the last to leave. */
export function removeRouteCommands(
  document: ScenarioDocument,
  group: string,
  queue: string,
): readonly Command[] {
  if (serversOf(document, queue).length < 2) return [];
  return [
    ...setShareCommands(document, group, queue, 0),
    { type: 'setInput', path: `staffGroups.${group}.queues.${queue}` },
  ];
}

/** The commands that give all shares of a group to the other groups of its queues. */
export function handedOver(document: ScenarioDocument, group: string): readonly Command[] {
  const own = (document.staffGroups ?? []).find(({ id }) => id === group);
  return (own?.queues ?? [])
    .filter(({ id }) => serversOf(document, id).length > 1)
    .flatMap(({ id }) => setShareCommands(document, group, id, 0));
}
