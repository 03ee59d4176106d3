import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatPlain } from '#renderer/ui/numbers.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { membersOf } from '#renderer/state/members.ts';
import { periodName } from '#renderer/state/periodName.ts';
import { longWeekday } from './calendarNames.ts';
import styles from './Simulation.module.css';

export interface SimulationChoice {
  readonly queueId: string;
  /** Place among the periods of the plan. */
  readonly period: number;
  /** 0 = Monday; null while none is chosen. */
  readonly weekday: number | null;
  /** Whether agents take the contacts of all their queues. */
  readonly isShared: boolean;
  readonly customers: number;
}

interface SimulationChoicesProps {
  readonly figures: PlanFigures;
  readonly choice: SimulationChoice;
  /** Weekdays on which the queue is open. */
  readonly openDays: readonly number[];
  readonly onChange: (part: Partial<SimulationChoice>) => void;
}

/** More contacts, narrower intervals: four times as many halve them. */
const sizes = [100_000, 1_000_000, 4_000_000];

/** What is to be simulated. */
export function SimulationChoices({ figures, choice, openDays, onChange }: SimulationChoicesProps) {
  const { t } = useTranslation();
  const { structure, locale } = figures;
  const contacts = (size: number) => formatPlain(size, { style: 'integer' }, locale);
  return (
    <div className={styles.fields}>
      <Choice
        label={t('simulation.scope')}
        value={choice.isShared ? 'shared' : 'own'}
        options={[
          ['own', t('simulation.own')],
          ['shared', t('simulation.shared')],
        ]}
        onChange={(value) => onChange({ isShared: value === 'shared' })}
      />
      <Choice
        label={t('staffing.queueChoice')}
        value={choice.queueId}
        options={membersOf(structure, 'queues').map(({ id, name }) => [id, name])}
        onChange={(queueId) => onChange({ queueId })}
      />
      <Choice
        label={t('staffing.periodChoice')}
        value={String(choice.period)}
        options={structure.periods.map(({ index }) => [String(index), periodName(figures, 'period', index)])}
        onChange={(value) => onChange({ period: Number(value) })}
      />
      <Choice
        label={t('simulation.weekday')}
        value={String(choice.weekday ?? '')}
        options={openDays.map((day) => [String(day), longWeekday(locale, day)])}
        onChange={(value) => onChange({ weekday: Number(value) })}
      />
      <Choice
        label={t('simulation.size')}
        value={String(choice.customers)}
        options={sizes.map((size) => [String(size), t('simulation.contacts', { contacts: contacts(size) })])}
        onChange={(value) => onChange({ customers: Number(value) })}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      data={options.map(([option, name]) => ({ value: option, label: name }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
