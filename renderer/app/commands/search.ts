/** Something that can be found by its name. */
export interface Findable {
  readonly id: string;
  readonly label: string;
  /** What it is or whose, also looked at. */
  readonly detail: string;
}

/** Letters without case and accents, so that 'rust' finds 'růst'. */
export function plainText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

interface Indexed<T> {
  readonly item: T;
  readonly label: string;
  readonly all: string;
}

/** How well a word is found in a text: at its beginning, at that of a word, inside, letter by letter; 0 when not at all. */
function wordScore(word: string, { label, all }: Pick<Indexed<unknown>, 'label' | 'all'>): number {
  if (label.startsWith(word)) return 8;
  const at = all.indexOf(word);
  if (at >= 0) {
    const isStart = at === 0 || /[\s,:.(]/.test(all[at - 1] ?? ' ') || all.includes(` ${word}`);
    return (isStart ? 6 : 4) + (label.includes(word) ? 1 : 0);
  }
  if (word.length < 3) return 0;
  let from = 0;
  for (const letter of word) {
    from = label.indexOf(letter, from) + 1;
    if (from === 0) return 0;
  }
  return 1;
}

/**
 * A search over many names: every word of the query has to be found, the best come first, and among equals those that were
 * used lately, then the shorter names.
 *
 * @example createSearch([{ id: 'a', label: 'Offered contacts', detail: 'Voice' }])('cont voi', [], 10).length // 1
 */
export function createSearch<T extends Findable>(
  items: readonly T[],
): (query: string, recent: readonly string[], most: number) => readonly T[] {
  const indexed = items.map((item): Indexed<T> => {
    const label = plainText(item.label);
    return { item, label, all: `${label} ${plainText(item.detail)}` };
  });
  return (query, recent, most) => {
    const words = plainText(query).split(/\s+/).filter(Boolean);
    const lately = new Map(recent.map((id, place) => [id, recent.length - place]));
    const found: { readonly entry: Indexed<T>; readonly score: number; readonly order: number }[] = [];
    indexed.forEach((entry, order) => {
      const scores = words.map((word) => wordScore(word, entry));
      if (scores.includes(0)) return;
      const used = lately.get(entry.item.id);
      const score = scores.reduce((sum, one) => sum + one, 0);
      found.push({ entry, score: score + (used === undefined ? 0 : 1 + used / 1000), order });
    });
    const isQuery = words.length > 0;
    return found
      .toSorted(
        (a, b) =>
          b.score - a.score ||
          (isQuery ? a.entry.label.length - b.entry.label.length : 0) ||
          a.order - b.order,
      )
      .slice(0, most)
      .map(({ entry }) => entry.item);
  };
}
