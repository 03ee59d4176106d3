import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Group, Modal, Text } from '@mantine/core';
import type { ListedScenario } from '#renderer/state/scenarioLibrary.ts';
import { useLibrary } from '#renderer/state/usePlan.ts';
import { useScenarioActs } from './useScenarioActs.tsx';

interface DeleteDialogProps {
  readonly scenario: ListedScenario;
  readonly onClose: () => void;
}

/** Asks only what it must: a scenario that nothing builds on goes at once, since it can be brought back. */
export function DeleteDialog({ scenario, onClose }: DeleteDialogProps) {
  const { t } = useTranslation();
  const acts = useScenarioActs();
  const scenarios = useLibrary((state) => state.scenarios);
  const variants = scenarios.filter(({ parentId }) => parentId === scenario.id);
  const isAlone = variants.length === 0;
  useEffect(() => {
    if (!isAlone) return;
    onClose();
    void acts.remove(scenario);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is asked for
  }, []);
  if (isAlone) return null;
  const choose = (how: 'delete' | 'detach') => {
    onClose();
    void acts.remove(scenario, how);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('scenarios.deleteNamed', { name: scenario.name })}
      closeButtonProps={{ 'aria-label': t('scenarios.dismiss') }}
    >
      <Text size="sm">
        {t('scenarios.hasVariants', {
          count: variants.length,
          names: variants.map(({ name }) => name).join(', '),
        })}
      </Text>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('scenarios.cancel')}
        </Button>
        <Button variant="default" onClick={() => choose('detach')}>
          {t('scenarios.keepVariants')}
        </Button>
        <Button color="red" onClick={() => choose('delete')}>
          {t('scenarios.deleteAll', { count: variants.length + 1 })}
        </Button>
      </Group>
    </Modal>
  );
}
