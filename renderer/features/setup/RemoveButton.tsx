import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { type Consequence, type RemovableList, removalOf } from '#shared/model/removal.ts';
import { handedOver } from '#shared/model/routeEdits.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { inputTitle } from '#renderer/state/inputWords.ts';
import { useEdit } from './useEdit.ts';

interface RemoveButtonProps {
  readonly figures: PlanFigures;
  readonly list: RemovableList;
  readonly id: string;
  readonly name: string;
  readonly onRemoved: () => void;
}

/** More would be a wall of text. */
const shownAtMost = 12;

/** Takes a member out of the plan; asks first where something else goes with it. */
export function RemoveButton({ figures, list, id, name, onRemoved }: RemoveButtonProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const removal = () =>
    removalOf(figures.document, list, id, list === 'staffGroups' ? handedOver(figures.document, id) : []);
  const remove = (): void => {
    const refused = edit(removal().commands);
    setProblem(refused);
    if (refused !== null) return setAsking(true);
    setAsking(false);
    notifications.show({
      message: t('setup.removed', { name }),
      closeButtonProps: { 'aria-label': t('setup.dismiss') },
    });
    onRemoved();
  };
  const start = (): void => {
    const { goesWith, unserved } = removal();
    // What is known only of the thing itself goes without a question.
    const isQuiet = unserved.length === 0 && goesWith.every(({ kind }) => kind === 'assumption');
    if (isQuiet) remove();
    else setAsking(true);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrash size={14} aria-hidden />}
        aria-label={t('setup.removeNamed', { name })}
        onClick={start}
      >
        {t('setup.remove')}
      </Button>
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('setup.removeNamed', { name })}
        closeButtonProps={{ 'aria-label': t('setup.dismiss') }}
        transitionProps={{ duration: 0 }}
      >
        {isAsking && (
          <Question
            figures={figures}
            removal={removal()}
            name={name}
            problem={problem}
            onKeep={() => setAsking(false)}
            onRemove={remove}
          />
        )}
      </Modal>
    </>
  );
}

interface QuestionProps extends ConsequencesProps {
  readonly problem: string | null;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

function Question({ figures, removal, name, problem, onKeep, onRemove }: QuestionProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Consequences figures={figures} removal={removal} name={name} />
      {problem !== null && (
        <Text role="alert" size="sm" c="var(--planner-error)">
          {problem}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onKeep}>
          {t('setup.keep')}
        </Button>
        {removal.unserved.length === 0 && (
          <Button color="red" onClick={onRemove}>
            {t('setup.removeAll')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

interface ConsequencesProps {
  readonly figures: PlanFigures;
  readonly removal: ReturnType<typeof removalOf>;
  readonly name: string;
}

function Consequences({ figures, removal, name }: ConsequencesProps) {
  const { t } = useTranslation();
  const { goesWith, unserved } = removal;
  if (unserved.length > 0) {
    return (
      <Text size="sm">
        {t('setup.unserved', { name, queues: unserved.join(', '), count: unserved.length })}
      </Text>
    );
  }
  const words = ({ kind, name: other }: Consequence): string => {
    const isPath = kind === 'uncertain' || kind === 'assumption' || kind === 'formula';
    return t(`setup.goesWith.${kind}`, { name: isPath ? inputTitle(figures, other) : other });
  };
  const rest = goesWith.length - shownAtMost;
  return (
    <>
      <Text size="sm">{t('setup.goesWithIt', { name })}</Text>
      <List size="sm">
        {[...new Set(goesWith.slice(0, shownAtMost).map(words))].map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
        {rest > 0 && <List.Item>{t('setup.goesWithMore', { count: rest })}</List.Item>}
      </List>
      <Text size="sm">{t('setup.oneUndo')}</Text>
    </>
  );
}
