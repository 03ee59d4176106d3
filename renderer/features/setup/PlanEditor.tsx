import { useTranslation } from 'react-i18next';
import type { Command } from '#shared/model/commands.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { monthName } from './dates.ts';
import { ChoiceField, FieldGrid, NumberField, Section, TextField } from './Fields.tsx';
import { LengthField } from './LengthField.tsx';
import { useEdit } from './useEdit.ts';

const monthNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function put(path: string, value: string | number | undefined): Command {
  return value === undefined ? { type: 'setInput', path } : { type: 'setInput', path, value };
}

/** What holds for the plan as a whole. */
export function PlanEditor({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  return (
    <>
      <Section title={t('setup.plan.about')}>
        <FieldGrid>
          <TextField figures={figures} label={t('setup.name')} path="name" isRequired />
          <TextField figures={figures} label={t('setup.plan.notes')} path="notes" />
          <TextField figures={figures} label={t('setup.plan.currency')} path="currency" isRequired />
          <NumberField
            figures={figures}
            label={t('setup.plan.discountRate')}
            hint={t('setup.plan.discountRateHint')}
            unit={t('setup.plan.perYear')}
            format={{ style: 'percent' }}
            value={figures.document.discountRate ?? 0}
            onCommit={(value) => edit([put('discountRate', value)])}
          />
        </FieldGrid>
      </Section>
      <CalendarPart figures={figures} />
    </>
  );
}

function CalendarPart({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const { document, locale } = figures;
  const { calendar } = document;
  return (
    <Section title={t('setup.plan.calendar')} note={t('setup.plan.calendarNote')}>
      <FieldGrid>
        <TextField
          figures={figures}
          label={t('setup.plan.start')}
          path="calendar.start"
          type="date"
          isRequired
        />
        <LengthField figures={figures} />
        <ChoiceField
          label={t('setup.plan.grain')}
          value={calendar.grain}
          options={[
            { value: 'month', label: t('setup.plan.months') },
            { value: 'week', label: t('setup.plan.weeks') },
          ]}
          onChoose={(value) => edit([put('calendar.grain', value)])}
        />
        <ChoiceField
          label={t('setup.plan.fiscalYearStart')}
          value={String(calendar.fiscalYearStart ?? 1)}
          options={monthNumbers.map((month) => ({
            value: String(month),
            label: monthName(month, locale, 'long'),
          }))}
          onChoose={(value) => edit([put('calendar.fiscalYearStart', Number(value))])}
        />
        <ChoiceField
          label={t('setup.plan.demandBasis')}
          hint={t('setup.plan.demandBasisHint')}
          value={calendar.demandBasis ?? 'days'}
          options={[
            { value: 'days', label: t('setup.plan.basisDays') },
            { value: 'months', label: t('setup.plan.basisMonths') },
          ]}
          onChoose={(value) => edit([put('calendar.demandBasis', value)])}
        />
      </FieldGrid>
    </Section>
  );
}
