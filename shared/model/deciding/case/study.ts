import { presentValue } from '#shared/finance/discounting.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { compareRuns, type Comparison } from '../../businessCaseMeasures.ts';
import { type CaseRun, type CaseRunner, createCaseRunner } from '../../businessCaseRuns.ts';
import { isCounted } from '../../initiatives.ts';
import { type Period, periodsOf, yearFraction } from '../../periods.ts';
import type { NodeHead, PlanOptions } from '../../plan.ts';
import type { Initiative, Scenario } from '../../scenario.ts';

type Initiatives = readonly Initiative[];

/**
 * One scenario's case being looked at from many sides. Every question changes something small and asks again, so what
 * was once computed is kept.
 */
export interface CaseStudy {
  readonly scenario: Scenario;
  readonly periods: readonly Period[];
  /** y, years in one period. */
  readonly fraction: number;
  readonly rate: number;
  /** The plan without initiatives. */
  readonly without: CaseRun;
  run(initiatives: Initiatives): Result<CaseRun, Fault>;
  runDrift(): Result<CaseRun, Fault>;
  /** The scenario changed in any way, its initiatives included. */
  runVariant(variant: Scenario): Result<CaseRun, Fault>;
  /** What is known of an input, by its path. */
  head(path: string): NodeHead | undefined;
  /** What these initiatives bring and cost over none, or over others. */
  compare(initiatives: Initiatives, before?: Initiatives): Result<Comparison, Fault>;
  /** NPV of these initiatives; null where they are not possible or the plan has no number. */
  npv(initiatives: Initiatives, rate?: number): number | null;
}

const MOST_KEPT = 400;

function remembering(runner: CaseRunner): (initiatives: Initiatives) => Result<CaseRun, Fault> {
  const known = new Map<string, Result<CaseRun, Fault>>();
  return (initiatives) => {
    const key = JSON.stringify(initiatives);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = runner.run(initiatives);
    const [oldest] = known.keys();
    if (known.size >= MOST_KEPT && oldest !== undefined) known.delete(oldest);
    known.set(key, found);
    return found;
  };
}

/** @returns `invalid-plan` when the plan cannot be computed without its initiatives */
export function createCaseStudy(given: Scenario, options: PlanOptions = {}): Result<CaseStudy, Fault> {
  const scenario = { ...given, initiatives: given.initiatives.filter(isCounted) };
  const runner = createCaseRunner(scenario, options);
  const run = remembering(runner);
  const without = run([]);
  if (!without.ok) return without;
  const fraction = yearFraction(scenario.calendar.grain);

  function compare(initiatives: Initiatives, before: Initiatives = []): Result<Comparison, Fault> {
    const from = run(before);
    if (!from.ok) return from;
    const to = run(initiatives);
    return to.ok ? ok(compareRuns(from.value, to.value, fraction)) : to;
  }

  return ok({
    scenario,
    periods: periodsOf(scenario.calendar),
    fraction,
    rate: scenario.discountRate,
    without: without.value,
    run,
    runDrift: () => runner.runDrift(),
    runVariant: (variant) => runner.runVariant(variant),
    head: (path) => runner.head(path),
    compare,
    npv(initiatives, rate = scenario.discountRate) {
      const found = compare(initiatives);
      if (!found.ok) return null;
      const npv = presentValue(found.value.flows, rate);
      return Number.isFinite(npv) ? npv : null;
    },
  });
}
