import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Box, Menu, ScrollArea, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconCopy, IconList, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ListedScenario } from '#renderer/state/scenarioLibrary.ts';
import { useLibrary, usePlan } from '#renderer/state/usePlan.ts';
import { ScenarioName } from './ScenarioName.tsx';
import { useScenarioActs } from './useScenarioActs.tsx';
import styles from './Scenarios.module.css';

interface ScenarioMenuProps {
  readonly onShowAll: () => void;
}

/** Name of the open scenario; the menu switches to another one and does what can be done to this one. */
export function ScenarioMenu({ onShowAll }: ScenarioMenuProps) {
  const { t } = useTranslation();
  const scenarios = useLibrary((state) => state.scenarios);
  const id = usePlan((state) => state.id);
  const name = usePlan((state) => state.document?.name ?? '');
  const [isRenaming, setRenaming] = useState(false);
  const current = scenarios.find((scenario) => scenario.id === id);
  if (isRenaming && current !== undefined) {
    return (
      <Box w={320}>
        <ScenarioName scenario={{ ...current, name }} onDone={() => setRenaming(false)} />
      </Box>
    );
  }
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <UnstyledButton className={styles.menuName} aria-label={t('scenarios.menu', { name })}>
          <span>{current === undefined ? t('scenarios.choose') : name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <SwitchItems scenarios={scenarios} currentId={id} />
        <Menu.Divider />
        <ActItems current={current} onRename={() => setRenaming(true)} />
        <Menu.Divider />
        <Menu.Item leftSection={<IconList size={14} aria-hidden />} onClick={onShowAll}>
          {t('scenarios.showAll')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SwitchItems({
  scenarios,
  currentId,
}: {
  readonly scenarios: readonly ListedScenario[];
  readonly currentId: string | null;
}) {
  const { t } = useTranslation();
  const acts = useScenarioActs();
  return (
    <>
      <Menu.Label>{t('scenarios.switch')}</Menu.Label>
      <ScrollArea.Autosize mah={260}>
        <Menu.RadioGroup value={currentId} onChange={(id) => id !== currentId && acts.open(id)}>
          {scenarios.map(({ id, name }) => (
            <Menu.RadioItem key={id} value={id} closeMenuOnClick>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </ScrollArea.Autosize>
    </>
  );
}

function ActItems({
  current,
  onRename,
}: {
  readonly current: ListedScenario | undefined;
  readonly onRename: () => void;
}) {
  const { t } = useTranslation();
  const acts = useScenarioActs();
  return (
    <>
      <Menu.Item leftSection={<IconPlus size={14} aria-hidden />} onClick={acts.create}>
        {t('scenarios.new')}
      </Menu.Item>
      {current !== undefined && (
        <>
          <Menu.Item
            leftSection={<IconCopy size={14} aria-hidden />}
            onClick={() => void acts.duplicate(current)}
          >
            {t('scenarios.duplicate')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={onRename}>
            {t('scenarios.rename')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={14} aria-hidden />}
            onClick={() => void acts.remove(current)}
          >
            {t('scenarios.delete')}
          </Menu.Item>
        </>
      )}
    </>
  );
}
