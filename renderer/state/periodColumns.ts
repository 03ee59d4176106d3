import { civilDateOf, dayNumberOfIso } from '#shared/kernel/calendar.ts';
import type { Grain, PeriodGroup } from '#shared/model/periods.ts';
import type { PlanStructure } from '#shared/model/planView.ts';
import type { SheetColumn } from '#renderer/ui/Sheet/types.ts';

export interface PeriodTexts {
  readonly weekOf: (date: string) => string;
  readonly quarter: (quarter: number, year: string) => string;
  readonly fiscalMonth: (month: string, year: string) => string;
  /** A fiscal year that is not a calendar year: 'FY28'. */
  readonly fiscalYear: (year: string) => string;
  /** A year, quarter or month of which the plan holds only a part. */
  readonly part: (label: string) => string;
}

/** A column that knows which number of each line it shows. */
export interface PlanColumn extends SheetColumn {
  readonly grain: Grain;
  readonly place: number;
}

export interface PeriodLabelOptions {
  readonly structure: Pick<PlanStructure, 'grain' | 'periods' | 'groups'>;
  readonly fiscalYearStart: number;
  readonly locale: string;
  readonly texts: PeriodTexts;
}

interface PeriodLabel {
  readonly label: string;
  readonly longLabel: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function dateText(locale: string, date: Date, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formatters.set(key, formatter);
  return formatter.format(date);
}

function fiscalYearText(
  { fiscalYearStart, texts }: PeriodLabelOptions,
  year: number,
  isShort: boolean,
): string {
  const text = String(year);
  return fiscalYearStart === 1 ? text : texts.fiscalYear(isShort ? text.slice(-2) : text);
}

function basePeriodLabel(options: PeriodLabelOptions, { first }: PeriodGroup): PeriodLabel {
  const { structure, locale, texts } = options;
  const date = new Date(`${structure.periods[first]?.start ?? '1970-01-01'}T00:00:00Z`);
  if (structure.grain === 'month') {
    const { year, month } = civilDateOf(dayNumberOfIso(date.toISOString().slice(0, 10)));
    const named = new Date(Date.UTC(year, month - 1, 1));
    return {
      label: dateText(locale, named, { month: 'short', year: '2-digit' }),
      longLabel: dateText(locale, named, { month: 'long', year: 'numeric' }),
    };
  }
  return {
    label: dateText(locale, date, { day: 'numeric', month: 'short', year: '2-digit' }),
    longLabel: texts.weekOf(dateText(locale, date, { day: 'numeric', month: 'long', year: 'numeric' })),
  };
}

function fiscalMonthLabel(options: PeriodLabelOptions, group: PeriodGroup, isShort: boolean): string {
  const month = (options.fiscalYearStart - 1 + (group.fiscalMonth ?? 1) - 1) % 12;
  const name = dateText(options.locale, new Date(Date.UTC(2001, month, 1)), {
    month: isShort ? 'short' : 'long',
  });
  return options.texts.fiscalMonth(name, fiscalYearText(options, group.fiscalYear, isShort));
}

function groupLabel(options: PeriodLabelOptions, grain: Grain, group: PeriodGroup, isShort: boolean): string {
  if (grain === 'month') return fiscalMonthLabel(options, group, isShort);
  const year = fiscalYearText(options, group.fiscalYear, isShort);
  return grain === 'quarter' ? options.texts.quarter(group.fiscalQuarter ?? 1, year) : year;
}

/** Name of a place of a grain: 'Jan 27' and 'January 2027', 'Q3 FY28', '2027'; one of which the plan holds a part has a star. */
export function periodLabel(options: PeriodLabelOptions, grain: Grain, place: number): PeriodLabel {
  const group = options.structure.groups[grain][place];
  if (group === undefined) return { label: '', longLabel: '' };
  if (grain === 'period') return basePeriodLabel(options, group);
  const long = groupLabel(options, grain, group, false);
  const short = groupLabel(options, grain, group, true);
  return {
    label: group.isComplete ? short : `${short}*`,
    longLabel: group.isComplete ? long : options.texts.part(long),
  };
}

function daysOf({ periods }: PeriodLabelOptions['structure'], { first, last }: PeriodGroup): number {
  return periods.slice(first, last + 1).reduce((sum, { days }) => sum + days, 0);
}

function columnOf(
  options: PeriodLabelOptions,
  grain: Grain,
  place: number,
  kind: SheetColumn['kind'],
): PlanColumn {
  const { label, longLabel } = periodLabel(options, grain, place);
  const group = options.structure.groups[grain][place];
  const key = group?.key ?? place;
  const days = group === undefined ? 0 : daysOf(options.structure, group);
  return { id: `${grain}.${key}`, label, longLabel, kind, grain, place, days };
}

/** The places of a grain, each fiscal year followed by its total. */
export function periodColumns(options: PeriodLabelOptions, grain: Grain): readonly PlanColumn[] {
  const { groups } = options.structure;
  if (grain === 'year') return groups.year.map((_, place) => columnOf(options, 'year', place, 'period'));
  return groups.year.flatMap((year, yearPlace) => [
    ...groups[grain].flatMap(({ first }, place) =>
      first >= year.first && first <= year.last ? [columnOf(options, grain, place, 'period')] : [],
    ),
    columnOf(options, 'year', yearPlace, 'total'),
  ]);
}
