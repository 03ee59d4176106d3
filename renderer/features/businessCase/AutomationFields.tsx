import { NativeSelect } from '@mantine/core';
import type { AutomationChange } from '#shared/model/deciding/automation/description.ts';
import type { AutomationStudy } from '#shared/model/deciding/automation/study.ts';
import { decidingInput } from '#shared/model/deciding/inputLabels.ts';
import { NumberField, TextField } from '#renderer/state/deciding/fields.tsx';
import { valueText } from '#renderer/state/deciding/figureWords.ts';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import { formatOf, type PlanFigures } from '#renderer/state/figures.ts';
import { membersOf } from '#renderer/state/members.ts';
import { inUnit, modelText } from '#renderer/state/modelText.ts';
import { DraftInput } from '#renderer/ui/panels/DraftInput.tsx';
import { formatExact, parseNumber } from '#renderer/ui/numbers.ts';
import type { StoredInitiative } from './initiativeCommands.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

type NumberName = Exclude<keyof AutomationChange, 'queue'>;

const contained = [
  'containedShare',
  'containedSeconds',
  'leakBackShare',
  'leakBackExtraSeconds',
] as const satisfies readonly NumberName[];

const around = [
  'confidence',
  'licencePerMonth',
  'pricePerConversation',
] as const satisfies readonly NumberName[];

const fromPlan = ['contactsPerMonth', 'ahtSeconds'] as const satisfies readonly NumberName[];

interface AutomationFieldsProps {
  readonly figures: PlanFigures;
  readonly initiative: StoredInitiative;
  readonly study: AutomationStudy | null;
  /** @returns why the change is not possible, or null when it was made */
  readonly onChange: (change: AutomationChange) => string | null;
}

/** All that is known about an automation. Effects and running cost of its initiative follow in the same step. */
export function AutomationFields({ figures, initiative, study, onChange }: AutomationFieldsProps) {
  const { t } = useWords();
  const path = `initiatives.${initiative.id}`;
  const queues = membersOf(figures.structure, 'queues');
  return (
    <Section title={t('automation.inputs')} note={t('automation.inputsNote')}>
      <div className={styles.fields}>
        <TextField label={t('businessCase.name')} path={`${path}.name`} width={240} />
        <div className={styles.field}>
          <span className={styles.label} aria-hidden>
            {t('automation.queue')}
          </span>
          <NativeSelect
            size="xs"
            w={170}
            aria-label={t('automation.queue')}
            data={queues.map(({ id, name }) => ({ value: id, label: name }))}
            value={initiative.automation?.queue ?? ''}
            onChange={(event) => onChange({ queue: event.currentTarget.value })}
          />
        </div>
        <TextField label={t('businessCase.start')} path={`${path}.start`} type="date" />
        <NumberField
          label={t('automation.adoptionMonths')}
          path={`${path}.rampMonths`}
          unit="months"
          standard={0}
        />
        <NumberField label={t('businessCase.oneOff')} path={`${path}.oneOff`} unit="money" standard={0} />
      </div>
      <div className={`${styles.fields} ${styles.below}`}>
        {contained.map((name) => (
          <AutomationField key={name} name={name} initiative={initiative} onChange={onChange} />
        ))}
      </div>
      <div className={`${styles.fields} ${styles.below}`}>
        {around.map((name) => (
          <AutomationField key={name} name={name} initiative={initiative} onChange={onChange} />
        ))}
        {fromPlan.map((name) => (
          <AutomationField
            key={name}
            name={name}
            initiative={initiative}
            present={study?.present[name] ?? null}
            onChange={onChange}
          />
        ))}
      </div>
    </Section>
  );
}

interface AutomationFieldProps extends Pick<AutomationFieldsProps, 'initiative' | 'onChange'> {
  readonly name: NumberName;
  /** What the plan says, for a number that holds only where a person says otherwise; null while it is worked out. */
  readonly present?: number | null;
}

function AutomationField({ name, initiative, present, onChange }: AutomationFieldProps) {
  const words = useWords();
  const { t, locale, currency } = words;
  const definition = decidingInput(`initiatives.${initiative.id}.automation.${name}`);
  if (definition === undefined) throw new Error(`"${name}" of an automation has no words`);
  const { unit, text } = definition;
  const format = formatOf(unit, currency);
  const stored = initiative.automation?.[name];
  const standard = name === 'confidence' ? 1 : 0;
  const value = stored ?? (present === undefined ? standard : undefined);
  const label = modelText(definition.label);
  const unitText = t(`unit.${unit}`, { currency });
  const named = unit === 'share' || unitText === '' ? label : inUnit(label, unitText);
  const onCommit = (typed: string): string | null => {
    if (typed.trim() === '') return onChange({ [name]: undefined });
    const read = parseNumber(typed, format, locale);
    return read.ok ? onChange({ [name]: read.value }) : t('deciding.notANumber');
  };
  return (
    <div className={styles.field} title={modelText(text)}>
      <span className={styles.label} aria-hidden>
        {named}
      </span>
      <DraftInput
        label={named}
        value={value === undefined ? '' : formatExact(value, format, locale)}
        align="end"
        width={130}
        onCommit={onCommit}
      />
      {typeof present === 'number' && (
        <span className={styles.label}>
          {t('automation.fromPlan', { value: valueText(present, unit, words) })}
        </span>
      )}
    </div>
  );
}
