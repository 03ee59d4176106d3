import type { Bound } from './bound.ts';
import type { BinaryOperator } from './formula.ts';

/** Where the nodes of a formula stand in a spreadsheet, seen from the cell that the formula is for. */
export interface ExcelPlaces {
  /** The cell of a node; of a lagged one the cell one period earlier, undefined before the first period. */
  reference(id: string, isLagged: boolean): string | undefined;
  /** True where the cell may hold an empty text instead of a number. */
  mayBeEmpty(id: string): boolean;
  /** One reference to the cells of several nodes that stand below one another, if they do. */
  range?(ids: readonly string[]): string | undefined;
  /** Another way to write a sum, such as by way of other cells where it would be too long. */
  sum?(terms: readonly { readonly bound: Bound; readonly text: string }[]): string | undefined;
}

type ExcelOperator = '+' | '-' | '*' | '/' | '^' | '<' | '<=' | '>' | '>=' | '=' | '<>';

const OPERATORS: Readonly<Record<BinaryOperator, ExcelOperator>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '^': '^',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '==': '=',
  '!=': '<>',
};

/** How tightly a part holds together; a looser one inside a tighter one needs brackets. */
const COMPARISON = 1;
const SUM = 2;
const PRODUCT = 3;
const POWER = 4;
/** A sign binds tighter than a power in a spreadsheet: −2^2 is 4 there. */
const SIGN = 5;
const WHOLE = 6;

const STRENGTH: Readonly<Record<BinaryOperator, number>> = {
  '==': COMPARISON,
  '!=': COMPARISON,
  '<': COMPARISON,
  '<=': COMPARISON,
  '>': COMPARISON,
  '>=': COMPARISON,
  '+': SUM,
  '-': SUM,
  '*': PRODUCT,
  '/': PRODUCT,
  '^': POWER,
};

interface Piece {
  readonly text: string;
  readonly strength: number;
}

const EMPTY: Piece = { text: '""', strength: WHOLE };

function whole(text: string): Piece {
  return { text, strength: WHOLE };
}

function bracketed({ text, strength }: Piece, atLeast: number): string {
  return strength < atLeast ? `(${text})` : text;
}

function numberPiece(value: number): Piece {
  const text = String(Math.abs(value)).toUpperCase();
  return value < 0 || Object.is(value, -0) ? { text: `-${text}`, strength: SIGN } : whole(text);
}

function isComparison(bound: Bound): bound is Extract<Bound, { kind: 'binary' }> {
  return bound.kind === 'binary' && STRENGTH[bound.operator] === COMPARISON;
}

/** True where a formula can come out empty by itself: a ratio of nothing, the time before the plan. */
export function isEmptyByItself(bound: Bound): boolean {
  switch (bound.kind) {
    case 'number':
    case 'node':
      return false;
    case 'prior':
      return bound.first === undefined || isEmptyByItself(bound.first);
    case 'negative':
      return isEmptyByItself(bound.of);
    case 'binary':
      return isEmptyByItself(bound.left) || isEmptyByItself(bound.right);
    case 'if':
      return [bound.condition, bound.then, bound.otherwise].some(isEmptyByItself);
    case 'call':
      return bound.name === 'ratio' || bound.inputs.some(isEmptyByItself);
    case 'sum':
      return bound.terms.some(isEmptyByItself);
  }
}

/** True where the part alone, as it stands, may be an empty text. */
function mayBeText(bound: Bound, places: ExcelPlaces): boolean {
  switch (bound.kind) {
    case 'node':
      return places.mayBeEmpty(bound.id);
    case 'prior':
      return places.mayBeEmpty(bound.id) || bound.first === undefined || mayBeText(bound.first, places);
    case 'if':
      return mayBeText(bound.then, places) || mayBeText(bound.otherwise, places);
    case 'sum':
      return bound.terms.length === 1 && bound.terms.some((term) => mayBeText(term, places));
    default:
      return bound.kind === 'call' && bound.name === 'ratio';
  }
}

/** A part as a number: what might be an empty text becomes an error there, instead of counting as nothing. */
function numeric(bound: Bound, places: ExcelPlaces): Piece {
  const piece = valuePiece(bound, places);
  return mayBeText(bound, places) ? { text: `${bracketed(piece, SUM)}+0`, strength: SUM } : piece;
}

