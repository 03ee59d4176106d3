import type { TFunction } from 'i18next';
import type { AutomationPeriod, AutomationStudy } from '#shared/model/deciding/automation/study.ts';
import type { Unit } from '#shared/model/units.ts';
import type { LineChartData, PercentChartData } from '#renderer/ui/charts/types.ts';
import { formatOf, type PlanFigures } from '#renderer/state/figures.ts';
import { periodNames } from './caseCharts.ts';

type Values = (period: AutomationPeriod) => number | null;

/** One number of the queue without the automation and with it, period by period. */
function withoutAndWith(
  figures: PlanFigures,
  { periods }: AutomationStudy,
  t: TFunction,
  unit: Unit,
  values: { readonly without: Values; readonly with: Values },
): LineChartData {
  return {
    kind: 'line',
    labels: periodNames(figures),
    format: formatOf(unit, figures.structure.currency),
    series: [
      { id: 'without', label: t('automation.without'), values: periods.map(values.without), colorIndex: 0 },
      { id: 'with', label: t('automation.with'), values: periods.map(values.with), colorIndex: 1 },
    ],
  };
}

export function workloadChart(figures: PlanFigures, study: AutomationStudy, t: TFunction): LineChartData {
  return withoutAndWith(figures, study, t, 'hours', {
    without: ({ hoursBefore }) => hoursBefore,
    with: ({ hoursAfter }) => hoursAfter,
  });
}

export function fteChart(figures: PlanFigures, study: AutomationStudy, t: TFunction): LineChartData {
  return withoutAndWith(figures, study, t, 'fte', {
    without: ({ fteBefore }) => fteBefore,
    with: ({ fteAfter }) => fteAfter,
  });
}

/** Easy contacts leave first, so what remains takes longer. */
export function handleTimeChart(figures: PlanFigures, study: AutomationStudy, t: TFunction): LineChartData {
  return withoutAndWith(figures, study, t, 'seconds', {
    without: ({ ahtBefore }) => ahtBefore,
    with: ({ aht }) => aht.value,
  });
}

/** How far it is adopted, and what share of the contacts that keeps away from agents. */
export function adoptionChart(
  figures: PlanFigures,
  { periods }: AutomationStudy,
  t: TFunction,
): PercentChartData {
  const kept = ({ contactsBefore, contacts }: AutomationPeriod): number | null =>
    contactsBefore === null || contactsBefore === 0 || contacts.value === null
      ? null
      : 1 - contacts.value / contactsBefore;
  return {
    kind: 'percent',
    labels: periodNames(figures),
    format: { style: 'percent', digits: 1 },
    left: [
      {
        id: 'adoption',
        label: t('automation.adoption'),
        values: periods.map(({ adoption }) => adoption),
        colorIndex: 0,
      },
    ],
    right: [{ id: 'kept', label: t('automation.deflected'), values: periods.map(kept), colorIndex: 1 }],
    leftTitle: t('automation.adoption'),
    rightTitle: t('automation.deflected'),
  };
}
