import type { BinaryOperator } from './formula.ts';

/** A formula whose names are tied to nodes of one plan and whose sums are spread over their members. */
export type Bound =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'node'; readonly id: string; readonly name: string }
  | { readonly kind: 'prior'; readonly id: string; readonly name: string; readonly first?: Bound }
  | { readonly kind: 'negative'; readonly of: Bound }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Bound;
      readonly right: Bound;
    }
  | { readonly kind: 'if'; readonly condition: Bound; readonly then: Bound; readonly otherwise: Bound }
  | { readonly kind: 'call'; readonly name: string; readonly inputs: readonly Bound[] }
  | { readonly kind: 'sum'; readonly terms: readonly Bound[] };

export interface Dependency {
  readonly id: string;
  readonly name: string;
  readonly isLagged: boolean;
}

/** The parts of a formula, in the order of the text. */
export function childrenOf(bound: Bound): readonly Bound[] {
  switch (bound.kind) {
    case 'number':
    case 'node':
      return [];
    case 'prior':
      return bound.first === undefined ? [] : [bound.first];
    case 'negative':
      return [bound.of];
    case 'binary':
      return [bound.left, bound.right];
    case 'if':
      return [bound.condition, bound.then, bound.otherwise];
    case 'call':
      return bound.inputs;
    case 'sum':
      return bound.terms;
  }
}

function collect(bound: Bound, into: Map<string, Dependency>): void {
  if (bound.kind === 'node' || bound.kind === 'prior') {
    const isLagged = bound.kind === 'prior';
    into.set(`${bound.id}${isLagged ? '@-1' : ''}`, { id: bound.id, name: bound.name, isLagged });
  }
  for (const child of childrenOf(bound)) collect(child, into);
}

/** The nodes a formula reads, each once, in the order of the text. */
export function dependenciesOf(bound: Bound): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  collect(bound, found);
  return [...found.values()];
}

const STRENGTH: Readonly<Record<BinaryOperator, number>> = {
  '==': 1,
  '!=': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '+': 2,
  '-': 2,
  '*': 3,
  '/': 3,
  '^': 5,
};
const NEGATIVE_STRENGTH = 4;

function wrap(text: string, isNeeded: boolean): string {
  return isNeeded ? `(${text})` : text;
}

function textOf(bound: Bound, outer: number, name: (id: string) => string): string {
  switch (bound.kind) {
    case 'number':
      return String(bound.value);
    case 'node':
      return name(bound.id);
    case 'prior':
      return `prior(${name(bound.id)}${bound.first === undefined ? '' : `, ${textOf(bound.first, 0, name)}`})`;
    case 'negative':
      return wrap(`-${textOf(bound.of, NEGATIVE_STRENGTH, name)}`, outer > NEGATIVE_STRENGTH);
    case 'binary': {
      const own = STRENGTH[bound.operator];
      const isRightTied = bound.operator === '^';
      const left = textOf(bound.left, isRightTied ? own + 1 : own, name);
      const right = textOf(bound.right, isRightTied ? own : own + 1, name);
      return wrap(`${left} ${bound.operator} ${right}`, own < outer);
    }
    case 'if':
      return `if(${[bound.condition, bound.then, bound.otherwise].map((part) => textOf(part, 0, name)).join(', ')})`;
    case 'call':
      return `${bound.name}(${bound.inputs.map((input) => textOf(input, 0, name)).join(', ')})`;
    case 'sum':
      if (bound.terms.length === 0) return '0';
      return wrap(
        bound.terms.map((term) => textOf(term, 2, name)).join(' + '),
        bound.terms.length > 1 && outer > 2,
      );
  }
}

/** The formula as text with every name written as `name` gives it (its node id unless said otherwise), sums spelt out. */
export function boundText(bound: Bound, name: (id: string) => string = (id) => id): string {
  return textOf(bound, 0, name);
}
