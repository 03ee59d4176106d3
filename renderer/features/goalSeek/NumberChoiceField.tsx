import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '@mantine/core';
import type { ViewNode } from '#shared/model/planView.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { matchingChoices, numberChoices } from './numberChoices.ts';

const shownChoices = 60;

interface NumberChoiceFieldProps {
  readonly figures: PlanFigures;
  readonly kind: ViewNode['kind'];
  readonly label: string;
  readonly description?: string | undefined;
  /** Id of the number; empty while none is chosen. */
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (id: string) => void;
}

/** One of the plan's results or inputs, found by the words of its name. */
export function NumberChoiceField(props: NumberChoiceFieldProps) {
  const { figures, kind, label, description, value, error, onChange } = props;
  const { t } = useTranslation();
  const choices = useMemo(() => numberChoices(figures, kind), [figures, kind]);
  const nameById = useMemo(() => new Map(choices.map((choice) => [choice.value, choice.label])), [choices]);
  return (
    <Select
      searchable
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      placeholder={t('goalSeek.search')}
      nothingFoundMessage={t('goalSeek.nothingFound')}
      data={choices}
      // What is chosen stands in the field as if it had been typed: then everything is offered again.
      filter={({ search, limit }) => {
        const isChosen = search === nameById.get(value);
        return [...matchingChoices(choices, isChosen ? '' : search, Math.min(limit, shownChoices))];
      }}
      limit={shownChoices}
      maxDropdownHeight={260}
      value={value === '' ? null : value}
      error={error}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      allowDeselect={false}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  );
}
