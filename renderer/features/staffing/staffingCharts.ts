import type { ViewMember } from '#shared/model/planView.ts';
import type { ChartData } from '#renderer/ui/charts/types.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import { figureAt, type PlanFigures } from '#renderer/state/figures.ts';
import { membersOf, type Translate } from '#renderer/state/members.ts';
import { lineChart, percentChart } from '#renderer/state/planCharts.ts';

function percentText({ locale }: PlanFigures, share: number): string {
  return formatPlain(share, { style: 'percent', digits: 0 }, locale);
}

/** Service level of a queue against its goal, and its abandonment; deferred work has neither. */
export function serviceChart(figures: PlanFigures, { key, inputKey }: ViewMember, t: Translate): ChartData {
  const level = { node: `${key}.serviceLevel`, colorIndex: 0 };
  const abandonment = { node: `${key}.abandonment`, colorIndex: 1 };
  const goal = figureAt(figures, `${inputKey}.goal.serviceLevel`, 0);
  if (!figures.nodes.has(`${key}.asa`)) return lineChart(figures, [level]);
  return percentChart(figures, {
    left: [level],
    right: [abandonment],
    leftTitle: t('staffing.serviceLevel'),
    rightTitle: t('staffing.abandonment'),
    goal:
      goal === null
        ? undefined
        : { label: t('staffing.goalLine', { share: percentText(figures, goal) }), value: goal },
  });
}

/** Occupancy of all queues, and the highest that the chosen queue may have. */
export function occupancyChart(
  figures: PlanFigures,
  { name, inputKey }: ViewMember,
  t: Translate,
): ChartData {
  const queues = membersOf(figures.structure, 'queues');
  const lines = queues.map(({ key, name: label }, colorIndex) => ({
    node: `${key}.occupancy`,
    label,
    colorIndex,
  }));
  const highest = figureAt(figures, `${inputKey}.goal.maxOccupancy`, 0);
  const target =
    highest === null
      ? {}
      : {
          target: {
            label: t('staffing.highestOccupancy', { queue: name, share: percentText(figures, highest) }),
            value: highest,
          },
        };
  return lineChart(figures, lines, target);
}
