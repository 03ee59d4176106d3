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
  const line = (label: string, first: string, ...plus: readonly string[]) => ({
    label,
    node: `plan.${first}`,
    plus: plus.map((name) => `plan.${name}`),
  });
  const families = [
    line(t('cost.pay'), 'cost.wages', 'cost.overtime', 'cost.bonus'),
    line(t('cost.benefits'), 'cost.benefits'),
    line(t('cost.support'), 'cost.support'),
    line(t('cost.partner'), 'cost.vendor'),
    line(t('cost.hiring'), 'cost.recruiting', 'cost.training', 'cost.severance'),
    line(t('cost.seats'), 'cost.technology', 'cost.facilities'),
    line(t('cost.telecom'), 'telecom'),
    line(t('cost.budgetLines'), 'budgetLines'),
  ].map((family, colorIndex) => ({ ...family, colorIndex }));
  return stackedChart(
    figures,
    families.filter((family) => isUsed(figures, family)),
    t('cost.total'),
  );
}
