import { costFamilies } from '#shared/model/costFamilies.ts';
import type { StackedBarChartData } from '#renderer/ui/charts/types.ts';
import { figureAt, type PlanFigures } from './figures.ts';
import type { Translate } from './members.ts';
import { type ChartLine, stackedChart } from './planCharts.ts';

function isUsed(figures: PlanFigures, { node, plus = [] }: ChartLine): boolean {
  return figures.structure.groups[figures.grain].some((_, place) =>
    [node, ...plus].some((id) => (figureAt(figures, id, place) ?? 0) !== 0),
  );
}

/** The whole cost of the plan in eight families, each with a colour of its own; those that the plan has not are left out. */
export function costChart(figures: PlanFigures, t: Translate): StackedBarChartData {
  const families = costFamilies.map(({ id, measures: [node, ...plus] }, colorIndex) => ({
    label: t(`cost.${id}`),
    node,
    plus,
    colorIndex,
  }));
  return stackedChart(
    figures,
    families.filter((family) => isUsed(figures, family)),
    t('cost.total'),
  );
}
