import type { ViewMember } from '#shared/model/planView.ts';
import type { ChartData } from '#renderer/ui/charts/types.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { membersOf, type Translate } from '#renderer/state/members.ts';
import { chartSeries, lineChart, stackedChart } from '#renderer/state/planCharts.ts';

/** Required against effective, of one group or of all; the gap is shaded. */
export function coverageChart(figures: PlanFigures, group: ViewMember | undefined): ChartData {
  const key = group?.key ?? 'plan';
  const [needed, actual] = [`${key}.requiredFte`, `${key}.effectiveFte`];
  const lines = [
    { node: needed, colorIndex: 1 },
    { node: actual, colorIndex: 0 },
  ];
  return lineChart(figures, lines, { gap: { needed, actual } });
}

/** Closing headcount of the groups on top of each other, or of one. */
export function headcountChart(figures: PlanFigures, group: ViewMember | undefined, t: Translate): ChartData {
  const groups = membersOf(figures.structure, 'groups');
  const lines = groups.map(({ key, name }, colorIndex) => ({
    node: `${key}.closingHeadcount`,
    label: name,
    colorIndex,
  }));
  const shown = group === undefined ? lines : lines.filter(({ node }) => node.startsWith(`${group.key}.`));
  return stackedChart(figures, shown, t('people.allGroups'));
}

/** Who comes above the line, who goes below it. */
export function comeAndGoChart(figures: PlanFigures, group: ViewMember | undefined): ChartData {
  const key = group?.key ?? 'plan';
  const hires = chartSeries(figures, { node: `${key}.hires`, colorIndex: 0 });
  const leavers = chartSeries(figures, { node: `${key}.leavers`, colorIndex: 1 });
  const below = { ...leavers, values: leavers.values.map((value) => (value === null ? null : -value)) };
  const { labels, format } = stackedChart(figures, [{ node: `${key}.hires` }]);
  return { kind: 'stackedBar', labels, format, series: [hires, below] };
}
