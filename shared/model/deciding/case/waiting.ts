import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { lossBetween, presentValueAtEnd } from '../../businessCaseRuns.ts';
import { delayed } from '../../delayedInitiatives.ts';
import { firstAffected } from '../../initiatives.ts';
import { type Figure, figuresOf, finite } from '../figure.ts';
import type { CaseStudy } from './study.ts';

const figure = figuresOf('waiting', {
  standingStill: {
    label: 'Cost of standing still',
    unit: 'money',
    text: 'What doing nothing costs over the plan as things drift, in cost and lost margin. Beside the case, never part of it.',
    formula: 'Σ total cost(drift) − total cost(today) + margin(today) − margin(drift)',
  },
  standingStillPresentValue: {
    label: 'Cost of standing still today',
    unit: 'money',
    text: 'The same as a present value.',
    formula: 'Σ loss/(1 + r)^((t + 1)·y)',
  },
  delay: {
    label: 'Cost of delay',
    unit: 'money',
    text: 'What the case loses when every initiative starts later by so many months.',
    formula: 'NPV now − NPV with every start later',
  },
});

export interface StandingStill {
  readonly total: Figure;
  readonly presentValue: Figure;
  /** By period: the cost beyond today's, the margin lost, and both together. */
  readonly cost: readonly (number | null)[];
  readonly lostMargin: readonly (number | null)[];
  readonly loss: readonly (number | null)[];
  /** What drifts, as it is written in the scenario. */
  readonly drift: readonly { readonly id: string; readonly name: string }[];
}

/** The plan as it drifts when nothing is done, against the plan as it is; undefined where no drift is given. */
export function standingStill(study: CaseStudy): Result<StandingStill | undefined, Fault> {
  const { statusQuoDrift } = study.scenario;
  if (statusQuoDrift.length === 0) return ok(undefined);
  const drift = study.runDrift();
  if (!drift.ok) return drift;
  const loss = lossBetween(drift.value, study.without);
  const cost = drift.value.totalCost.map((value, t) => value - (study.without.totalCost[t] ?? 0));
  const lostMargin = loss.map((value, t) => value - (cost[t] ?? 0));
  const sum = (values: readonly number[]) => values.reduce((whole, value) => whole + value, 0);
  const parts = [
    { label: 'Cost beyond today', unit: 'money' as const, value: sum(cost) },
    { label: 'Margin lost', unit: 'money' as const, value: sum(lostMargin) },
  ];
  return ok({
    total: figure('standingStill', sum(loss), parts),
    presentValue: figure('standingStillPresentValue', presentValueAtEnd(loss, study.rate, study.fraction), [
      { label: 'Discount rate', unit: 'sharePerYear', value: study.rate, path: 'discountRate' },
    ]),
    cost: cost.map(finite),
    lostMargin: lostMargin.map(finite),
    loss: loss.map(finite),
    drift: statusQuoDrift.map(({ id, name = id }) => ({ id, name })),
  });
}

export interface Delay {
  readonly months: number;
  readonly npv: number | null;
  /** 0 without delay; negative where waiting helps. */
  readonly cost: Figure;
  /** Initiatives that would begin after the end of the plan. */
  readonly startingAfterPlan: number;
}

/**
 * What waiting costs.
 *
 * @param months the longest delay, for each number of months from 0 up to it; or the delays that are asked for
 */
export function delays(study: CaseStudy, months: number | readonly number[] = 12): readonly Delay[] {
  const { initiatives } = study.scenario;
  const now = study.npv(initiatives);
  const asked = typeof months === 'number' ? Array.from({ length: months + 1 }, (_, delay) => delay) : months;
  return asked.map((delay) => {
    const later = delayed(study.scenario, initiatives, delay);
    const npv = delay === 0 ? now : study.npv(later);
    const cost = now === null || npv === null ? null : now - npv;
    return {
      months: delay,
      npv,
      cost: figure('delay', cost, [
        { label: 'NPV now', unit: 'money', value: now },
        { label: 'NPV later', unit: 'money', value: npv },
        { label: 'Delay', unit: 'months', value: delay },
      ]),
      startingAfterPlan: later.filter((one) => firstAffected(one, study.periods) >= study.periods.length)
        .length,
    };
  });
}
