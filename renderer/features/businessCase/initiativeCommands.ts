import { type Command, isJson } from '#shared/model/commands.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';

export type StoredInitiative = NonNullable<ScenarioDocument['initiatives']>[number];
type StoredEffect = NonNullable<StoredInitiative['effects']>[number];

export function initiativesOf(document: ScenarioDocument): readonly StoredInitiative[] {
  return document.initiatives ?? [];
}

/** An id that none of the plan's initiatives has. */
export function freeInitiativeId(taken: readonly StoredInitiative[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let number = taken.length + 1;
  while (ids.has(`initiative${number}`)) number += 1;
  return `initiative${number}`;
}

/** Puts an initiative at the end of the list; its part of the case is what it adds to those before it. */
export function addInitiative(document: ScenarioDocument, member: unknown): readonly Command[] {
  if (!isJson(member)) throw new Error('An initiative is plain data');
  return [{ type: 'insertMember', path: 'initiatives', place: initiativesOf(document).length, member }];
}

export function removeInitiative(id: string): readonly Command[] {
  return [{ type: 'setInput', path: `initiatives.${id}` }];
}

/** One place up (−1) or down (1); nothing where it stands at that end already. */
export function moveInitiative(document: ScenarioDocument, id: string, by: -1 | 1): readonly Command[] {
  const list = initiativesOf(document);
  const place = list.findIndex((one) => one.id === id);
  const member = list[place];
  const next = place + by;
  if (member === undefined || next < 0 || next >= list.length) return [];
  if (!isJson(member)) throw new Error('An initiative is plain data');
  return [...removeInitiative(id), { type: 'insertMember', path: 'initiatives', place: next, member }];
}

/** Puts an initiative into the plan, or leaves it out and keeps what is known about it. */
export function countInitiative(id: string, isCounted: boolean): Command {
  const path = `initiatives.${id}.isCounted`;
  return isCounted ? { type: 'setInput', path } : { type: 'setInput', path, value: false };
}

/** A new effect changes nothing until its value is typed: times 1. The root is the path of whoever has the effect. */
export function addEffect(root: string, place: number, target: string): Command {
  const member = { target, op: 'multiply', value: 1, confidence: 1 };
  return { type: 'insertMember', path: `${root}.effects`, place, member };
}

export function removeEffect(root: string, place: number): Command {
  return { type: 'setInput', path: `${root}.effects[${place}]` };
}

const neutral: Readonly<Record<StoredEffect['op'], number | undefined>> = {
  multiply: 1,
  add: 0,
  set: undefined,
};

/** Another way to count: "times 0.9" is no "plus 0.9", so the value goes back to what changes nothing. */
export function changeOperation(root: string, place: number, op: StoredEffect['op']): readonly Command[] {
  const path = `${root}.effects[${place}]`;
  const value = neutral[op];
  return [
    { type: 'setInput', path: `${path}.op`, value: op },
    ...(value === undefined ? [] : [{ type: 'setInput' as const, path: `${path}.value`, value }]),
  ];
}
