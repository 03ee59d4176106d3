import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Text } from '@mantine/core';
import { EditableText } from '#renderer/ui/panels/EditableText.tsx';
import { faultText } from './faultText.ts';
import { type JournalEntry, reasonOf } from './journalEntries.ts';
import { giveReason, longestReason } from './reasons.ts';
import { usePlan, usePlanSession } from './usePlan.ts';

interface ReasonFieldProps {
  readonly entry: JournalEntry;
  /** What was changed. */
  readonly name: string;
}

/** Why an edit was made, to be read and to be written; nothing for what has no reason of its own. */
export function ReasonField({ entry, name }: ReasonFieldProps) {
  const { t } = useTranslation();
  const { client } = usePlanSession();
  const id = usePlan((state) => state.id);
  const [problem, setProblem] = useState<string | null>(null);
  if (id === null || entry.command.type === 'setParent') return null;
  const keep = async (text: string) => {
    const fault = await giveReason(client, id, [entry], text);
    setProblem(fault === null ? null : faultText(fault, t));
  };
  return (
    <>
      <EditableText
        label={t('why.label', { name })}
        value={reasonOf(entry) ?? ''}
        placeholder={t('why.add')}
        maxLength={longestReason}
        onCommit={(text) => {
          void keep(text);
          return null;
        }}
      />
      {problem !== null && (
        <Text size="xs" c="var(--planner-error)" role="alert">
          {problem}
        </Text>
      )}
    </>
  );
}
