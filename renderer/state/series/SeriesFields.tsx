import { useTranslation } from 'react-i18next';
import { Button, CloseButton, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { DateField } from '../DateInput.tsx';
import { FormulaField } from '../formula/FormulaField.tsx';
import type { StepDraft } from './seriesDraft.ts';
import type { SeriesFormState } from './useSeriesForm.ts';

interface FieldsProps {
  readonly form: SeriesFormState;
  /** Id of the element that says what is wrong. */
  readonly describedBy: string;
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly isFirst?: boolean;
}

function NumberField({ label, value, onChange, isFirst = false }: NumberFieldProps) {
  return (
    <TextInput
      label={label}
      value={value}
      autoComplete="off"
      inputMode="decimal"
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(isFirst && { 'data-autofocus': true })}
    />
  );
}

function StepFields({ form }: FieldsProps) {
  const { t } = useTranslation();
  const { draft, change } = form;
  const { steps } = draft;
  const changeStep = (place: number, part: Partial<StepDraft>): void =>
    change({ steps: steps.map((step, at) => (at === place ? { ...step, ...part } : step)) });
  return (
    <Stack gap="xs">
      <NumberField
        isFirst
        label={t('sheet.series.base')}
        value={draft.base}
        onChange={(base) => change({ base })}
      />
      {steps.map((step, place) => (
        // Steps have no name of their own; they are told by their place while they are edited.
        // oxlint-disable-next-line react/no-array-index-key
        <Group key={place} gap="xs" align="flex-end" wrap="nowrap">
          <DateField
            label={t('sheet.series.stepDate')}
            value={step.date}
            onChange={(date) => changeStep(place, { date })}
          />
          <NumberField
            label={t('sheet.series.stepValue')}
            value={step.value}
            onChange={(value) => changeStep(place, { value })}
          />
          <CloseButton
            aria-label={t('sheet.series.removeStep', { date: step.date })}
            onClick={() => change({ steps: steps.filter((_, at) => at !== place) })}
          />
        </Group>
      ))}
      <Button
        variant="default"
        onClick={() => change({ steps: [...steps, { date: '', value: steps.at(-1)?.value ?? draft.base }] })}
      >
        {t('sheet.series.addStep')}
      </Button>
    </Stack>
  );
}

function RampFields({ form }: FieldsProps) {
  const { t } = useTranslation();
  const { draft, change } = form;
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap">
        <NumberField
          isFirst
          label={t('sheet.series.from')}
          value={draft.from}
          onChange={(from) => change({ from })}
        />
        <DateField
          label={t('sheet.series.fromDate')}
          value={draft.fromDate}
          onChange={(fromDate) => change({ fromDate })}
        />
      </Group>
      <Group gap="xs" wrap="nowrap">
        <NumberField label={t('sheet.series.to')} value={draft.to} onChange={(to) => change({ to })} />
        <DateField
          label={t('sheet.series.toDate')}
          value={draft.toDate}
          onChange={(toDate) => change({ toDate })}
        />
      </Group>
    </Stack>
  );
}

/** The fields of the form that is chosen. */
export function SeriesFields({ form, describedBy }: FieldsProps) {
  const { t } = useTranslation();
  const { draft, change } = form;
  switch (draft.form) {
    case 'constant':
      return (
        <NumberField
          isFirst
          label={t('sheet.series.value')}
          value={draft.constant}
          onChange={(constant) => change({ constant })}
        />
      );
    case 'growth':
      return (
        <Group gap="xs" wrap="nowrap">
          <NumberField
            isFirst
            label={t('sheet.series.base')}
            value={draft.base}
            onChange={(base) => change({ base })}
          />
          <NumberField
            label={t('sheet.series.growthRate')}
            value={draft.growth}
            onChange={(growth) => change({ growth })}
          />
        </Group>
      );
    case 'steps':
      return <StepFields form={form} describedBy={describedBy} />;
    case 'ramp':
      return <RampFields form={form} describedBy={describedBy} />;
    case 'values':
      return (
        <Textarea
          data-autofocus
          size="xs"
          label={t('sheet.series.list')}
          description={t('sheet.series.listHint')}
          value={draft.list}
          minRows={3}
          maxRows={8}
          autosize
          onChange={(event) => change({ list: event.currentTarget.value })}
        />
      );
    case 'formula':
      return (
        <FormulaField
          value={draft.formula}
          onChange={(formula) => change({ formula })}
          names={form.names}
          problemPosition={form.check?.problem?.position ?? null}
          describedBy={describedBy}
        />
      );
  }
}
