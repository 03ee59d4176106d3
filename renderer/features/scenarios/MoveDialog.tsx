import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, Group, List, Modal, NativeSelect, Text } from '@mantine/core';
import type { ListedScenario } from '#renderer/state/scenarioLibrary.ts';
import { inputTitle } from '#renderer/state/inputWords.ts';
import { useLibrary, usePlanFigures } from '#renderer/state/usePlan.ts';
import { useStored } from '#renderer/state/useStored.ts';
import { possibleParents } from './scenarioTree.ts';
import { useScenarioActs } from './useScenarioActs.tsx';
import { faultText } from '#renderer/state/faultText.ts';

interface MoveDialogProps {
  readonly scenario: ListedScenario;
  readonly onClose: () => void;
}

/** Puts a scenario on another base, or on its own, after showing what that means. */
export function MoveDialog({ scenario, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const acts = useScenarioActs();
  const scenarios = useLibrary((state) => state.scenarios);
  const [parentId, setParentId] = useState(scenario.parentId ?? '');
  const target = parentId === '' ? null : parentId;
  const isChanged = target !== scenario.parentId;
  const preview = useStored(
    'scenario.previewParent',
    isChanged ? { id: scenario.id, parentId: target } : null,
  );
  const isPossible = preview.value !== null && preview.value.problems.length === 0;
  const options = [
    { value: '', label: t('scenarios.onItsOwn') },
    ...possibleParents(scenarios, scenario.id).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('scenarios.moveNamed', { name: scenario.name })}
      closeButtonProps={{ 'aria-label': t('scenarios.dismiss') }}
    >
      <NativeSelect
        label={t('scenarios.basedOn')}
        data={options}
        value={parentId}
        onChange={(event) => setParentId(event.currentTarget.value)}
      />
      {isChanged && <Preview preview={preview} isAlone={target === null} />}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('scenarios.cancel')}
        </Button>
        <Button
          disabled={!isChanged || !isPossible}
          onClick={() => {
            onClose();
            void acts.setParent(scenario, target);
          }}
        >
          {t('scenarios.move')}
        </Button>
      </Group>
    </Modal>
  );
}

interface PreviewProps {
  readonly preview: ReturnType<typeof useStored<'scenario.previewParent'>>;
  readonly isAlone: boolean;
}

function Preview({ preview, isAlone }: PreviewProps) {
  const { t } = useTranslation();
  const figures = usePlanFigures();
  const { value, fault } = preview;
  const nameOf = (path: string) => (figures === null ? path : inputTitle(figures, path));
  if (fault !== null) {
    return (
      <Alert color="red" variant="outline" mt="sm">
        {faultText(fault, t)}
      </Alert>
    );
  }
  if (value === null) return null;
  if (value.problems.length > 0) {
    return (
      <Alert color="red" variant="outline" mt="sm" title={t('scenarios.moveImpossible')}>
        <List size="sm">
          {value.problems.slice(0, 6).map(({ path, found, expected }) => (
            <List.Item key={`${path} ${found}`}>
              {t('refusal.problem', { path: nameOf(path), found, expected })}
            </List.Item>
          ))}
        </List>
      </Alert>
    );
  }
  return (
    <>
      <Text size="sm" mt="sm">
        {isAlone ? t('scenarios.moveAlone') : t('scenarios.moveKeeps', { count: value.kept.length })}
      </Text>
      {value.lost.length > 0 && (
        <Alert
          color="yellow"
          variant="outline"
          mt="sm"
          title={t('scenarios.moveLoses', { count: value.lost.length })}
        >
          {value.lost.map(({ path }) => nameOf(path)).join('; ')}
        </Alert>
      )}
    </>
  );
}
