import type { Dimension } from './members.ts';

/** Where the members of each kind stand in a scenario; "*" is any member of a list or record. */
export const inputPlaces: Partial<Record<Dimension, string>> = {
  drivers: 'drivers.*',
  segments: 'segments.*',
  queues: 'queues.*',
  demand: 'queues.*.demand.*',
  groups: 'staffGroups.*',
  routes: 'staffGroups.*.queues.*',
  openingCohorts: 'staffGroups.*.openingCohorts.*',
  outOfOffice: 'staffGroups.*.shrinkage.outOfOffice.*',
  inOffice: 'staffGroups.*.shrinkage.inOffice.*',
  support: 'staffGroups.*.support.*',
  budgetLines: 'budgetLines.*',
  initiatives: 'initiatives.*',
};

/** The parts of a path, places in lists among them: `openingCohorts[0].people` is three parts and a place. */
export function pathParts(path: string): readonly string[] {
  return path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
}

/** True when the first parts of a path are those of a pattern. */
export function beginsWith(parts: readonly string[], pattern: readonly string[]): boolean {
  return pattern.length <= parts.length && pattern.every((part, at) => part === '*' || part === parts[at]);
}

export interface InputPlace {
  readonly dimension: Dimension;
  /** The input inside its member; '' where the path names the member itself. */
  readonly name: string;
}

const PATTERNS = Object.entries(inputPlaces)
  .map(([dimension, place]) => ({ dimension, parts: place.split('.') }))
  .toSorted((left, right) => right.parts.length - left.parts.length);

function isDimension(name: string): name is Dimension {
  return Object.hasOwn(inputPlaces, name);
}

/**
 * The kind of member that a path leads into, the innermost of several, and the input inside it.
 *
 * @returns undefined for a path of the plan as a whole, such as `calendar.start`
 * @example inputPlace('queues.voice.demand.smb.contactsPerCustomer')
 * // { dimension: 'demand', name: 'contactsPerCustomer' }
 */
export function inputPlace(path: string): InputPlace | undefined {
  const parts = pathParts(path);
  const found = PATTERNS.find((pattern) => beginsWith(parts, pattern.parts));
  if (found === undefined || !isDimension(found.dimension)) return undefined;
  return { dimension: found.dimension, name: parts.slice(found.parts.length).join('.') };
}
