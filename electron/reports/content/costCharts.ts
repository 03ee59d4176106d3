import { costFamilies } from '#shared/model/costFamilies.ts';
import type { ReportChart, ReportSeries } from '#shared/model/packs/content.ts';
import type { Grain } from '#shared/model/periods.ts';
import type { Plan } from '#shared/model/plan.ts';
import { axisLabels, chartGrain, placeName } from './periods.ts';
import { nextYearOf, placesOf, type ReportSource, sameYear, valueAt } from './source.ts';

const FORMAT = { style: 'money', digits: 0 } as const;

function familyValue(plan: Plan, measures: readonly string[], place: number, grain: Grain): number {
  return measures.reduce((sum, id) => sum + (valueAt(plan, id, place, grain) ?? 0), 0);
}

/** Total of the plan that this one is held against, in the same months; undefined where it has none of them. */
function comparedTotal({ plan, other }: ReportSource, grain: Grain, places: readonly number[]) {
  if (other === undefined) return undefined;
  const own = plan.groups(grain);
  const theirs = new Map(other.plan.groups(grain).map(({ key }, place) => [key, place]));
  const values = places.map((place) => {
    const at = theirs.get(own[place]?.key ?? '');
    return at === undefined ? null : valueAt(other.plan, 'plan.totalCost', at, grain);
  });
  return values.every((value) => value === null) ? undefined : { label: other.name, values, color: 1 };
}

/** The whole cost in its families over time, with the total above, and with that of the plan beside it. */
export function costStack(source: ReportSource): ReportChart | undefined {
  const { plan, words, currency } = source;
  const grain = chartGrain(source);
  const places = placesOf(source, grain);
  const series = costFamilies
    .map(({ id, measures }, color): ReportSeries => ({
      label: words.t('families', id),
      values: places.map((place) => familyValue(plan, measures, place, grain)),
      color,
    }))
    .filter(({ values }) => values.some((value) => value !== 0));
  const total = plan.heads().get('plan.totalCost');
  if (series.length === 0 || total === undefined) return undefined;
  const budget = comparedTotal(source, grain, places);
  return {
    id: 'budget',
    title: words.t('charts', 'budget'),
    unit: words.unit('money', currency),
    format: FORMAT,
    kind: 'stacked',
    labels: axisLabels(source, grain),
    series,
    total: {
      label: words.label(total),
      values: places.map((place) => valueAt(plan, 'plan.totalCost', place, grain)),
      color: 6,
    },
    ...(budget === undefined ? {} : { budget }),
  };
}

interface CostState {
  readonly label: string;
  readonly plan: Plan;
  readonly year: number;
}

/** From which state of the plan the bridge starts: another plan's, or the main year when a complete one follows it. */
function bridgeStates(source: ReportSource): readonly [from: CostState, to: CostState] | undefined {
  const { plan, words, years, year, other, input } = source;
  const group = years[year];
  if (other !== undefined && group !== undefined) {
    const place = sameYear(other.plan, group);
    if (place === undefined) return undefined;
    return [
      { label: other.name, plan: other.plan, year: place },
      { label: input.stamp.scenarioName, plan, year },
    ];
  }
  if (nextYearOf(source)?.isComplete !== true) return undefined;
  const state = (place: number) => ({ label: placeName(plan, words, 'year', place), plan, year: place });
  return [state(year), state(year + 1)];
}

function totalOf({ plan, year }: CostState): number {
  return valueAt(plan, 'plan.totalCost', year, 'year') ?? 0;
}

/** From one total cost to another by family; where there is only one, from nothing to it. */
export function costBridge(source: ReportSource): ReportChart | undefined {
  const { plan, words, currency, year } = source;
  const states = bridgeStates(source);
  const to = states?.[1] ?? { label: placeName(plan, words, 'year', year), plan, year };
  const from = states?.[0];
  if (totalOf(to) === 0) return undefined;
  const steps = costFamilies
    .map(({ id, measures }) => ({
      label: words.t('families', id),
      value:
        familyValue(to.plan, measures, to.year, 'year') -
        (from === undefined ? 0 : familyValue(from.plan, measures, from.year, 'year')),
      isTotal: false,
    }))
    .filter(({ value }) => value !== 0);
  const title =
    from === undefined
      ? words.t('charts', 'costBridgeBuild', { year: to.label })
      : words.t('charts', 'costBridgeYears', { from: from.label, to: to.label });
  return {
    id: 'costBridge',
    title,
    unit: words.unit('money', currency),
    format: FORMAT,
    kind: 'waterfall',
    steps: [
      ...(from === undefined ? [] : [{ label: from.label, value: totalOf(from), isTotal: true }]),
      ...steps,
      { label: to.label, value: totalOf(to), isTotal: true },
    ],
  };
}
