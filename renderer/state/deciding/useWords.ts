import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlan, usePlanSession } from '../usePlan.ts';
import type { NumberWords } from './figureWords.ts';

/** Texts, locale and currency of the open plan. */
export function useWords(): NumberWords {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const currency = usePlan((state) => state.document?.currency ?? '');
  return useMemo(() => ({ t, locale, currency }), [t, locale, currency]);
}
