import { useTranslation } from 'react-i18next';
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ListedScenario, ScenarioLibrary } from '#renderer/state/scenarioLibrary.ts';
import { usePlanSession } from '#renderer/state/usePlan.ts';

export interface ScenarioActs {
  readonly open: (id: string) => void;
  readonly create: () => Promise<boolean>;
  readonly duplicate: (scenario: ListedScenario) => Promise<boolean>;
  readonly remove: (scenario: ListedScenario) => Promise<void>;
}

/** Long enough to notice that it was the wrong one. */
const undoMilliseconds = 60_000;

interface UndoProps {
  readonly library: ScenarioLibrary;
  readonly scenario: ListedScenario;
  readonly close: () => void;
}

function DeletedWithUndo({ library, scenario, close }: UndoProps) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{t('scenarios.deleted', { name: scenario.name })}</Text>
      <Button
        variant="default"
        onClick={() => {
          close();
          void library.restore(scenario.id);
        }}
      >
        {t('scenarios.restore')}
      </Button>
    </Group>
  );
}

/** What can be done to scenarios, the same from the menu and from the list. */
export function useScenarioActs(): ScenarioActs {
  const { t } = useTranslation();
  const { library } = usePlanSession();
  return {
    open: (id) => void library.open(id),
    create: () => library.create(t('scenarios.newName')),
    duplicate: ({ id, name }) => library.duplicate(id, t('scenarios.copyName', { name })),
    async remove(scenario) {
      if (!(await library.remove(scenario.id))) return;
      const id = `deleted-${scenario.id}`;
      notifications.show({
        id,
        autoClose: undoMilliseconds,
        closeButtonProps: { 'aria-label': t('scenarios.dismiss') },
        message: (
          <DeletedWithUndo library={library} scenario={scenario} close={() => notifications.hide(id)} />
        ),
      });
    },
  };
}
