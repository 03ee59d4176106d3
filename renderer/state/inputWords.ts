import type { TFunction } from 'i18next';
import { isSeries, numbersOf, type PeriodRun } from '#shared/model/seriesPeriods.ts';
import type { Override } from '#shared/model/variants/override.ts';
import { formatExact, formatPlain } from '#renderer/ui/numbers.ts';
import { formatOf, type PlanFigures } from './figures.ts';
import { inputHead } from './planRows.ts';
import type { EntryChange } from './journalEntries.ts';
import { shortPeriodName } from './periodName.ts';
import { inputName } from './stepName.ts';
import { storedForm } from './storedForm.ts';

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

/** So many single periods are named; of more, only the first. */
const mostNamed = 3;

/** Values of single periods, in words. */
function periodsText(
  figures: PlanFigures,
  t: TFunction,
  path: string,
  periods: readonly PeriodRun[],
): string {
  const numbers = numbersOf(periods);
  const head = inputHead(figures, path);
  const named = numbers.slice(0, mostNamed).map(([period, number]) =>
    t('inputWords.inPeriod', {
      period:
        period < figures.structure.periods.length ? shortPeriodName(figures, 'period', period) : period + 1,
      // As the grid shows it: what a form comes to in one period has any number of digits.
      value:
        head === undefined
          ? number.toLocaleString(figures.locale)
          : formatPlain(number, formatOf(head.unit, figures.structure.currency), figures.locale),
    }),
  );
  const list = named.join(t('inputWords.between'));
  const others = numbers.length - named.length;
  return others === 0 ? list : t('inputWords.andPeriods', { list, count: others });
}

/** What a variant has of its own at a place, in words; undefined where it does without what its base has there. */
export function ownValueText(
  figures: PlanFigures,
  t: TFunction,
  { path, value, periods }: Override,
): string | undefined {
  if (periods !== undefined) return periodsText(figures, t, path, periods);
  return value === undefined ? undefined : inputValueText(figures, t, path, value);
}

/** What an edit made of an input, in words. */
export function changedToText(
  figures: PlanFigures,
  t: TFunction,
  { path, to, periods }: Pick<EntryChange, 'path' | 'to' | 'periods'>,
): string {
  return periods === undefined
    ? inputValueText(figures, t, path, to)
    : periodsText(figures, t, path, periods);
}
