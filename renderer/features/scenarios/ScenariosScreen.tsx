import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon, Badge, Button, Group, Table, Title, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCopy, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ListedScenario } from '#renderer/state/scenarioLibrary.ts';
import { useLibrary, usePlan, usePlanSession } from '#renderer/state/usePlan.ts';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { ScenarioName } from './ScenarioName.tsx';
import { useScenarioActs } from './useScenarioActs.tsx';
import styles from './Scenarios.module.css';

/** All scenarios of the workspace. */
export function ScenariosScreen() {
  const { t } = useTranslation();
  const { scenarios, isLoaded } = useLibrary((state) => state);
  const acts = useScenarioActs();
  return (
    <div className={styles.screen}>
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h4">
          {t('scenarios.title')}
        </Title>
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => void acts.create()}>
          {t('scenarios.new')}
        </Button>
      </Group>
      {isLoaded && scenarios.length === 0 ? (
        <EmptyState title={t('scenarios.none')} text={t('scenarios.noneText')} />
      ) : (
        <ScenarioTable scenarios={scenarios} />
      )}
    </div>
  );
}

function ScenarioTable({ scenarios }: { readonly scenarios: readonly ListedScenario[] }) {
  const { t } = useTranslation();
  return (
    <Table className={styles.table} verticalSpacing={4} aria-label={t('scenarios.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('scenarios.name')}</Table.Th>
          <Table.Th w={200}>{t('scenarios.changed')}</Table.Th>
          <Table.Th w={110} ta="right">
            {t('scenarios.revision')}
          </Table.Th>
          <Table.Th w={130}>
            <span className={styles.hidden}>{t('scenarios.acts')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {scenarios.map((scenario) => (
          <ScenarioLine key={scenario.id} scenario={scenario} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function ScenarioLine({ scenario }: { readonly scenario: ListedScenario }) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const acts = useScenarioActs();
  const [isRenaming, setRenaming] = useState(false);
  const isOpen = usePlan((state) => state.id === scenario.id);
  const changed = new Date(scenario.updatedAt).toLocaleString(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return (
    <Table.Tr aria-current={isOpen ? 'true' : undefined} className={isOpen ? styles.current : undefined}>
      <Table.Td>
        {isRenaming ? (
          <ScenarioName scenario={scenario} onDone={() => setRenaming(false)} />
        ) : (
          <Group gap="xs" wrap="nowrap">
            <UnstyledButton
              className={styles.name}
              onClick={() => acts.open(scenario.id)}
              onDoubleClick={() => setRenaming(true)}
            >
              {scenario.name}
            </UnstyledButton>
            {isOpen && (
              <Badge size="sm" variant="light">
                {t('scenarios.open')}
              </Badge>
            )}
          </Group>
        )}
      </Table.Td>
      <Table.Td>{changed}</Table.Td>
      <Table.Td ta="right">{scenario.revision}</Table.Td>
      <Table.Td>
        <LineActs scenario={scenario} onRename={() => setRenaming(true)} />
      </Table.Td>
    </Table.Tr>
  );
}

function LineActs({
  scenario,
  onRename,
}: {
  readonly scenario: ListedScenario;
  readonly onRename: () => void;
}) {
  const { t } = useTranslation();
  const acts = useScenarioActs();
  const { name } = scenario;
  const buttons = [
    { key: 'rename', Icon: IconPencil, run: onRename },
    { key: 'duplicate', Icon: IconCopy, run: () => void acts.duplicate(scenario) },
    { key: 'delete', Icon: IconTrash, run: () => void acts.remove(scenario) },
  ] as const;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {buttons.map(({ key, Icon, run }) => (
        <Tooltip key={key} label={t(`scenarios.${key}`)}>
          <ActionIcon aria-label={t(`scenarios.${key}Named`, { name })} onClick={run}>
            <Icon size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  );
}
