import { decidingInput } from './deciding/inputLabels.ts';
import { inputDefinitions, type InputDefinition } from './inputs.ts';
import { beginsWith, inputPlace, pathParts } from './inputPlaces.ts';
import { keyOf } from './paths.ts';
import { settingLabels } from './settings.ts';
import type { Unit } from './units.ts';

/** What a person calls the input at a path, and whose it is. */
export interface InputLabel {
  readonly label: string;
  /** Names of the members that it belongs to, outermost first; empty for the plan as a whole. */
  readonly member: string;
  /** Absent where the input is no number. */
  readonly unit?: Unit;
}

const settings = Object.entries(settingLabels).map(([pattern, label]) => ({
  label,
  parts: pattern.split('.'),
}));

function settingLabel(parts: readonly string[]): string | undefined {
  return settings.find((setting) => setting.parts.length === parts.length && beginsWith(parts, setting.parts))
    ?.label;
}

/** Settings that are numbers, and in what. */
function settingUnit(parts: readonly string[]): Unit | undefined {
  return parts.length === 3 && beginsWith(parts, ['events', '*', 'uplift']) ? 'share' : undefined;
}

/** The definition of the input at a path; undefined for choices, lists and members. */
export function definitionAt(path: string): InputDefinition | undefined {
  const place = inputPlace(path);
  const definitions = place === undefined ? undefined : inputDefinitions[place.dimension];
  const name = place?.name ?? '';
  return definitions !== undefined && Object.hasOwn(definitions, name) ? definitions[name] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownName(member: unknown): string | undefined {
  return isRecord(member) && typeof member['name'] === 'string' ? member['name'] : undefined;
}

/**
 * What a member of a list is called. A row of a queue about a segment, or of a group about a queue, has no name of its
 * own: it is called what that member of the plan is called.
 */
function nameOf(document: unknown, list: string, member: unknown, part: string): string {
  const key = keyOf(member);
  const whole = isRecord(member) && typeof member['segment'] === 'string' ? 'segments' : list;
  const others: unknown = isRecord(document) && Object.hasOwn(document, whole) ? document[whole] : undefined;
  const listed: readonly unknown[] = Array.isArray(others) ? others : [];
  const meant = key === undefined ? undefined : listed.find((other) => keyOf(other) === key);
  return ownName(member) ?? ownName(meant) ?? key ?? part;
}

/** Names of the members on the way to a path, the one that the path itself names among them. */
function memberNames(document: unknown, parts: readonly string[]): readonly string[] {
  const names: string[] = [];
  let here: unknown = document;
  for (const [place, part] of parts.entries()) {
    if (Array.isArray(here)) {
      const list: readonly unknown[] = here;
      here = list.find((member) => keyOf(member) === part) ?? list[Number(part)];
      if (isRecord(here)) names.push(nameOf(document, parts[place - 1] ?? '', here, part));
    } else here = isRecord(here) && Object.hasOwn(here, part) ? here[part] : undefined;
  }
  return names;
}

/** `handleTime.wrapUp` as words, for what has no label of its own. */
function words(part: string): string {
  const spaced = part.replaceAll(
    /([a-z])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
  return spaced.slice(0, 1).toUpperCase() + spaced.slice(1);
}

/** Label, owner and unit of an input by its path. */
export function inputLabel(document: unknown, path: string): InputLabel {
  const parts = pathParts(path);
  const last = parts.at(-1) ?? path;
  const definition = definitionAt(path) ?? decidingInput(path);
  // A component of shrinkage is called what the user calls it.
  const isNamedByUser = definition !== undefined && inputPlace(path)?.name === '';
  const label = isNamedByUser ? last : (settingLabel(parts) ?? definition?.label ?? words(last));
  const member = memberNames(document, parts).join(', ');
  const unit = definition?.unit ?? settingUnit(parts);
  return { label, member, ...(unit === undefined ? {} : { unit }) };
}
