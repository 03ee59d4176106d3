import { ok, type Result } from './result.ts';

/**
 * JSON text → value, with the exact place of the first flaw. `JSON.parse` names no place for most of them, silently
 * keeps the last of two fields of one name, and follows any depth.
 */
export interface JsonFlaw {
  /** 1-based, as editors count. */
  readonly line: number;
  readonly column: number;
  readonly found: string;
  /** The end of the sentence "expected …". */
  readonly expected: string;
}

const MAX_DEPTH = 64;
const MAX_FOUND_LENGTH = 30;

type Expects = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'end';

interface Container {
  readonly closing: '}' | ']';
  readonly keys: Set<string>;
}

class Flaw extends Error {
  readonly position: number;
  readonly found: string | undefined;
  readonly expected: string;
  constructor(position: number, expected: string, found?: string) {
    super(expected);
    this.position = position;
    this.expected = expected;
    this.found = found;
  }
}

const WORDS: Readonly<Record<Expects, string>> = {
  value: 'a value: a number, a text in double quotes, true, false, null, [ or {',
  valueOrEnd: 'a value or ]',
  key: 'the name of a field in double quotes after the comma',
  keyOrEnd: 'the name of a field in double quotes, or }',
  colon: 'a colon after the name of the field',
  commaOrEnd: 'a comma or the closing bracket',
  end: 'nothing more after the end of the value',
};

const COMMENT = /^(?:\/\/|\/\*|#)/;

/** What people and programs write in place of a value or a name, and what to write instead. */
const HABITS: readonly (readonly [RegExp, string])[] = [
  [/^[-+]?(?:NaN|Infinity|inf)\b/i, 'a finite number; JSON knows neither NaN nor Infinity'],
  [/^(?:undefined|None|nil)\b/, 'a value; leave a field out that has none'],
  [/^(?:true|false|null)\b/i, 'true, false and null in small letters'],
  [/^['‘’“”`]/, 'a text in straight double quotes'],
  [/^[-+]?(?:\.\d|0\d|\+)/, 'a number like 0.5 or 12, without + or leading zeros'],
  [/^-?\d+,\d/, 'a number with a point'],
];

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The position behind a run of digits; at least one is needed. */
function afterDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  if (at === from) throw new Flaw(at, 'a digit');
  return at;
}

function afterNumber(text: string, from: number): number {
  let at = text[from] === '-' ? from + 1 : from;
  if (!isDigit(text.charCodeAt(at))) throw new Flaw(from, WORDS.value);
  if (text[at] === '0') at += 1;
  else at = afterDigits(text, at);
  if (isDigit(text.charCodeAt(at))) throw new Flaw(from, WORDS.value);
  if (text[at] === '.') at = afterDigits(text, at + 1);
  if (text[at] !== 'e' && text[at] !== 'E') return at;
  const sign = text[at + 1];
  return afterDigits(text, sign === '+' || sign === '-' ? at + 2 : at + 1);
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function afterText(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) throw new Flaw(at, 'the closing quote of the text on the same line');
    if (code !== 92) continue;
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(text))
      throw new Flaw(at, String.raw`one of \" \\ \/ \b \f \n \r \t \u0000; a backslash itself is \\`);
    at = ESCAPE.lastIndex - 1;
  }
  throw new Flaw(text.length, 'the closing quote of the text');
}

function afterWord(text: string, from: number): number {
  for (const word of ['true', 'false', 'null']) {
    if (text.startsWith(word, from) && !/[A-Za-z0-9_]/.test(text.charAt(from + word.length)))
      return from + word.length;
  }
  throw new Flaw(from, WORDS.value);
}

function afterPlainValue(text: string, from: number): number {
  const first = text.charAt(from);
  if (first === '"') return afterText(text, from);
  return first === '-' || isDigit(text.charCodeAt(from)) ? afterNumber(text, from) : afterWord(text, from);
}

function noteKey(text: string, from: number, to: number, { keys }: Container): void {
  const raw = text.slice(from, to);
  const key: unknown = raw.includes('\\') ? JSON.parse(raw) : raw.slice(1, -1);
  if (typeof key !== 'string') return;
  if (keys.has(key)) throw new Flaw(from, 'each field once in an object', `${raw} a second time`);
  keys.add(key);
}

