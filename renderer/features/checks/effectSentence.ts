import type { TFunction } from 'i18next';
import type { EditEffect } from '#shared/model/checks/planChecks.ts';
import { shortSearchSentence } from '#renderer/state/hiringWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { formatNumber, type NumberFormat } from '#renderer/ui/numbers.ts';

/** With its sign, also of more; a change that would be shown as 0 is none. */
function signed(value: number, format: NumberFormat, locale: string): string {
  const text = formatNumber(Math.abs(value), format, locale);
  if (text === formatNumber(0, format, locale)) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** What edits would change in people and money, in words. */
export function effectSentence(effect: EditEffect | null, figures: PlanFigures, t: TFunction): string {
  if (effect === null || !Number.isFinite(effect.requiredFte + effect.totalCost)) return t('checks.noEffect');
  const { locale, structure } = figures;
  const effectText = t('checks.effect', {
    fte: signed(effect.requiredFte, { style: 'number', digits: 1 }, locale),
    cost: signed(effect.totalCost, { style: 'money', digits: 0, currency: structure.currency }, locale),
  });
  const { shortSearch } = effect;
  return shortSearch === undefined
    ? effectText
    : `${effectText} ${shortSearchSentence(shortSearch, { t, locale })}`;
}
