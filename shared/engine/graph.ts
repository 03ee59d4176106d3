import { type Bound, dependenciesOf } from './bound.ts';
import type { Column } from './compile.ts';

/** Why a node has no value in a period; travels downstream with its origin. */
export interface CellError {
  readonly kind: 'divide-by-zero' | 'unknown-name' | 'cycle' | 'out-of-domain';
  /** Where it arose. */
  readonly nodeId: string;
  readonly period?: number;
  readonly text: string;
}

/** What a function node sees while it computes period t. */
export interface FunctionIo {
  /** Values of the inputs, in the order in which the node lists them. */
  readonly inputs: readonly Column[];
  /** Where the outputs go, in the order in which the node lists them. */
  readonly outputs: readonly Column[];
  /** Marks all outputs of this period as failed. */
  fail(error: { readonly nodeId: string; readonly text: string }): void;
}

/** One running function: computes period after period. */
export interface FunctionInstance {
  /** Forgets what earlier periods left behind. Only nodes with memory need it. */
  reset?(): void;
  step(t: number, io: FunctionIo): void;
}

export interface FunctionInput {
  readonly id: string;
  readonly isLagged: boolean;
}

/** Which numbers a node may hold. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  /** True when `min` itself is not allowed. */
  readonly isMinExcluded?: boolean;
  /** How that is said to a person: "a number from 0 to 1". */
  readonly text: string;
}

export type NodeSpec =
  | {
      readonly kind: 'values';
      readonly id: string;
      readonly values: Column;
      readonly errors?: ReadonlyMap<number, CellError>;
    }
  | {
      readonly kind: 'formula';
      readonly id: string;
      readonly formula: Bound;
      /** Results outside are errors, and so is having none: the node must have a number in every period. */
      readonly bounds?: Bounds;
    }
  | {
      readonly kind: 'function';
      readonly id: string;
      readonly inputs: readonly FunctionInput[];
      readonly outputs: readonly string[];
      /** Plain data that, with the inputs, decides the outputs; compared deeply to see whether the node changed. */
      readonly parameters: unknown;
      /** True when period t depends on what the node itself kept from earlier periods. */
      readonly hasMemory: boolean;
      /** Nodes whose values are among the parameters rather than the inputs; for explanations only. */
      readonly constants?: readonly string[];
      readonly create: () => FunctionInstance;
    };

export interface GraphSpec {
  readonly periods: number;
  readonly nodes: readonly NodeSpec[];
}

export function outputsOf(node: NodeSpec): readonly string[] {
  return node.kind === 'function' ? node.outputs : [node.id];
}

export function inputsOf(node: NodeSpec): readonly FunctionInput[] {
  if (node.kind === 'function') return node.inputs;
  return node.kind === 'formula' ? dependenciesOf(node.formula) : [];
}

interface Edges {
  /** For each node the places of the nodes it reads. */
  readonly all: readonly (readonly number[])[];
  /** Only those it reads of the same period. */
  readonly direct: readonly (readonly number[])[];
}

function edgesOf(nodes: readonly NodeSpec[]): Edges {
  const owner = new Map(nodes.flatMap((node, place) => outputsOf(node).map((id) => [id, place] as const)));
  const read = (node: NodeSpec, wanted: (input: FunctionInput) => boolean) =>
    inputsOf(node)
      .filter(wanted)
      .map(({ id }) => {
        const place = owner.get(id);
        if (place === undefined) throw new Error(`"${node.id}" reads "${id}", which no node computes`);
        return place;
      });
  return {
    all: nodes.map((node) => read(node, () => true)),
    direct: nodes.map((node) => read(node, ({ isLagged }) => !isLagged)),
  };
}

/** Nodes that must be solved together, in the order within a period; `cycle` names a path without a lag. */
export interface Component {
  readonly members: readonly number[];
  readonly isLoop: boolean;
  readonly cycle?: readonly string[];
}

/**
 * Strongly connected components in the order of computation (Tarjan 1972, without recursion).
 *
 * @returns each component as places in `edges`; what a component reads stands before it
 */
export function stronglyConnected(edges: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const size = edges.length;
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const isOnStack = new Uint8Array(size);
  const nextEdge = new Int32Array(size);
  const stack: number[] = [];
  const components: number[][] = [];
  let counter = 0;
  for (let root = 0; root < size; root += 1) {
    if ((index[root] ?? 0) >= 0) continue;
    const path = [root];
    while (path.length > 0) {
      const at = path[path.length - 1] ?? 0;
      if ((index[at] ?? 0) < 0) {
        index[at] = low[at] = counter;
        counter += 1;
        stack.push(at);
        isOnStack[at] = 1;
      }
      const target = edges[at]?.[nextEdge[at] ?? 0];
      if (target !== undefined) {
        nextEdge[at] = (nextEdge[at] ?? 0) + 1;
        if ((index[target] ?? 0) < 0) path.push(target);
        else if (isOnStack[target]) low[at] = Math.min(low[at] ?? 0, index[target] ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[at] ?? 0);
      if (low[at] === index[at]) components.push(popComponent(stack, isOnStack, at));
    }
  }
  return components;
}

function popComponent(stack: number[], isOnStack: Uint8Array, root: number): number[] {
  const members: number[] = [];
  for (;;) {
    const member = stack.pop();
    if (member === undefined) break;
    isOnStack[member] = 0;
    members.push(member);
    if (member === root) break;
  }
  return members;
}

/** The order of computation: components one after the other, and the order inside each by same-period reading. */
export function orderOf({ nodes }: GraphSpec): readonly Component[] {
  const { all, direct } = edgesOf(nodes);
  return stronglyConnected(all).map((members) => {
    const [only] = members;
    const isLoop = members.length > 1 || (only !== undefined && (all[only]?.includes(only) ?? false));
    if (!isLoop) return { members, isLoop };
    const place = new Map(members.map((member, at) => [member, at]));
    const inside = members.map((member) =>
      (direct[member] ?? []).flatMap((target) => place.get(target) ?? []),
    );
    const parts = stronglyConnected(inside);
    const tied = parts.find((part) => part.length > 1 || inside[part[0] ?? 0]?.includes(part[0] ?? 0));
    const ordered = parts.flat().map((at) => members[at] ?? 0);
    if (tied === undefined) return { members: ordered, isLoop };
    return {
      members: ordered,
      isLoop,
      cycle: fromInput(cyclePath(tied, inside).map((at) => nodes[members[at] ?? 0])),
    };
  });
}

/** The ids of a way around, begun where somebody wrote the formula of an input: there the circle can be cut. */
function fromInput(path: readonly (NodeSpec | undefined)[]): readonly string[] {
  const around = path.slice(0, -1);
  const found = around.findIndex((node) => node?.kind === 'formula' && node.bounds !== undefined);
  const start = Math.max(0, found);
  const turned = [...around.slice(start), ...around.slice(0, start)];
  return [...turned, ...turned.slice(0, 1)].map((node) => node?.id ?? '');
}

/** One way around inside a tied group, back to where it began. */
function cyclePath(group: readonly number[], edges: readonly (readonly number[])[]): readonly number[] {
  const isInside = new Set(group);
  const visited = new Map<number, number>();
  let at = group[0] ?? 0;
  while (!visited.has(at)) {
    visited.set(at, visited.size);
    const next = edges[at]?.find((target) => isInside.has(target));
    if (next === undefined) break;
    at = next;
  }
  return [...[...visited.keys()].slice(visited.get(at) ?? 0), at];
}
