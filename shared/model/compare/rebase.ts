import { civilDateOf, dayNumberOfIso } from '#shared/kernel/calendar.ts';
import { type Period, periodsOf } from '../periods.ts';
import type { Scenario } from '../scenario.ts';
import type { Series } from '../series.ts';
import { withSeries } from './seriesTree.ts';

type Calendar = Scenario['calendar'];

/** True when a series means the same in both: same first day, same kind of periods. */
export function isSameClock(left: Calendar, right: Calendar): boolean {
  return left.start === right.start && left.grain === right.grain;
}

/** Years from one day to another: whole months where both begin a month. */
function yearsBetween(from: string, to: string): number {
  if (from.endsWith('-01') && to.endsWith('-01')) {
    const [first, last] = [civilDateOf(dayNumberOfIso(from)), civilDateOf(dayNumberOfIso(to))];
    return last.year - first.year + (last.month - first.month) / 12;
  }
  return (dayNumberOfIso(to) - dayNumberOfIso(from)) / 365;
}

/** The period of a plan that holds a day; the first or the last one for a day outside. */
function periodAt(periods: readonly Period[], day: number): number {
  const found = periods.findIndex((period) => day < period.startDay + period.days);
  return found < 0 ? periods.length - 1 : found;
}

/**
 * A series as it stands on another calendar: values move with their dates (the first and the last carry on outside),
 * growth goes on at its rate from the other start; steps and ramps have their dates already, and a formula is read where
 * it runs.
 */
function rebased(series: Exclude<Series, number>, from: Calendar, to: Calendar): Exclude<Series, number> {
  if ('growth' in series) {
    return {
      base: series.base * (1 + series.growth) ** yearsBetween(from.start, to.start),
      growth: series.growth,
    };
  }
  if (!('values' in series)) return series;
  const old = periodsOf(from);
  const values = periodsOf(to).map((period) => {
    const at = periodAt(old, period.startDay + Math.floor(period.days / 2));
    return series.values[Math.min(at, series.values.length - 1)] ?? 0;
  });
  return { values };
}

/** A piece of a scenario with all its series put onto another calendar. */
export function onCalendar(piece: unknown, from: Calendar, to: Calendar): unknown {
  return isSameClock(from, to) ? piece : withSeries(piece, (series) => rebased(series, from, to));
}
