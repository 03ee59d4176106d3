import type { TFunction } from 'i18next';
import type { ShownInput } from '#shared/model/compare/shownInput.ts';
import { type Series, seriesProblems } from '#shared/model/series.ts';
import type { Unit } from '#shared/model/units.ts';
import type { NumberFormat } from '#renderer/ui/numbers.ts';
import { formatOf } from './figures.ts';
import { storedForm } from './storedForm.ts';

interface Words {
  readonly t: TFunction;
  readonly locale: string;
  readonly currency: string;
}

function isSeries(value: unknown): value is Series {
  return seriesProblems(value, {}).length === 0;
}

/** As exact as anybody types it; more decimals come from arithmetic, not from people. */
const mostDigits = 6;

function shownNumber(value: number, { style }: NumberFormat, locale: string): string {
  const options = style === 'percent' ? ({ style, maximumFractionDigits: 4 } as const) : {};
  return value.toLocaleString(locale, { maximumFractionDigits: mostDigits, ...options });
}

/** An input in words: a number, the form of a series, or a count of what is there. */
export function shownInputText(
  { form, value }: ShownInput,
  unit: Unit | undefined,
  { t, locale, currency }: Words,
): string {
  const format: NumberFormat = unit === undefined ? { style: 'number' } : formatOf(unit, currency);
  const show = (number: number): string => shownNumber(number, format, locale);
  if (form === 'profile') return t('inputWords.profile');
  if (typeof value === 'number') return show(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? t('inputWords.yes') : t('inputWords.no');
  if (value === null) return t('inputWords.standard');
  if (Array.isArray(value)) return t('inputWords.list', { count: value.length });
  if (isSeries(value)) return storedForm(value, { t, locale, show });
  return t('inputWords.fields', { count: Object.keys(value).length });
}

/** The unit to stand beside a number; the percent sign of a rate a month stands with the number already. */
export function unitBeside(value: string, unit: string): string {
  return value.includes('%') ? unit.replace(/^%\s*/, '') : unit;
}

/** A number with its unit. */
export function withUnit(value: string, unit: string): string {
  return `${value} ${unitBeside(value, unit)}`.trim();
}
