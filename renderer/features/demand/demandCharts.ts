import type { ChartData } from '#renderer/ui/charts/types.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { membersOf } from '#renderer/state/members.ts';
import { lineChart, stackedChart } from '#renderer/state/planCharts.ts';

/** All members stacked, or one of them as a line of its own: a small one is lost beside a large one. */
function byMember(
  figures: PlanFigures,
  dimension: 'segments' | 'queues',
  measure: string,
  shown: string,
  totalLabel: string,
): ChartData {
  const members = membersOf(figures.structure, dimension);
  const lines = members.map(({ id, key, name }, colorIndex) => ({
    id,
    node: `${key}.${measure}`,
    label: name,
    colorIndex,
  }));
  const one = lines.find(({ id }) => id === shown);
  return one === undefined ? stackedChart(figures, lines, totalLabel) : lineChart(figures, [one]);
}

export function customersChart(figures: PlanFigures, segment: string, totalLabel: string): ChartData {
  return byMember(figures, 'segments', 'closing', segment, totalLabel);
}

export function offeredChart(figures: PlanFigures, queue: string, totalLabel: string): ChartData {
  return byMember(figures, 'queues', 'offered', queue, totalLabel);
}
