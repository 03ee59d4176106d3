import type { z } from 'zod';
import { foundText } from '#shared/kernel/foundText.ts';
import type { Problem } from '#shared/kernel/result.ts';
import { pathText } from './paths.ts';

/** What the schema finds wrong, as problems in words that a planner understands. */

const TYPES: Readonly<Record<string, string>> = {
  object: 'an object {…}',
  record: 'an object {…}',
  array: 'a list […]',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
};

function sizeText(bound: 'at least' | 'at most', limit: number | bigint, origin: string): string {
  if (bound === 'at least' && Number(limit) === 1 && origin === 'string') return 'a text that is not empty';
  if (origin === 'string') return `a text of ${bound} ${limit} characters`;
  if (origin === 'array') return `a list with ${bound} ${limit} members`;
  return bound === 'at least' ? `a number of at least ${limit}` : `a number of at most ${limit}`;
}

/** The schema's own message where it gives one, else one made from the kind of issue. */
function expectedText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.startsWith('Invalid input')
        ? (TYPES[issue.expected] ?? `a ${issue.expected}`)
        : issue.message;
    case 'invalid_value': {
      const values = issue.values.map((value) => JSON.stringify(value));
      return values.length === 1 ? values.join('') : `one of ${values.join(', ')}`;
    }
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    case 'too_small':
      return issue.message.startsWith('Too small')
        ? sizeText('at least', issue.minimum, issue.origin)
        : issue.message;
    case 'too_big':
      return issue.message.startsWith('Too big')
        ? sizeText('at most', issue.maximum, issue.origin)
        : issue.message;
    default:
      return issue.message;
  }
}

function valueAt(document: unknown, steps: readonly PropertyKey[]): unknown {
  return steps.reduce<unknown>(
    (here, step) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, step)
        ? Reflect.get(here, step)
        : undefined,
    document,
  );
}

/** The problems that one issue of the schema stands for: one, or one for each field that it does not know. */
export function problemsOfIssue(document: unknown, issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pathText(document, [...issue.path, key]),
      found: foundText(valueAt(document, [...issue.path, key])),
      expected: 'no field of this name',
    }));
  }
  const path = pathText(document, issue.path);
  const found = issue.code === 'invalid_key' ? issue.path.at(-1) : valueAt(document, issue.path);
  return [{ path: path === '' ? 'scenario' : path, found: foundText(found), expected: expectedText(issue) }];
}

const MAX_DEPTH = 64;

/** JSON knows numbers, texts, true, false, null, lists and plain objects. A field that is undefined is absent. */
function isJsonLike(value: unknown): boolean {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
  }
  return typeof value !== 'bigint' && typeof value !== 'function' && typeof value !== 'symbol';
}

function kindOf(value: unknown): string {
  return typeof value === 'object' ? 'an object of another kind' : `a ${typeof value}`;
}

interface Visit {
  readonly value: unknown;
  readonly steps: readonly PropertyKey[];
}

function hazardAt(document: unknown, { value, steps }: Visit): Problem | undefined {
  const path = () => pathText(document, steps) || 'scenario';
  if (steps.at(-1) === '__proto__') {
    return { path: path(), found: foundText(value), expected: 'no field of this name' };
  }
  if (!isJsonLike(value)) return { path: path(), found: kindOf(value), expected: 'a value that JSON knows' };
  if (steps.length <= MAX_DEPTH || typeof value !== 'object' || value === null) return undefined;
  const expected = `at most ${MAX_DEPTH} lists and objects inside each other`;
  return { path: pathText(document, steps.slice(0, 4)), found: 'deeper nesting', expected };
}

/**
 * What no schema sees: fields that would reach into JavaScript's own objects, values that are no JSON, and nesting that
 * nothing in a scenario has. Walks without recursion, so that no document can be too deep for it.
 */
export function hazards(document: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<unknown>();
  const waiting: Visit[] = [{ value: document, steps: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, steps } = next;
    const problem = hazardAt(document, next);
    if (problem !== undefined) problems.push(problem);
    if (problem !== undefined || typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [key, inner] of Object.entries(value)) {
      waiting.push({ value: inner, steps: [...steps, Array.isArray(value) ? Number(key) : key] });
    }
  }
  return problems;
}
