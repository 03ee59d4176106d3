import { useTranslation } from 'react-i18next';
import { Text } from '@mantine/core';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { formatNumber } from '#renderer/ui/numbers.ts';
import { faultText } from '#renderer/state/faultText.ts';
import { usePlanPreview } from '#renderer/state/usePlanPreview.ts';
import { usePlanSession } from '#renderer/state/usePlan.ts';
import styles from './Scenarios.module.css';

/** What the plan would come to. */
export function TemplatePreview({ document }: { readonly document: ScenarioDocument | null }) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const answer = usePlanPreview(document);
  if (document === null || answer === null) {
    return (
      <div className={styles.templatePreview} role="status">
        <Text size="sm" c="var(--planner-text-quiet)">
          {document === null ? t('scenarios.template.incomplete') : t('scenarios.template.computing')}
        </Text>
      </div>
    );
  }
  if (!answer.ok) {
    return (
      <div className={styles.templatePreview} role="alert">
        <Text size="sm" c="var(--planner-error)">
          {faultText(answer.fault, t)}
        </Text>
      </div>
    );
  }
  const { requiredNow, requiredMost, costPerYear, contactsPerMonth } = answer.value;
  const fte = { style: 'number', digits: 1 } as const;
  const money = { style: 'money', currency: document.currency } as const;
  const figures = [
    { label: t('scenarios.template.requiredNow'), text: formatNumber(requiredNow, fte, locale) },
    { label: t('scenarios.template.requiredMost'), text: formatNumber(requiredMost, fte, locale) },
    { label: t('scenarios.template.costPerYear'), text: formatNumber(costPerYear, money, locale) },
    {
      label: t('scenarios.template.contacts'),
      text: formatNumber(contactsPerMonth, { style: 'number', digits: 0 }, locale),
    },
  ];
  return (
    <dl className={styles.templatePreview} aria-label={t('scenarios.template.preview')} data-testid="preview">
      {figures.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
