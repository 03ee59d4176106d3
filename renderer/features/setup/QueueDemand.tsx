import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { FieldGrid, InputField, Section } from './Fields.tsx';
import { useEdit } from './useEdit.ts';
import styles from './Setup.module.css';

interface QueueDemandProps {
  readonly figures: PlanFigures;
  readonly queue: NonNullable<ScenarioDocument['queues']>[number];
}

/** Whose contacts the queue takes, and how many of them. */
export function QueueDemand({ figures, queue }: QueueDemandProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const [chosen, setChosen] = useState('');
  const segments = figures.document.segments ?? [];
  const demand = queue.demand ?? [];
  const path = `queues.${queue.id}.demand`;
  const free = segments.filter(({ id }) => !demand.some(({ segment }) => segment === id));
  const next = free.find(({ id }) => id === chosen) ?? free[0];
  const add = (): void => {
    if (next === undefined) return;
    edit([
      {
        type: 'insertMember',
        path,
        place: demand.length,
        member: { segment: next.id, contactsPerCustomer: 0 },
      },
    ]);
    setChosen('');
  };
  return (
    <Section title={t('setup.queue.demand')} note={t('setup.queue.demandNote')}>
      {demand.map(({ segment }) => {
        const name = segments.find(({ id }) => id === segment)?.name ?? segment;
        return <SegmentDemand key={segment} figures={figures} path={`${path}.${segment}`} name={name} />;
      })}
      <FieldGrid>
        <InputField figures={figures} path={`queues.${queue.id}.volume`} />
      </FieldGrid>
      {next !== undefined && (
        <div className={styles.tools}>
          <NativeSelect
            size="xs"
            aria-label={t('setup.queue.segment')}
            value={next.id}
            data={free.map(({ id, name = id }) => ({ value: id, label: name }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t('setup.queue.addDemand')}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface SegmentDemandProps {
  readonly figures: PlanFigures;
  readonly path: string;
  readonly name: string;
}

function SegmentDemand({ figures, path, name }: SegmentDemandProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  return (
    <section aria-label={name}>
      <div className={styles.tools}>
        <strong>{name}</strong>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconTrash size={12} aria-hidden />}
          aria-label={t('setup.queue.removeDemand', { name })}
          onClick={() => edit([{ type: 'setInput', path }])}
        >
          {t('setup.remove')}
        </Button>
      </div>
      <FieldGrid>
        <InputField figures={figures} path={`${path}.contactsPerCustomer`} />
        <InputField figures={figures} path={`${path}.contactsPerNewCustomer`} />
      </FieldGrid>
    </section>
  );
}
