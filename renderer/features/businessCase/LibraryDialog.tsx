import { useMemo, useState } from 'react';
import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import {
  instantiateInitiative,
  type ParameterValue,
  type TemplateChoices,
  templateOptions,
  templateParameters,
} from '#shared/model/deciding/library/instantiate.ts';
import { initiativeTemplates, type InitiativeTemplate } from '#shared/model/deciding/library/templates.ts';
import type { Scenario, ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { DateField } from '#renderer/state/DateInput.tsx';
import { DraftNumber } from '#renderer/state/deciding/DraftNumber.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import { faultText } from '#renderer/state/faultText.ts';
import { modelText } from '#renderer/state/modelText.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import { addInitiative } from './initiativeCommands.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

interface LibraryDialogProps {
  readonly document: ScenarioDocument;
  /** The initiative that it opens with; the first of the library without one. */
  readonly first?: string;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

/** Ready initiatives: what each is, where it is to work, and the numbers to start from, each with its source. */
export function LibraryDialog({ document, first, onClose, onAdded }: LibraryDialogProps) {
  const { t } = useWords();
  const valid = useMemo(() => validateScenario(document), [document]);
  const [id, setId] = useState(first ?? initiativeTemplates[0]?.id ?? '');
  const template = initiativeTemplates.find((one) => one.id === id);
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t('businessCase.libraryTitle')}
      closeButtonProps={{ 'aria-label': t('businessCase.close') }}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="sm">
        <NativeSelect
          size="xs"
          data-autofocus
          label={t('businessCase.template')}
          data={initiativeTemplates.map(({ id: value, name }) => ({ value, label: modelText(name) }))}
          value={id}
          onChange={(event) => setId(event.currentTarget.value)}
        />
        {template !== undefined && valid.ok && (
          <TemplateForm
            key={template.id}
            template={template}
            scenario={valid.value}
            document={document}
            onClose={onClose}
            onAdded={onAdded}
          />
        )}
        {!valid.ok && <Text c="var(--planner-error)">{faultText(valid.fault, t)}</Text>}
      </Stack>
    </Modal>
  );
}

interface TemplateFormProps extends Omit<LibraryDialogProps, 'first'> {
  readonly template: InitiativeTemplate;
  readonly scenario: Scenario;
}

/** The first possible place for every choice, until another is chosen. */
function firstChoices(template: InitiativeTemplate, scenario: Scenario): TemplateChoices {
  const [queue] = templateOptions(scenario, 'queue');
  const within = queue === undefined ? {} : { queue };
  const firsts = template.choices.flatMap((choice) => {
    const [first] = templateOptions(scenario, choice, within);
    return first === undefined ? [] : [[choice, first]];
  });
  return Object.fromEntries(firsts);
}

function memberName(scenario: Scenario, id: string): string {
  const members = [...scenario.queues, ...scenario.staffGroups, ...scenario.segments];
  return members.find((member) => member.id === id)?.name ?? id;
}

/** What the plan keeps of a template is said in the language of whoever takes it. */
function spoken(template: InitiativeTemplate): InitiativeTemplate {
  const { name, kpi, priority } = template;
  return { ...template, name: modelText(name), kpi: modelText(kpi), priority: modelText(priority) };
}

function TemplateForm({ template, scenario, document, onClose, onAdded }: TemplateFormProps) {
  const { t } = useWords();
  const store = usePlanStore();
  const [choices, setChoices] = useState(() => firstChoices(template, scenario));
  const made = useMemo(
    () => instantiateInitiative(spoken(template), choices, scenario),
    [template, choices, scenario],
  );
  const add = (): void => {
    if (!made.ok || !store.run(addInitiative(document, made.value)).ok) return;
    onAdded(made.value.id);
    onClose();
  };
  return (
    <>
      <Text size="sm">{modelText(template.text)}</Text>
      <Choices template={template} scenario={scenario} choices={choices} onChange={setChoices} />
      <Parameters
        parameters={templateParameters(template, choices, scenario)}
        onChange={(id, value) => setChoices({ ...choices, values: { ...choices.values, [id]: value } })}
      />
      {!made.ok && (
        <Text role="alert" size="sm" c="var(--planner-error)">
          {faultText(made.fault, t)}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('businessCase.close')}
        </Button>
        <Button disabled={!made.ok} onClick={add}>
          {t('businessCase.addToPlan')}
        </Button>
      </Group>
    </>
  );
}

interface ChoicesProps extends Pick<TemplateFormProps, 'template' | 'scenario'> {
  readonly choices: TemplateChoices;
  readonly onChange: (choices: TemplateChoices) => void;
}

/** Its name, when it starts, and where in the plan it works. */
function Choices({ template, scenario, choices, onChange }: ChoicesProps) {
  const { t } = useWords();
  return (
    <div className={styles.fields}>
      <TextInput
        label={t('businessCase.name')}
        w={280}
        placeholder={modelText(template.name)}
        value={choices.name ?? ''}
        onChange={(event) => {
          const { name: _, ...rest } = choices;
          const name = event.currentTarget.value;
          onChange(name === '' ? rest : { ...rest, name });
        }}
      />
      <DateField
        label={t('businessCase.start')}
        value={choices.start ?? scenario.calendar.start}
        onChange={(start) => onChange({ ...choices, start })}
      />
      {template.choices.map((choice) => (
        <NativeSelect
          key={choice}
          size="xs"
          w={200}
          label={t(`businessCase.choose.${choice}`)}
          data={templateOptions(scenario, choice, choices).map((value) => ({
            value,
            label: memberName(scenario, value),
          }))}
          value={choices[choice] ?? ''}
          onChange={(event) => onChange({ ...choices, [choice]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

interface ParametersProps {
  readonly parameters: readonly ParameterValue[];
  readonly onChange: (id: string, value: number) => void;
}

function Parameters({ parameters, onChange }: ParametersProps) {
  const { t, currency } = useWords();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('businessCase.assumption')}</th>
            <th scope="col">{t('businessCase.value')}</th>
            <th scope="col" className={styles.text ?? ''}>
              {t('businessCase.unit')}
            </th>
            <th scope="col" className={styles.text ?? ''}>
              {t('businessCase.source')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ id, label: english, unit, value, low, high, source }) => {
            const label = modelText(english);
            return (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>
                  <DraftNumber
                    isBare
                    label={label}
                    unit={unit}
                    value={value}
                    low={low}
                    high={high}
                    onChange={(next) => onChange(id, next)}
                  />
                </td>
                <td className={styles.text}>{t(`unit.${unit}`, { currency })}</td>
                <td className={styles.text}>{modelText(source)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
