import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import { findRoot } from '#shared/kernel/rootFinding.ts';
import { type Figure, figuresOf, meanOf, sumOf } from '../figure.ts';

/** One month, site or group of customers: how many contacts were abandoned per customer, and how many customers left. */
export interface ChurnPoint {
  readonly abandonedPerCustomer: number;
  readonly churn: number;
}

const figure = figuresOf('association', {
  slope: {
    label: 'Churn that goes along with one abandoned contact',
    unit: 'share',
    text: 'How much more churn was seen where one more contact per customer was abandoned. They go together; that one causes the other it does not say.',
    formula: 'Σ (x − mean x) · (y − mean y)/Σ (x − mean x)²',
  },
  low: {
    label: 'Lower end',
    unit: 'share',
    text: 'Lower end of the 95% confidence interval.',
    formula: 'slope − t(97.5%, n − 2) · standard error',
  },
  high: {
    label: 'Upper end',
    unit: 'share',
    text: 'Upper end of the 95% confidence interval.',
    formula: 'slope + t(97.5%, n − 2) · standard error',
  },
  base: {
    label: 'Churn without abandonment',
    unit: 'share',
    text: 'Churn where nobody hung up, by the same line.',
    formula: 'mean y − slope · mean x',
  },
  fit: {
    label: 'Part of the differences that the line explains',
    unit: 'share',
    text: 'R²: 1 when all points lie on the line, 0 when it explains nothing.',
    formula: '1 − Σ (y − line)²/Σ (y − mean y)²',
  },
});

/** A line through the points, by least squares. An association, never called a cause. */
export interface Association {
  readonly kind: 'association';
  readonly points: number;
  readonly slope: Figure;
  readonly low: Figure;
  readonly high: Figure;
  readonly base: Figure;
  readonly fit: Figure;
  /** True where the interval holds 0: the points do not show that the two go together at all. */
  readonly isUnclear: boolean;
}

/**
 * P(T ≤ t) of Student's t with whole degrees of freedom, in closed form.
 *
 * @see Abramowitz and Stegun, 26.7.3 and 26.7.4
 * @example studentProbability(2, 4) // 0.941941738242
 */
export function studentProbability(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const cosine = Math.cos(angle) ** 2;
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? Math.cos(angle) : 1;
  let series = freedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < freedom - 1; k += 2) {
    term *= (cosine * (k - 1)) / k;
    series += term;
  }
  const inside = isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * series) : Math.sin(angle) * series;
  return 0.5 + inside / 2;
}

/**
 * The t that 97.5 % lie below.
 *
 * @example studentQuantile(4) // 2.7764451052
 */
export function studentQuantile(freedom: number): number {
  return findRoot((t) => studentProbability(t, freedom) - 0.975, 1.9, 13);
}

/**
 * Fits churn to abandoned contacts per customer by least squares.
 *
 * @returns `invalid-input` for fewer than three points, points that are no numbers, or the same abandonment everywhere
 */
export function churnAssociation(points: readonly ChurnPoint[]): Result<Association, Fault<'invalid-input'>> {
  const usable = points.every(
    ({ abandonedPerCustomer: x, churn: y }) => Number.isFinite(x) && Number.isFinite(y),
  );
  if (points.length < 3 || !usable)
    return fault(
      'invalid-input',
      'At least three points, each with abandoned contacts per customer and churn, are needed.',
    );
  const xs = points.map(({ abandonedPerCustomer }) => abandonedPerCustomer);
  const ys = points.map(({ churn }) => churn);
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)];
  const spread = sumOf(xs.map((x) => (x - meanX) ** 2));
  if (!(spread > 1e-15 * Math.max(1e-300, ...xs.map((x) => x * x))))
    return fault(
      'invalid-input',
      'All points have the same abandonment, so they say nothing about what goes along with it.',
    );
  const slope =
    sumOf(points.map((point) => (point.abandonedPerCustomer - meanX) * (point.churn - meanY))) / spread;
  const base = meanY - slope * meanX;
  const misses = sumOf(points.map((point) => (point.churn - base - slope * point.abandonedPerCustomer) ** 2));
  const differences = sumOf(ys.map((y) => (y - meanY) ** 2));
  const freedom = points.length - 2;
  const error = Math.sqrt(misses / freedom / spread);
  const reach = studentQuantile(freedom) * error;
  const inputs = [
    { label: 'Points', unit: 'number' as const, value: points.length },
    { label: 'Standard error', unit: 'share' as const, value: error },
  ];
  return ok({
    kind: 'association',
    points: points.length,
    slope: figure('slope', slope, inputs),
    low: figure('low', slope - reach, inputs),
    high: figure('high', slope + reach, inputs),
    base: figure('base', base, inputs),
    fit: figure(
      'fit',
      differences === 0 ? null : 1 - misses / differences,
      inputs,
      differences === 0 ? 'nothing-to-divide' : undefined,
    ),
    isUnclear: slope - reach <= 0 && slope + reach >= 0,
  });
}
