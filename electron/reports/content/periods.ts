import { dayNumberOfIso, civilDateOf } from '#shared/kernel/calendar.ts';
import type { Grain } from '#shared/model/periods.ts';
import type { Plan } from '#shared/model/plan.ts';
import { placesOf, type ReportSource } from './source.ts';
import type { Words } from './words.ts';

/** More columns than this cannot be read on a page. */
const MOST_COLUMNS = 24;

type Form = 'short' | 'long';

/** The finest grain that has few enough places for a chart. */
export function chartGrain(source: ReportSource): Grain {
  const isWeekly = source.plan.scenario().calendar.grain === 'week';
  const choices: readonly Grain[] = isWeekly ? ['period', 'month', 'quarter'] : ['period', 'quarter'];
  return choices.find((grain) => placesOf(source, grain).length <= MOST_COLUMNS) ?? 'year';
}

function yearText(plan: Plan, words: Words, year: number, form: Form): string {
  if (plan.scenario().calendar.fiscalYearStart === 1) return String(year);
  return words.t('general', 'fiscalYear', { year: form === 'short' ? String(year).slice(-2) : year });
}

function monthText(words: Words, isoDate: string, form: Form): string {
  const { year, month } = civilDateOf(dayNumberOfIso(isoDate));
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  if (form === 'long') return words.date(first, { month: 'long', year: 'numeric' });
  // Russian says 'year' after every one; along an axis that is too much.
  return words.date(first, { month: 'short', year: '2-digit' }).replace(/\s?г\.$/, '');
}

function periodText(plan: Plan, words: Words, place: number, form: Form): string {
  const start = plan.graph().context.periods[place]?.start ?? '1970-01-01';
  if (plan.scenario().calendar.grain === 'month') return monthText(words, start, form);
  if (form === 'short') return words.date(start, { day: 'numeric', month: 'short' });
  const date = words.date(start, { day: 'numeric', month: 'long', year: 'numeric' });
  return words.t('general', 'weekOf', { date });
}

/** Name of a place of a grain: 'Jan 27' or 'January 2027', 'Q3 FY28', '2027'; a part of a fiscal year has a star. */
export function placeName(
  plan: Plan,
  words: Words,
  grain: Grain,
  place: number,
  form: Form = 'long',
): string {
  if (grain === 'period') return periodText(plan, words, place, form);
  const group = plan.groups(grain)[place];
  if (group === undefined) return '';
  const year = yearText(plan, words, group.fiscalYear, form);
  if (grain === 'year') return group.isComplete ? year : words.t('general', 'part', { label: year });
  if (grain === 'quarter') return words.t('general', 'quarter', { quarter: group.fiscalQuarter ?? 1, year });
  const { fiscalYearStart } = plan.scenario().calendar;
  const month = ((fiscalYearStart - 1 + (group.fiscalMonth ?? 1) - 1) % 12) + 1;
  const name = words.date(`2001-${String(month).padStart(2, '0')}-01`, { month: form });
  return `${name} ${year}`;
}

/** Names of the report's places of a grain for the axis of a chart. */
export function axisLabels(source: ReportSource, grain: Grain): readonly string[] {
  const { plan, words } = source;
  return placesOf(source, grain).map((place) => placeName(plan, words, grain, place, 'short'));
}
