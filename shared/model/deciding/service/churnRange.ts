import type { Queue, Scenario } from '../../scenario.ts';

/** How sure the churn per abandoned contact is, as factors on what is entered. */
export interface ChurnRange {
  readonly low: number;
  readonly high: number;
  /** `entered`: from the plan's uncertain inputs. `assumed`: nobody has said, so half as much and half more. */
  readonly source: 'entered' | 'assumed';
}

const ASSUMED: ChurnRange = { low: 0.5, high: 1.5, source: 'assumed' };
/** P10 and P90 of a normal distribution, in standard deviations. */
const TENTH = 1.2815515655446004;

type Uncertain = Scenario['uncertain'][number];

function rangeOf({ low, high, mean = 1, deviation }: Uncertain): ChurnRange | undefined {
  if (low !== undefined && high !== undefined) return { low: Math.max(0, low), high, source: 'entered' };
  if (deviation === undefined) return undefined;
  const reach = TENTH * deviation;
  return { low: Math.max(0, mean - reach), high: mean + reach, source: 'entered' };
}

/** The range entered for the segments that use the queue; the widest of several. */
export function churnRange({ uncertain }: Scenario, queue: Queue): ChurnRange {
  const targets = new Set(queue.demand.map(({ segment }) => `segments.${segment}.churnPerAbandon`));
  const found = uncertain.filter(({ target }) => targets.has(target)).flatMap((one) => rangeOf(one) ?? []);
  if (found.length === 0) return ASSUMED;
  return {
    low: Math.min(...found.map(({ low }) => low)),
    high: Math.max(...found.map(({ high }) => high)),
    source: 'entered',
  };
}

/** The scenario with every segment's churn per abandoned contact times a factor. */
export function withChurn(scenario: Scenario, factor: number): Scenario {
  const segments = scenario.segments.map((segment) => ({
    ...segment,
    churnPerAbandon: segment.churnPerAbandon * factor,
  }));
  return { ...scenario, segments };
}
