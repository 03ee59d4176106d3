import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateTexts } from '#shared/model/templates/planFromTemplate.ts';

/** What a plan from a template is written in: the language of the window when it was made. */
export function useTemplateTexts(): TemplateTexts {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      customers: t('scenarios.template.text.customers'),
      voice: t('scenarios.template.text.voice'),
      chat: t('scenarios.template.text.chat'),
      email: t('scenarios.template.text.email'),
      team: t('scenarios.template.text.team'),
      lead: t('scenarios.template.text.lead'),
      platform: t('scenarios.template.text.platform'),
      notes: t('scenarios.template.text.notes'),
      typed: t('scenarios.template.text.typed'),
      practice: t('scenarios.template.text.practice'),
      firstContacts: t('scenarios.template.text.firstContacts'),
    }),
    [t],
  );
}
