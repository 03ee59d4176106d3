import { isSame } from '#shared/kernel/isSame.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { applyCommand, type Command } from '../commands.ts';
import { inputAt, keyOf, placedPath } from '../paths.ts';
import type { ScenarioDocument } from '../scenario.ts';
import { inRuns, isPlainSeries, numbersOf, type PeriodRun } from '../seriesPeriods.ts';
import { isWhole, overrideAt, replacedWithin, sufficient } from './difference.ts';
import { inOrder, isWithin, type Override } from './override.ts';
import { resolve } from './resolve.ts';

/** What a scenario has of its own, when it builds on another. */
export interface OwnPart {
  /** The scenario it builds on, with all that flows through to it. */
  readonly base: ScenarioDocument;
  readonly overrides: readonly Override[];
}

/** A scenario as it is edited: its document, and for a variant where that comes from. */
export interface Editable {
  readonly document: ScenarioDocument;
  readonly variant: OwnPart | null;
}

export interface Edited {
  readonly next: Editable;
  readonly inverse: Command;
}

type SetOverrides = Extract<Command, { type: 'setOverrides' }>;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member or field that a part of a path leads to, and the name by which a path calls it. */
function step(here: unknown, token: string): readonly [name: string, value: unknown] {
  if (Array.isArray(here)) {
    const named: unknown = here.find((member: unknown) => keyOf(member) === token);
    const value: unknown = named ?? here[Number(token)];
    return [keyOf(value) ?? token, value];
  }
  return [token, isRecord(here) && Object.hasOwn(here, token) ? here[token] : undefined];
}

const KEY_FIELDS = new Set(['id', 'segment', 'role']);

/** The path of the least part around a place that an override can replace, with members named by their keys. */
function partAround(document: ScenarioDocument, path: string): string {
  if (path.startsWith('assumptions.')) return path;
  let here: unknown = document;
  let at = '';
  for (const token of path.replaceAll(/\[(\d+)\]/g, '.$1').split('.')) {
    const field = at.slice(at.lastIndexOf('.') + 1);
    if (at !== '' && here !== undefined && isWhole(here, field)) return at;
    // A member with another key is another member: only its list can be replaced.
    if (KEY_FIELDS.has(token) && keyOf(here) === inputAt(here, token))
      return at.slice(0, at.lastIndexOf('.'));
    const [name, value] = step(here, token);
    at = at === '' ? name : `${at}.${name}`;
    here = value;
  }
  return at;
}

/** Single periods of an input as an override that leaves all others to the base. */
export function periodsAt(path: string, runs: readonly PeriodRun[]): Override {
  return { path, periods: runs.map(({ from, values }) => ({ from, values: [...values] })) };
}

/** What a command that sets single periods of an input overrides; undefined where more than these is the variant's own. */
function ownPeriods(after: ScenarioDocument, part: OwnPart, command: Command, path: string) {
  if (command.type !== 'setPeriods' || !isPlainSeries(inputAt(part.base, path))) return undefined;
  // The input is part of something that can be replaced as a whole only.
  if (placedPath(after, path) !== placedPath(after, command.path)) return undefined;
  const own = part.overrides.find((override) => isWithin(path, override.path));
  if (own !== undefined && own.periods === undefined) return undefined;
  return periodsAt(path, inRuns([...numbersOf(own?.periods ?? []), ...numbersOf([command])]));
}

/** The overrides after what stands at a path has changed: an outer one takes the change in, inner ones are replaced. */
function pinned(overrides: readonly Override[], after: ScenarioDocument, part: OwnPart, path: string) {
  const outer = overrides.find((override) => isWithin(path, override.path));
  const at = outer?.path ?? path;
  const isGone = inputAt(after, at) === undefined;
  if (isGone && inputAt(part.base, at) === undefined) {
    return overrides.filter((override) => !isWithin(override.path, at));
  }
  return replacedWithin(overrides, at, overrideAt(at, inputAt(after, at), outer?.place));
}

/** A new member of a list with keys stands alone; any other list is taken as a whole. */
function changedPart(after: ScenarioDocument, command: Exclude<Command, SetOverrides>): string {
  if (command.type !== 'insertMember') return partAround(after, command.path);
  const list = partAround(after, command.path);
  const key = keyOf(command.member);
  return key === undefined || isWhole(inputAt(after, list), '') ? list : `${list}.${key}`;
}

function withPlace(
  overrides: readonly Override[],
  part: OwnPart,
  command: Command,
  path: string,
): readonly Override[] {
  if (command.type !== 'insertMember' || inputAt(part.base, path) !== undefined) return overrides;
  return overrides.map((override) =>
    override.path === path ? { ...override, place: command.place } : override,
  );
}

/** What takes a change of overrides back, whatever the base does in the meantime. */
function backFrom(after: readonly Override[], before: readonly Override[]): SetOverrides {
  const kept = (override: Override, list: readonly Override[]) =>
    list.some((other) => isSame(other, override));
  const isListed = ({ path }: Override, list: readonly Override[]) =>
    list.some((other) => other.path === path);
  return {
    type: 'setOverrides',
    drop: after.filter((override) => !isListed(override, before)).map(({ path }) => path),
    put: before.filter((override) => !kept(override, after)).map((override) => ({ ...override })),
  };
}

function edited({ base, overrides }: OwnPart, after: readonly Override[]): Edited {
  const next = inOrder(after);
  return {
    next: { document: resolve(base, next).document, variant: { base, overrides: next } },
    inverse: backFrom(next, overrides),
  };
}

function setOverrides(part: OwnPart, { drop, put }: SetOverrides): Edited {
  const left = part.overrides.filter(({ path }) => !drop.includes(path));
  const next = put.reduce<readonly Override[]>(
    (list, override) => replacedWithin(list, override.path, override),
    left,
  );
  return edited(part, next);
}

/**
 * A scenario after a command, and the command that takes it back. In a variant the change becomes an override of its
 * own, and taking it back lets the base show through again, whatever the base says by then.
 *
 * @returns `invalid-plan` when the command does not fit
 */
export function applyEdit(scenario: Editable, command: Command): Result<Edited, Fault> {
  const { document, variant } = scenario;
  if (variant !== null && command.type === 'setOverrides') return ok(setOverrides(variant, command));
  const applied = applyCommand(document, command);
  if (!applied.ok) return applied;
  const { next, inverse } = applied.value;
  if (variant === null) return ok({ next: { document: next, variant }, inverse });
  if (command.type === 'setOverrides') throw new Error('No plain scenario takes overrides');
  const path = changedPart(next, command);
  const periods = ownPeriods(next, variant, command, path);
  const own =
    periods === undefined
      ? pinned(variant.overrides, next, variant, path)
      : replacedWithin(variant.overrides, path, periods);
  const fine = withPlace(own, variant, command, path);
  return ok(edited(variant, sufficient(variant.base, next, fine)));
}

/** The overrides that a variant is to have, as the command that puts them there. */
export function toOverrides(from: readonly Override[], to: readonly Override[]): Command {
  return backFrom(from, to);
}

/** Commands without overrides that lead from one document to another, for whoever knows only documents. */
export function documentCommands(before: ScenarioDocument, after: ScenarioDocument): readonly Command[] {
  const left: Readonly<Record<string, unknown>> = { ...before };
  const right: Readonly<Record<string, unknown>> = { ...after };
  const fields = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return fields
    .filter((field) => !isSame(left[field], right[field]))
    .map((path) => ({ type: 'setInput' as const, ...overrideAt(path, right[path]) }));
}
