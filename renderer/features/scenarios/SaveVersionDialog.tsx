import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { usePlanSession, usePlanStore } from '#renderer/state/usePlan.ts';
import { faultText } from '#renderer/state/faultText.ts';

interface SaveVersionDialogProps {
  readonly names: readonly string[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const statuses = ['draft', 'proposed', 'approved'] as const;
type Status = (typeof statuses)[number];

interface Draft {
  readonly name: string;
  readonly status: Status;
  readonly note: string;
}

/** Saves inputs and results of the open scenario under a name, for good. */
export function SaveVersionDialog({ names, onClose, onSaved }: SaveVersionDialogProps) {
  const { t } = useTranslation();
  const save = useSaveVersion();
  const [draft, setDraft] = useState<Draft>({ name: '', status: 'draft', note: '' });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isTaken = names.includes(draft.name.trim());
  const isReady = draft.name.trim() !== '' && !isTaken;
  const submit = async () => {
    setBusy(true);
    const refused = await save(draft);
    setBusy(false);
    if (refused !== null) return setProblem(refused);
    onSaved();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('scenarios.versions.save')}
      closeButtonProps={{ 'aria-label': t('scenarios.dismiss') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !isBusy) void submit();
        }}
      >
        <Stack gap="xs">
          <DraftFields draft={draft} isTaken={isTaken} onChange={setDraft} />
          {problem !== null && (
            <Alert color="red" variant="outline">
              {problem}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('scenarios.cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={!isReady}>
              {t('scenarios.versions.saveIt')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Saves what is on screen and nothing older: what waits is stored first. Gives back why it was not done. */
function useSaveVersion(): (draft: Draft) => Promise<string | null> {
  const { t } = useTranslation();
  const { client } = usePlanSession();
  const store = usePlanStore();
  return async ({ name, status, note }) => {
    await store.flush();
    const { id, revision, saveState, fault } = store.getState();
    if (id === null || saveState !== 'saved')
      return fault === null ? t('saved.unsaved') : faultText(fault, t);
    const input = { scenarioId: id, baseRevision: revision, name: name.trim(), status, note: note.trim() };
    const saved = await client.call('version.save', input);
    return saved.ok ? null : faultText(saved.fault, t);
  };
}

interface DraftFieldsProps {
  readonly draft: Draft;
  readonly isTaken: boolean;
  readonly onChange: (draft: Draft) => void;
}

function DraftFields({ draft, isTaken, onChange }: DraftFieldsProps) {
  const { t } = useTranslation();
  const statusOf = (text: string) => statuses.find((one) => one === text) ?? 'draft';
  return (
    <>
      <TextInput
        label={t('scenarios.name')}
        placeholder={t('scenarios.versions.namePlaceholder')}
        value={draft.name}
        maxLength={200}
        data-autofocus
        error={isTaken ? t('scenarios.versions.taken') : null}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('scenarios.versions.status')}
        description={draft.status === 'approved' ? t('scenarios.versions.approvedText') : undefined}
        data={statuses.map((value) => ({ value, label: t(`scenarios.versions.is.${value}`) }))}
        value={draft.status}
        onChange={(event) => onChange({ ...draft, status: statusOf(event.currentTarget.value) })}
      />
      <Textarea
        label={t('scenarios.versions.note')}
        value={draft.note}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(event) => onChange({ ...draft, note: event.currentTarget.value })}
      />
    </>
  );
}
