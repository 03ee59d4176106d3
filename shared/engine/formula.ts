import { create, type MathNode, parseDependencies } from 'mathjs/number';
import { type Failed, ok, type Result } from '#shared/kernel/result.ts';
import { formulaFunction, formulaFunctions } from './functions.ts';

/**
 * Formula text → tree. mathjs only parses; what it yields is walked and anything not on the list below is refused, so
 * no text can reach mathjs's evaluation, its functions or JavaScript.
 */

if (parseDependencies === undefined) throw new Error('mathjs came without its parser');
const { parse } = create(parseDependencies);

export const MAX_FORMULA_LENGTH = 2000;
const MAX_DEPTH = 50;

export const binaryOperators = ['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!='] as const;
export type BinaryOperator = (typeof binaryOperators)[number];

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'prior'; readonly of: Expression; readonly first?: Expression }
  | { readonly kind: 'negative'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: 'call'; readonly name: string; readonly inputs: readonly Expression[] }
  | { readonly kind: 'sum'; readonly collection: string; readonly of: Expression };

/** What is wrong with a formula, and where in its text (0-based) as far as that is known. */
export interface FormulaFault {
  readonly message: string;
  readonly position: number;
}

class Refusal extends Error {
  readonly word: string;
  constructor(message: string, word: string) {
    super(message);
    this.word = word;
  }
}

/** The mathjs node types we look into, by their documented fields. */
interface Looked {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly op?: string;
  readonly args?: readonly MathNode[];
  readonly content?: MathNode;
  readonly fn?: unknown;
  readonly object?: MathNode;
  readonly index?: MathNode;
  readonly implicit?: boolean;
  readonly dimensions?: readonly MathNode[];
  /** Of an index: true for a.b, false for a["b"]. */
  readonly dotNotation?: boolean;
  readonly condition?: MathNode;
  readonly trueExpr?: MathNode;
  readonly falseExpr?: MathNode;
}

