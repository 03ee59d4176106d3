/**
 * A plain value as one text: fields in the order of their names, no spaces. Two values that hold the same have the same
 * text, whatever order their fields were written in, so that a hash over it stands for the content.
 *
 * @param value JSON-plain; fields that are undefined count as absent
 * @example canonicalText({ b: [1, -0], a: 'x' }) // '{"a":"x","b":[1,0]}'
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonicalText(inner)}`);
  return `{${fields.join(',')}}`;
}
