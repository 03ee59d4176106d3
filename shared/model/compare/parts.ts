import { keyOf } from '../paths.ts';
import { isRecord, isSeriesForm } from './seriesTree.ts';

/** Lists of a scenario whose members are told apart by something other than an id, segment or role. */
const TOLD_APART_BY: Readonly<Record<string, string>> = {
  events: 'name',
  uncertain: 'target',
  attritionCauses: 'cause',
};

const MEMBER_LISTS = new Set([
  'drivers',
  'segments',
  'queues',
  'demand',
  'staffGroups',
  'support',
  'budgetLines',
  'initiatives',
  'statusQuoDrift',
  'ownLines',
  'offers',
  ...Object.keys(TOLD_APART_BY),
]);

const QUEUES_OF_EVENT = /^events\[\d+\]\.queues$/;
const PROFILE = /^queues\.[^.]+\.profile$/;

export interface ListMember {
  /** What tells it apart from the other members. */
  readonly key: string;
  /** Its path: by its name, or by its place where names are not paths. */
  readonly path: string;
  readonly value: unknown;
}

/** The last field of a path. */
function fieldOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/**
 * The members of a list whose members stand for something of their own, such as queues; undefined for lists that are one
 * value, such as holidays or hiring classes. A queue named in an event is no member.
 */
export function membersAt(value: unknown, path: string): readonly ListMember[] | undefined {
  const field = fieldOf(path);
  if (!isList(value) || !MEMBER_LISTS.has(field) || QUEUES_OF_EVENT.test(path)) return undefined;
  const isOfRecords = value.every(isRecord);
  if (!isOfRecords) return undefined;
  const tellingField = Object.hasOwn(TOLD_APART_BY, field) ? TOLD_APART_BY[field] : undefined;
  const seen = new Map<string, number>();
  return value.map((member, place) => {
    const name = tellingField === undefined ? keyOf(member) : undefined;
    const telling = name ?? String(isRecord(member) ? member[tellingField ?? ''] : place);
    const before = seen.get(telling) ?? 0;
    seen.set(telling, before + 1);
    const isPlain = name !== undefined && before === 0;
    return {
      key: before === 0 ? telling : `${telling} (${before + 1})`,
      path: isPlain ? `${path}.${name}` : `${path}[${place}]`,
      value: member,
    };
  });
}

/** True for the path of the weights of a queue's week. */
export function isProfile(path: string): boolean {
  return PROFILE.test(path);
}

/** True for what is one input: a number, text, choice or series, a list without members, the profile of a week. */
export function isInput(value: unknown, path: string): boolean {
  if (!isRecord(value)) return membersAt(value, path) === undefined;
  return isSeriesForm(value) || isProfile(path);
}

export interface Input {
  readonly path: string;
  readonly value: unknown;
}

const KEYS = new Set(['id', 'segment', 'role']);

/** The fields of a part of a scenario, without the name by which a member is found: another name is another member. */
export function fieldsOf(value: unknown): readonly (readonly [field: string, inner: unknown])[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).filter(([field, inner]) => !KEYS.has(field) || typeof inner !== 'string');
}

/** Every input of a piece of a scenario, in its order; what is known about them (`assumptions`) is none. */
export function inputsOf(value: unknown, path = ''): readonly Input[] {
  if (value === undefined || path === 'assumptions') return [];
  const members = membersAt(value, path);
  if (members !== undefined) return members.flatMap((member) => inputsOf(member.value, member.path));
  if (!isRecord(value) || isInput(value, path)) return [{ path, value }];
  return fieldsOf(value).flatMap(([field, inner]) =>
    inputsOf(inner, path === '' ? field : `${path}.${field}`),
  );
}
