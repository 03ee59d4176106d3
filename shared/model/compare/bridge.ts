import { fault, ok, type Result } from '#shared/kernel/result.ts';
import { compensatedSum } from '#shared/kernel/summation.ts';
import type { Scenario } from '../scenario.ts';
import type { BridgeMeasure } from './bridgeMeasures.ts';
import {
  type BridgeOptions,
  type BridgeRuns,
  createBridgeRuns,
  type MissingMeasure,
  type RunValues,
} from './bridgeRuns.ts';
import { type Family, families } from './families.ts';
import { overSlots, type Slot } from './slots.ts';

/** Families that change together, as one step. */
export interface Block {
  /** In the order of the families. */
  readonly families: readonly Family[];
  /**
   * Why they are one: `members`: a queue and the group that serves it come or go together; `not-possible`: there is no
   * plan between them, since one without the other breaks a rule or cannot be computed.
   */
  readonly joined?: 'members' | 'not-possible';
}

/** An amount by slot and over all of them; null where one of the plans has no number. */
export interface Amounts {
  readonly bySlot: readonly (number | null)[];
  readonly total: number | null;
}

export interface BridgedMeasure extends BridgeMeasure {
  readonly before: Amounts;
  readonly after: Amounts;
  /** What each step adds, in the order of the bridge's steps. They add up to the difference. */
  readonly steps: readonly Amounts[];
}

/** The way from one plan's figures to another's. */
export interface Bridge {
  /** `fixedOrder`: one family after the other; `shapley`: each family's mean over all orders. */
  readonly method: 'fixedOrder' | 'shapley';
  /** The first plan's; money of the second is in it too. */
  readonly currency: string;
  readonly names: readonly [before: string, after: string];
  readonly slots: readonly Slot[];
  readonly steps: readonly Block[];
  readonly measures: readonly BridgedMeasure[];
  readonly missing: readonly MissingMeasure[];
  /** True when one of the plans also covers days that the other does not: the bridge is about what they share. */
  readonly isCut: boolean;
  /**
   * True when the plans begin on different days or count in different periods. Series are then moved by their dates;
   * that opening figures belong to another day is part of "other", with the calendar.
   */
  readonly hasTwoCalendars: boolean;
  /** How many plans were computed for it. */
  readonly runs: number;
}

function plain(value: number): number | null {
  return Number.isNaN(value) ? null : value + 0;
}

function amounts(values: Float64Array, slots: readonly Slot[], { rule }: BridgeMeasure): Amounts {
  return { bySlot: Array.from(values, plain), total: plain(overSlots(values, slots, rule)) };
}

function minus(left: Float64Array, right: Float64Array): Float64Array {
  return left.map((value, at) => value - (right[at] ?? Number.NaN));
}

/**
 * Parts of a whole, of which the last that is not 0 is what remains, to the last digit: the differences of many runs
 * lose one here and there. A step that adds nothing stays 0.
 */
function closedParts(parts: readonly (number | null)[], whole: number | null): readonly (number | null)[] {
  const last = parts.findLastIndex((part) => part !== 0);
  if (whole === null || parts.includes(null) || last < 0) return parts;
  const others = parts.flatMap((part, at) => (at === last || part === null ? [] : [-part]));
  return parts.with(last, compensatedSum([whole, ...others]));
}

/** The steps, made to add up to the difference in every slot and in total. */
function closed(steps: readonly Amounts[], difference: Amounts): readonly Amounts[] {
  const totals = closedParts(
    steps.map(({ total }) => total),
    difference.total,
  );
  const bySlot = difference.bySlot.map((whole, slot) =>
    closedParts(
      steps.map((step) => step.bySlot[slot] ?? null),
      whole,
    ),
  );
  return steps.map((_, at) => ({
    bySlot: bySlot.map((parts) => parts[at] ?? null),
    total: totals[at] ?? null,
  }));
}

export function valuesOf(values: RunValues | undefined, { id }: BridgeMeasure): Float64Array {
  const found = values?.get(id);
  if (found === undefined) throw new Error(`A run has no ${id}`);
  return found;
}

