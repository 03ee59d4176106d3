import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, Group, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { isIsoDate } from '#shared/kernel/calendar.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { DateField } from '#renderer/state/DateInput.tsx';
import { changedToText, inputTitle, inputValueText } from '#renderer/state/inputWords.ts';
import { usePlan, usePlanFigures, usePlanSession, usePlanStore } from '#renderer/state/usePlan.ts';
import { useStored } from '#renderer/state/useStored.ts';
import { changesOf, type EntryChange, type JournalEntry } from '#renderer/state/journalEntries.ts';
import { momentText } from '#renderer/state/moments.ts';
import { ReasonField } from '#renderer/state/ReasonField.tsx';
import styles from './Scenarios.module.css';
import { faultText } from '#renderer/state/faultText.ts';

const PAGE = 100;
const MOST = 500;

interface Filter {
  readonly search: string;
  readonly who: string;
  /** ISO date, or empty. */
  readonly since: string;
}

function wanted({ search, who, since }: Filter): Partial<Input<'scenario.journal'>> {
  const words = search.trim();
  return {
    ...(words === '' ? {} : { search: words }),
    ...(who === '' ? {} : { who }),
    ...(isIsoDate(since) ? { since: new Date(`${since}T00:00:00`).toISOString() } : {}),
  };
}

/** Who changed what in the open scenario, when and why; any moment and any single input can be brought back. */
export function JournalPanel() {
  const { t } = useTranslation();
  const id = usePlan((state) => state.id);
  const [filter, setFilter] = useState<Filter>({ search: '', who: '', since: '' });
  const [limit, setLimit] = useState(PAGE);
  const asked = useDeferredValue(filter);
  const question = id === null ? null : { id, limit, ...wanted(asked) };
  const { value } = useStored('scenario.journal', question);
  const people = useStored('scenario.editors', id === null ? null : { id });
  const entries = value ?? [];
  return (
    <>
      <FilterFields filter={filter} people={people.value ?? []} onChange={setFilter} />
      {value !== null && entries.length === 0 ? (
        <Text size="sm" c="var(--planner-text-quiet)" py="xs">
          {t('scenarios.journal.none')}
        </Text>
      ) : (
        <JournalTable entries={entries} />
      )}
      {entries.length === limit && limit < MOST && (
        <Button variant="default" mt="xs" onClick={() => setLimit(limit + PAGE)}>
          {t('scenarios.journal.more')}
        </Button>
      )}
    </>
  );
}

interface FilterFieldsProps {
  readonly filter: Filter;
  readonly people: readonly string[];
  readonly onChange: (filter: Filter) => void;
}

function FilterFields({ filter, people, onChange }: FilterFieldsProps) {
  const { t } = useTranslation();
  const everybody = { value: '', label: t('scenarios.journal.everybody') };
  return (
    <Group gap="xs" py={4} align="flex-end">
      <TextInput
        label={t('scenarios.journal.search')}
        placeholder={t('scenarios.journal.searchHint')}
        value={filter.search}
        w={240}
        onChange={(event) => onChange({ ...filter, search: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('scenarios.journal.who')}
        data={[everybody, ...people.map((name) => ({ value: name, label: name }))]}
        value={filter.who}
        onChange={(event) => onChange({ ...filter, who: event.currentTarget.value })}
      />
      <DateField
        label={t('scenarios.journal.since')}
        value={filter.since}
        onChange={(since) => onChange({ ...filter, since })}
      />
    </Group>
  );
}

function JournalTable({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const { t } = useTranslation();
  const { client } = usePlanSession();
  const store = usePlanStore();
  const [problem, setProblem] = useState<string | null>(null);
  const backTo = async ({ sequence, at }: JournalEntry) => {
    await store.flush();
    const { id, revision } = store.getState();
    if (id === null) return;
    const reason = t('scenarios.journal.backReason', { moment: at });
    const done = await client.call('scenario.restoreTo', { id, baseRevision: revision, sequence, reason });
    setProblem(done.ok ? null : faultText(done.fault, t));
    if (done.ok) await store.reload();
  };
  const restore = ({ restore: command }: EntryChange) => {
    if (command === null) return;
    const done = store.run([{ ...command, reason: t('scenarios.journal.restoreReason') }]);
    setProblem(done.ok ? null : faultText(done.fault, t));
  };
  return (
    <>
      {problem !== null && (
        <Alert color="red" variant="outline" mb="xs">
          {problem}
        </Alert>
      )}
      <Table className={styles.table} verticalSpacing={4} aria-label={t('scenarios.journal.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={160}>{t('scenarios.journal.when')}</Table.Th>
            <Table.Th w={110}>{t('scenarios.journal.who')}</Table.Th>
            <Table.Th>{t('scenarios.journal.what')}</Table.Th>
            <Table.Th w={190}>{t('scenarios.journal.from')}</Table.Th>
            <Table.Th w={190}>{t('scenarios.journal.to')}</Table.Th>
            <Table.Th w={190}>
              <span className={styles.hidden}>{t('scenarios.acts')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry, place) => (
            <EntryLines
              key={entry.sequence}
              entry={entry}
              isNewest={place === 0}
              onBack={() => void backTo(entry)}
              onRestore={restore}
            />
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

interface EntryLinesProps {
  readonly entry: JournalEntry;
  readonly isNewest: boolean;
  readonly onBack: () => void;
  readonly onRestore: (change: EntryChange) => void;
}

function EntryLines({ entry, isNewest, onBack, onRestore }: EntryLinesProps) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const figures = usePlanFigures();
  const changes = changesOf(entry);
  const first = changes[0];
  const nameOf = (path: string) => (figures === null ? path : inputTitle(figures, path));
  const textOf = (path: string, value: unknown) =>
    figures === null ? '' : inputValueText(figures, t, path, value);
  const isParent = entry.command.type === 'setParent';
  const what =
    first === undefined
      ? t(isParent ? 'scenarios.journal.moved' : 'scenarios.journal.nothing')
      : changes.length === 1
        ? nameOf(first.path)
        : t('history.more', { name: nameOf(first.path), count: changes.length - 1 });
  return (
    <Table.Tr>
      <Table.Td>{momentText(entry.at, locale)}</Table.Td>
      <Table.Td>{entry.who}</Table.Td>
      <Table.Td>
        {what}
        <ReasonField entry={entry} name={what} />
      </Table.Td>
      <Table.Td>{first === undefined ? '' : textOf(first.path, first.from)}</Table.Td>
      <Table.Td>{first === undefined || figures === null ? '' : changedToText(figures, t, first)}</Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {changes.length === 1 && first !== undefined && (
            <Button
              variant="subtle"
              aria-label={t('scenarios.journal.restoreNamed', { name: nameOf(first.path) })}
              onClick={() => onRestore(first)}
            >
              {t('scenarios.journal.restore')}
            </Button>
          )}
          {!isNewest && (
            <Button
              variant="subtle"
              aria-label={t('scenarios.journal.backNamed', { moment: momentText(entry.at, locale) })}
              onClick={onBack}
            >
              {t('scenarios.journal.back')}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
