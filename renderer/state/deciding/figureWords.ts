import type { TFunction } from 'i18next';
import type { Figure, FigureReason } from '#shared/model/deciding/figure.ts';
import type { Unit } from '#shared/model/units.ts';
import { formatNumber } from '#renderer/ui/numbers.ts';
import { formatOf } from '../figures.ts';
import { modelText } from '../modelText.ts';

/** What numbers outside the grids need around them. */
export interface NumberWords {
  readonly t: TFunction;
  readonly locale: string;
  readonly currency: string;
}

/** The number alone, for a column whose head names the unit. */
export function bareText(value: number | null, unit: Unit, { locale, currency }: NumberWords): string {
  return formatNumber(value, formatOf(unit, currency), locale);
}

/** Money stands with its sign, shares with theirs: every other unit has its name behind the number. */
export function valueText(value: number | null, unit: Unit, { t, locale, currency }: NumberWords): string {
  const format = formatOf(unit, currency);
  // A price to the cent is right; an amount of a plan is not known to the cent.
  const shown = format.style === 'money' && unit === 'money' ? { ...format, digits: 0 } : format;
  const text = formatNumber(value, shown, locale);
  if (value === null || unit === 'number' || unit === 'factor' || unit === 'share' || unit === 'money')
    return text;
  if (format.style === 'percent') return `${text} ${t(`unit.${unit}`).replace(/^%\s*/, '')}`.trim();
  if (format.style === 'money') return text;
  return `${text} ${t(`unit.${unit}`, { currency })}`;
}

/** What a figure or what went into it is called, in the language of the window. */
export function figureLabel({ label }: Pick<Figure, 'label'>): string {
  return modelText(label);
}

export function reasonText(reason: FigureReason, t: TFunction): string {
  return t(`deciding.reason.${reason}`);
}

/** The figure in one line: its value, and where there is none the reason for that. */
export function figureText(figure: Figure, words: NumberWords): string {
  if (figure.value !== null) return valueText(figure.value, figure.unit, words);
  return figure.reason === undefined ? '–' : reasonText(figure.reason, words.t);
}
