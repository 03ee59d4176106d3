import { maxNameLength } from '#shared/ipc/operations/define.ts';

/** Names that differ only in capitals or in the way an accent is written look the same to a reader. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Cuts without leaving half of a character that takes two places. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}

/**
 * The wanted name, or the first free one of "Name (2)", "Name (3)", …
 *
 * @example freeName('Budget (2)', ['Budget', 'Budget (2)']) // 'Budget (3)'
 */
export function freeName(wanted: string, taken: readonly string[]): string {
  const name = cut(wanted.trim(), maxNameLength);
  const used = new Set(taken.map(folded));
  if (!used.has(folded(name))) return name;
  const base = name.replace(/ \(\d+\)$/, '');
  for (let number = 2; ; number += 1) {
    const suffix = ` (${number})`;
    const candidate = cut(base, maxNameLength - suffix.length) + suffix;
    if (!used.has(folded(candidate))) return candidate;
  }
}
