import type { z } from 'zod';
import { foundText } from '#shared/kernel/foundText.ts';
import { fault, ok, type Result } from '#shared/kernel/result.ts';

/**
 * Where an input stands in a scenario: `queues.voice.demand.smb.contactsPerCustomer`. Members of lists are named by
 * their key (id, segment or role); members without one by their place, `hiring.classes[0].people`. What is known about
 * an input is kept under its whole path, which is one name: `assumptions.queues.voice.fcr`, and a field of that,
 * `assumptions.queues.voice.fcr.source`.
 */

export type Json = z.infer<ReturnType<typeof z.json>>;

const KEY_FIELDS = ['id', 'segment', 'role'] as const;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The name by which a member of a list is addressed, if it has one. */
export function keyOf(member: unknown): string | undefined {
  if (!isObject(member)) return undefined;
  for (const field of KEY_FIELDS) {
    const key = member[field];
    if (typeof key === 'string') return key;
  }
  return undefined;
}

function tokensOf(document: unknown, path: string): readonly string[] {
  if (path.startsWith(ASSUMPTIONS)) return ['assumptions', ...assumptionTokens(document, path)];
  return path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
}

const ASSUMPTIONS = 'assumptions.';
const ASSUMPTION_FIELD = /^(.+)\.(source|owner|confidence|reviewed|note)$/;

/**
 * The name of an assumption, and its field if the path has one. An input may end like a field (a shrinkage component
 * called "note"): what stands in the plan or among its assumptions is taken as a whole.
 */
function assumptionTokens(document: unknown, path: string): readonly string[] {
  const name = path.slice(ASSUMPTIONS.length);
  const [, input, field] = ASSUMPTION_FIELD.exec(name) ?? [];
  if (input === undefined || field === undefined) return [name];
  const known = isObject(document) ? document['assumptions'] : undefined;
  const isWhole =
    (isObject(known) && Object.hasOwn(known, name)) ||
    (!name.startsWith(ASSUMPTIONS) && inputAt(document, name) !== undefined);
  return isWhole ? [name] : [input, field];
}

function placeIn(list: readonly unknown[], token: string): number {
  const named = list.findIndex((member) => keyOf(member) === token);
  if (named >= 0) return named;
  return /^\d+$/.test(token) && Number(token) < list.length ? Number(token) : -1;
}

