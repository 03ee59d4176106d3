import type { BesideAnswer } from '#shared/model/compare/compareWork.ts';
import type { Grain } from '#shared/model/periods.ts';
import { formatOf, lineLabel } from '#renderer/state/figures.ts';
import type { LineChartData } from '#renderer/ui/charts/types.ts';
import { besideColumns, unitText, type Words } from './besideRows.ts';

/** What two plans are first held against each other on. */
export const besideChartMeasures = ['plan.requiredFte', 'plan.effectiveFte', 'plan.totalCost'] as const;

export interface BesideChart {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly chart: LineChartData;
}

/**
 * One measure of all plans over time: the first drawn through, the others dashed. Null where there is no such measure, or
 * the plans count it in different currencies.
 */
export function besideChart(
  answer: BesideAnswer,
  grain: Grain,
  id: string,
  words: Words,
): BesideChart | null {
  const table = answer.tables[grain];
  const row = table?.rows.find((one) => one.id === id);
  const [first] = table?.plans ?? [];
  if (table === undefined || row === undefined || first === undefined) return null;
  const isMoney = formatOf(row.unit, first.currency).style === 'money';
  if (isMoney && table.plans.some(({ currency }) => currency !== first.currency)) return null;
  const columns = besideColumns(answer, grain, words).filter(({ kind }) => kind === 'period');
  return {
    id,
    title: lineLabel(row),
    unit: unitText(row.unit, first.currency, words),
    chart: {
      kind: 'line',
      labels: columns.map(({ label }) => label),
      format: formatOf(row.unit, first.currency),
      series: table.plans.map(({ name }, place) => ({
        id: String(place),
        label: name,
        values: columns.map(({ at }) => row.values[place]?.[at]?.value ?? null),
        colorIndex: place,
      })),
    },
  };
}
