import fc from 'fast-check';

/** The report of a property that does not hold, with its smallest counterexample; null when it holds. */
export function failure<T extends unknown[]>(property: fc.IProperty<T>, numRuns = 400): string | null {
  const details = fc.check(property, { numRuns });
  return details.failed ? (fc.defaultReportMessage(details) ?? 'failed') : null;
}

/** A number spread evenly over its orders of magnitude. */
export function spread(low: number, high: number): fc.Arbitrary<number> {
  return fc
    .double({ min: Math.log(low), max: Math.log(high), noNaN: true, noDefaultInfinity: true })
    .map((exponent) => Math.min(high, Math.max(low, Math.exp(exponent))));
}

/** Teams from a hundredth of an agent to a million, whole half of the time. */
export const anyAgents = fc
  .tuple(spread(0.01, 1e6), fc.boolean())
  .map(([agents, isWhole]) => (isWhole ? Math.ceil(agents) : agents));

/** Teams and loads of everyday size. */
export const someAgents = fc.integer({ min: 1, max: 400 });

export const anyPatience = spread(1e-3, 1e9);
export const somePatience = spread(5, 5000);
export const anyWithin = fc.oneof(fc.constant(0), spread(0.01, 1e5));
export const someWithin = fc.integer({ min: 0, max: 120 });

/** Loads relative to a team: idle, near full from both sides, overloaded. */
export const anyRatio = fc.oneof(
  spread(1e-6, 50),
  spread(1e-5, 1).map((spare) => 1 - spare * 0.99999),
  spread(1e-5, 1).map((over) => 1 + over),
);

/** Equal within a relative distance, or an absolute one for what is nearly nothing. */
export function near(
  got: number | null,
  expected: number | null,
  relative = 1e-9,
  absolute = 1e-13,
): boolean {
  if (got === null || expected === null) return got === expected;
  return Math.abs(got - expected) <= relative * Math.abs(expected) + absolute;
}
