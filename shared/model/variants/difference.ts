import { isSame } from '#shared/kernel/isSame.ts';
import { isJson } from '../commands.ts';
import { inputAt, keyOf } from '../paths.ts';
import type { ScenarioDocument } from '../scenario.ts';
import { isWithin, type Override, parentPath } from './override.ts';
import { resolve } from './resolve.ts';

/** Parts that only make sense as a whole: half of one form of a series and half of another is no input. */
const SERIES_FIELDS = new Set([
  'values',
  'base',
  'growth',
  'steps',
  'from',
  'to',
  'fromDate',
  'toDate',
  'formula',
]);
const WHOLE_FIELDS = new Set(['profile']);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSeriesForm(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).every((key) => SERIES_FIELDS.has(key));
}

/** The keys of a list whose members all have one of their own; undefined for other lists. */
function keysOf(list: readonly unknown[]): readonly string[] | undefined {
  const keys = list.flatMap((member) => keyOf(member) ?? []);
  return keys.length === list.length && new Set(keys).size === keys.length ? keys : undefined;
}

/** True for a part of a document that an override replaces as one. */
export function isWhole(value: unknown, field: string): boolean {
  if (WHOLE_FIELDS.has(field)) return true;
  if (Array.isArray(value)) return keysOf(value) === undefined;
  return !isRecord(value) || (Object.keys(value).length > 0 && isSeriesForm(value));
}

/** What a document holds at a path, as an override. */
export function overrideAt(path: string, value: unknown, place?: number): Override {
  if (value === undefined) return { path };
  if (!isJson(value)) throw new Error(`A document holds something at ${path} that is no JSON`);
  return place === undefined ? { path, value } : { path, value, place };
}

function ofLists(
  base: readonly unknown[],
  own: readonly unknown[],
  path: string,
): readonly Override[] | undefined {
  const baseKeys = keysOf(base);
  const ownKeys = keysOf(own);
  if (baseKeys === undefined || ownKeys === undefined) return undefined;
  const kept = baseKeys.filter((key) => ownKeys.includes(key));
  const isReordered = !isSame(
    kept,
    ownKeys.filter((key) => baseKeys.includes(key)),
  );
  if (isReordered) return undefined;
  const gone = baseKeys.filter((key) => !ownKeys.includes(key)).map((key) => ({ path: `${path}.${key}` }));
  const others = ownKeys.flatMap((key, place) => {
    const at = baseKeys.indexOf(key);
    if (at < 0) return [overrideAt(`${path}.${key}`, own[place], place)];
    return between(base[at], own[place], `${path}.${key}`, key);
  });
  return [...gone, ...others];
}

function ofRecords(
  base: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, unknown>>,
  path: string,
): readonly Override[] {
  const fields = [...new Set([...Object.keys(base), ...Object.keys(own)])];
  // Assumptions are kept by the whole path of their input, which stays one name.
  const isByPath = path === 'assumptions';
  return fields.flatMap((field) => {
    const at = path === '' ? field : `${path}.${field}`;
    if (isByPath && !isSame(base[field], own[field])) return [overrideAt(at, own[field])];
    return between(base[field], own[field], at, field);
  });
}

/** What differs at a path and below. */
function between(base: unknown, own: unknown, path: string, field: string): readonly Override[] {
  if (isSame(base, own)) return [];
  if (!isWhole(base, field) && !isWhole(own, field)) {
    if (isRecord(base) && isRecord(own)) return ofRecords(base, own, path);
    if (Array.isArray(base) && Array.isArray(own)) {
      const members = ofLists(base, own, path);
      if (members !== undefined) return members;
    }
  }
  return [overrideAt(path, own)];
}

/** Overrides with one for the whole of a path instead of those inside it. */
export function replacedWithin(
  overrides: readonly Override[],
  path: string,
  override: Override,
): readonly Override[] {
  return [...overrides.filter((other) => !isWithin(other.path, path)), override];
}

/**
 * Overrides that are sure to yield a document: where the fine ones do not (members in another order, a member with
 * another id), the part around is taken as a whole.
 */
export function sufficient(
  base: ScenarioDocument,
  wanted: ScenarioDocument,
  overrides: readonly Override[],
): readonly Override[] {
  let tried = overrides;
  for (;;) {
    const { document } = resolve(base, tried);
    if (isSame(document, wanted)) return tried;
    const [missed] = between(document, wanted, '', '');
    if (missed === undefined) throw new Error('Two documents differ without a difference');
    const path = missingPart(tried, missed.path);
    tried = replacedWithin(tried, path, wholeAt(wanted, path));
  }
}

/** The least part around a path that is not replaced as a whole yet. */
function missingPart(overrides: readonly Override[], missed: string): string {
  let path = missed;
  while (overrides.some(({ path: outer, periods }) => periods === undefined && isWithin(path, outer))) {
    const outer = parentPath(path);
    if (outer === undefined) throw new Error(`The part ${path} of a document cannot be replaced`);
    path = outer;
  }
  return path;
}

function wholeAt(document: ScenarioDocument, path: string): Override {
  return overrideAt(path, inputAt(document, path));
}

/**
 * What a document has of its own against a base, at the finest parts that can stand alone.
 *
 * @returns overrides that, laid over the base, give the document
 */
export function difference(base: ScenarioDocument, document: ScenarioDocument): readonly Override[] {
  return sufficient(base, document, between(base, document, '', ''));
}
