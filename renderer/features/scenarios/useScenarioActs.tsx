import { useTranslation } from 'react-i18next';
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ListedScenario, ScenarioLibrary } from '#renderer/state/scenarioLibrary.ts';
import { fileNameOf, saveContent } from '#renderer/state/saveDownload.ts';
import { scenarioKey, showComparison } from '#renderer/state/compareKeys.ts';
import { usePlanSession, useView } from '#renderer/state/usePlan.ts';

export interface ScenarioActs {
  readonly open: (id: string) => void;
  /** Asks what a new scenario is to start from. */
  readonly create: () => void;
  readonly duplicate: (scenario: ListedScenario) => Promise<boolean>;
  /** A scenario that overrides only what differs from another. */
  readonly createVariant: (parent: ListedScenario) => Promise<boolean>;
  readonly setParent: (scenario: ListedScenario, parentId: string | null) => Promise<boolean>;
  /** Holds the open scenario against it; the open one itself against whatever lies nearest. */
  readonly compare: (scenario: ListedScenario) => void;
  readonly exportFile: (scenario: ListedScenario) => Promise<void>;
  readonly remove: (scenario: ListedScenario, variants?: 'delete' | 'detach') => Promise<void>;
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
  const { client, library, plan, view } = usePlanSession();
  const { compare } = useView();
  return {
    compare({ id }) {
      const openId = plan.getState().id;
      compare(openId === null || openId === id ? [] : [scenarioKey(id), scenarioKey(openId)]);
      showComparison();
    },
    createVariant: ({ id, name }) => library.createVariant(id, t('scenarios.variantName', { name })),
    setParent: ({ id }, parentId) => library.setParent(id, parentId),
    async exportFile({ id, name }) {
      await library.settle();
      const opened = await client.call('scenario.open', { id });
      if (!opened.ok) return;
      const text = `${JSON.stringify(opened.value.document, null, 2)}\n`;
      saveContent(new Blob([text], { type: 'application/json' }), `${fileNameOf(name)}.scenario.json`);
    },
    open: (id) => void library.open(id),
    create: () => view.setMakingScenario(true),
    duplicate: ({ id, name }) => library.duplicate(id, t('scenarios.copyName', { name })),
    async remove(scenario, variants) {
      if (!(await library.remove(scenario.id, variants))) return;
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
