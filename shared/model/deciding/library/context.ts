import { type Period, periodsOf, yearFraction } from '../../periods.ts';
import type { Initiative, Queue, Scenario, StaffGroup } from '../../scenario.ts';
import { isFormulaSeries, type Series, seriesValue } from '../../series.ts';
import { meanOf, sumOf } from '../figure.ts';

export type Effect = Initiative['effects'][number];

/** What a template is put to work on. */
export interface TemplateContext {
  readonly scenario: Scenario;
  readonly queue?: Queue;
  readonly toQueue?: Queue;
  readonly group?: StaffGroup;
  readonly segmentId?: string;
}

/** A series on average over the plan; undefined where a formula decides. */
export function meanOfSeries({ calendar }: Scenario, series: Series | undefined): number | undefined {
  if (series === undefined || isFormulaSeries(series)) return undefined;
  const fraction = yearFraction(calendar.grain);
  return meanOf(periodsOf(calendar).map((period: Period) => seriesValue(series, period, fraction)));
}

/** The groups that an initiative reaches: the chosen one, or all that serve the chosen queue. */
function reached({ scenario, group, queue }: TemplateContext): readonly StaffGroup[] {
  if (group !== undefined) return [group];
  const serving = scenario.staffGroups.filter(({ queues }) => queues.some(({ id }) => id === queue?.id));
  return serving.length > 0 ? serving : scenario.staffGroups;
}

const WEEKS_PER_YEAR = 365 / 7;

/** Gross pay of one full-time agent a year: the measure of money that holds in every currency. */
export function yearOfPay(context: TemplateContext): number {
  const pays = reached(context).flatMap(({ pay, weeklyHours }) => {
    const salary = meanOfSeries(context.scenario, pay?.annualSalary);
    const wage = meanOfSeries(context.scenario, pay?.hourlyWage);
    return salary ?? (wage === undefined ? [] : wage * weeklyHours * WEEKS_PER_YEAR);
  });
  return meanOf(pays);
}

/** People at the start of the plan. */
export function headsReached(context: TemplateContext): number {
  return sumOf(
    reached(context).map(
      ({ proficientHeadcount, openingCohorts }) =>
        proficientHeadcount + sumOf(openingCohorts.map(({ people }) => people)),
    ),
  );
}

/** Money as it is read and typed: two leading digits. */
export function roundMoney(value: number): number {
  return Number(value.toPrecision(2));
}

/** An effect on an input, left out where the input is not set: what is 0 stays 0 when it is multiplied. */
export function timesIfSet(
  scenario: Scenario,
  series: Series | undefined,
  target: string,
  value: number,
  confidence: number,
): readonly Effect[] {
  const mean = meanOfSeries(scenario, series);
  return mean === undefined || mean === 0 ? [] : [{ target, op: 'multiply', value, confidence }];
}
