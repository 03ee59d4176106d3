import type { FormulaName } from '#shared/model/formulaHelp.ts';

/** The name that stands around the caret of a formula, as far as it is typed. */
export interface CaretWord {
  readonly from: number;
  readonly to: number;
  /** Up to the caret; empty where no name is being typed. */
  readonly typed: string;
}

const nameCharacter = /[A-Za-z0-9_.]/;

/** A number is no name: `2.5` must not bring up suggestions. */
export function caretWord(text: string, caret: number): CaretWord {
  let from = caret;
  while (from > 0 && nameCharacter.test(text.charAt(from - 1))) from -= 1;
  let to = caret;
  while (to < text.length && nameCharacter.test(text.charAt(to))) to += 1;
  const typed = text.slice(from, caret);
  return /^[\d.]/.test(typed) ? { from: caret, to: caret, typed: '' } : { from, to, typed };
}

export interface EditedFormula {
  readonly text: string;
  readonly caret: number;
}

/** The formula with a name in place of the word at the caret; the caret stands behind it, inside the bracket of a function. */
export function insertName(text: string, { from, to }: CaretWord, name: string): EditedFormula {
  const isBracketThere = name.endsWith('(') && text.charAt(to) === '(';
  const rest = text.slice(isBracketThere ? to + 1 : to);
  return { text: `${text.slice(0, from)}${name}${rest}`, caret: from + name.length };
}

/** How well a name answers to what is typed; the smaller the better, undefined when it does not. */
function rankOf({ name, label }: FormulaName, typed: string): number | undefined {
  const lower = name.toLowerCase();
  if (lower === typed) return 0;
  if (lower.startsWith(typed)) return 1;
  if (lower.slice(lower.lastIndexOf('.') + 1).startsWith(typed)) return 2;
  if (lower.includes(typed)) return 3;
  const words = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => word.startsWith(typed)) ? 4 : undefined;
}

/**
 * Names for what is typed, the best first and otherwise in the order given: by their beginning, by the beginning of
 * their last part, by any part, or by a word of their label. Nothing when the only one is complete already.
 */
export function suggestionsFor(
  names: readonly FormulaName[],
  typed: string,
  limit = 50,
): readonly FormulaName[] {
  const wanted = typed.toLowerCase();
  const ranked = names
    .map((name) => ({ name, rank: rankOf(name, wanted) ?? -1 }))
    .filter(({ rank }) => rank >= 0)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ name }) => name);
  const [first, second] = ranked;
  return second === undefined && first?.name === typed ? [] : ranked.slice(0, limit);
}
