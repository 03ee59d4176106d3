import type { TFunction } from 'i18next';
import type { Assumption } from '#shared/model/deciding/case/assumptions.ts';
import type { Tracking } from '#shared/model/deciding/case/tracking.ts';
import type { StandingStill } from '#shared/model/deciding/case/waiting.ts';
import type {
  LineChartData,
  StackedBarChartData,
  TornadoChartData,
  WaterfallChartData,
} from '#renderer/ui/charts/types.ts';
import type { CaseAnswer, DepthAnswer } from '#shared/model/deciding/decidingWork.ts';
import { type NumberWords, valueText } from '#renderer/state/deciding/figureWords.ts';
import { formatOf, type PlanFigures } from '#renderer/state/figures.ts';
import { shortPeriodName } from '#renderer/state/periodName.ts';
import { assumptionName } from './assumptionName.ts';

type Amounts = readonly (number | null)[];

function moneyFormat(currency: string) {
  return { style: 'money', digits: 0, currency } as const;
}

export function periodNames(figures: PlanFigures): readonly string[] {
  return figures.structure.periods.map((_, place) => shortPeriodName(figures, 'period', place));
}

/** Sums over all parts, period by period; null where any of them has no number. */
function added(rows: readonly Amounts[], length: number): (number | null)[] {
  return Array.from({ length }, (_, place) =>
    rows.reduce<number | null>((sum, row) => {
      const value = row[place] ?? null;
      return sum === null || value === null ? null : sum + value;
    }, 0),
  );
}

/** What has come in less what went out, up to each period; nothing after a period without a number. */
export function runningTotal(values: Amounts): (number | null)[] {
  let sum: number | null = 0;
  return values.map((value) => {
    sum = sum === null || value === null ? null : sum + value;
    return sum;
  });
}

export function netChart(figures: PlanFigures, { parts }: CaseAnswer, t: TFunction): StackedBarChartData {
  const labels = periodNames(figures);
  const sum = (pick: (part: CaseAnswer['parts'][number]) => Amounts) => added(parts.map(pick), labels.length);
  const invested = sum((part) => part.investment).map((value) => (value === null ? null : 0 - value));
  return {
    kind: 'stackedBar',
    labels,
    format: moneyFormat(figures.structure.currency),
    series: [
      { id: 'benefit', label: t('businessCase.benefit'), values: sum((part) => part.benefit), colorIndex: 0 },
      { id: 'investment', label: t('businessCase.investment'), values: invested, colorIndex: 1 },
    ],
    totalLabel: t('businessCase.net'),
    budget: {
      id: 'cumulative',
      label: t('businessCase.netSoFar'),
      values: runningTotal(sum((part) => part.net)),
    },
  };
}

export function partsChart({ parts, bases, currency }: CaseAnswer, t: TFunction): WaterfallChartData {
  return {
    kind: 'waterfall',
    format: moneyFormat(currency),
    header: t('businessCase.initiative'),
    steps: [
      ...parts.map(({ id, name, inOrder }) => ({ id, label: name, value: inOrder.npv.value })),
      {
        id: 'whole',
        label: t('businessCase.wholeCase'),
        value: bases.everything.npv.value,
        isTotal: true,
      },
    ],
    names: {
      total: t('businessCase.wholeCase'),
      rise: t('businessCase.adds'),
      fall: t('businessCase.takesAway'),
      change: t('businessCase.part.case'),
      level: t('businessCase.npvSoFar'),
    },
  };
}

const longestLabel = 44;
const longestInitiative = 20;

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** What stands beside a bar: the whole name is in the table of break-even values. */
function shortName(assumption: Assumption, t: TFunction): string {
  const { initiative } = assumption;
  const short =
    initiative === undefined
      ? assumption
      : { ...assumption, initiative: shortened(initiative, longestInitiative) };
  return shortened(assumptionName(short, t), longestLabel);
}

export function tornadoChart(
  { sensitivity: { npv, rows } }: DepthAnswer,
  words: NumberWords,
): TornadoChartData | null {
  const { t, currency } = words;
  if (npv === null) return null;
  return {
    kind: 'tornado',
    format: moneyFormat(currency),
    header: t('businessCase.assumption'),
    base: { label: t('businessCase.npv'), value: npv },
    lowLabel: t('businessCase.lower'),
    highLabel: t('businessCase.higher'),
    bars: rows.slice(0, 10).map(({ assumption, low, high }) => ({
      id: assumption.id,
      label: shortName(assumption, t),
      low: low.npv,
      high: high.npv,
      lowNote: valueText(low.value, assumption.unit, words),
      highNote: valueText(high.value, assumption.unit, words),
    })),
  };
}

export function delayChart({ delays }: DepthAnswer, { t, currency }: NumberWords): LineChartData {
  return {
    kind: 'line',
    labels: delays.map(({ months }) => t('businessCase.delayMonths', { count: months })),
    format: moneyFormat(currency),
    series: [
      { id: 'npv', label: t('businessCase.npv'), values: delays.map(({ npv }) => npv), colorIndex: 0 },
      {
        id: 'cost',
        label: t('businessCase.delayCost'),
        values: delays.map(({ cost }) => cost.value),
        colorIndex: 1,
      },
    ],
  };
}

export function stillChart(figures: PlanFigures, still: StandingStill, t: TFunction): StackedBarChartData {
  return {
    kind: 'stackedBar',
    labels: periodNames(figures),
    format: moneyFormat(figures.structure.currency),
    series: [
      { id: 'cost', label: t('businessCase.driftCost'), values: still.cost, colorIndex: 0 },
      { id: 'margin', label: t('businessCase.driftMargin'), values: still.lostMargin, colorIndex: 1 },
    ],
    totalLabel: t('businessCase.driftLoss'),
  };
}

/** The course of a KPI as it was promised, where it would stand without the initiative, and what it came to. */
export function courseChart(
  figures: PlanFigures,
  { course, readings, unit }: Tracking,
  t: TFunction,
): LineChartData {
  const starts = course.map(({ period }) => period);
  const actual = starts.map((start, place) => {
    const next = starts[place + 1];
    const inside = readings.filter(({ date }) => date >= start && (next === undefined || date < next));
    return inside.at(-1)?.actual ?? null;
  });
  return {
    kind: 'line',
    labels: periodNames(figures),
    format: formatOf(unit, figures.structure.currency),
    series: [
      {
        id: 'promised',
        label: t('businessCase.promised'),
        values: course.map(({ promised }) => promised),
        colorIndex: 0,
      },
      { id: 'actual', label: t('businessCase.actual'), values: actual, colorIndex: 1 },
    ],
  };
}
