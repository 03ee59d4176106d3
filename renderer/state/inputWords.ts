import type { TFunction } from 'i18next';
import { type Series, seriesProblems } from '#shared/model/series.ts';
import { formatExact } from '#renderer/ui/numbers.ts';
import { formatOf, type PlanFigures } from './figures.ts';
import { inputHead } from './planRows.ts';
import { inputName } from './stepName.ts';
import { storedForm } from './storedForm.ts';

function isSeries(value: unknown): value is Series {
  return seriesProblems(value, {}).length === 0;
}

/** Name of an input and whose it is; the path where it has no name. */
export function inputTitle(figures: PlanFigures, path: string): string {
  return inputName(figures, path) ?? path;
}

/** What stands in a document at a path, in words: a number in its unit, the form of a series, or a count of what is there. */
export function inputValueText(figures: PlanFigures, t: TFunction, path: string, value: unknown): string {
  if (value === undefined || value === null) return t('inputWords.standard');
  const head = inputHead(figures, path);
  const { currency } = figures.structure;
  const show = (number: number): string =>
    head === undefined
      ? number.toLocaleString(figures.locale, { maximumFractionDigits: 6 })
      : formatExact(number, formatOf(head.unit, currency), figures.locale);
  if (typeof value === 'number') return show(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? t('inputWords.yes') : t('inputWords.no');
  if (Array.isArray(value)) return t('inputWords.list', { count: value.length });
  if (isSeries(value)) return storedForm(value, { t, locale: figures.locale, show });
  return t('inputWords.fields', { count: Object.keys(value).length });
}