function isLooked(value: unknown): value is Looked {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function look(value: unknown): Looked {
  if (!isLooked(value)) throw new Refusal('This part is not allowed in a formula.', '');
  return value;
}

const REFUSED_WORDS = new Set(['__proto__', 'constructor', 'prototype']);

/** `a.b.c` from nested accessors; anything computed is refused. */
function dottedName(node: Looked): string {
  if (node.type === 'SymbolNode') return checkedWord(node.name ?? '');
  if (node.type !== 'AccessorNode') throw new Refusal('Only names joined by points are allowed here.', '.');
  const { dimensions: [property] = [], dotNotation } = look(node.index);
  const key = look(property).value;
  if (typeof key !== 'string' || dotNotation !== true)
    throw new Refusal('Square brackets are not allowed; write a name with points.', '[');
  return `${dottedName(look(node.object))}.${checkedWord(key)}`;
}

function checkedWord(word: string): string {
  if (REFUSED_WORDS.has(word) || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(word)) {
    throw new Refusal(`"${word}" is not a name that a formula may use.`, word);
  }
  return word;
}

function isBinaryOperator(text: string): text is BinaryOperator {
  return binaryOperators.some((operator) => operator === text);
}

/** The value of a part without names, as far as numbers, signs and arithmetic go; undefined where it has names. */
function constantValue(part: Expression): number | undefined {
  if (part.kind === 'number') return part.value;
  if (part.kind === 'negative') {
    const of = constantValue(part.of);
    return of === undefined ? undefined : -of;
  }
  if (part.kind !== 'binary') return undefined;
  const left = constantValue(part.left);
  const right = constantValue(part.right);
  if (left === undefined || right === undefined) return undefined;
  if (part.operator === '+') return left + right;
  if (part.operator === '-') return left - right;
  if (part.operator === '*') return left * right;
  if (part.operator === '/') return left / right;
  return part.operator === '^' ? left ** right : undefined;
}

/** A power of mere numbers that no double can hold. */
function isHugePower(base: Expression, exponent: Expression): boolean {
  const left = constantValue(base);
  const right = constantValue(exponent);
  if (left === undefined || right === undefined) return false;
  return (
    Number.isFinite(left) &&
    Number.isFinite(right) &&
    Math.abs(left ** right) === Number.POSITIVE_INFINITY &&
    left !== 0
  );
}

/** Operators of one rank, read from left to right: a chain of them is as deep as its parts, however long it is. */
const CHAINS: readonly (readonly string[])[] = [
  ['+', '-'],
  ['*', '/'],
];

function goesOn(node: Looked, left: Looked): boolean {
  const isBinary = left.type === 'OperatorNode' && left.args?.length === 2 && left.implicit !== true;
  const chain = CHAINS.find((operators) => operators.includes(node.op ?? ''));
  return isBinary && chain !== undefined && chain.includes(left.op ?? '');
}

/** The operators of a chain from its first to its last; mathjs nests them the other way round, the last one outermost. */
function chainOf(last: Looked): readonly Looked[] {
  const chain = [last];
  for (let node = last; ;) {
    const left = look(node.args?.[0]);
    if (!goesOn(node, left)) return chain.toReversed();
    chain.push(left);
    node = left;
  }
}

function walkOperator(node: Looked, depth: number): Expression {
  if (node.args?.length !== 2 || node.implicit === true) return walkOne(node, undefined, depth);
  const [first = node, ...others] = chainOf(node);
  return others.reduce((left, link) => walkOne(link, left, depth), walkOne(first, undefined, depth));
}

/** @param walked the left part of the operator, where it is known already */
function walkOne(node: Looked, walked: Expression | undefined, depth: number): Expression {
  const [left, right] = node.args ?? [];
  const operator = node.op ?? '';
  if (node.implicit === true) throw new Refusal('Write the multiplication sign: 2 * x.', IMPLICIT);
  if (right === undefined) {
    if (operator === '-') return { kind: 'negative', of: walk(left, depth) };
    if (operator === '+') return walk(left, depth);
  } else if (isBinaryOperator(operator)) {
    const first = walked ?? walk(left, depth);
    const binary = { kind: 'binary', operator, left: first, right: walk(right, depth) } as const;
    if (operator === '^' && isHugePower(binary.left, binary.right)) {
      throw new Refusal('This power is too large to be a number.', '^');
    }
    return binary;
  }
  throw new Refusal(`The operator "${operator}" is not allowed in a formula.`, operator);
}

function walkCall(node: Looked, depth: number): Expression {
  const name = dottedName(look(node.fn));
  const entry = formulaFunction(name);
  const inputs = node.args ?? [];
  if (entry === undefined) {
    const known = formulaFunctions.map((known) => known.name).join(', ');
    throw new Refusal(`There is no function "${name}". Functions: ${known}.`, name);
  }
  const [fewest, most] = entry.arity;
  if (inputs.length < fewest || inputs.length > most) {
    throw new Refusal(`${name}(${entry.parameters.join(', ')}) was given ${inputs.length} arguments.`, name);
  }
  const [first, second, third] = inputs;
  if (name === 'sum') return { kind: 'sum', collection: dottedName(look(first)), of: walk(second, depth) };
  const walked = inputs.map((input) => walk(input, depth));
  const [one, two, three] = walked;
  if (name === 'if' && one && two && three && third)
    return { kind: 'if', condition: one, then: two, otherwise: three };
  if (name === 'prior' && one)
    return two === undefined ? { kind: 'prior', of: one } : { kind: 'prior', of: one, first: two };
  return { kind: 'call', name, inputs: walked };
}

function walk(raw: unknown, depth: number): Expression {
  const node = look(raw);
  if (depth > MAX_DEPTH) throw new Refusal(`The formula is nested more than ${MAX_DEPTH} deep.`, '(');
  switch (node.type) {
    case 'ConstantNode':
      if (typeof node.value !== 'number' || !Number.isFinite(node.value)) {
        throw new Refusal('Only numbers are allowed as constants.', String(node.value));
      }
      return { kind: 'number', value: node.value };
    case 'SymbolNode':
    case 'AccessorNode':
      return { kind: 'name', name: dottedName(node) };
    case 'ParenthesisNode':
      return walk(node.content, depth + 1);
    case 'OperatorNode':
      return walkOperator(node, depth + 1);
    case 'FunctionNode':
      return walkCall(node, depth + 1);
    default: {
      const [thing, sign] = REFUSED_NODES[node.type] ?? ['This is', ''];
      throw new Refusal(`${thing} not allowed in a formula.`, sign);
    }
  }
}

/** mathjs's node types that are refused: what they are, and a sign that shows where they stand. */
const REFUSED_NODES: Readonly<Record<string, readonly [thing: string, sign: string]>> = {
  ConditionalNode: ['The "a ? b : c" form is', '?'],
  RelationalNode: ['Chained comparisons are', '<'],
  AssignmentNode: ['Assignments are', '='],
  FunctionAssignmentNode: ['Function definitions are', '='],
  BlockNode: ['Several statements are', ';'],
  ArrayNode: ['Lists are', '['],
  ObjectNode: ['Objects are', '{'],
  RangeNode: ['Ranges are', ':'],
  IndexNode: ['Square brackets are', '['],
};

/** Where a factor follows another without a sign between them: `2 x`, `2(3)`, `(1)(2)`, `x 2`. */
const IMPLICIT = 'implicit multiplication';
const MISSING_SIGN = /(?<=[\d)])\s*(?=[A-Za-z_(])(?!(?<=\d)[eE][-+]?\d)|(?<=[\w)])\s+(?=[\w(])/;

/** The place of a word that stands for itself, not inside a longer one; 0 when it is not there. */
export function wordPosition(text: string, word: string): number {
  if (word === '') return 0;
  if (word === IMPLICIT) return Math.max(0, text.search(MISSING_SIGN));
  const isName = (character: string) => /[\w.]/.test(character);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isPart =
      isName(word.charAt(0)) && at > 0 && isName(text.charAt(at - 1)) && text.charAt(at - 1) !== '.';
    const isCutShort = isName(word.slice(-1)) && /\w/.test(text.charAt(at + word.length));
    if (!isPart && !isCutShort) return at;
  }
  return Math.max(0, text.indexOf(word));
}

