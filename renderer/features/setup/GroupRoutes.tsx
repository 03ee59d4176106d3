import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { addRouteCommand, removeRouteCommands, setShareCommands } from '#shared/model/routeEdits.ts';
import { isFormulaSeries, type Series, seriesProblems, seriesValue } from '#shared/model/series.ts';
import { periodsOf, yearFraction } from '#shared/model/periods.ts';
import { scenarioSchema } from '#shared/model/scenario.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { Field, FieldGrid, NumberField, Section } from './Fields.tsx';
import type { GroupProps } from './GroupEditor.tsx';
import { useEdit } from './useEdit.ts';
import styles from './Setup.module.css';

function isSeries(value: unknown): value is Series {
  return seriesProblems(value, {}).length === 0;
}

/** The share at the start, and whether it changes later; undefined for a formula. */
function shareOf(share: unknown, { document }: PlanFigures): { first?: number; changes: boolean } {
  if (share === undefined) return { first: 1, changes: false };
  const calendar = scenarioSchema.shape.calendar.safeParse(document.calendar);
  if (!isSeries(share) || isFormulaSeries(share) || !calendar.success) return { changes: true };
  const fraction = yearFraction(calendar.data.grain);
  const values = periodsOf(calendar.data).map((period) => seriesValue(share, period, fraction));
  const [first] = values;
  return {
    ...(first === undefined ? {} : { first }),
    changes: values.some((value) => value !== first),
  };
}

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
  const { first, changes } = shareOf(share, figures);
  return (
    <NumberField
      figures={figures}
      label={t('setup.group.shareOf', { queue: queue.name })}
      {...(changes ? { unit: t('setup.group.shareChanges') } : {})}
      format={{ style: 'percent' }}
      value={first}
      onCommit={(value) => edit(setShareCommands(document, group.id, queue.id, value ?? 0))}
      act={
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('setup.group.removeQueue', { queue: queue.name })}
          onClick={() => edit(removeRouteCommands(document, group.id, queue.id))}
        >
          {t('setup.group.stop')}
        </Button>
      }
    />
  );
}
