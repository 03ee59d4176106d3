import type { FunctionInput, FunctionInstance } from '#shared/engine/graph.ts';
import type { Member } from '../members.ts';
import type { FactContext } from '../lines/define.ts';
import type { StaffingCache } from './staffingCache.ts';

/** What a block may look at while it is tied to one member. */
export interface BlockContext extends FactContext {
  readonly cache: StaffingCache;
  /** Open days of a period by weekday, for a queue. */
  readonly hiringPlans: ReadonlyMap<string, readonly number[]>;
}

/** A block tied to one member: what it reads, what it writes, what else decides its results. */
export interface TiedBlock {
  readonly inputs: readonly FunctionInput[];
  readonly outputs: readonly string[];
  readonly parameters: unknown;
  readonly hasMemory: boolean;
  /** Inputs that decide the results as parameters, fixed for the whole plan: an explanation lists them too. */
  readonly constants?: readonly string[];
  readonly create: () => FunctionInstance;
}

/** What is not arithmetic: one function node for each member that has it. */
export interface Block {
  readonly name: string;
  readonly appliesTo: (member: Member) => boolean;
  readonly tie: (member: Member, context: BlockContext) => TiedBlock;
}

export function now(id: string): FunctionInput {
  return { id, isLagged: false };
}

export function before(id: string): FunctionInput {
  return { id, isLagged: true };
}

/** The value of an input in period t; what came before the first period is 0. */
export function at(column: Float64Array | undefined, t: number): number {
  return t < 0 ? 0 : (column?.[t] ?? Number.NaN);
}