function binaryPiece(
  { operator, left, right }: Extract<Bound, { kind: 'binary' }>,
  places: ExcelPlaces,
): Piece {
  const own = STRENGTH[operator];
  if (own === COMPARISON) {
    const sides = [numeric(left, places), numeric(right, places)].map((side) => bracketed(side, SUM));
    return { text: sides.join(OPERATORS[operator]), strength: COMPARISON };
  }
  // Spreadsheets work powers out from the left, formulas from the right.
  const atLeft = operator === '^' ? WHOLE : own;
  const sides = [bracketed(valuePiece(left, places), atLeft), bracketed(valuePiece(right, places), own + 1)];
  return { text: sides.join(OPERATORS[operator]), strength: own };
}

/** A part whose value is used: a comparison is 1 or 0 there, not TRUE or FALSE. */
function valuePiece(bound: Bound, places: ExcelPlaces): Piece {
  const piece = pieceOf(bound, places);
  return isComparison(bound) ? whole(`IF(${piece.text},1,0)`) : piece;
}

function callPiece({ name, inputs }: Extract<Bound, { kind: 'call' }>, places: ExcelPlaces): Piece {
  const texts = inputs.map((input) => numeric(input, places).text);
  const [first, second] = inputs;
  if (name === 'min' || name === 'max' || name === 'abs')
    return whole(`${name.toUpperCase()}(${texts.join(',')})`);
  if (name === 'round') return whole(`ROUND(${texts[0] ?? ''},${texts[1] ?? '0'})`);
  if (name === 'floor') return whole(`INT(${texts[0] ?? ''})`);
  if (name === 'ceil' && first !== undefined) {
    return { text: `-INT(-${bracketed(valuePiece(first, places), SIGN)})`, strength: SIGN };
  }
  if (name === 'ratio' && first !== undefined && second !== undefined) {
    const [part, of] = [valuePiece(first, places), valuePiece(second, places)];
    return whole(`IF(${bracketed(of, SUM)}=0,"",${bracketed(part, PRODUCT)}/${bracketed(of, POWER)})`);
  }
  throw new Error(`The function "${name}" has no counterpart in a spreadsheet`);
}

function sumPiece({ terms }: Extract<Bound, { kind: 'sum' }>, places: ExcelPlaces): Piece {
  if (terms.length === 0) return numberPiece(0);
  const ids = terms.flatMap((term) => (term.kind === 'node' && !places.mayBeEmpty(term.id) ? [term.id] : []));
  const range = ids.length === terms.length && ids.length > 1 ? places.range?.(ids) : undefined;
  if (range !== undefined) return whole(`SUM(${range})`);
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) return valuePiece(only, places);
  const pieces = terms.map((term) => ({ bound: term, text: bracketed(valuePiece(term, places), SUM) }));
  return { text: places.sum?.(pieces) ?? pieces.map(({ text }) => text).join('+'), strength: SUM };
}

function priorPiece(bound: Extract<Bound, { kind: 'prior' }>, places: ExcelPlaces): Piece {
  const reference = places.reference(bound.id, true);
  if (reference !== undefined) return whole(reference);
  return bound.first === undefined ? EMPTY : valuePiece(bound.first, places);
}

function pieceOf(bound: Bound, places: ExcelPlaces): Piece {
  switch (bound.kind) {
    case 'number':
      return numberPiece(bound.value);
    case 'node':
      return whole(places.reference(bound.id, false) ?? '""');
    case 'prior':
      return priorPiece(bound, places);
    case 'negative':
      // As 0 − x where x is a power, so that nobody reads −x^2 as the spreadsheet does not.
      return { text: `-${bracketed(valuePiece(bound.of, places), SIGN)}`, strength: SIGN };
    case 'binary':
      return binaryPiece(bound, places);
    case 'if': {
      const condition = isComparison(bound.condition)
        ? pieceOf(bound.condition, places).text
        : numeric(bound.condition, places).text;
      return whole(
        `IF(${condition},${valuePiece(bound.then, places).text},${valuePiece(bound.otherwise, places).text})`,
      );
    }
    case 'call':
      return callPiece(bound, places);
    case 'sum':
      return sumPiece(bound, places);
  }
}

/**
 * A formula as a spreadsheet writes it, without the equals sign: the same value, or an error or an empty text where the
 * formula has none.
 *
 * What differs between the two is written out: a sign binds tighter than a power, powers work from the left, comparisons
 * are TRUE or FALSE, MIN and MAX pass over texts. Two things cannot be: spreadsheets compare with about 15 digits, and
 * a root of a negative number, an error in a formula, has a value in some of them.
 *
 * @param places where the nodes stand
 * @example excelFormula(-x ^ 2 with x in A1) // '-(A1^2)'
 */
export function excelFormula(bound: Bound, places: ExcelPlaces): string {
  return valuePiece(bound, places).text;
}
