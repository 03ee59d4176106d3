import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { addQueue, type Channel, channels } from '#shared/model/newMembers.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { useEdit } from './useEdit.ts';

interface AddQueueDialogProps {
  readonly figures: PlanFigures;
  readonly onAdded: (id: string) => void;
  readonly onClose: () => void;
}

/** A new queue needs a channel, for sensible defaults, and a group that serves it, for the plan to be possible. */
export function AddQueueDialog(props: AddQueueDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('setup.add.queues')}
      closeButtonProps={{ 'aria-label': t('setup.dismiss') }}
      transitionProps={{ duration: 0 }}
    >
      <AddQueueForm {...props} />
    </Modal>
  );
}

function AddQueueForm({ figures, onAdded, onClose }: AddQueueDialogProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const groups = figures.document.staffGroups ?? [];
  const [channel, setChannel] = useState<Channel>('voice');
  const [typed, setName] = useState<string | null>(null);
  const [group, setGroup] = useState(groups[0]?.id ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const name = typed ?? t(`setup.channel.${channel}`);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return setProblem(t('setup.needsName'));
    const added = addQueue(
      figures.document,
      channel,
      name.trim(),
      group === '' ? undefined : group,
      t('setup.queue.newTeam', { name: name.trim() }),
    );
    const refused = edit(added.commands);
    if (refused !== null) return setProblem(refused);
    onAdded(added.id);
    onClose();
  };
  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        <ChannelChoice value={channel} onChange={setChannel} />
        <TextInput
          size="xs"
          label={t('setup.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ServedBy figures={figures} value={group} onChange={setGroup} />
        <Text size="xs" c="var(--planner-text-quiet)">
          {t('setup.queue.addNote')}
        </Text>
        {problem !== null && (
          <Text role="alert" size="sm" c="var(--planner-error)">
            {problem}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('setup.cancel')}
          </Button>
          <Button type="submit">{t('setup.queue.add')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ChannelChoiceProps {
  readonly value: Channel;
  readonly onChange: (channel: Channel) => void;
}

function ChannelChoice({ value, onChange }: ChannelChoiceProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      size="xs"
      data-autofocus
      label={t('setup.queue.channel')}
      value={value}
      data={channels.map((channel) => ({ value: channel, label: t(`setup.channel.${channel}`) }))}
      onChange={(event) => {
        const chosen = channels.find((channel) => channel === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}

interface ServedByProps {
  readonly figures: PlanFigures;
  /** Id of a group; empty for a new one. */
  readonly value: string;
  readonly onChange: (group: string) => void;
}

function ServedBy({ figures, value, onChange }: ServedByProps) {
  const { t } = useTranslation();
  const groups = figures.document.staffGroups ?? [];
  return (
    <NativeSelect
      size="xs"
      label={t('setup.queue.servedBy')}
      value={value}
      data={[
        ...groups.map(({ id, name = id }) => ({ value: id, label: name })),
        { value: '', label: t('setup.queue.newTeamChoice') },
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
