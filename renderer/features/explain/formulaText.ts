const signs: Readonly<Record<string, string>> = {
  '*': '×',
  '/': '÷',
  '-': '−',
  '<=': '≤',
  '>=': '≥',
  '!=': '≠',
  '==': '=',
};

/** A formula as people write it: × instead of *, and a real minus sign. */
export function readableFormula(formula: string): string {
  return formula.replaceAll(/ (\*|\/|-|<=|>=|!=|==) /g, (_, sign: string) => ` ${signs[sign] ?? sign} `);
}

export interface KnownNumber {
  readonly id: string;
  readonly isPrior: boolean;
  /** The number as it is shown. */
  readonly text: string;
}

/**
 * A formula with each node's value in place of its id, so that it can be worked out by hand. Arguments are parted by
 * semicolons, since a comma may belong to a number.
 *
 * @example formulaInNumbers('a.x * b.y', [{ id: 'a.x', … text: '2' }, { id: 'b.y', … text: '1,000' }]) // '2 × 1,000'
 */
export function formulaInNumbers(expanded: string, inputs: readonly KnownNumber[]): string {
  const shown: string[] = [];
  // A mark first and the number last: a number must not be taken for a part of the next id.
  const mark = (text: string): string => `\u0000${shown.push(text) - 1}\u0000`;
  const longestFirst = inputs.toSorted((a, b) => b.id.length - a.id.length);
  let text = expanded;
  for (const { id, text: number } of longestFirst.filter(({ isPrior }) => isPrior)) {
    for (const end of [')', ','])
      text = text.replaceAll(`prior(${id}${end}`, () => `prior(${mark(number)}${end}`);
  }
  for (const { id, text: number } of longestFirst.filter(({ isPrior }) => !isPrior)) {
    text = text.replaceAll(id, () => mark(number));
  }
  const readable = readableFormula(text).replaceAll(', ', '; ');
  const parts = readable.split('\u0000');
  return parts
    .map((part, place) => {
      if (place % 2 === 0) return part;
      const number = shown[Number(part)] ?? '';
      return needsParentheses(number, parts[place - 1] ?? '', parts[place + 1] ?? '')
        ? `(${number})`
        : number;
    })
    .join('');
}

/** A number with a sign, right after an operator or raised to a power. */
function needsParentheses(number: string, before: string, after: string): boolean {
  return /^[-−]/.test(number) && (/[-−+×÷^]\s*$/.test(before) || /^\s*\^/.test(after));
}