/** Puts a bridge together from what each block adds. */
export function bridgeOf(
  runs: BridgeRuns,
  [before, after]: readonly [Scenario, Scenario],
  method: Bridge['method'],
  steps: readonly Block[],
  added: (measure: BridgeMeasure) => readonly Float64Array[],
): Bridge {
  const start = runs.values(new Set());
  const end = runs.values(new Set(runs.differing));
  const { slots } = runs;
  return {
    method,
    currency: before.currency,
    names: [before.name, after.name],
    slots,
    steps,
    measures: runs.measures.map((measure) => {
      const [first, last] = [valuesOf(start, measure), valuesOf(end, measure)];
      const own = added(measure).map((values) => amounts(values, slots, measure));
      return {
        ...measure,
        before: amounts(first, slots, measure),
        after: amounts(last, slots, measure),
        steps: closed(own, amounts(minus(last, first), slots, measure)),
      };
    }),
    missing: runs.missing,
    isCut: runs.isCut,
    hasTwoCalendars: runs.hasTwoCalendars,
    runs: runs.count(),
  };
}

/** The families that differ, those that can only change together as one block, in the order of their first. */
export function firstBlocks({ differing, isStaffingTied }: BridgeRuns): readonly Block[] {
  const tied = differing.filter((family) => family === 'volume' || family === 'people');
  if (!isStaffingTied || tied.length < 2) return differing.map((family) => ({ families: [family] }));
  const rest = differing
    .filter((family) => family !== 'volume' && family !== 'people')
    .map((family) => ({ families: [family] }));
  return [{ families: tied, joined: 'members' }, ...rest];
}

/** Two blocks as one. */
export function joinedBlocks(left: Block, right: Block): Block {
  const all = new Set([...left.families, ...right.families]);
  return { families: families.filter((family) => all.has(family)), joined: 'not-possible' };
}

export const GIVEN_UP = 'The comparison was given up.';

interface Way {
  readonly blocks: readonly Block[];
  /** The figures after each block, the start first. */
  readonly points: readonly RunValues[];
}

/** Goes the way family by family; where there is no plan in between, a step takes the next family along. */
function wayOf(runs: BridgeRuns, onProgress: (share: number) => boolean): Way | undefined {
  const start = runs.values(new Set());
  const blocks: Block[] = [];
  const points = start === undefined ? [] : [start];
  const changed = new Set<Family>();
  let open: Block | undefined;
  const all = firstBlocks(runs);
  for (const [at, block] of all.entries()) {
    if (!onProgress(at / all.length)) return undefined;
    open = open === undefined ? block : joinedBlocks(open, block);
    for (const family of block.families) changed.add(family);
    const values = runs.values(changed);
    if (values === undefined) continue;
    blocks.push(open);
    points.push(values);
    open = undefined;
  }
  return { blocks, points };
}

/**
 * The bridge between two plans in the fixed order of the families: one family after the other is taken from the second
 * plan and the model run again, so that the steps add up to the difference.
 *
 * What each family adds depends on what was changed before it; `shapleyBridge` does without an order. A plan compared
 * with itself has no steps.
 *
 * @param before a valid scenario, as `validateScenario` gives it
 * @returns `invalid-input` for plans without a common day, `invalid-plan` for one that cannot be computed, `cancelled`
 * when given up
 */
export function fixedOrderBridge(
  before: Scenario,
  after: Scenario,
  options: BridgeOptions = {},
): Result<Bridge> {
  const runs = createBridgeRuns(before, after, options);
  if (!runs.ok) return runs;
  const way = wayOf(runs.value, options.onProgress ?? (() => true));
  if (way === undefined) return fault('cancelled', GIVEN_UP);
  const { blocks, points } = way;
  return ok(
    bridgeOf(runs.value, [before, after], 'fixedOrder', blocks, (measure) =>
      blocks.map((_, at) => minus(valuesOf(points[at + 1], measure), valuesOf(points[at], measure))),
    ),
  );
}
