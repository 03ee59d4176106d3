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

function nameOf(member: unknown, part: string): string {
  if (!isRecord(member)) return part;
  return typeof member['name'] === 'string' ? member['name'] : (keyOf(member) ?? part);
}

/** Names of the members on the way to a path, the one that the path itself names among them. */
function memberNames(document: unknown, parts: readonly string[]): readonly string[] {
  const names: string[] = [];
  let here: unknown = document;
  for (const part of parts) {
    if (Array.isArray(here)) {
      const list: readonly unknown[] = here;
      here = list.find((member) => keyOf(member) === part) ?? list[Number(part)];
      if (isRecord(here)) names.push(nameOf(here, part));
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
  const definition = definitionAt(path);
  // A component of shrinkage is called what the user calls it.
  const isNamedByUser = definition !== undefined && inputPlace(path)?.name === '';
  const label = isNamedByUser ? last : (definition?.label ?? settingLabel(parts) ?? words(last));
  const member = memberNames(document, parts).join(', ');
  return { label, member, ...(definition === undefined ? {} : { unit: definition.unit }) };
}
