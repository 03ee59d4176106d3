import type { Bound } from './bound.ts';
import type { BinaryOperator } from './formula.ts';
import { formulaFunction } from './functions.ts';

/** Values of one node by period. NaN means "no value": an error that the store knows, or not defined there. */
export type Column = Float64Array;
export type Evaluator = (t: number) => number;

/** What an evaluator met on its way; read and cleared by whoever called it. */
export interface DivisionWatch {
  hasDividedByZero: boolean;
  /** Something has no value on purpose: `ratio` of nothing, `prior` before the plan. */
  isEmpty?: boolean;
}

function comparison(operator: BinaryOperator, left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number.NaN;
  switch (operator) {
    case '<':
      return left < right ? 1 : 0;
    case '<=':
      return left <= right ? 1 : 0;
    case '>':
      return left > right ? 1 : 0;
    case '>=':
      return left >= right ? 1 : 0;
    case '==':
      return left === right ? 1 : 0;
    default:
      return left !== right ? 1 : 0;
  }
}

function binary(
  operator: BinaryOperator,
  left: Evaluator,
  right: Evaluator,
  watch: DivisionWatch,
): Evaluator {
  switch (operator) {
    case '+':
      return (t) => left(t) + right(t);
    case '-':
      return (t) => left(t) - right(t);
    case '*':
      return (t) => left(t) * right(t);
    case '/':
      return (t) => {
        const divisor = right(t);
        if (divisor === 0) watch.hasDividedByZero = true;
        return left(t) / divisor;
      };
    case '^':
      return (t) => left(t) ** right(t);
    default:
      return (t) => comparison(operator, left(t), right(t));
  }
}

/** Neumaier's compensated sum, in the order of the terms. */
function sumOf(terms: readonly Evaluator[]): Evaluator {
  return (t) => {
    let total = 0;
    let lost = 0;
    for (const term of terms) {
      const value = term(t);
      const next = total + value;
      lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
      total = next;
    }
    return total + lost;
  };
}

function choice(condition: Evaluator, then: Evaluator, otherwise: Evaluator): Evaluator {
  return (t) => {
    const decides = condition(t);
    if (Number.isNaN(decides)) return Number.NaN;
    return decides === 0 ? otherwise(t) : then(t);
  };
}

function call(name: string, inputs: readonly Evaluator[], watch: DivisionWatch): Evaluator {
  const evaluate = formulaFunction(name)?.evaluate;
  if (evaluate === undefined) throw new Error(`The function "${name}" cannot be evaluated by itself`);
  return (t) => {
    const values = inputs.map((input) => input(t));
    const result = evaluate(values);
    if (Number.isNaN(result) && values.every((value) => Number.isFinite(value))) watch.isEmpty = true;
    return result;
  };
}

/** The value before the plan begins: what the formula says, else nothing. */
function beforeThePlan(first: Evaluator | undefined, watch: DivisionWatch): Evaluator {
  if (first !== undefined) return first;
  return () => {
    watch.isEmpty = true;
    return Number.NaN;
  };
}

/**
 * A closure that gives the value of a bound formula in period t.
 *
 * @param column the values of a node; asked once for each name, so the array must stay the same one
 */
export function compile(bound: Bound, column: (id: string) => Column, watch: DivisionWatch): Evaluator {
  const inner = (part: Bound) => compile(part, column, watch);
  switch (bound.kind) {
    case 'number': {
      const { value } = bound;
      return () => value;
    }
    case 'node': {
      const values = column(bound.id);
      return (t) => values[t] ?? Number.NaN;
    }
    case 'prior': {
      const values = column(bound.id);
      const first = beforeThePlan(bound.first === undefined ? undefined : inner(bound.first), watch);
      return (t) => (t === 0 ? first(t) : (values[t - 1] ?? Number.NaN));
    }
    case 'negative': {
      const of = inner(bound.of);
      return (t) => -of(t);
    }
    case 'binary':
      return binary(bound.operator, inner(bound.left), inner(bound.right), watch);
    case 'if':
      return choice(inner(bound.condition), inner(bound.then), inner(bound.otherwise));
    case 'call':
      return call(bound.name, bound.inputs.map(inner), watch);
    case 'sum':
      return sumOf(bound.terms.map(inner));
  }
}