/** What stands at a path, or undefined where there is nothing. */
export function inputAt(document: unknown, path: string): unknown {
  let here: unknown = document;
  for (const token of tokensOf(document, path)) {
    if (Array.isArray(here)) here = here[placeIn(here, token)];
    else if (isObject(here) && Object.hasOwn(here, token)) here = here[token];
    else return undefined;
  }
  return here;
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** A path may hold any word, and every object answers to some, such as `valueOf`. */
function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function replaceIn(here: unknown, tokens: readonly string[], value: Json | undefined): unknown {
  const [token, ...rest] = tokens;
  if (token === undefined) return value;
  if (Array.isArray(here)) {
    const place = placeIn(here, token);
    if (place < 0) return undefined;
    const member: unknown = replaceIn(here[place], rest, value);
    return member === undefined ? here.toSpliced(place, 1) : here.with(place, member);
  }
  if (here !== undefined && !isObject(here)) return undefined;
  const next = replaceIn(here === undefined ? undefined : own(here, token), rest, value);
  const others = Object.fromEntries(Object.entries(here ?? {}).filter(([key]) => key !== token));
  if (next === undefined) return others;
  return here !== undefined && Object.hasOwn(here, token)
    ? Object.fromEntries(Object.entries(here).map(([key, old]) => [key, key === token ? next : old]))
    : { ...others, [token]: next };
}

/** True when every list on the way has the member that the path names. */
function isReachable(document: unknown, tokens: readonly string[]): boolean {
  let here = document;
  for (const token of tokens) {
    if (FORBIDDEN.has(token) || token === '') return false;
    if (Array.isArray(here)) {
      const place = placeIn(here, token);
      if (place < 0) return false;
      here = here[place];
    } else if (isObject(here)) here = own(here, token);
    else if (here !== undefined) return false;
  }
  return true;
}

/**
 * The document with another value at a path; `undefined` takes the input away, so that its default applies.
 * Objects on the way that are not there yet come into being; members of lists do not.
 */
export function replaceAt(document: unknown, path: string, value: Json | undefined): Result<unknown> {
  const tokens = tokensOf(document, path);
  if (!isReachable(document, tokens)) {
    return fault('invalid-plan', `There is no input "${path}" in this plan.`, [
      { path, found: 'no such place', expected: 'the path of an input' },
    ]);
  }
  return ok(replaceIn(document, tokens, value));
}

/** The same place with every member of a list named by its place, which stays true when the member's name changes. */
export function placedPath(document: unknown, path: string): string {
  let here: unknown = document;
  const tokens = tokensOf(document, path).map((token) => {
    const place = Array.isArray(here) ? placeIn(here, token) : undefined;
    if (Array.isArray(here)) here = here[place ?? -1];
    else here = isObject(here) ? own(here, token) : undefined;
    return place === undefined ? `.${token}` : `[${place}]`;
  });
  return tokens.join('').slice(1);
}

/** Where a path ends: as a member of a list, or as a field; and the shortest part of it that is not there yet. */
export interface PathEnd {
  readonly list?: { readonly path: string; readonly place: number };
  readonly firstMissing?: string;
}

export function pathEnd(document: unknown, path: string): PathEnd {
  const tokens = tokensOf(document, path);
  const parent = inputAt(document, tokens.slice(0, -1).join('.'));
  const last = tokens.at(-1) ?? '';
  if (Array.isArray(parent))
    return { list: { path: tokens.slice(0, -1).join('.'), place: placeIn(parent, last) } };
  const missing = tokens.findIndex(
    (_, at) => inputAt(document, tokens.slice(0, at + 1).join('.')) === undefined,
  );
  return missing < 0 ? {} : { firstMissing: tokens.slice(0, missing + 1).join('.') };
}

/** The list at a path with a member put in at a place, the others moving up. */
export function insertAt(document: unknown, path: string, place: number, member: Json): Result<unknown> {
  const list = inputAt(document, path);
  if (list === undefined && place === 0) return replaceAt(document, path, [member]);
  if (!isJsonList(list) || place < 0 || place > list.length) {
    return fault('invalid-plan', `There is no list "${path}" with a place ${place} in this plan.`, [
      { path, found: 'no such place', expected: 'the path of a list and a place in it' },
    ]);
  }
  return replaceAt(document, path, list.toSpliced(place, 0, member));
}

function isJsonList(value: unknown): value is Json[] {
  return Array.isArray(value);
}

const PLAIN_STEP = /^[\p{L}\p{N}_ -]{1,64}$/u;
/** The name of an assumption is the path of its input. */
const PLAIN_PATH = /^[\p{L}\p{N}_ .[\]-]{1,300}$/u;

/** The path of a place given by keys and list positions, with list positions named where the member has a key. */
export function pathText(document: unknown, steps: readonly PropertyKey[]): string {
  let here = document;
  let text = '';
  for (const [at, step] of steps.entries()) {
    if (Array.isArray(here) && typeof step === 'number') {
      const key = keyOf(here[step]);
      const isUnique = key !== undefined && here.filter((member) => keyOf(member) === key).length === 1;
      text += isUnique ? `.${key}` : `[${step}]`;
      here = here[step];
    } else {
      const name = String(step);
      // Fields of files may be named anything: what is no word of a path is shown as the text it is.
      const plain = at === 1 && steps[0] === 'assumptions' ? PLAIN_PATH : PLAIN_STEP;
      text += plain.test(name) ? `${text === '' ? '' : '.'}${name}` : `[${foundText(name)}]`;
      here = isObject(here) ? own(here, name) : undefined;
    }
  }
  return text;
}
