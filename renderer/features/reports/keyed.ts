export interface Keyed {
  readonly key: string;
  readonly text: string;
  readonly place: number;
}

/** Texts with keys of their own, also where a text comes twice. */
export function keyed(texts: readonly string[]): readonly Keyed[] {
  const seen = new Map<string, number>();
  return texts.map((text, place) => {
    const times = seen.get(text) ?? 0;
    seen.set(text, times + 1);
    return { key: `${text} ${times}`, text, place };
  });
}
