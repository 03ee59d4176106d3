import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon, Badge, Group, Menu, Table, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconArrowsDiff,
  IconArrowsMoveVertical,
  IconCopy,
  IconDots,
  IconDownload,
  IconGitBranch,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import type { ListedScenario } from '#renderer/state/scenarioLibrary.ts';
import { usePlan, usePlanSession } from '#renderer/state/usePlan.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { momentText } from '#renderer/state/moments.ts';
import { ScenarioName } from './ScenarioName.tsx';
import { scenarioNodes } from './scenarioTree.ts';
import { useScenarioActs } from './useScenarioActs.tsx';
import styles from './Scenarios.module.css';

interface ScenarioTableProps {
  readonly scenarios: readonly ListedScenario[];
}

export function ScenarioTable({ scenarios }: ScenarioTableProps) {
  const { t } = useTranslation();
  const [moving, setMoving] = useState<ListedScenario | null>(null);
  const [deleting, setDeleting] = useState<ListedScenario | null>(null);
  return (
    <>
      <Table className={styles.table} verticalSpacing={4} aria-label={t('scenarios.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('scenarios.name')}</Table.Th>
            <Table.Th w={220}>{t('scenarios.basedOn')}</Table.Th>
            <Table.Th w={170}>{t('scenarios.changed')}</Table.Th>
            <Table.Th w={80} ta="right">
              {t('scenarios.revision')}
            </Table.Th>
            <Table.Th w={130}>
              <span className={styles.hidden}>{t('scenarios.acts')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {scenarioNodes(scenarios).map(({ scenario, level }) => (
            <ScenarioLine
              key={scenario.id}
              scenario={scenario}
              level={level}
              parent={scenarios.find(({ id }) => id === scenario.parentId)}
              onMove={() => setMoving(scenario)}
              onDelete={() => setDeleting(scenario)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {moving !== null && <MoveDialog scenario={moving} onClose={() => setMoving(null)} />}
      {deleting !== null && <DeleteDialog scenario={deleting} onClose={() => setDeleting(null)} />}
    </>
  );
}

interface ScenarioLineProps {
  readonly scenario: ListedScenario;
  readonly level: number;
  readonly parent: ListedScenario | undefined;
  readonly onMove: () => void;
  readonly onDelete: () => void;
}

function ScenarioLine({ scenario, level, parent, onMove, onDelete }: ScenarioLineProps) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const acts = useScenarioActs();
  const [isRenaming, setRenaming] = useState(false);
  const isOpen = usePlan((state) => state.id === scenario.id);
  return (
    <Table.Tr aria-current={isOpen ? 'true' : undefined} className={isOpen ? styles.current : undefined}>
      <Table.Td>
        {isRenaming ? (
          <ScenarioName scenario={scenario} onDone={() => setRenaming(false)} />
        ) : (
          <Group gap="xs" wrap="nowrap" pl={level * 20}>
            {level > 0 && <IconGitBranch size={14} className={styles.branch} aria-hidden />}
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
      <Table.Td className={styles.parent}>{parent?.name ?? ''}</Table.Td>
      <Table.Td>{momentText(scenario.updatedAt, locale)}</Table.Td>
      <Table.Td ta="right">{scenario.revision}</Table.Td>
      <Table.Td>
        <LineActs
          scenario={scenario}
          onRename={() => setRenaming(true)}
          onMove={onMove}
          onDelete={onDelete}
        />
      </Table.Td>
    </Table.Tr>
  );
}

interface LineActsProps {
  readonly scenario: ListedScenario;
  readonly onRename: () => void;
  readonly onMove: () => void;
  readonly onDelete: () => void;
}

function LineActs({ scenario, onRename, onMove, onDelete }: LineActsProps) {
  const { t } = useTranslation();
  const acts = useScenarioActs();
  const { name } = scenario;
  const buttons = [
    { key: 'rename', Icon: IconPencil, run: onRename },
    { key: 'duplicate', Icon: IconCopy, run: () => void acts.duplicate(scenario) },
    { key: 'delete', Icon: IconTrash, run: onDelete },
  ] as const;
  const more = [
    { key: 'newVariant', Icon: IconGitBranch, run: () => void acts.createVariant(scenario) },
    { key: 'move', Icon: IconArrowsMoveVertical, run: onMove },
    { key: 'compare', Icon: IconArrowsDiff, run: () => acts.compare(scenario) },
    { key: 'export', Icon: IconDownload, run: () => void acts.exportFile(scenario) },
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
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('scenarios.moreNamed', { name })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {more.map(({ key, Icon, run }) => (
            <Menu.Item key={key} leftSection={<Icon size={14} aria-hidden />} onClick={run}>
              {t(`scenarios.${key}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