/** What may follow a value: more of the container it stands in, or nothing. */
function afterValue(open: readonly Container[]): Expects {
  return open.length === 0 ? 'end' : 'commaOrEnd';
}

function wordsFor(expects: Expects, inner: Container | undefined): string {
  return expects === 'commaOrEnd' && inner !== undefined ? `a comma or ${inner.closing}` : WORDS[expects];
}

/** Walks the text once without recursion. @throws Flaw at the first place that is no JSON */
function check(text: string): void {
  const open: Container[] = [];
  let expects: Expects = 'value';
  let at = 0;
  for (;;) {
    while (isBlank(text.charCodeAt(at))) at += 1;
    const inner = open.at(-1);
    if (at >= text.length) {
      if (expects === 'end') return;
      throw new Flaw(at, wordsFor(expects, inner));
    }
    const character = text.charAt(at);
    const mayClose = expects === 'valueOrEnd' || expects === 'keyOrEnd' || expects === 'commaOrEnd';
    if (mayClose && character === inner?.closing) {
      open.pop();
      expects = afterValue(open);
      at += 1;
    } else if (expects === 'commaOrEnd' && character === ',') {
      expects = inner?.closing === '}' ? 'key' : 'value';
      at += 1;
    } else if (expects === 'colon' && character === ':') {
      expects = 'value';
      at += 1;
    } else if ((expects === 'key' || expects === 'keyOrEnd') && character === '"' && inner !== undefined) {
      const end = afterText(text, at);
      noteKey(text, at, end, inner);
      expects = 'colon';
      at = end;
    } else if (expects !== 'value' && expects !== 'valueOrEnd') {
      throw new Flaw(at, wordsFor(expects, inner));
    } else if (character === '{' || character === '[') {
      if (open.length === MAX_DEPTH)
        throw new Flaw(at, `at most ${MAX_DEPTH} lists and objects inside each other`);
      open.push({ closing: character === '{' ? '}' : ']', keys: new Set() });
      expects = character === '{' ? 'keyOrEnd' : 'valueOrEnd';
      at += 1;
    } else {
      at = afterPlainValue(text, at);
      expects = afterValue(open);
    }
  }
}

function foundAt(text: string, position: number): string {
  if (position >= text.length) return 'the end of the text';
  const rest = text.slice(position, position + MAX_FOUND_LENGTH);
  const code = rest.charCodeAt(0);
  if (code === 10 || code === 13) return 'the end of the line';
  if (code < 32) return `the control character ${code}`;
  const word = /^[-+.\w]+/.exec(rest)?.[0];
  return word ?? String.fromCodePoint(rest.codePointAt(0) ?? code);
}

/** A hint that fits what stands there better than the bare grammar. */
function habitAt(rest: string, expected: string): string | undefined {
  if (COMMENT.test(rest)) return 'no comment; JSON has none, so put it into "notes"';
  const isPlace = [WORDS.value, WORDS.valueOrEnd, WORDS.key, WORDS.keyOrEnd].includes(expected);
  return isPlace ? HABITS.find(([pattern]) => pattern.test(rest))?.[1] : undefined;
}

function flawAt(text: string, { position, expected, found }: Flaw): JsonFlaw {
  const lines = text.slice(0, position).split(/\r\n|\n|\r/);
  const habit = habitAt(text.slice(position, position + MAX_FOUND_LENGTH), expected);
  return {
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
    found: found ?? foundAt(text, position),
    expected: found === undefined ? (habit ?? expected) : expected,
  };
}

/**
 * The value of a JSON text (RFC 8259), or the line and column of the first flaw.
 *
 * Stricter than `JSON.parse`: a field twice in one object is a flaw, and so are more than 64 levels.
 *
 * @example parseJson('[1, 2,]') // flaw at line 1, column 7: found ], expected a value: …
 */
export function parseJson(text: string): Result<unknown, JsonFlaw> {
  try {
    check(text);
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    return { ok: false, fault: flawAt(text, error) };
  }
  return ok(JSON.parse(text));
}
