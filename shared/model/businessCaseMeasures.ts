import { type CashFlows, internalRate, paybackMonths, presentValue } from '#shared/finance/discounting.ts';
import { type CaseRun, cashFlows, type Investment, lossBetween } from './businessCaseRuns.ts';

/** What one plan brings and costs over another. */
export interface Comparison {
  readonly benefit: readonly number[];
  readonly added: Investment;
  /** One-off and recurring together. */
  readonly investment: readonly number[];
  readonly flows: CashFlows;
}

/** Benefit and investment by period as a comparison. */
export function comparisonOf(benefit: readonly number[], added: Investment, fraction: number): Comparison {
  return {
    benefit,
    added,
    investment: added.oneOff.map((cost, t) => cost + (added.recurring[t] ?? 0)),
    flows: cashFlows(benefit, added, fraction),
  };
}

/** What `after` brings and costs over `before`. */
export function compareRuns(before: CaseRun, after: CaseRun, fraction: number): Comparison {
  const added = {
    oneOff: after.investment.oneOff.map((cost, t) => cost - (before.investment.oneOff[t] ?? 0)),
    recurring: after.investment.recurring.map((cost, t) => cost - (before.investment.recurring[t] ?? 0)),
  };
  return comparisonOf(lossBetween(before, after), added, fraction);
}

/** Several comparisons over the same periods as one. */
export function sumComparisons(parts: readonly Comparison[], periods: number, fraction: number): Comparison {
  const added = (pick: (part: Comparison) => readonly number[]) =>
    Array.from({ length: periods }, (_, t) => parts.reduce((sum, part) => sum + (pick(part)[t] ?? 0), 0));
  return comparisonOf(
    added(({ benefit }) => benefit),
    { oneOff: added((part) => part.added.oneOff), recurring: added((part) => part.added.recurring) },
    fraction,
  );
}

/** Present value of the investment: one-off cost at the start of its period, recurring cost at the end. */
export function investedPresentValue({ added, flows }: Comparison, rate: number): number {
  return presentValue(
    { atStart: added.oneOff, atEnd: added.recurring, yearFraction: flows.yearFraction },
    rate,
  );
}

export function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** The numbers that a case is judged by; null where there is none. */
export interface CaseNumbers {
  readonly net: readonly number[];
  readonly npv: number | null;
  readonly irr: number | null;
  readonly paybackMonths: number | null;
  readonly roi: number | null;
  readonly roiDiscounted: number | null;
}

export function plain(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : plain(part / whole);
}

/** NPV, IRR, payback and ROI of a comparison. */
export function caseNumbers(comparison: Comparison, rate: number): CaseNumbers {
  const { benefit, investment, flows } = comparison;
  const net = benefit.map((gain, t) => gain - (investment[t] ?? 0));
  const invested = total(investment);
  const npv = presentValue(flows, rate);
  return {
    net,
    npv: plain(npv),
    irr: internalRate(flows),
    paybackMonths: paybackMonths(net, investment, 12 * flows.yearFraction),
    roi: ratio(total(benefit) - invested, invested),
    roiDiscounted: ratio(npv, investedPresentValue(comparison, rate)),
  };
}
