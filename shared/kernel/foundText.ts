const MAX_LENGTH = 80;
const MAX_DEPTH = 8;

/** Characters that a terminal or a browser acts on instead of showing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function cut(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  return `${text.slice(0, MAX_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function quoted(text: string): string {
  const shown = JSON.stringify(text.slice(0, MAX_LENGTH + 1));
  return shown.replaceAll(UNSEEN, (unseen) => unseen.split('').map(escaped).join(''));
}

/** The beginning of a value as JSON, never much longer than is shown: values of files may be huge or endlessly deep. */
function beginning(value: unknown, depth: number): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  if (depth > MAX_DEPTH) return isList ? '[…]' : '{…}';
  let text = '';
  for (const [key, inner] of Object.entries(value)) {
    text += `${text === '' ? '' : ','}${isList ? '' : `${quoted(key)}:`}${beginning(inner, depth + 1)}`;
    if (text.length > MAX_LENGTH) break;
  }
  return isList ? `[${text}]` : `{${text}}`;
}

/**
 * A value as a person would recognise it in a file, on one line and cut to 80 characters.
 *
 * @example foundText([1, 'two']) // '[1,"two"]'
 */
export function foundText(value: unknown): string {
  return value === undefined ? 'nothing' : cut(beginning(value, 0));
}
