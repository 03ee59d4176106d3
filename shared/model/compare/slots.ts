import { isoDateOf } from '#shared/kernel/calendar.ts';
import { compensatedSum } from '#shared/kernel/summation.ts';
import { type Period, periodsOf } from '../periods.ts';
import type { Scenario } from '../scenario.ts';

/** A span of days that two plans are compared over: a period of both, or of the coarser of the two. */
export interface Slot {
  /** ISO date of its first day. */
  readonly start: string;
  readonly startDay: number;
  readonly days: number;
}

type Calendar = Scenario['calendar'];

function endOf({ startDay, days }: Pick<Period, 'startDay' | 'days'>): number {
  return startDay + days;
}

/**
 * The periods that two plans have in common, by date: months where one of them counts in months, the periods of the
 * first otherwise, each cut to the days that both plans cover. Empty where they have no day in common.
 */
export function commonSlots(before: Calendar, after: Calendar): readonly Slot[] {
  const [own, others] = [periodsOf(before), periodsOf(after)];
  const [first, last, otherFirst, otherLast] = [own[0], own.at(-1), others[0], others.at(-1)];
  if (first === undefined || last === undefined || otherFirst === undefined || otherLast === undefined)
    return [];
  const from = Math.max(first.startDay, otherFirst.startDay);
  const to = Math.min(endOf(last), endOf(otherLast));
  const isByOther = before.grain === 'week' && after.grain === 'month';
  return (isByOther ? others : own).flatMap((period) => {
    const start = Math.max(period.startDay, from);
    const days = Math.min(endOf(period), to) - start;
    return days > 0 ? [{ start: isoDateOf(start), startDay: start, days }] : [];
  });
}

/** How much of which period falls into each slot. */
export type SlotParts = readonly (readonly {
  readonly period: number;
  readonly days: number;
  readonly of: number;
}[])[];

export function slotParts(slots: readonly Slot[], periods: readonly Period[]): SlotParts {
  return slots.map((slot) =>
    periods.flatMap((period) => {
      const days = Math.min(endOf(period), endOf(slot)) - Math.max(period.startDay, slot.startDay);
      return days > 0 ? [{ period: period.index, days, of: period.days }] : [];
    }),
  );
}

/** What is counted in a period is spread evenly over its days; what stands in it is averaged by days. */
export type SlotRule = 'sum' | 'mean';

/** A column of a plan by slot; a period that is a slot of its own keeps its value to the last bit. */
export function inSlots(column: ArrayLike<number>, parts: SlotParts, rule: SlotRule): Float64Array {
  return Float64Array.from(parts, (slot) => {
    const [only, ...others] = slot;
    if (only !== undefined && others.length === 0 && (rule === 'mean' || only.days === only.of))
      return column[only.period] ?? Number.NaN;
    if (rule === 'sum')
      return compensatedSum(slot.map(({ period, days, of }) => ((column[period] ?? Number.NaN) * days) / of));
    const days = slot.reduce((sum, part) => sum + part.days, 0);
    return compensatedSum(slot.map((part) => (column[part.period] ?? Number.NaN) * part.days)) / days;
  });
}

/** One figure for all slots: added, or averaged by days. */
export function overSlots(values: ArrayLike<number>, slots: readonly Slot[], rule: SlotRule): number {
  if (rule === 'sum') return compensatedSum(Array.from(values));
  const days = slots.reduce((sum, slot) => sum + slot.days, 0);
  return compensatedSum(slots.map((slot, at) => (values[at] ?? Number.NaN) * slot.days)) / days;
}
