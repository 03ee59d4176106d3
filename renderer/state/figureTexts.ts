import type { TFunction } from 'i18next';
import type { FigureTexts } from './figures.ts';
import { modelMessage } from './modelText.ts';

const made = new WeakMap<TFunction, FigureTexts>();

/** The words around numbers, from the translations; of one language always the same object. */
export function figureTexts(t: TFunction): FigureTexts {
  const known = made.get(t) ?? textsOf(t);
  made.set(t, known);
  return known;
}

function textsOf(t: TFunction): FigureTexts {
  return {
    unit: (unit, currency) => t(`unit.${unit}`, { currency }),
    errorShort: ({ kind }) => t(`cellError.${kind}`),
    errorReason: ({ kind, text, nodeId }) =>
      t('cellError.reason', { text: modelMessage(text) ?? t(`cellError.sentence.${kind}`), nodeId }),
    periods: {
      weekOf: (date) => t('period.weekOf', { date }),
      quarter: (quarter, year) => t('period.quarter', { quarter, year }),
      fiscalMonth: (month, year) => t('period.fiscalMonth', { month, year }),
      fiscalYear: (year) => t('period.fiscalYear', { year }),
      part: (label) => t('period.part', { label }),
    },
    wholePlan: t('sheet.wholePlan'),
  };
}
