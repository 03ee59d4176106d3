import { type CashFlows, discountFactor } from '#shared/finance/discounting.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { firstAffected, withInitiatives } from './initiatives.ts';
import { yearFraction } from './periods.ts';
import { createPlan, type NodeHead, type Plan, type PlanOptions } from './plan.ts';
import type { Initiative, Scenario } from './scenario.ts';

/** What a business case compares: running cost and margin before service, by period. */
export interface CaseRun {
  readonly totalCost: readonly number[];
  readonly margin: readonly number[];
  /** Cost of the initiatives of the run, beside the running cost. */
  readonly investment: Investment;
  readonly groups: ReadonlyMap<string, GroupRun>;
}

/** What an initiative frees and what becomes of hires, by period. */
export interface GroupRun {
  readonly surplus: readonly number[];
  readonly hires: readonly number[];
  readonly attrition: readonly number[];
}

/** One-off cost on the first day of a period, recurring cost at its end. */
export interface Investment {
  readonly oneOff: readonly number[];
  readonly recurring: readonly number[];
}

/** Runs variants of one scenario, each recomputing only what differs from the one before. */
export interface CaseRunner {
  /** The scenario with these initiatives in place of its own. */
  run(initiatives: readonly Initiative[]): Result<CaseRun>;
  /** The scenario with what happens if nothing is done, and no initiative. */
  runDrift(): Result<CaseRun>;
  /** Any other variant of the scenario as it stands, its initiatives included. */
  runVariant(variant: Scenario): Result<CaseRun>;
  /** What is known of an input or measure of the last run. */
  head(id: string): NodeHead | undefined;
}

function investmentOf(plan: Plan): Investment {
  const { calendar, initiatives } = plan.scenario();
  const { periods } = plan.graph().context;
  const months = 12 * yearFraction(calendar.grain);
  const starts = initiatives.map((initiative) => firstAffected(initiative, periods));
  const recurring = initiatives.map(({ id }) => plan.column(`initiatives.${id}.recurring`));
  return {
    oneOff: periods.map((_, t) =>
      initiatives.reduce((sum, { oneOff }, place) => sum + (starts[place] === t ? oneOff : 0), 0),
    ),
    recurring: periods.map((_, t) =>
      recurring.reduce(
        (sum, column, place) => sum + (t >= (starts[place] ?? 0) ? (column[t] ?? 0) * months : 0),
        0,
      ),
    ),
  };
}

function runOf(plan: Plan): CaseRun {
  return {
    totalCost: [...plan.column('plan.totalCost')],
    margin: [...plan.column('plan.margin')],
    investment: investmentOf(plan),
    groups: new Map(
      plan
        .graph()
        .members.of('groups')
        .map(({ id, key, inputKey }) => [
          id,
          {
            surplus: [...plan.column(`${key}.surplus`)],
            hires: [...plan.column(`${key}.hires`)],
            attrition: [...plan.column(`${inputKey}.attrition`)],
          },
        ]),
    ),
  };
}

export function createCaseRunner(scenario: Scenario, options: PlanOptions = {}): CaseRunner {
  let plan: Plan | undefined;

  function compute(variant: Scenario): Result<CaseRun> {
    if (plan !== undefined) {
      const updated = plan.update(variant);
      return updated.ok ? ok(runOf(plan)) : updated;
    }
    const created = createPlan(variant, options);
    if (!created.ok) return created;
    plan = created.value;
    return ok(runOf(plan));
  }

  return {
    run: (initiatives) => compute({ ...scenario, initiatives: [...initiatives], statusQuoDrift: [] }),
    head: (id) => plan?.heads().get(id),
    runVariant: (variant) => compute({ ...variant, statusQuoDrift: [] }),
    runDrift() {
      const drifted = withInitiatives(scenario, scenario.statusQuoDrift);
      return drifted.ok ? compute({ ...drifted.value, initiatives: [], statusQuoDrift: [] }) : drifted;
    },
  };
}

/** What the first run costs beyond the second and loses in margin, by period. */
export function lossBetween(one: CaseRun, other: CaseRun): readonly number[] {
  return one.totalCost.map((cost, t) => {
    const margin = (other.margin[t] ?? 0) - (one.margin[t] ?? 0);
    return cost - (other.totalCost[t] ?? 0) + margin;
  });
}

/** Benefit and investment as what is paid and received when. */
export function cashFlows(
  benefit: readonly number[],
  { oneOff, recurring }: Investment,
  fraction: number,
): CashFlows {
  return {
    atStart: oneOff.map((cost) => -cost),
    atEnd: benefit.map((gain, t) => gain - (recurring[t] ?? 0)),
    yearFraction: fraction,
  };
}

/** Present value of amounts that count at the end of their periods. */
export function presentValueAtEnd(amounts: readonly number[], rate: number, fraction: number): number {
  return amounts.reduce((sum, amount, t) => sum + amount * discountFactor(rate, (t + 1) * fraction), 0);
}
