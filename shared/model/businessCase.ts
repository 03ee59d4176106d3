import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { caseNumbers, compareRuns, type Comparison, plain } from './businessCaseMeasures.ts';
import {
  type CaseRun,
  type CaseRunner,
  createCaseRunner,
  lossBetween,
  presentValueAtEnd,
} from './businessCaseRuns.ts';
import { delayed } from './delayedInitiatives.ts';
import { isCounted } from './initiatives.ts';
import { yearFraction } from './periods.ts';
import type { PlanOptions } from './plan.ts';
import type { Initiative, Scenario } from './scenario.ts';

/** Money by period; null where the plan has no number. */
type Amounts = readonly (number | null)[];

/**
 * What all initiatives together bring and cost against the same plan without them. Pre-tax, nominal, without terminal
 * value.
 */
export interface BusinessCase {
  readonly benefit: Amounts;
  readonly investment: Amounts;
  readonly net: Amounts;
  readonly npv: number | null;
  /** Annual rate at which the NPV is 0; null without a sign change, the lowest of several. */
  readonly irr: number | null;
  /** From the start of the first period with investment; null when it does not come back within the plan. */
  readonly paybackMonths: number | null;
  readonly roi: number | null;
  readonly roiDiscounted: number | null;
  /** Cost and lost margin of doing nothing; shown beside the case, never part of it. */
  readonly standingStill?: Amounts;
  readonly standingStillPresentValue?: number | null;
}

/** NPV as finance counts it first, cashable benefits and avoided hires, and with capacity and soft benefits. */
export interface NpvByBenefit {
  readonly cashable: number | null;
  readonly everything: number | null;
}

/** One initiative's part of a case: what it adds to those before it in the list. */
export interface InitiativeCase {
  readonly id: string;
  readonly benefitType: Initiative['benefitType'];
  readonly benefit: Amounts;
  readonly investment: Amounts;
  readonly npv: number | null;
}

export interface CaseByInitiative {
  readonly initiatives: readonly InitiativeCase[];
  readonly npv: NpvByBenefit;
}

function compare(before: CaseRun, after: CaseRun, { calendar }: Scenario): Comparison {
  return compareRuns(before, after, yearFraction(calendar.grain));
}

function summary(comparison: Comparison, { discountRate }: Scenario): BusinessCase {
  const { net, ...numbers } = caseNumbers(comparison, discountRate);
  return {
    benefit: comparison.benefit.map(plain),
    investment: comparison.investment.map(plain),
    net: net.map(plain),
    ...numbers,
  };
}

function npvOf(comparison: Comparison, { discountRate }: Scenario): number | null {
  return caseNumbers(comparison, discountRate).npv;
}

type StandingStill = Pick<BusinessCase, 'standingStill' | 'standingStillPresentValue'>;

function standingStill(runner: CaseRunner, neither: CaseRun, scenario: Scenario): Result<StandingStill> {
  if (scenario.statusQuoDrift.length === 0) return ok({});
  const drift = runner.runDrift();
  if (!drift.ok) return drift;
  const loss = lossBetween(drift.value, neither);
  const fraction = yearFraction(scenario.calendar.grain);
  return ok({
    standingStill: loss.map(plain),
    standingStillPresentValue: plain(presentValueAtEnd(loss, scenario.discountRate, fraction)),
  });
}

/**
 * The business case of a scenario's initiatives, with what standing still costs where a drift is given.
 *
 * With `manual` hiring saved time is capacity, not cash, until hires are cancelled; on whole agents the case is a
 * staircase.
 *
 * @returns undefined for a scenario with neither initiatives nor a drift; `invalid-plan` when one of them takes an input
 * out of its range
 */
export function businessCase(
  scenario: Scenario,
  options: PlanOptions = {},
): Result<BusinessCase | undefined, Fault> {
  const { statusQuoDrift } = scenario;
  const initiatives = scenario.initiatives.filter(isCounted);
  if (initiatives.length === 0 && statusQuoDrift.length === 0) return ok(undefined);
  const runner = createCaseRunner(scenario, options);
  const after = runner.run(initiatives);
  if (!after.ok) return after;
  const before = runner.run([]);
  if (!before.ok) return before;
  const still = standingStill(runner, before.value, scenario);
  if (!still.ok) return still;
  return ok({ ...summary(compare(before.value, after.value, scenario), scenario), ...still.value });
}

export const CASHABLE: ReadonlySet<Initiative['benefitType']> = new Set(['cashable', 'avoidedHire'] as const);

function sumOrNull(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}

/**
 * The case split by initiative: each is credited with what it adds to those before it in the list, so the parts add up
 * to the whole. An initiative without a benefit type counts with everything, not with cash.
 *
 * @returns `invalid-plan` when the first few initiatives alone take an input out of its range
 */
export function caseByInitiative(
  scenario: Scenario,
  options: PlanOptions = {},
): Result<CaseByInitiative, Fault> {
  const runner = createCaseRunner(scenario, options);
  const initiatives = scenario.initiatives.filter(isCounted);
  let before = runner.run([]);
  const parts: InitiativeCase[] = [];
  for (const [place, { id, benefitType }] of initiatives.entries()) {
    if (!before.ok) return before;
    const after = runner.run(initiatives.slice(0, place + 1));
    if (!after.ok) return after;
    const comparison = compare(before.value, after.value, scenario);
    const { benefit, investment } = comparison;
    parts.push({
      id,
      benefitType,
      benefit: benefit.map(plain),
      investment: investment.map(plain),
      npv: npvOf(comparison, scenario),
    });
    before = after;
  }
  const cashable = parts.filter(({ benefitType }) => CASHABLE.has(benefitType));
  const sumOfNpv = (list: readonly InitiativeCase[]) => sumOrNull(list.map(({ npv }) => npv));
  return ok({ initiatives: parts, npv: { cashable: sumOfNpv(cashable), everything: sumOfNpv(parts) } });
}

/**
 * What waiting costs: NPV now less the NPV with every start some months later. What then begins after the end of the
 * plan is neither paid nor gained.
 *
 * @param months whole months, at least 0
 */
export function costOfDelay(
  scenario: Scenario,
  months: number,
  options: PlanOptions = {},
): Result<number | null, Fault> {
  const runner = createCaseRunner(scenario, options);
  const before = runner.run([]);
  if (!before.ok) return before;
  const now = runner.run(scenario.initiatives);
  if (!now.ok) return now;
  const later = runner.run(delayed(scenario, scenario.initiatives, months));
  if (!later.ok) return later;
  const [npvNow, npvLater] = [now.value, later.value].map((run) =>
    npvOf(compare(before.value, run, scenario), scenario),
  );
  return ok(typeof npvNow !== 'number' || typeof npvLater !== 'number' ? null : npvNow - npvLater);
}
