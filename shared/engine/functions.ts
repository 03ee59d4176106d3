/**
 * The functions a formula may call, each with its arguments, text and an example that a test repeats. `if`, `prior` and
 * `sum` are structural: the evaluator treats them itself, they stand here for help and autocomplete.
 */
export interface FormulaFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number];
  readonly text: string;
  readonly example: { readonly formula: string; readonly value: number };
  /** Absent for the structural ones. */
  readonly evaluate?: (values: readonly number[]) => number;
  /** Name in a spreadsheet, where it is the same function. */
  readonly excel?: string;
}

const MANY = 50;

/** Digits that a spreadsheet shows of a number: 1.005 · 100 is 100.5 to it, not 100.49999999999999. */
const SHEET_DIGITS = 15;

function roundHalfAwayFromZero(value: number, digits: number): number {
  const scale = 10 ** Math.trunc(digits);
  const scaled = Math.abs(value) * scale;
  if (scale === 0) return 0;
  if (scaled >= 10 ** SHEET_DIGITS) return value;
  return (Math.sign(value) * Math.round(Number(scaled.toPrecision(SHEET_DIGITS)))) / scale;
}

export const formulaFunctions: readonly FormulaFunction[] = [
  {
    name: 'if',
    parameters: ['condition', 'then', 'otherwise'],
    arity: [3, 3],
    text: 'One value where the condition holds, another where it does not.',
    example: { formula: 'if(2 > 1, 10, 20)', value: 10 },
    excel: 'IF',
  },
  {
    name: 'min',
    parameters: ['a', 'b', '…'],
    arity: [1, MANY],
    text: 'The smallest of its arguments.',
    example: { formula: 'min(3, 1, 2)', value: 1 },
    evaluate: (values) => Math.min(...values),
    excel: 'MIN',
  },
  {
    name: 'max',
    parameters: ['a', 'b', '…'],
    arity: [1, MANY],
    text: 'The largest of its arguments.',
    example: { formula: 'max(3, 1, 2)', value: 3 },
    evaluate: (values) => Math.max(...values),
    excel: 'MAX',
  },
  {
    name: 'abs',
    parameters: ['x'],
    arity: [1, 1],
    text: 'The size of a number without its sign.',
    example: { formula: 'abs(-4)', value: 4 },
    evaluate: ([x = Number.NaN]) => Math.abs(x),
    excel: 'ABS',
  },
  {
    name: 'round',
    parameters: ['x', 'digits'],
    arity: [1, 2],
    text: 'Rounded to so many digits after the point (0 if left out), halves away from zero as in a spreadsheet.',
    example: { formula: 'round(2.5)', value: 3 },
    evaluate: ([x = Number.NaN, digits = 0]) => roundHalfAwayFromZero(x, digits),
    excel: 'ROUND',
  },
  {
    name: 'ceil',
    parameters: ['x'],
    arity: [1, 1],
    text: 'The next whole number upwards.',
    example: { formula: 'ceil(2.1)', value: 3 },
    evaluate: ([x = Number.NaN]) => Math.ceil(x),
  },
  {
    name: 'floor',
    parameters: ['x'],
    arity: [1, 1],
    text: 'The next whole number downwards.',
    example: { formula: 'floor(2.9)', value: 2 },
    evaluate: ([x = Number.NaN]) => Math.floor(x),
  },
  {
    name: 'ratio',
    parameters: ['part', 'whole'],
    arity: [2, 2],
    text: 'part ÷ whole; not defined (empty) where the whole is 0.',
    example: { formula: 'ratio(1, 4)', value: 0.25 },
    evaluate: ([part = Number.NaN, whole = Number.NaN]) => (whole === 0 ? Number.NaN : part / whole),
  },
  {
    name: 'prior',
    parameters: ['measure', 'first'],
    arity: [1, 2],
    text: 'The value one period earlier; "first" is what it was before the plan begins (empty if left out).',
    example: { formula: 'prior(5, 7)', value: 7 },
  },
  {
    name: 'sum',
    parameters: ['members', 'expression'],
    arity: [2, 2],
    text: 'The expression added up over members, as in sum(queues, cost).',
    example: { formula: 'sum(none, 1)', value: 0 },
  },
];

const byName = new Map(formulaFunctions.map((entry) => [entry.name, entry]));

export function formulaFunction(name: string): FormulaFunction | undefined {
  return byName.get(name);
}
