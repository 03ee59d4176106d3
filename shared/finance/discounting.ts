import { findRoot } from '#shared/kernel/rootFinding.ts';

/** Money by period: what moves on the first day of a period, and what counts at its end. In is positive. */
export interface CashFlows {
  readonly atStart: readonly number[];
  readonly atEnd: readonly number[];
  /** y, years in one period, > 0. */
  readonly yearFraction: number;
}

/**
 * What one unit of money is worth today that is due after some years: (1 + r)^−years.
 *
 * @param annualRate r, above −1
 * @example discountFactor(0.1, 2) // 0.826446280992
 */
export function discountFactor(annualRate: number, years: number): number {
  return (1 + annualRate) ** -years;
}

/**
 * Present value of cash flows: Σ atStart[t]/(1 + r)^(t·y) + atEnd[t]/(1 + r)^((t + 1)·y).
 *
 * @param annualRate r, above −1
 * @returns 0 without flows; NaN if a flow is NaN
 * @example presentValue({ atStart: [-100], atEnd: [110], yearFraction: 1 }, 0.1) // 0
 */
export function presentValue({ atStart, atEnd, yearFraction }: CashFlows, annualRate: number): number {
  const starts = atStart.reduce(
    (sum, flow, t) => sum + flow * discountFactor(annualRate, t * yearFraction),
    0,
  );
  return atEnd.reduce(
    (sum, flow, t) => sum + flow * discountFactor(annualRate, (t + 1) * yearFraction),
    starts,
  );
}

/**
 * Annual rate at which cash flows have a present value of 0 (IRR); the lowest one above −1 when there are several.
 *
 * With v = (1 + r)^−y the present value is a polynomial in v, all of whose positive roots are found, so that none is
 * missed between two trial rates.
 *
 * @returns null when the flows never change their sign, no rate brings them to 0, or a flow is NaN
 * @example internalRate({ atStart: [-100], atEnd: [121], yearFraction: 2 }) // 0.1
 */
export function internalRate({ atStart, atEnd, yearFraction }: CashFlows): number | null {
  const flows = Array.from({ length: Math.max(atStart.length, atEnd.length + 1) }, (_, t) => {
    return (atStart[t] ?? 0) + (t === 0 ? 0 : (atEnd[t - 1] ?? 0));
  });
  if (flows.some((flow) => !Number.isFinite(flow))) return null;
  const discount = positiveRoots(flows).at(-1);
  if (discount === undefined) return null;
  const rate = discount ** (-1 / yearFraction) - 1;
  return Number.isFinite(rate) ? rate : null;
}

/**
 * Months until what was put in has come back: from the start of the first period with investment (without any: with a
 * net flow) to the moment at which the cumulative net is no longer negative, linear inside that period.
 *
 * @param net benefit less investment by period
 * @param monthsPerPeriod 12·y
 * @returns 0 when it never is negative, null when it stays negative; the first crossing of several
 * @example paybackMonths([-100, 50, 100], [100, 0, 0], 1) // 2.5
 */
export function paybackMonths(
  net: readonly number[],
  investment: readonly number[],
  monthsPerPeriod: number,
): number | null {
  if (net.some(Number.isNaN)) return null;
  const invested = investment.findIndex((cost) => cost !== 0);
  const first = invested < 0 ? net.findIndex((flow) => flow !== 0) : invested;
  let cumulative = 0;
  let wasNegative = false;
  for (const [t, flow] of net.entries()) {
    const before = cumulative;
    cumulative += flow;
    if (cumulative < 0) wasNegative = true;
    else if (wasNegative) return (t - first - before / flow) * monthsPerPeriod;
  }
  return wasNegative ? null : 0;
}

/** The middle between the first two coefficients, zeros left out, whose signs differ. */
function firstSignChange(coefficients: readonly number[]): number | undefined {
  let before: number | undefined;
  for (const [k, coefficient] of coefficients.entries()) {
    if (coefficient === 0) continue;
    if (before !== undefined && coefficient > 0 !== (coefficients[before] ?? 0) > 0) return (before + k) / 2;
    before = k;
  }
  return undefined;
}

/** Σ c_k·v^k, divided by v^degree where v > 1, so that no power overflows; its sign and roots are the same. */
function scaledPolynomial(coefficients: readonly number[], v: number): number {
  if (v <= 1) return coefficients.reduceRight((sum, coefficient) => sum * v + coefficient, 0);
  return coefficients.reduce((sum, coefficient) => sum / v + coefficient, 0);
}

/**
 * All roots v > 0 of Σ c_k·v^k, ascending.
 *
 * The derivative of v^−j·Σ c_k·v^k, with j between two coefficients of different sign, has one sign change fewer, and
 * between two of its roots the polynomial has at most one. So the roots of a row of ever simpler polynomials enclose one
 * another, down to one without a sign change and without a root (Descartes' rule).
 *
 * @example positiveRoots([2, -3, 1]) // [1, 2]
 */
export function positiveRoots(coefficients: readonly number[]): readonly number[] {
  const from = coefficients.findIndex((coefficient) => coefficient !== 0);
  const to = coefficients.findLastIndex((coefficient) => coefficient !== 0);
  const chain: (readonly number[])[] = [];
  let polynomial = coefficients.slice(Math.max(0, from), to + 1);
  for (;;) {
    const middle = firstSignChange(polynomial);
    if (middle === undefined) break;
    chain.push(polynomial);
    const derivative = polynomial.map((coefficient, k) => coefficient * (k - middle));
    const largest = derivative.reduce((most, coefficient) => Math.max(most, Math.abs(coefficient)), 0);
    polynomial = derivative.map((coefficient) => coefficient / largest);
  }
  return chain.reduceRight<readonly number[]>((turns, simpler) => rootsBetween(simpler, turns), []);
}

/** Roots of a polynomial that has at most one between two neighbours of `turns`, before the first and after the last. */
function rootsBetween(coefficients: readonly number[], turns: readonly number[]): readonly number[] {
  const last = Math.abs(coefficients.at(-1) ?? 1);
  const bound =
    1 + coefficients.reduce((most, coefficient) => Math.max(most, Math.abs(coefficient) / last), 0);
  const value = (v: number) => scaledPolynomial(coefficients, v);
  const points = [0, ...turns, Math.max(bound, (turns.at(-1) ?? 0) * 2)];
  const roots: number[] = [];
  for (const [place, high] of points.entries()) {
    const low = points[place - 1];
    if (low === undefined) continue;
    const [atLow, atHigh] = [value(low), value(high)];
    if (atHigh === 0) roots.push(high);
    else if (atLow !== 0 && atLow > 0 !== atHigh > 0) roots.push(findRoot(value, low, high));
  }
  return roots;
}
