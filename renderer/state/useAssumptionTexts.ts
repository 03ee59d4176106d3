import { useTranslation } from 'react-i18next';
import type { AssumptionField } from './assumptionEdits.ts';
import { assumptionText, storedConfidence } from './assumptionText.ts';
import { useDates } from './DateInput.tsx';
import { usePlanSession } from './usePlan.ts';

interface AssumptionTexts {
  /** What is said about an input, as it is read and typed here. */
  readonly show: (field: AssumptionField, said: string) => string;
  /** Takes over what was typed. @returns why it cannot be */
  readonly commit: (
    field: AssumptionField,
    text: string,
    put: (said: string) => string | null,
  ) => string | null;
}

/** Source, owner, confidence, review and note of an input in the language of the window. */
export function useAssumptionTexts(): AssumptionTexts {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const dates = useDates();
  return {
    show: (field, said) => assumptionText(field, said, { t, locale }),
    commit(field, text, put) {
      if (field === 'reviewed') return dates.commit(text, put);
      return put(field === 'confidence' ? storedConfidence(text, t) : text);
    },
  };
}
