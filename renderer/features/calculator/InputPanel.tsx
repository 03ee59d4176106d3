import { useId } from 'react';
import { Button, NativeSelect } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import type { CalculatorField } from '#shared/queueing/calculatorInput.ts';
import type { AbandonsCount } from '#shared/queueing/staffingGoal.ts';
import { timeOfDay } from '#renderer/ui/timeOfDay.ts';
import {
  calculatorForm,
  type CalculatorForm,
  fieldText,
  minutesADay,
  mostIntervals,
  resetForm,
  setField,
  setHours,
} from './calculatorForm.ts';
import { type FormProblem, isFieldOf } from './readForm.ts';
import { countText, fieldUnit, problemText, type Speech } from './words.ts';
import styles from './Calculator.module.css';

interface PanelProps {
  readonly form: CalculatorForm;
  readonly problems: readonly FormProblem[];
  readonly speech: Speech;
}

const groups: readonly {
  readonly name: 'work' | 'goal' | 'people';
  readonly fields: readonly CalculatorField[];
}[] = [
  { name: 'work', fields: ['contacts', 'aht', 'patience', 'concurrency'] },
  { name: 'goal', fields: ['serviceLevel', 'within', 'asa', 'maxOccupancy', 'maxAbandon'] },
  { name: 'people', fields: ['agents', 'shrinkage', 'costPerHour', 'hoursPerMonth'] },
];

/** Every input of the calculator, in the order in which a planner thinks of them. */
export function InputPanel(props: PanelProps) {
  const { t } = props.speech;
  const { mode } = props.form;
  return (
    <form
      className={styles.panel}
      aria-label={t('calculator.inputs')}
      onSubmit={(event) => event.preventDefault()}
    >
      {groups.map(({ name, fields }) => (
        <fieldset key={name} className={styles.group}>
          <legend>{t(`calculator.group.${name}`)}</legend>
          {fields
            .filter((field) => isFieldOf(mode, field))
            .map((field) => (
              <NumberField key={field} field={field} {...props} />
            ))}
          {name === 'work' && <HoursChoices {...props} />}
          {name === 'goal' && <CountChoice {...props} />}
        </fieldset>
      ))}
      <Button variant="default" leftSection={<IconRestore size={15} aria-hidden />} onClick={resetForm}>
        {t('calculator.reset')}
      </Button>
    </form>
  );
}

function NumberField({ field, form, problems, speech }: PanelProps & { readonly field: CalculatorField }) {
  const { t, locale } = speech;
  const id = useId();
  const problem = problems.find((one) => one.field === field && one.line === undefined);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t(`calculator.field.${field}`)}</label>
      <input
        id={id}
        className={styles.input}
        autoComplete="off"
        inputMode="decimal"
        value={fieldText(form, field, locale)}
        placeholder={t('calculator.empty')}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? `${id}-unit` : `${id}-unit ${id}-problem`}
        onChange={(event) => setField(field, event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <span id={`${id}-unit`} className={styles.unit}>
        {fieldUnit(field, speech)}
      </span>
      {problem !== undefined && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problemText(problem, undefined, speech)}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly unit?: string;
  readonly onChange: (value: string) => void;
}

function Choice({ label, data, value, unit = '', onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <NativeSelect
        id={id}
        size="xs"
        className={unit === '' ? styles.wide : undefined}
        classNames={{ input: styles.choice ?? '' }}
        data={[...data]}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {unit !== '' && <span className={styles.unit}>{unit}</span>}
    </div>
  );
}

function times(from: number, step: number, locale: string) {
  const count = Math.floor((minutesADay - from) / step) + 1;
  return Array.from({ length: count }, (_, place) => ({
    value: String(from + place * step),
    label: timeOfDay(locale, from + place * step),
  }));
}

/** How long an interval is, and in the day when it opens and closes. */
function HoursChoices({ form, speech }: PanelProps) {
  const { t, locale } = speech;
  const { mode, intervalMinutes, opensMinute, intervals } = form;
  const lengths = [15, 30, 60].map((minutes) => ({ value: String(minutes), label: String(minutes) }));
  const closes = times(opensMinute + intervalMinutes, intervalMinutes, locale);
  return (
    <>
      <Choice
        label={t('calculator.intervalLength')}
        data={lengths}
        value={String(intervalMinutes)}
        unit={t('unit.minutes')}
        onChange={(minutes) => setHours({ intervalMinutes: Number(minutes) })}
      />
      {mode === 'day' && (
        <>
          <Choice
            label={t('calculator.opens')}
            data={times(0, intervalMinutes, locale).slice(0, -1)}
            value={String(opensMinute)}
            onChange={(minute) => setHours({ opensMinute: Number(minute) })}
          />
          <Choice
            label={t('calculator.closes')}
            data={closes.slice(0, mostIntervals(form))}
            value={String(opensMinute + intervals * intervalMinutes)}
            onChange={(minute) => setHours({ intervals: (Number(minute) - opensMinute) / intervalMinutes })}
          />
        </>
      )}
    </>
  );
}

const counts: readonly AbandonsCount[] = ['offered', 'answered', 'excludeShort'];

function CountChoice({ form, speech }: PanelProps) {
  return (
    <Choice
      label={speech.t('calculator.abandonsCount')}
      data={counts.map((value) => ({ value, label: countText(value, speech) }))}
      value={form.abandonsCount}
      onChange={(chosen) => {
        const abandonsCount = counts.find((value) => value === chosen);
        if (abandonsCount !== undefined) calculatorForm.setState({ abandonsCount });
      }}
    />
  );
}
