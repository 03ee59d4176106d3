import type { Column } from './compile.ts';
import type { CellError, NodeSpec } from './graph.ts';
import { isSame } from '#shared/kernel/isSame.ts';

export type Errors = Map<number, CellError>;

/** True when two nodes compute the same from the same inputs; values are compared apart, as they may be long. */
export function sameNode(left: NodeSpec, right: NodeSpec): boolean {
  if (left.kind === 'values' || right.kind === 'values') return false;
  if (left.kind === 'formula') {
    return (
      right.kind === 'formula' && isSame(left.formula, right.formula) && isSame(left.bounds, right.bounds)
    );
  }
  return (
    right.kind === 'function' &&
    isSame(left.parameters, right.parameters) &&
    isSame(left.inputs, right.inputs) &&
    isSame(left.outputs, right.outputs)
  );
}

export function sameColumn(left: Column, right: Column): boolean {
  return left.length === right.length && left.every((value, t) => Object.is(value, right[t]));
}

export function sameErrors(left: Errors | undefined, right: Errors | undefined): boolean {
  if ((left?.size ?? 0) !== (right?.size ?? 0)) return false;
  return [...(left ?? [])].every(([t, error]) => isSame(error, right?.get(t)));
}
