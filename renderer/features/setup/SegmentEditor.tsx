import { useTranslation } from 'react-i18next';
import { inputDefinitions } from '#shared/model/inputs.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { FieldGrid, InputField, Section, TextField } from './Fields.tsx';

const customerInputs = ['openingCustomers', 'newCustomers', 'deals', 'winRate', 'customersPerDeal', 'churn'];

/** One kind of customers. */
export function SegmentEditor({ figures, id }: { readonly figures: PlanFigures; readonly id: string }) {
  const { t } = useTranslation();
  const path = `segments.${id}`;
  const others = Object.keys(inputDefinitions.segments ?? {}).filter(
    (name) => !customerInputs.includes(name),
  );
  return (
    <>
      <Section title={t('setup.segment.customers')} note={t('setup.segment.note')}>
        <FieldGrid>
          <TextField figures={figures} label={t('setup.name')} path={`${path}.name`} />
          {customerInputs.map((name) => (
            <InputField key={name} figures={figures} path={`${path}.${name}`} />
          ))}
        </FieldGrid>
      </Section>
      <Section title={t('setup.segment.money')}>
        <FieldGrid>
          {others.map((name) => (
            <InputField key={name} figures={figures} path={`${path}.${name}`} />
          ))}
        </FieldGrid>
      </Section>
    </>
  );
}
