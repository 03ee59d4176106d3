import { type BusinessCase, businessCase, caseByInitiative } from '#shared/model/businessCase.ts';
import type { ReportChart, ReportMetric, ReportPage } from '#shared/model/packs/content.ts';
import { placeName } from './periods.ts';
import type { ReportSource } from './source.ts';
import { noValue } from './words.ts';

type Amounts = readonly (number | null)[];

function running(amounts: Amounts): Amounts {
  let sum: number | null = 0;
  return amounts.map((amount) => {
    sum = sum === null || amount === null ? null : sum + amount;
    return sum;
  });
}

/** Many periods are shown by every so many, always with the last. */
const MOST_POINTS = 36;

function cashChart(source: ReportSource, found: BusinessCase): ReportChart {
  const { plan, words, currency } = source;
  const step = Math.ceil(found.net.length / MOST_POINTS);
  const places = found.net
    .map((_, place) => place)
    .filter((place) => (found.net.length - 1 - place) % step === 0);
  const series = (['benefit', 'investment', 'net'] as const).map((id, color) => {
    const sums = running(found[id]);
    return { label: words.t('charts', id), values: places.map((place) => sums[place] ?? null), color };
  });
  return {
    id: 'caseCash',
    title: words.t('charts', 'caseCash'),
    unit: words.unit('money', currency),
    format: { style: 'money', digits: 0 },
    kind: 'lines',
    labels: places.map((place) => placeName(plan, words, 'period', place, 'short')),
    series,
  };
}

function totalOf(amounts: Amounts): number | null {
  return running(amounts).at(-1) ?? null;
}

type CaseRow = readonly [id: string, value: string];

function rowsOf(source: ReportSource, found: BusinessCase): readonly CaseRow[] {
  const { plan, words, currency } = source;
  const money = (value: number | null | undefined) => words.money(value ?? null, 'money', currency);
  const parts = caseByInitiative(plan.scenario(), { caches: plan.caches });
  const cashable = parts.ok ? parts.value.npv.cashable : null;
  return [
    ['npv', money(found.npv)],
    ['cashable', money(cashable)],
    ['irr', words.share(found.irr, 1)],
    ['payback', paybackText(source, found)],
    ['roi', words.share(found.roi, 0)],
    ['invested', money(totalOf(found.investment))],
    ...(found.standingStillPresentValue === undefined
      ? []
      : [['standingStill', money(found.standingStillPresentValue)] as const]),
  ];
}

function paybackText({ words }: ReportSource, { paybackMonths }: BusinessCase): string {
  return paybackMonths === null
    ? words.t('sentences', 'paybackNone')
    : words.t('sentences', 'paybackMonths', { months: words.number(paybackMonths, 1) });
}

/** What the initiatives are worth; undefined for a plan without initiatives. */
export function casePage(source: ReportSource, id: string): ReportPage | undefined {
  const { plan, words, currency } = source;
  const scenario = plan.scenario();
  if (scenario.initiatives.length === 0) return undefined;
  const result = businessCase(scenario, { caches: plan.caches });
  if (!result.ok || result.value === undefined) return undefined;
  const found = result.value;
  const rows = rowsOf(source, found).filter(([, value]) => value !== noValue);
  const metrics = rows.map(([name]): ReportMetric => ({
    measure: `case.${name}`,
    label: words.t('case', name),
    decision: words.t('decisions', name),
  }));
  return {
    id,
    title: words.t('pages', id),
    message: words.t('sentences', 'case', {
      npv: words.money(found.npv, 'money', currency),
      payback: paybackText(source, found),
    }),
    sentences: [],
    metrics,
    table: {
      columns: [
        { title: words.t('general', 'measure'), align: 'left', weight: 34 },
        { title: words.t('columns', 'value_case'), align: 'right', weight: 22 },
        { title: words.t('general', 'decision'), align: 'left', weight: 30 },
      ],
      rows: rows.map(([name, value]) => [words.t('case', name), value, words.t('decisions', name)]),
    },
    chart: cashChart(source, found),
    footnotes: [],
    definitions: [words.t('definitions', 'npv')],
  };
}
