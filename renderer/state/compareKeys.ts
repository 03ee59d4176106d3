/** What can be compared, by a key that tells scenarios and versions apart. */
export type CompareKey = { readonly kind: 'scenario' | 'version'; readonly id: string };

/** A plan alone is not compared. */
export const fewestCompared = 2;

export function scenarioKey(id: string): string {
  return `scenario:${id}`;
}

export function versionKey(id: string): string {
  return `version:${id}`;
}

export function compareKeyOf(key: string): CompareKey {
  const kind = key.startsWith('version:') ? 'version' : 'scenario';
  return { kind, id: key.slice(kind.length + 1) };
}

/** Where the comparison stands; every screen can lead there. */
export const comparePath = '/compare';

/** Goes to the comparison; the router follows the address. */
export function showComparison(): void {
  window.location.hash = comparePath;
}
