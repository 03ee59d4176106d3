import type { ReportColumn, ReportMetric, ReportTable } from '#shared/model/packs/content.ts';
import type { PackMetric } from '#shared/model/packs/define.ts';
import type { NodeHead } from '#shared/model/plan.ts';
import { type Unit, units } from '#shared/model/units.ts';
import { placeName } from './periods.ts';
import { measureHead, nextYearOf, placesOf, type ReportSource, sameYear, valueAt } from './source.ts';
import { noValue, type Words } from './words.ts';

export interface Figure {
  readonly metric: ReportMetric;
  readonly head: NodeHead;
}

/** The decision that a measure serves, by the pack's word or by the measure's own name. */
export function decisionOf(words: Words, { measure, decision }: PackMetric): string {
  return words.t('decisions', decision ?? measure.replace(/^plan\./, ''));
}

/** Amounts that are 0 throughout are things that this plan does not have, such as partners. */
const ABSENT_WHEN_ZERO: ReadonlySet<Unit> = new Set([
  'money',
  'customers',
  'moneyPerContact',
  'moneyPerYear',
]);

function isInPlan(source: ReportSource, { id, unit }: NodeHead): boolean {
  const values = placesOf(source, 'year').map((place) => valueAt(source.plan, id, place, 'year'));
  if (values.every((value) => value === null)) return false;
  return !ABSENT_WHEN_ZERO.has(unit) || values.some((value) => value !== null && value !== 0);
}

const CHINESE = /[\u2E80-\u9FFF]/;

/** Whether a label says its unit already, as a word: 'Required FTE', but not 'с' somewhere in a Russian word. */
function names(label: string, unit: string): boolean {
  if (CHINESE.test(unit)) return label.includes(unit);
  return ` ${label} `.includes(` ${unit} `);
}

/** Name of a measure with what it is counted in: 'Total cost, EUR'; a percent sign stands at the value itself. */
export function labelWithUnit(
  { words, currency }: Pick<ReportSource, 'words' | 'currency'>,
  head: NodeHead,
): string {
  const label = words.label(head);
  const unit = units[head.unit].style === 'percent' ? '' : words.unit(head.unit, currency);
  return unit === '' || names(label, unit) ? label : words.t('general', 'labelUnit', { label, unit });
}

/** The metrics of a page that this plan has. */
export function figuresOf(source: ReportSource, metrics: readonly PackMetric[]): readonly Figure[] {
  return metrics.flatMap((metric) => {
    const head = measureHead(source, metric.measure);
    if (head === undefined || !isInPlan(source, head)) return [];
    const label = source.words.label(head);
    return { head, metric: { measure: metric.measure, label, decision: decisionOf(source.words, metric) } };
  });
}

const LABEL: Omit<ReportColumn, 'title'> = { align: 'left', weight: 30 };
const VALUE: Omit<ReportColumn, 'title'> = { align: 'right', weight: 15 };
const DECISION: Omit<ReportColumn, 'title'> = { align: 'left', weight: 32 };

function changeText(
  { words }: ReportSource,
  { unit }: NodeHead,
  value: number | null,
  other: number | null,
): string {
  if (value === null || other === null) return noValue;
  const difference = value - other;
  const sign = difference > 0 ? '+' : '';
  if (units[unit].style !== 'percent') return `${sign}${words.plain(difference, unit)}`;
  // A share that is 6 % less would be another number.
  const points = `${sign}${words.number(difference * 100, units[unit].digits)}`;
  return words.t('general', 'points', { value: points });
}

/** Figures of the main year beside the next one, or beside another plan's. */
export function yearTable(source: ReportSource, figures: readonly Figure[]): ReportTable {
  const { plan, words, years, year, other } = source;
  const group = years[year];
  const otherYear = other === undefined || group === undefined ? undefined : sameYear(other.plan, group);
  const hasNext = other === undefined && nextYearOf(source) !== undefined;
  const second = other !== undefined ? [other.name, words.t('general', 'change')] : [];
  const heads = [
    placeName(plan, words, 'year', year),
    ...second,
    ...(hasNext ? [placeName(plan, words, 'year', year + 1)] : []),
  ];
  const rows = figures.map(({ head, metric }) => {
    const value = valueAt(plan, head.id, year, 'year');
    const compared =
      other === undefined || otherYear === undefined ? null : valueAt(other.plan, head.id, otherYear, 'year');
    return [
      labelWithUnit(source, head),
      words.plain(value, head.unit),
      ...(other === undefined
        ? []
        : [words.plain(compared, head.unit), changeText(source, head, value, compared)]),
      ...(hasNext ? [words.plain(valueAt(plan, head.id, year + 1, 'year'), head.unit)] : []),
      metric.decision,
    ];
  });
  return {
    columns: [
      { ...LABEL, title: words.t('general', 'measure') },
      ...heads.map((title) => ({ ...VALUE, title })),
      { ...DECISION, title: words.t('general', 'decision') },
    ],
    rows,
  };
}

/** More years than this stand on a page of their own. */
const YEARS_ACROSS = 6;

/** Figures of every fiscal year, six years a table. */
export function allYearsTables(source: ReportSource, figures: readonly Figure[]): readonly ReportTable[] {
  const { plan, words } = source;
  const places = placesOf(source, 'year');
  const parts = Array.from({ length: Math.ceil(places.length / YEARS_ACROSS) }, (_, part) =>
    places.slice(part * YEARS_ACROSS, (part + 1) * YEARS_ACROSS),
  );
  return parts.map((part) => ({
    columns: [
      { ...LABEL, title: words.t('general', 'measure') },
      ...part.map((place) => ({ ...VALUE, title: placeName(plan, words, 'year', place) })),
      { ...DECISION, title: words.t('general', 'decision') },
    ],
    rows: figures.map(({ head, metric }) => [
      labelWithUnit(source, head),
      ...part.map((place) => words.plain(valueAt(plan, head.id, place, 'year'), head.unit)),
      metric.decision,
    ]),
  }));
}

/** The main thing that a page of figures says: its first one, and how it goes on. */
export function firstMetricMessage(source: ReportSource, figures: readonly Figure[]): string {
  const { plan, words, currency, years, year, other } = source;
  const [first] = figures;
  const group = years[year];
  if (first === undefined || group === undefined) return '';
  const { head } = first;
  const shown = (value: number | null) => words.money(value, head.unit, currency);
  const values = {
    label: words.label(head),
    value: shown(valueAt(plan, head.id, year, 'year')),
    year: placeName(plan, words, 'year', year),
  };
  if (other !== undefined) {
    const place = sameYear(other.plan, group);
    const compared = place === undefined ? null : valueAt(other.plan, head.id, place, 'year');
    return words.t('general', 'firstMetricCompared', {
      ...values,
      other: shown(compared),
      scenario: other.name,
    });
  }
  // A part of a year beside a whole one would look like a fall.
  if (nextYearOf(source)?.isComplete !== true) return words.t('general', 'firstMetric', values);
  return words.t('general', 'firstMetricNext', {
    ...values,
    next: shown(valueAt(plan, head.id, year + 1, 'year')),
    nextYear: placeName(plan, words, 'year', year + 1),
  });
}
