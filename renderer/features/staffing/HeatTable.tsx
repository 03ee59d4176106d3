import { useTranslation } from 'react-i18next';
import type { IntervalPlan } from '#shared/model/intervalPlan.ts';
import { HeatMap } from '#renderer/ui/charts/HeatMap.tsx';
import { timeOfDay } from '#renderer/ui/timeOfDay.ts';
import { shortWeekday } from './calendarNames.ts';
import { digitsOf, hoursByDay, peakOf, type WeekMeasure, weekRows } from './week.ts';

interface HeatTableProps {
  readonly label: string;
  readonly week: IntervalPlan;
  readonly measure: WeekMeasure;
  readonly locale: string;
}

/** A typical week, times down and weekdays across: the darker the more. */
export function HeatTable({ label, week, measure, locale }: HeatTableProps) {
  const { t } = useTranslation();
  const rows = weekRows(week, measure);
  const peak = peakOf(week);
  const hours = hoursByDay(week);
  const heat = {
    header: t('staffing.time'),
    format: { style: 'number', digits: digitsOf(rows, measure) },
    columns: week.days.map(({ weekday, openDays }) => ({
      id: String(weekday),
      label: shortWeekday(locale, weekday),
      note: openDays === 0 ? t('staffing.closed') : t('staffing.openDays', { count: openDays }),
    })),
    rows: rows.map(({ minuteOfDay, values }) => ({
      id: String(minuteOfDay),
      label: timeOfDay(locale, minuteOfDay),
      values: week.days.map(({ weekday }) => values[weekday] ?? null),
    })),
    emptyLabel: t('staffing.closed'),
    ...(peak && { marked: { rowId: String(peak.minuteOfDay), columnId: String(peak.weekday) } }),
    footer: {
      label: t('staffing.hoursADay'),
      values: week.days.map(({ weekday, openDays }) => (openDays === 0 ? null : (hours[weekday] ?? null))),
      format: { style: 'number', digits: 0 },
    },
  } as const;
  return <HeatMap label={label} heat={heat} locale={locale} />;
}
