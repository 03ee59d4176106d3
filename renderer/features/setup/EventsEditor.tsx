import { useTranslation } from 'react-i18next';
import { ActionIcon, Button, Chip, Group, Table } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { DateInput } from '#renderer/state/DateInput.tsx';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { DraftInput } from '#renderer/ui/panels/DraftInput.tsx';
import { Section } from './Fields.tsx';
import { PercentInput } from './PercentInput.tsx';
import { useEdit } from './useEdit.ts';
import styles from './Setup.module.css';

/** Campaigns, launches, outages: more or fewer contacts in some queues for some days. */
export function EventsEditor({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const { document } = figures;
  const events = document.events ?? [];
  const { start } = document.calendar;
  const add = () =>
    edit([
      {
        type: 'insertMember',
        path: 'events',
        place: events.length,
        member: {
          name: t('setup.events.newName'),
          queues: (document.queues ?? []).slice(0, 1).map(({ id }) => id),
          uplift: 0.1,
          from: start,
          to: start,
        },
      },
    ]);
  return (
    <Section isAlone title={t('setup.events.title')} note={t('setup.events.note')}>
      {events.length > 0 && (
        <Table w="auto" verticalSpacing={4} className={styles.table} aria-label={t('setup.events.title')}>
          <Table.Thead>
            <Table.Tr>
              {(['name', 'queues', 'uplift', 'from', 'to', 'acts'] as const).map((column) => (
                <Table.Th key={column}>{t(`setup.events.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {events.map((_, place) => (
              // oxlint-disable-next-line react/no-array-index-key
              <EventRow key={place} figures={figures} place={place} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
        {t('setup.events.add')}
      </Button>
    </Section>
  );
}

function EventRow({ figures, place }: { readonly figures: PlanFigures; readonly place: number }) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const { document, locale } = figures;
  const event = document.events?.[place];
  if (event === undefined) return null;
  const { name } = event;
  const put = (part: 'name' | 'from' | 'to' | 'uplift', value: string | number) =>
    edit([{ type: 'setInput', path: `events[${place}].${part}`, value }]);
  const date = (part: 'from' | 'to') => (
    <DateInput
      label={t('setup.events.partOf', { part: t(`setup.events.${part}`), name })}
      value={event[part]}
      onCommit={(iso) => (iso === '' ? t('setup.notADate') : put(part, iso))}
    />
  );
  return (
    <Table.Tr>
      <Table.Td>
        <DraftInput
          label={t('setup.events.partOf', { part: t('setup.events.name'), name })}
          width={200}
          value={name}
          onCommit={(text) => put('name', text.trim())}
        />
      </Table.Td>
      <Table.Td>
        <EventQueues figures={figures} place={place} chosen={event.queues} />
      </Table.Td>
      <Table.Td>
        <PercentInput
          label={t('setup.events.partOf', { part: t('setup.events.uplift'), name })}
          locale={locale}
          value={event.uplift}
          onCommit={(value) => put('uplift', value)}
        />
      </Table.Td>
      <Table.Td>{date('from')}</Table.Td>
      <Table.Td>{date('to')}</Table.Td>
      <Table.Td>
        <ActionIcon
          aria-label={t('setup.removeNamed', { name })}
          onClick={() => edit([{ type: 'setInput', path: `events[${place}]` }])}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}

interface EventQueuesProps {
  readonly figures: PlanFigures;
  readonly place: number;
  readonly chosen: readonly string[];
}

function EventQueues({ figures, place, chosen }: EventQueuesProps) {
  const edit = useEdit(figures);
  return (
    <Chip.Group
      multiple
      value={[...chosen]}
      onChange={(queues) => edit([{ type: 'setInput', path: `events[${place}].queues`, value: queues }])}
    >
      <Group gap={4} maw={320}>
        {(figures.document.queues ?? []).map(({ id, name: queue = id }) => (
          <Chip key={id} size="xs" value={id}>
            {queue}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
