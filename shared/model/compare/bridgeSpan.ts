import { compensatedSum } from '#shared/kernel/summation.ts';
import type { Plan } from '../plan.ts';
import type { Amounts, Block, Bridge, BridgedMeasure } from './bridge.ts';
import { type BridgeMeasure, measureColumn } from './bridgeMeasures.ts';
import { inSlots, overSlots, type Slot, slotParts } from './slots.ts';

function numberOf(value: number): number | null {
  return Number.isNaN(value) ? null : value + 0;
}

function total(bySlot: readonly (number | null)[], slots: readonly Slot[], { rule }: BridgeMeasure) {
  return numberOf(
    overSlots(
      bySlot.map((value) => value ?? Number.NaN),
      slots,
      rule,
    ),
  );
}

/**
 * The same bridge over some of its slots, such as those of one fiscal year. Money is added and FTE are averaged by days,
 * so the steps still add up to the difference.
 *
 * @param places of the slots, in their order
 */
export function bridgeOver(bridge: Bridge, places: readonly number[]): Bridge {
  const slots = places.flatMap((place) => bridge.slots[place] ?? []);
  const over = (amounts: Amounts, measure: BridgeMeasure): Amounts => {
    const bySlot = places.map((place) => amounts.bySlot[place] ?? null);
    return { bySlot, total: total(bySlot, slots, measure) };
  };
  return {
    ...bridge,
    slots,
    measures: bridge.measures.map((measure) => ({
      ...measure,
      before: over(measure.before, measure),
      after: over(measure.after, measure),
      steps: measure.steps.map((step) => over(step, measure)),
    })),
  };
}

/** What was saved of a plan, in place of what this program computes. */
export interface SavedEnds {
  readonly before?: Plan;
  readonly after?: Plan;
  /** Units of the first plan's currency for one unit of the second's. */
  readonly exchangeRate?: number;
}

function savedAmounts(plan: Plan, measure: BridgeMeasure, slots: readonly Slot[], rate: number): Amounts {
  const parts = slotParts(slots, plan.graph().context.periods);
  const factor = measure.unit === 'money' ? rate : 1;
  const values = inSlots(measureColumn(plan, measure.id), parts, measure.rule);
  const bySlot = Array.from(values, (value) => numberOf(value * factor));
  return { bySlot, total: total(bySlot, slots, measure) };
}

/** Where neither has a number there is no difference. */
function less(left: number | null, right: number | null): number | null {
  if (left === null && right === null) return 0;
  return left === null || right === null ? null : compensatedSum([left, -right]);
}

function minus(left: Amounts, right: Amounts): Amounts {
  return {
    bySlot: left.bySlot.map((value, slot) => less(value, right.bySlot[slot] ?? null)),
    total: less(left.total, right.total),
  };
}

const RELATIVE_NOISE = 1e-9;

function isNothing({ bySlot }: Amounts, around: Amounts): boolean {
  return bySlot.every(
    (value, slot) =>
      value !== null && Math.abs(value) <= RELATIVE_NOISE * Math.max(1, Math.abs(around.bySlot[slot] ?? 0)),
  );
}

const zero = (amounts: Amounts): Amounts => ({ bySlot: amounts.bySlot.map(() => 0), total: 0 });

/**
 * A bridge that begins or ends at saved figures. Where this program computes others from the same inputs, a step of no
 * family says by how much, so that what was approved stands in the bridge as it was approved.
 */
export function withSavedEnds(bridge: Bridge, { before, after, exchangeRate = 1 }: SavedEnds): Bridge {
  const { slots } = bridge;
  const measured = bridge.measures.map((measure) => {
    const first = before === undefined ? measure.before : savedAmounts(before, measure, slots, 1);
    const last = after === undefined ? measure.after : savedAmounts(after, measure, slots, exchangeRate);
    return { measure, first, last, entry: minus(measure.before, first), exit: minus(last, measure.after) };
  });
  const hasEntry = measured.some(({ entry, first }) => !isNothing(entry, first));
  const hasExit = measured.some(({ exit, last }) => !isNothing(exit, last));
  const own: Block = { families: [] };
  return {
    ...bridge,
    steps: [...(hasEntry ? [own] : []), ...bridge.steps, ...(hasExit ? [own] : [])],
    measures: measured.map(({ measure, first, last, entry, exit }): BridgedMeasure => {
      const step = (amounts: Amounts, around: Amounts) =>
        isNothing(amounts, around) ? zero(amounts) : amounts;
      return {
        ...measure,
        before: hasEntry ? first : measure.before,
        after: hasExit ? last : measure.after,
        steps: [
          ...(hasEntry ? [step(entry, first)] : []),
          ...measure.steps,
          ...(hasExit ? [step(exit, last)] : []),
        ],
      };
    }),
  };
}
