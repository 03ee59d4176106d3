import type { Plan } from '../plan.ts';
import { meanOf, sumOf } from './figure.ts';

export interface CustomerValue {
  /** Margin of an average customer from now until they leave, not discounted. */
  readonly valuePerCustomer: number;
  readonly churnPerAbandon: number;
}

export interface SegmentValue {
  readonly id: string;
  readonly customers: number;
  readonly churnPerAbandon: number;
  readonly value: number;
}

const MOST_MONTHS = 120;

/**
 * What a customer of each segment is worth: margin per month for as long as they stay on average. Without churn they
 * would stay for good: no more than ten years are counted.
 */
export function segmentValues(plan: Plan): readonly SegmentValue[] {
  return plan.scenario().segments.map(({ id, churnPerAbandon, grossMargin }) => {
    const customers = meanOf([...plan.column(`segments.${id}.average`)]);
    const revenue = meanOf([...plan.column(`segments.${id}.revenuePerCustomer`)]);
    const churn = meanOf([...plan.column(`segments.${id}.churn`)]);
    const months = churn > 0 ? Math.min(MOST_MONTHS, 1 / churn) : MOST_MONTHS;
    return { id, customers, churnPerAbandon, value: revenue * grossMargin * months };
  });
}

/** The same for all given segments together, by their customers. */
export function customerValue(rows: readonly SegmentValue[]): CustomerValue {
  const all = sumOf(rows.map(({ customers }) => customers));
  const weighted = (pick: (row: SegmentValue) => number) =>
    all > 0 ? sumOf(rows.map((row) => row.customers * pick(row))) / all : 0;
  return {
    valuePerCustomer: weighted(({ value }) => value),
    churnPerAbandon: weighted(({ churnPerAbandon }) => churnPerAbandon),
  };
}
