import type { Command } from './commands.ts';
import { profileOf, shapedGrid } from './profiles/shapes.ts';
import { addRouteCommand } from './routeEdits.ts';
import type { ScenarioDocument } from './scenario.ts';

/** New members of a plan, with what a planner would begin with. */

export const channels = ['voice', 'chat', 'email', 'backOffice', 'social'] as const;
export type Channel = (typeof channels)[number];

export type NewQueue = NonNullable<ScenarioDocument['queues']>[number];
export type NewGroup = NonNullable<ScenarioDocument['staffGroups']>[number];

/**
 * An id that is not taken: the words of a name, or the kind of thing where a name has no plain letters.
 *
 * @example freeId('Second line', ['voice'], 'queue') // 'secondLine'
 */
export function freeId(name: string, taken: readonly string[], kind: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const words = plain.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words
    .map((word, at) =>
      at === 0 ? word.toLowerCase() : `${word.slice(0, 1).toUpperCase()}${word.slice(1).toLowerCase()}`,
    )
    .join('')
    .slice(0, 40);
  const isPlain = /^[A-Za-z]/.test(joined) && !['constructor', 'prototype'].includes(joined);
  const base = isPlain ? joined : kind;
  if (isPlain && !taken.includes(base)) return base;
  let number = isPlain ? 2 : taken.length + 1;
  while (taken.includes(`${base}${number}`)) number += 1;
  return `${base}${number}`;
}

const profile = profileOf(shapedGrid('twoPeaks', 30), 30);

/** Model, handle time and goal that are usual for a channel. */
const byChannel: Readonly<Record<Channel, Omit<NewQueue, 'id' | 'name' | 'channel' | 'profile'>>> = {
  voice: {
    handleTime: { talk: 240, hold: 20, wrapUp: 60 },
    model: 'erlangA',
    patience: 120,
    goal: { serviceLevel: 0.8, within: 20, maxOccupancy: 0.88 },
  },
  chat: {
    handleTime: { talk: 600, hold: 0, wrapUp: 60 },
    concurrency: 2,
    model: 'erlangA',
    patience: 180,
    goal: { serviceLevel: 0.8, within: 60, maxOccupancy: 0.88 },
  },
  email: {
    handleTime: { talk: 480, hold: 0, wrapUp: 60 },
    model: 'workload',
    goal: { maxOccupancy: 0.9 },
    closedOnHolidays: true,
  },
  backOffice: {
    handleTime: { talk: 900, hold: 0, wrapUp: 0 },
    model: 'workload',
    goal: { maxOccupancy: 0.9 },
  },
  social: {
    handleTime: { talk: 420, hold: 0, wrapUp: 30 },
    concurrency: 2,
    model: 'erlangC',
    goal: { serviceLevel: 0.8, within: 900, maxOccupancy: 0.88 },
  },
};

export function newQueue(channel: Channel, id: string, name: string): NewQueue {
  return { id, name, channel, ...byChannel[channel], profile };
}

export function newGroup(id: string, name: string, queues: readonly string[]): NewGroup {
  return {
    id,
    name,
    queues: queues.map((queue) => ({ id: queue, share: 1 })),
    weeklyHours: 40,
    shrinkage: {
      outOfOffice: { leave: 0.1, sickness: 0.04 },
      inOffice: { breaks: 0.08, training: 0.03, meetings: 0.02 },
    },
    proficientHeadcount: 0,
    attrition: 0.25,
    ramp: { trainingWeeks: 3, nestingWeeks: 2, nestingProductivity: 0.5, rampWeeks: 6 },
    hiring: { mode: 'manual', perMonth: 0 },
    pay: { hourlyWage: 0 },
  };
}

function insert(path: string, place: number, member: NewQueue | NewGroup): Command {
  // Through JSON: what a command carries has no absent values.
  const plain: unknown = JSON.parse(JSON.stringify(member));
  return isRecord(plain) ? { type: 'insertMember', path, place, member: plain } : fail();
}

type JsonRecord = Extract<Extract<Command, { type: 'insertMember' }>['member'], object>;

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null;
}

function fail(): never {
  throw new Error('A member of a plan is an object');
}

export interface AddedQueue {
  readonly commands: readonly Command[];
  readonly id: string;
}

/** A new queue, served by a group of the plan, or by a new one where `group` is absent. */
export function addQueue(
  document: ScenarioDocument,
  channel: Channel,
  name: string,
  group: string | undefined,
  newGroupName: string,
): AddedQueue {
  const queues = document.queues ?? [];
  const groups = document.staffGroups ?? [];
  const id = freeId(
    name,
    queues.map((queue) => queue.id),
    'queue',
  );
  const queue = insert('queues', queues.length, newQueue(channel, id, name));
  if (group !== undefined) return { id, commands: [queue, addRouteCommand(document, group, id)] };
  const groupId = freeId(
    newGroupName,
    groups.map((one) => one.id),
    'group',
  );
  const served = insert('staffGroups', groups.length, newGroup(groupId, newGroupName, [id]));
  return { id, commands: [queue, served] };
}

/** A group without work yet: it is given shares of queues afterwards. */
export function addGroup(document: ScenarioDocument, name: string): AddedQueue {
  const groups = document.staffGroups ?? [];
  const id = freeId(
    name,
    groups.map((group) => group.id),
    'group',
  );
  return { id, commands: [insert('staffGroups', groups.length, newGroup(id, name, []))] };
}

/** A copy of a queue right behind it, served by the same groups with the same shares. */
export function duplicateQueue(document: ScenarioDocument, queue: string, name: string): AddedQueue {
  const queues = document.queues ?? [];
  const place = queues.findIndex(({ id }) => id === queue);
  const source = queues[place];
  if (source === undefined) return { id: queue, commands: [] };
  const id = freeId(
    name,
    queues.map((one) => one.id),
    'queue',
  );
  const routes = (document.staffGroups ?? []).flatMap((group): readonly Command[] => {
    const route = group.queues.find((one) => one.id === queue);
    if (route === undefined) return [];
    const member: JsonRecord = JSON.parse(JSON.stringify({ ...route, id }));
    return [
      {
        type: 'insertMember',
        path: `staffGroups.${group.id}.queues`,
        place: group.queues.length,
        member,
      },
    ];
  });
  return { id, commands: [insert('queues', place + 1, { ...source, id, name }), ...routes] };
}

/** A copy of a group right behind it; it serves the same queues with no share of them yet. */
export function duplicateGroup(document: ScenarioDocument, group: string, name: string): AddedQueue {
  const groups = document.staffGroups ?? [];
  const place = groups.findIndex(({ id }) => id === group);
  const source = groups[place];
  if (source === undefined) return { id: group, commands: [] };
  const id = freeId(
    name,
    groups.map((one) => one.id),
    'group',
  );
  const queues = source.queues.map((route) => ({ id: route.id, share: 0 }));
  return { id, commands: [insert('staffGroups', place + 1, { ...source, id, name, queues })] };
}
