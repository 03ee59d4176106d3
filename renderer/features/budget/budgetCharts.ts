import type { ChartData } from '#renderer/ui/charts/types.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { membersOf, type Translate } from '#renderer/state/members.ts';
import { lineChart } from '#renderer/state/planCharts.ts';

/** Cost per contact of every queue and of all together. */
export function perContactChart(figures: PlanFigures, t: Translate): ChartData {
  const queues = membersOf(figures.structure, 'queues');
  return lineChart(figures, [
    { node: 'plan.costPerContact', label: t('budget.allQueues'), colorIndex: 6 },
    ...queues.map(({ key, name }, place) => ({
      node: `${key}.costPerContact`,
      label: name,
      colorIndex: place % 6,
    })),
  ]);
}
