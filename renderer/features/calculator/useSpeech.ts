import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlan, usePlanSession } from '#renderer/state/usePlan.ts';
import type { Speech } from './words.ts';

export function useSpeech(): Speech {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const currency = usePlan((state) => state.structure?.currency);
  return useMemo(() => ({ t, locale, currency }), [t, locale, currency]);
}
