import type { Bound } from '#shared/engine/bound.ts';
import { createEngine } from '#shared/engine/evaluate.ts';
import { type Expression, parseFormula } from '#shared/engine/formula.ts';
import type { NodeSpec } from '#shared/engine/graph.ts';

/** Ties names to the nodes of the same name; `sum(a_b, x)` adds up x over the members a and b, as `a.x + b.x`. */
function tied(part: Expression, prefix = ''): Bound {
  const inner = (child: Expression) => tied(child, prefix);
  switch (part.kind) {
    case 'number':
      return part;
    case 'name':
      return { kind: 'node', id: prefix + part.name, name: part.name };
    case 'prior': {
      if (part.of.kind !== 'name') throw new Error('prior of no name');
      const head = { kind: 'prior', id: prefix + part.of.name, name: part.of.name } as const;
      return part.first === undefined ? head : { ...head, first: inner(part.first) };
    }
    case 'negative':
      return { kind: 'negative', of: inner(part.of) };
    case 'binary':
      return { kind: 'binary', operator: part.operator, left: inner(part.left), right: inner(part.right) };
    case 'if':
      return {
        kind: 'if',
        condition: inner(part.condition),
        then: inner(part.then),
        otherwise: inner(part.otherwise),
      };
    case 'call':
      return { kind: 'call', name: part.name, inputs: part.inputs.map(inner) };
    case 'sum': {
      const members = part.collection === 'none' ? [] : part.collection.split('_');
      return { kind: 'sum', terms: members.map((member) => tied(part.of, `${member}.`)) };
    }
  }
}

/** A formula in which every name is the id of a node. */
export function bound(text: string): Bound {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.fault.message}`);
  return tied(parsed.value);
}

/** A node that is a list of numbers, or a formula over the other nodes. */
export function node(id: string, content: string | readonly number[]): NodeSpec {
  return typeof content === 'string'
    ? { kind: 'formula', id, formula: bound(content) }
    : { kind: 'values', id, values: Float64Array.from(content) };
}

export type Sheet = Readonly<Record<string, string | readonly number[]>>;

export function nodesOf(sheet: Sheet): readonly NodeSpec[] {
  return Object.entries(sheet).map(([id, content]) => node(id, content));
}

/** An engine that has computed a small sheet. */
export function computed(sheet: Sheet, periods = 3) {
  const engine = createEngine();
  engine.update({ periods, nodes: nodesOf(sheet) });
  return engine;
}
