import type { CSSProperties } from 'react';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IntervalPlan } from '#shared/model/intervalPlan.ts';
import { timeOfDay } from '#renderer/ui/timeOfDay.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import { shortWeekday } from './calendarNames.ts';
import { digitsOf, hoursByDay, peakOf, type WeekMeasure, type WeekRow, weekRows } from './week.ts';
import styles from './HeatTable.module.css';

interface HeatTableProps {
  readonly label: string;
  readonly week: IntervalPlan;
  readonly measure: WeekMeasure;
  readonly locale: string;
}

type HeatStyle = CSSProperties & { readonly '--heat': number };

/** A typical week, times down and weekdays across: the darker the more. */
export function HeatTable({ label, week, measure, locale }: HeatTableProps) {
  const { t } = useTranslation();
  const rows = weekRows(week, measure);
  const highest = Math.max(0, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const format = { style: 'number', digits: digitsOf(rows, measure) } as const;
  const peak = peakOf(week);
  const hours = (value: number | null) => formatPlain(value, { style: 'number', digits: 0 }, locale);
  return (
    // It scrolls, so it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.frame} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('staffing.time')}</th>
            {week.days.map(({ weekday, openDays }) => (
              <th key={weekday} scope="col">
                {shortWeekday(locale, weekday)}
                <span className={styles.days}>
                  {openDays === 0 ? t('staffing.closed') : t('staffing.openDays', { count: openDays })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.minuteOfDay}>
              <th scope="row">{timeOfDay(locale, row.minuteOfDay)}</th>
              <Cells
                row={row}
                days={week.days}
                highest={highest}
                peakDay={peak?.minuteOfDay === row.minuteOfDay ? peak.weekday : -1}
                closedText={t('staffing.closed')}
                text={(value) => formatPlain(value, format, locale)}
              />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('staffing.hoursADay')}</th>
            {week.days.map(({ weekday, openDays }) => (
              <td key={weekday}>{openDays === 0 ? '' : hours(hoursByDay(week)[weekday] ?? null)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface CellsProps {
  readonly row: WeekRow;
  readonly days: IntervalPlan['days'];
  readonly highest: number;
  readonly peakDay: number;
  readonly text: (value: number | null) => string;
  readonly closedText: string;
}

function Cells({ row, days, highest, peakDay, text, closedText }: CellsProps) {
  return days.map(({ weekday }) => {
    const value = row.values[weekday] ?? null;
    if (value === null) {
      return (
        <td key={weekday}>
          <VisuallyHidden>{closedText}</VisuallyHidden>
        </td>
      );
    }
    const heat: HeatStyle = { '--heat': highest === 0 ? 0 : value / highest };
    const classes = weekday === peakDay ? `${styles.open} ${styles.peak}` : styles.open;
    return (
      <td key={weekday} className={classes} style={heat}>
        {text(value)}
      </td>
    );
  });
}
