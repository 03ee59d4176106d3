import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Group, Modal, NativeSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { type TemplateId, templateIds } from '#shared/model/templates/define.ts';
import { templates } from '#shared/model/templates/packs.ts';
import { planFromTemplate } from '#shared/model/templates/planFromTemplate.ts';
import { todayIso } from '#renderer/state/today.ts';
import { useLibrary, usePlanSession } from '#renderer/state/usePlan.ts';
import { nameProblem } from './names.ts';
import {
  type ChoiceDraft,
  draftOf,
  monthAfter,
  readChoices,
  readDraft,
  shownValue,
  type TemplateDraft,
  type TemplateField,
  templateFields,
  templateRanges,
} from './templateForm.ts';
import { TemplatePreview } from './TemplatePreview.tsx';
import { useTemplateTexts } from './useTemplateTexts.ts';
import styles from './Scenarios.module.css';

/** What a currency is where a language is spoken; only the first suggestion. */
const currencies: Readonly<Record<string, string>> = {
  cs: 'CZK',
  ro: 'RON',
  ru: 'RUB',
  zh: 'CNY',
  en: 'EUR',
};

interface NewScenarioDialogProps {
  readonly onClose: () => void;
}

/** A new plan from a pack and eight numbers, with what it comes to before it is made. */
export function NewScenarioDialog({ onClose }: NewScenarioDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t('scenarios.template.title')}
      closeButtonProps={{ 'aria-label': t('scenarios.dismiss') }}
      transitionProps={{ duration: 0 }}
    >
      <NewScenarioForm onClose={onClose} />
    </Modal>
  );
}

/** What is typed, what is wrong with it, and the plan that comes of it. */
function useNewScenario() {
  const { t, i18n } = useTranslation();
  const { locale } = usePlanSession();
  const scenarios = useLibrary((state) => state.scenarios);
  const texts = useTemplateTexts();
  const [pack, setPack] = useState<TemplateId>('retail');
  const [draft, setDraft] = useState<TemplateDraft>(() => draftOf(templates.retail.numbers, locale));
  const [choice, setChoice] = useState<ChoiceDraft>(() => ({
    name: freeName(
      t('scenarios.newName'),
      scenarios.map(({ name }) => name),
    ),
    currency: currencies[i18n.language] ?? 'EUR',
    month: monthAfter(todayIso()),
    payBasis: templates.retail.payBasis,
  }));
  const { numbers, wrong } = readDraft(draft, locale);
  const read = readChoices(choice);
  const { choices } = read;
  const taken = nameProblem(choice.name, '', scenarios);
  const document = useMemo(
    () =>
      numbers === undefined || choices === undefined ? null : planFromTemplate(pack, numbers, choices, texts),
    // What is typed decides; the objects that were read from it are new each time.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [pack, draft, choice, texts],
  );
  const choosePack = (next: TemplateId): void => {
    setPack(next);
    setDraft(draftOf(templates[next].numbers, locale));
    setChoice({ ...choice, payBasis: templates[next].payBasis });
  };
  return {
    pack,
    choosePack,
    draft,
    setDraft,
    choice,
    setChoice,
    wrong,
    wrongChoices: read.wrong,
    taken,
    document,
  };
}

function freeName(base: string, taken: readonly string[]): string {
  let [name, number] = [base, 2];
  while (taken.includes(name)) {
    name = `${base} ${number}`;
    number += 1;
  }
  return name;
}

function NewScenarioForm({ onClose }: NewScenarioDialogProps) {
  const { t } = useTranslation();
  const { library } = usePlanSession();
  const form = useNewScenario();
  const { document, taken } = form;
  const [isMaking, setMaking] = useState(false);
  const isFine = document !== null && taken === null;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (document === null || !isFine) return;
    setMaking(true);
    const isMade = await library.createFrom(document.name, document);
    setMaking(false);
    if (isMade) onClose();
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="var(--planner-text-quiet)">
          {t('scenarios.template.note')}
        </Text>
        <Choices form={form} />
        <Numbers form={form} />
        <TemplatePreview document={document} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('scenarios.cancel')}
          </Button>
          <Button type="submit" disabled={!isFine} loading={isMaking}>
            {t('scenarios.template.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface FormPartProps {
  readonly form: ReturnType<typeof useNewScenario>;
}

function Choices({ form }: FormPartProps) {
  const { t } = useTranslation();
  const { choice, setChoice, taken } = form;
  return (
    <div className={styles.templateFields}>
      <NativeSelect
        size="xs"
        data-autofocus
        label={t('scenarios.template.pack')}
        value={form.pack}
        data={templateIds.map((id) => ({ value: id, label: t(`scenarios.template.packs.${id}`) }))}
        onChange={(event) => {
          const chosen = templateIds.find((id) => id === event.currentTarget.value);
          if (chosen !== undefined) form.choosePack(chosen);
        }}
      />
      <TextInput
        size="xs"
        label={t('scenarios.name')}
        value={choice.name}
        error={taken === null ? null : t(`scenarios.problem.${taken}`)}
        onChange={(event) => setChoice({ ...choice, name: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="month"
        label={t('scenarios.template.start')}
        value={choice.month}
        error={form.wrongChoices.includes('month') && t('scenarios.template.chooseMonth')}
        onChange={(event) => setChoice({ ...choice, month: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t('scenarios.template.currency')}
        value={choice.currency}
        error={form.wrongChoices.includes('currency') && t('scenarios.template.currencyCode')}
        onChange={(event) => setChoice({ ...choice, currency: event.currentTarget.value })}
      />
    </div>
  );
}

function Numbers({ form }: FormPartProps) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const { draft, setDraft, choice, setChoice, wrong } = form;
  const problemOf = (field: TemplateField): string | null => {
    if (!wrong.includes(field)) return null;
    const [least, most] = templateRanges[field];
    return t('scenarios.template.range', {
      least: shownValue(field, least, locale),
      most: shownValue(field, most, locale),
    });
  };
  return (
    <fieldset className={styles.templateNumbers}>
      <legend>{t('scenarios.template.numbers')}</legend>
      <div className={styles.templateFields}>
        {templateFields.map((field) => (
          <TextInput
            key={field}
            size="xs"
            label={
              field === 'pay'
                ? t(`scenarios.template.pay.${choice.payBasis}`)
                : t(`scenarios.template.field.${field}`)
            }
            value={draft[field]}
            error={problemOf(field)}
            styles={{ input: { textAlign: 'end', color: 'var(--planner-input)' } }}
            onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <SegmentedControl
        size="xs"
        mt={8}
        aria-label={t('scenarios.template.payBasis')}
        value={choice.payBasis}
        data={(['hour', 'year'] as const).map((basis) => ({
          value: basis,
          label: t(`scenarios.template.basis.${basis}`),
        }))}
        onChange={(payBasis) => {
          if (payBasis === choice.payBasis) return;
          setChoice({ ...choice, payBasis });
          setDraft({ ...draft, pay: '' });
        }}
      />
    </fieldset>
  );
}
