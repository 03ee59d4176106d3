import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { addRouteCommand, removeRouteCommands, setShareCommands } from '#shared/model/routeEdits.ts';
import { isSeries } from '#shared/model/seriesPeriods.ts';
import { storedForm } from '#renderer/state/storedForm.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import { Field, FieldGrid, NumberField, Section, SeriesButton } from './Fields.tsx';
import type { GroupProps } from './GroupEditor.tsx';
import { useEdit } from './useEdit.ts';
import styles from './Setup.module.css';

const shareFormat = { style: 'percent' } as const;

/** The queues that a group serves, and how much of each; the other groups' shares follow. */
export function GroupRoutes({ figures, group }: GroupProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const [chosen, setChosen] = useState('');
  const { document } = figures;
  const queues = document.queues ?? [];
  const free = queues.filter(({ id }) => !group.queues.some((route) => route.id === id));
  const next = free.find(({ id }) => id === chosen) ?? free[0];
  const nameOf = (id: string) => queues.find((queue) => queue.id === id)?.name ?? id;
  return (
    <Section title={t('setup.group.queues')} note={t('setup.group.queuesNote')}>
      {group.queues.length === 0 && <p className={styles.note}>{t('setup.group.noQueues')}</p>}
      <FieldGrid>
        {group.queues.map(({ id, share }) => (
          <RouteField
            key={id}
            figures={figures}
            group={group}
            queue={{ id, name: nameOf(id) }}
            share={share}
          />
        ))}
      </FieldGrid>
      {next !== undefined && (
        <div className={styles.tools}>
          <NativeSelect
            size="xs"
            aria-label={t('setup.group.queue')}
            value={next.id}
            data={free.map(({ id, name = id }) => ({ value: id, label: name }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => edit([addRouteCommand(document, group.id, next.id)])}
          >
            {t('setup.group.addQueue')}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface RouteFieldProps extends GroupProps {
  readonly queue: { readonly id: string; readonly name: string };
  readonly share: unknown;
}

/** How much of a queue the group takes; nothing to choose where it serves alone. */
function RouteField({ figures, group, queue, share }: RouteFieldProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const { document } = figures;
  const isShared = (document.staffGroups ?? []).some(
    (other) => other.id !== group.id && other.queues.some(({ id }) => id === queue.id),
  );
  if (!isShared) {
    return (
      <Field label={queue.name} isWide>
        <span className={styles.unit}>{t('setup.group.servesAlone')}</span>
      </Field>
    );
  }
  const path = `staffGroups.${group.id}.queues.${queue.id}.share`;
  const label = t('setup.group.shareOf', { queue: queue.name });
  const stop = (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={t('setup.group.removeQueue', { queue: queue.name })}
      onClick={() => edit(removeRouteCommands(document, group.id, queue.id))}
    >
      {t('setup.group.stop')}
    </Button>
  );
  if (typeof share === 'object' && isSeries(share)) {
    const { locale } = figures;
    const text = storedForm(share, { t, locale, show: (value) => formatPlain(value, shareFormat, locale) });
    return (
      <Field label={label} isWide>
        <span className={styles.unit}>
          <SeriesButton figures={figures} path={path} label={label} text={text} />
          {stop}
        </span>
      </Field>
    );
  }
  return (
    <NumberField
      figures={figures}
      label={label}
      format={shareFormat}
      value={typeof share === 'number' ? share : 1}
      onCommit={(value) => edit(setShareCommands(document, group.id, queue.id, value ?? 0))}
      act={
        <>
          <SeriesButton figures={figures} path={path} label={label} />
          {stop}
        </>
      }
    />
  );
}