/** What mathjs reads in its own way: `8 + 5%` as 8.4, and everything after # as a comment. */
const ODD = /[%#]/;

function failed(message: string, position: number): Failed<FormulaFault> {
  return { ok: false, fault: { message, position } };
}

/**
 * Reads a formula: numbers, dotted names, + − * / ^, comparisons and the functions of `functions.ts`.
 *
 * Refused with a position: anything else that mathjs can parse, implicit multiplication, text over 2000 characters,
 * nesting over 50; a chain such as a + b + c does not nest.
 *
 * @example parseFormula('2 * (3 + 4)').ok // true
 */
export function parseFormula(text: string): Result<Expression, FormulaFault> {
  if (text.length > MAX_FORMULA_LENGTH) {
    return failed(
      `A formula may have at most ${MAX_FORMULA_LENGTH} characters; this one has ${text.length}.`,
      MAX_FORMULA_LENGTH,
    );
  }
  if (text.trim() === '') return failed('The formula is empty.', 0);
  const odd = text.search(ODD);
  if (odd >= 0) return failed(`"${text.charAt(odd)}" is not allowed in a formula; write 5% as 0.05.`, odd);
  try {
    return ok(walk(parse(text), 0));
  } catch (error) {
    if (error instanceof Refusal) return failed(error.message, wordPosition(text, error.word));
    if (error instanceof SyntaxError)
      return failed(error.message.replace(/ \(char \d+\)$/, '.'), syntaxPosition(error, text));
    if (error instanceof RangeError) return failed('The formula is nested too deep.', 0);
    throw error;
  }
}

function syntaxPosition(error: SyntaxError, text: string): number {
  const place = 'char' in error && typeof error.char === 'number' ? error.char - 1 : text.length;
  return Math.min(Math.max(0, place), text.length);
}
