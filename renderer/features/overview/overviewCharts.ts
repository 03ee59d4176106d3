import type { ViewMember } from '#shared/model/planView.ts';
import { figureAt, type PlanFigures } from '#renderer/state/figures.ts';
import { lineChart, percentChart } from '#renderer/state/planCharts.ts';
import type { LineChartData, PercentChartData } from '#renderer/ui/charts/types.ts';

export function staffingChart(figures: PlanFigures): LineChartData {
  const [needed, actual] = ['plan.requiredFte', 'plan.effectiveFte'];
  return lineChart(
    figures,
    [
      { node: needed, colorIndex: 1 },
      { node: actual, colorIndex: 0 },
    ],
    { gap: { needed, actual } },
  );
}

/** Queues with a goal for the service level, in the order of the plan. */
export function queuesWithGoal({ structure, nodes }: PlanFigures): readonly ViewMember[] {
  return structure.members.filter(
    ({ dimension, key, inputKey }) =>
      dimension === 'queues' &&
      nodes.has(`${key}.serviceLevel`) &&
      nodes.has(`${inputKey}.goal.serviceLevel`),
  );
}

interface ServiceTexts {
  readonly serviceLevel: string;
  readonly abandonment: string;
  readonly goal: (value: number) => string;
}

/** Service of one queue against its goal, or of all queues together, whose goals differ. */
export function serviceChart(
  figures: PlanFigures,
  queue: ViewMember | undefined,
  texts: ServiceTexts,
): PercentChartData {
  const key = queue?.key ?? 'plan';
  const goal =
    queue === undefined ? null : figureAt(figures, `${queue.inputKey}.goal.serviceLevel`, 0, 'period');
  return percentChart(figures, {
    left: [{ node: `${key}.serviceLevel`, label: texts.serviceLevel, colorIndex: 0 }],
    right: [{ node: `${key}.abandonment`, label: texts.abandonment, colorIndex: 1 }],
    leftTitle: texts.serviceLevel,
    rightTitle: texts.abandonment,
    ...(goal === null ? {} : { goal: { label: texts.goal(goal), value: goal } }),
  });
}
