import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { faultText } from '#renderer/state/faultText.ts';
import { inputTitle } from '#renderer/state/inputWords.ts';
import { changesOf, type JournalEntry, reasonOf } from '#renderer/state/journalEntries.ts';
import { giveReason, lastAct, longestReason } from '#renderer/state/reasons.ts';
import { usePlanFigures, usePlanSession, usePlanStore } from '#renderer/state/usePlan.ts';

const mostAtOnce = 500;

interface LastAct {
  /** null until it is known; empty when nothing was ever changed. */
  readonly entries: readonly JournalEntry[] | null;
  readonly problem: string | null;
  readonly setProblem: (problem: string | null) => void;
}

/** What the user did last, as the journal has it; what waits is stored first. */
function useLastAct(): LastAct {
  const { t } = useTranslation();
  const { client } = usePlanSession();
  const store = usePlanStore();
  const [entries, setEntries] = useState<readonly JournalEntry[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      await store.flush();
      const { id, nextUndo } = store.getState();
      if (id === null) return;
      const limit = Math.min(mostAtOnce, Math.max(1, nextUndo.length));
      const journal = await client.call('scenario.journal', { id, limit });
      if (!isWanted) return;
      if (journal.ok) setEntries(lastAct(journal.value, nextUndo));
      else setProblem(faultText(journal.fault, t));
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [client, store, t]);
  return { entries, problem, setProblem };
}

/** Asks why the last change was made, and keeps the answer beside it in the journal. */
export function ReasonDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { entries, problem, setProblem } = useLastAct();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('why.title')}
      closeButtonProps={{ 'aria-label': t('scenarios.dismiss') }}
    >
      <Stack gap="xs">
        {problem !== null && (
          <Alert color="red" variant="outline">
            {problem}
          </Alert>
        )}
        {entries?.length === 0 && <Text size="sm">{t('why.none')}</Text>}
        {entries !== null && entries.length > 0 && (
          <ReasonForm entries={entries} onProblem={setProblem} onClose={onClose} />
        )}
      </Stack>
    </Modal>
  );
}

interface ReasonFormProps {
  readonly entries: readonly JournalEntry[];
  readonly onProblem: (problem: string) => void;
  readonly onClose: () => void;
}

function ReasonForm({ entries, onProblem, onClose }: ReasonFormProps) {
  const { t } = useTranslation();
  const { client } = usePlanSession();
  const store = usePlanStore();
  const what = useNames(entries);
  const [first] = entries;
  const [reason, setReason] = useState((first === undefined ? undefined : reasonOf(first)) ?? '');
  const keep = async () => {
    const { id } = store.getState();
    if (id === null) return onClose();
    const fault = await giveReason(client, id, entries, reason);
    if (fault === null) onClose();
    else onProblem(faultText(fault, t));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Stack gap="xs">
        <Text size="sm">{t('why.text', { what })}</Text>
        <Textarea
          label={t('why.reason')}
          placeholder={t('why.placeholder')}
          value={reason}
          maxLength={longestReason}
          autosize
          minRows={2}
          data-autofocus
          autoFocus
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void keep();
          }}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('scenarios.cancel')}
          </Button>
          <Button type="submit">{t('why.save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What the entries changed, by name. */
function useNames(entries: readonly JournalEntry[]): string {
  const { t } = useTranslation();
  const figures = usePlanFigures();
  const paths = [...new Set(entries.flatMap(changesOf).map(({ path }) => path))];
  const [first, ...others] = paths;
  if (first === undefined || figures === null) return t('scenarios.journal.moved');
  const name = inputTitle(figures, first);
  return others.length === 0 ? name : t('history.more', { name, count: others.length });
}
