import type { Bound } from '#shared/engine/bound.ts';
import { type Expression, parseFormula } from '#shared/engine/formula.ts';

/** Sums for tests: over three names, over two that are no neighbours, over nothing. */
const collections: Readonly<Record<string, readonly string[]>> = {
  all: ['a', 'b', 'c'],
  two: ['a', 'c'],
  none: [],
};

function bind(part: Expression, member?: string): Bound {
  const inner = (child: Expression) => bind(child, member);
  switch (part.kind) {
    case 'number':
      return part;
    case 'name': {
      const id = part.name === 'x' ? (member ?? 'x') : part.name;
      return { kind: 'node', id, name: id };
    }
    case 'prior': {
      const id = part.of.kind === 'name' ? part.of.name : '';
      const head = { kind: 'prior', id, name: id } as const;
      return part.first === undefined ? head : { ...head, first: inner(part.first) };
    }
    case 'negative':
      return { kind: 'negative', of: inner(part.of) };
    case 'binary':
      return { ...part, left: inner(part.left), right: inner(part.right) };
    case 'if':
      return {
        kind: 'if',
        condition: inner(part.condition),
        then: inner(part.then),
        otherwise: inner(part.otherwise),
      };
    case 'call':
      return { kind: 'call', name: part.name, inputs: part.inputs.map(inner) };
    case 'sum':
      return { kind: 'sum', terms: (collections[part.collection] ?? []).map((name) => bind(part.of, name)) };
  }
}

/** A formula whose names are the ids of the nodes themselves. */
export function boundOf(formula: string): Bound {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return bind(parsed.value);
}
