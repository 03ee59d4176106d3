import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntervalPlan } from '#shared/model/intervalPlan.ts';
import { timeOfDay } from '#renderer/ui/timeOfDay.ts';
import type { ChartData } from '#renderer/ui/charts/types.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { usePlanSession } from '#renderer/state/usePlan.ts';
import { longWeekday } from './calendarNames.ts';
import { digitsOf, type WeekMeasure, weekRows } from './week.ts';

interface DayCurvesProps {
  readonly week: IntervalPlan;
  readonly measure: WeekMeasure;
}

/** Each open weekday as a line over the time of day. */
function dayCurves(week: IntervalPlan, measure: WeekMeasure, locale: string): ChartData {
  const rows = weekRows(week, measure);
  return {
    kind: 'line',
    labels: rows.map(({ minuteOfDay }) => timeOfDay(locale, minuteOfDay)),
    format: { style: 'number', digits: digitsOf(rows, measure) },
    series: week.days.flatMap(({ weekday, openDays }) => {
      if (openDays === 0) return [];
      const values = rows.map((row) => row.values[weekday] ?? null);
      return { id: String(weekday), label: longWeekday(locale, weekday), values, colorIndex: weekday };
    }),
  };
}

export function DayCurves({ week, measure }: DayCurvesProps) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const chart = useMemo(() => dayCurves(week, measure, locale), [week, measure, locale]);
  const units = { agents: t('unit.agents'), contacts: t('unit.contacts'), load: t('staffing.erlangs') };
  return <PlanChartCard title={t('staffing.dayChart')} unit={units[measure]} chart={chart} />;
}
