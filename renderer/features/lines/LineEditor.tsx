import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Group, Input, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { FormulaField } from '#renderer/state/formula/FormulaField.tsx';
import { FormulaPreview } from './FormulaPreview.tsx';
import { KindChoice, RollupChoice, UnitChoice } from './LineChoices.tsx';
import type { LineDraft, StoredLine } from './lineDraft.ts';
import type { FieldMessages } from './messages.ts';
import { useLineForm } from './useLineForm.ts';
import styles from './Lines.module.css';

interface LineEditorProps {
  readonly figures: PlanFigures;
  /** The line to change; null for a new one. */
  readonly line: StoredLine | null;
  readonly onClose: () => void;
}

/** The dialog in which a line of the user's own is made or changed. */
export function LineEditor({ figures, line, onClose }: LineEditorProps) {
  const { t } = useTranslation();
  const [isDirty, setDirty] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  // What was typed is not thrown away by a key or a click beside the dialog.
  const leave = (): void => (isDirty ? setLeaving(true) : onClose());
  return (
    <Modal
      opened
      onClose={leave}
      size={820}
      title={line === null ? t('lines.newTitle') : t('lines.editTitle', { name: line.name ?? line.id })}
      closeButtonProps={{ 'aria-label': t('lines.cancel') }}
      transitionProps={{ duration: 0 }}
    >
      <LineForm
        figures={figures}
        line={line}
        onDirty={() => setDirty(true)}
        onClose={onClose}
        onLeave={leave}
      />
      {isLeaving && (
        <Group role="alertdialog" aria-label={t('lines.unsaved')} className={styles.leaving}>
          <Text size="sm">{t('lines.unsaved')}</Text>
          <Button variant="default" onClick={onClose}>
            {t('lines.discard')}
          </Button>
          <Button autoFocus onClick={() => setLeaving(false)}>
            {t('lines.keepEditing')}
          </Button>
        </Group>
      )}
    </Modal>
  );
}

interface LineFormProps extends LineEditorProps {
  readonly onDirty: () => void;
  readonly onLeave: () => void;
}

function LineForm({ figures, line, onDirty, onClose, onLeave }: LineFormProps) {
  const { t } = useTranslation();
  const messageId = useId();
  const form = useLineForm({ figures, line, onDirty, onClose });
  const { draft, change, messages, check, refusal } = form;
  return (
    <form onSubmit={(event) => void form.save(event)} noValidate>
      <Stack gap="sm">
        <Naming draft={draft} change={change} messages={messages} isNew={line === null} />
        <div>
          <Input.Label size="xs" labelElement="div">
            {t('lines.formula')}
          </Input.Label>
          <FormulaField
            value={draft.formula}
            onChange={(formula) => change({ formula })}
            names={form.names}
            problemPosition={check?.problem?.position ?? null}
            describedBy={messageId}
          />
          <FormulaPreview
            id={messageId}
            figures={figures}
            check={check}
            unit={draft.unit}
            problem={messages.formula}
          />
        </div>
        <Meaning draft={draft} change={change} messages={messages} currency={figures.document.currency} />
        {refusal !== null && (
          <Text role="alert" size="sm" c="var(--planner-error)">
            {refusal}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onLeave}>
            {t('lines.cancel')}
          </Button>
          <Button type="submit">{t('lines.save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PartProps {
  readonly draft: LineDraft;
  readonly change: (part: Partial<LineDraft>) => void;
  readonly messages: FieldMessages;
}

function Naming({ draft, change, messages, isNew }: PartProps & { readonly isNew: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.naming}>
      <TextInput
        data-autofocus
        label={t('lines.name')}
        value={draft.name}
        error={messages.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('lines.id')}
        value={draft.id}
        error={messages.id}
        readOnly={!isNew}
        description={isNew ? undefined : t('lines.idFixed')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        onChange={(event) =>
          change({ id: event.currentTarget.value, isIdTyped: event.currentTarget.value !== '' })
        }
      />
      <KindChoice value={draft.scope} onChange={(scope) => change({ scope })} />
    </div>
  );
}

function Meaning({ draft, change, messages, currency }: PartProps & { readonly currency: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.meaning}>
      <UnitChoice value={draft.unit} currency={currency} onChange={(unit) => change({ unit })} />
      <RollupChoice value={draft.rollup} onChange={(rollup) => change({ rollup })} />
      <Textarea
        size="xs"
        autosize
        minRows={2}
        maxRows={4}
        className={styles.wide}
        label={t('lines.text')}
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <TextInput
        label={t('lines.target')}
        value={draft.target}
        error={messages.target}
        onChange={(event) => change({ target: event.currentTarget.value })}
      />
      <TextInput
        label={t('lines.owner')}
        value={draft.owner}
        onChange={(event) => change({ owner: event.currentTarget.value })}
      />
      <TextInput
        className={styles.wide}
        label={t('lines.decision')}
        placeholder={t('lines.decisionHint')}
        value={draft.decision}
        onChange={(event) => change({ decision: event.currentTarget.value })}
      />
    </div>
  );
}
