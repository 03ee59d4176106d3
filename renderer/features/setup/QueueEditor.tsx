import { useTranslation } from 'react-i18next';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { channels } from '#shared/model/newMembers.ts';
import { modelCommands } from '#shared/model/queueEdits.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import {
  ChoiceField,
  FieldGrid,
  InputField,
  NumberField,
  Section,
  SwitchField,
  TextField,
} from './Fields.tsx';
import { ProfilePainter } from './ProfilePainter.tsx';
import { QueueDemand } from './QueueDemand.tsx';
import { SeasonEditor } from './SeasonEditor.tsx';
import { useEdit } from './useEdit.ts';

type StoredQueue = NonNullable<ScenarioDocument['queues']>[number];

interface QueueProps {
  readonly figures: PlanFigures;
  readonly queue: StoredQueue;
}

const models = ['erlangC', 'erlangA', 'workload'] as const;

const goalParts = {
  erlangC: ['serviceLevel', 'within', 'asa', 'maxOccupancy', 'minAgents'],
  erlangA: ['serviceLevel', 'within', 'asa', 'maxOccupancy', 'maxAbandon', 'minAgents'],
  workload: ['maxOccupancy', 'minAgents'],
} as const;

/** One kind of contacts: what it is, how it is answered, how much of it comes and when. */
export function QueueEditor({ figures, id }: { readonly figures: PlanFigures; readonly id: string }) {
  const queue = figures.document.queues?.find((one) => one.id === id);
  if (queue === undefined) return null;
  return (
    <>
      <Service figures={figures} queue={queue} />
      <Goal figures={figures} queue={queue} />
      <QueueDemand figures={figures} queue={queue} />
      <Work figures={figures} queue={queue} />
      <SeasonEditor figures={figures} queue={queue} />
      <ProfilePainter figures={figures} queue={queue} />
    </>
  );
}

function Service({ figures, queue }: QueueProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const path = `queues.${queue.id}`;
  const known: readonly string[] = channels;
  const own = known.includes(queue.channel) ? [] : [{ value: queue.channel, label: queue.channel }];
  return (
    <Section title={t('setup.queue.about')}>
      <FieldGrid>
        <TextField figures={figures} label={t('setup.name')} path={`${path}.name`} />
        <ChoiceField
          label={t('setup.queue.channel')}
          value={queue.channel}
          options={[
            ...channels.map((channel) => ({ value: channel, label: t(`setup.channel.${channel}`) })),
            ...own,
          ]}
          onChoose={(value) => edit([{ type: 'setInput', path: `${path}.channel`, value }])}
        />
        <ChoiceField
          label={t('setup.queue.model')}
          value={queue.model}
          options={models.map((model) => ({ value: model, label: t(`setup.model.${model}`) }))}
          onChoose={(model) => edit(modelCommands(queue, model))}
        />
        {queue.model === 'erlangA' && <InputField figures={figures} path={`${path}.patience`} />}
        <InputField figures={figures} path={`${path}.concurrency`} />
        <NumberField
          figures={figures}
          label={t('setup.queue.priority')}
          hint={t('setup.queue.priorityHint')}
          format={{ style: 'integer' }}
          value={queue.priority ?? (queue.model === 'workload' ? 2 : 1)}
          onCommit={(value) =>
            edit([
              value === undefined
                ? { type: 'setInput', path: `${path}.priority` }
                : { type: 'setInput', path: `${path}.priority`, value },
            ])
          }
        />
        <Operation figures={figures} queue={queue} />
      </FieldGrid>
    </Section>
  );
}

/** How it is run on the days and in the groups that serve it. */
function Operation({ figures, queue }: QueueProps) {
  const { t } = useTranslation();
  const path = `queues.${queue.id}`;
  return (
    <>
      <SwitchField
        figures={figures}
        label={t('setup.queue.pooled')}
        hint={t('setup.queue.pooledHint')}
        path={`${path}.pooled`}
        standard
      />
      <SwitchField
        figures={figures}
        label={t('setup.queue.closedOnHolidays')}
        path={`${path}.closedOnHolidays`}
        standard
      />
      <InputField figures={figures} path={`${path}.holidayDemandLost`} />
      {queue.model === 'workload' && <InputField figures={figures} path={`${path}.clearBacklog`} />}
      <InputField figures={figures} path={`${path}.telecomPerMinute`} />
    </>
  );
}

const countings = ['offered', 'answered', 'excludeShort'] as const;
const roundings = ['up', 'fractional'] as const;

function Goal({ figures, queue }: QueueProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const path = `queues.${queue.id}.goal`;
  return (
    <Section title={t('setup.queue.goal')} note={t('setup.queue.goalNote')}>
      <FieldGrid>
        {goalParts[queue.model].map((part) => (
          <InputField key={part} figures={figures} path={`${path}.${part}`} />
        ))}
        {queue.model !== 'workload' && (
          <ChoiceField
            label={t('setup.queue.abandonsCount')}
            value={queue.goal.abandonsCount ?? 'offered'}
            options={countings.map((value) => ({ value, label: t(`setup.counting.${value}`) }))}
            onChoose={(value) => edit([{ type: 'setInput', path: `${path}.abandonsCount`, value }])}
          />
        )}
        <ChoiceField
          label={t('setup.queue.rounding')}
          value={queue.goal.rounding ?? 'up'}
          options={roundings.map((value) => ({ value, label: t(`setup.rounding.${value}`) }))}
          onChoose={(value) => edit([{ type: 'setInput', path: `${path}.rounding`, value }])}
        />
      </FieldGrid>
    </Section>
  );
}

const workInputs = [
  'handleTime.talk',
  'handleTime.hold',
  'handleTime.wrapUp',
  'deflection',
  'fcr',
  'recontact',
];

function Work({ figures, queue }: QueueProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('setup.queue.work')}>
      <FieldGrid>
        {workInputs.map((name) => (
          <InputField key={name} figures={figures} path={`queues.${queue.id}.${name}`} />
        ))}
      </FieldGrid>
    </Section>
  );
}
